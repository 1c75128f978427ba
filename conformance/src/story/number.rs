//! Numbers of offices, insurers and insured people. None of them can exist: no prefecture is 97
//! or 99, no municipality 98 or 99. Check digits are right all the same, so that software under
//! test that looks at them has nothing to say.

use super::rng::Rng;

/// The digit behind a body of digits and letters: modulus 10, weights 2-1, sums of digits; I, O
/// and Q are not used, so A is 10 and Z is 32 (`domain` §1.1).
fn check_digit(body: &str) -> char {
    let value = |letter: char| {
        letter.to_digit(10).unwrap_or_else(|| {
            let skipped = ['I', 'O', 'Q'].iter().filter(|gap| **gap < letter).count();
            10 + u32::from(letter) - u32::from('A') - u32::try_from(skipped).unwrap_or(0)
        })
    };
    let sum: u32 = body
        .chars()
        .rev()
        .zip([2, 1].into_iter().cycle())
        .map(|(letter, weight)| {
            let product = value(letter) * weight;
            product / 10 + product % 10
        })
        .sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

fn checked(body: String) -> String {
    let check = check_digit(&body);
    body + &check.to_string()
}

/// 事業所番号 of a class: `7` 指定, `0` 地域包括支援センター, `6` 訪問看護, `9` 地域密着型,
/// `A` 総合事業.
pub(super) fn office(rng: &mut Rng, prefecture: &str, class: char) -> String {
    checked(format!("{prefecture}{class}{}", rng.digits(6)))
}

/// 保険者番号.
pub(super) fn insurer(rng: &mut Rng) -> String {
    let head = rng.pick(&["98", "99"]);
    checked(format!("{head}{}", rng.digits(3)))
}

/// 被保険者番号; with `H` where public assistance alone pays (R107).
pub(super) fn insured(rng: &mut Rng, by_assistance_alone: bool) -> String {
    let head = if by_assistance_alone { "H000" } else { "0000" };
    format!("{head}{}", rng.digits(6))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_those_of_the_known_vectors() {
        for (body, digit) in
            [("237450151", '4'), ("377160115", '4'), ("90A010004", '9'), ("43507", '3'), ("12219", '2')]
        {
            assert_eq!(check_digit(body), digit, "{body}");
        }
    }
}
