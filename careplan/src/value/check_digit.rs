//! The check digits of 保険者番号 and 事業所番号: modulus 10, weights 2 and 1 from the right, products
//! split into their digits. Real numbers have them, invented ones need not, the examples of the
//! standard do not: no rule asks for them. 被保険者番号 have none.

/// The check digit that belongs behind the body of a number: digits, and capital letters without
/// I, O and Q as offices of 総合事業 have them. `None` where another character stands in it.
#[must_use]
pub fn check_digit(body: &[u8]) -> Option<u8> {
    let sum = body.iter().rev().enumerate().try_fold(0_u32, |sum, (place, byte)| {
        let product = value(*byte)? * if place.is_multiple_of(2) { 2 } else { 1 };
        Some(sum + product / 10 + product % 10)
    })?;
    u8::try_from((10 - sum % 10) % 10).ok().map(|digit| b'0' + digit)
}

fn value(byte: u8) -> Option<u32> {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
    match byte {
        b'0'..=b'9' => Some(u32::from(byte - b'0')),
        _ => LETTERS.iter().position(|letter| *letter == byte).and_then(|place| u32::try_from(place + 10).ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_numbers_end_in_their_check_digit() {
        let offices = ["2374501514", "3771601154", "0300000106", "2725060004", "4370100002", "90A0100049"];
        let insurers = ["435073", "122192", "122069", "121012", "131011", "123455"];
        for number in offices.into_iter().chain(insurers) {
            let (digit, body) = number.as_bytes().split_last().unwrap();
            assert_eq!(check_digit(body), Some(*digit), "{number}");
        }
    }

    #[test]
    fn letters_that_no_number_has_give_no_digit() {
        for body in [&b"90I010004"[..], b"90O010004", b"90a010004", b"90-010004"] {
            assert_eq!(check_digit(body), None);
        }
    }
}
