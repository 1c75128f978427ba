//! Integers, each by its unit so that units and yen cannot be mixed.

use std::fmt;

use super::macros::field_value;

/// Reads an integer: a sign and leading zeros are taken, full-width digits are not.
fn integer(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0_i64, |sum, byte| {
        let digit = byte.is_ascii_digit().then(|| i64::from(byte - b'0'))?;
        let digit = if negative { -digit } else { digit };
        sum.checked_mul(10)?.checked_add(digit)
    })
}

macro_rules! integers {
    ($($(#[$doc:meta])* $value:ident $range:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $value(i64);

        impl $value {
            /// `None` where the number is not one of its kind.
            #[must_use]
            pub fn new(value: i64) -> Option<Self> {
                $range.contains(&value).then_some(Self(value))
            }

            /// Reads an integer: `+` and leading zeros are taken and not written again.
            #[must_use]
            pub fn parse(bytes: &[u8]) -> Option<Self> {
                integer(bytes).and_then(Self::new)
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $value {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        field_value!($value);
    )*};
}

integers! {
    /// 単位数; negative for a reduction.
    Units (i64::MIN..=i64::MAX);
    /// An amount of yen.
    Yen (i64::MIN..=i64::MAX);
    /// サービス単位金額: units or yen, as the service is charged.
    UnitsOrYen (i64::MIN..=i64::MAX);
    /// A rate such as 割引後率 or 給付率; its unit is not stated, usually per cent (reading 38).
    Rate (i64::MIN..=i64::MAX);
    /// How often, or how many; 回数／日数 may hold either.
    Count (i64::MIN..=i64::MAX);
    /// A number of days.
    Days (i64::MIN..=i64::MAX);
    /// A running number, from 1 (R110, R118).
    SequenceNo (1..=i64::MAX);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_leading_zeros_are_read_and_written_once() {
        for (text, written) in [("+12", "12"), ("007", "7"), ("-0047", "-47"), ("-0", "0"), ("0", "0")] {
            assert_eq!(Units::parse(text.as_bytes()).map(|units| units.to_string()).as_deref(), Some(written));
        }
    }

    #[test]
    fn the_whole_range_is_read_and_nothing_beyond() {
        for value in [i64::MIN, i64::MAX] {
            assert_eq!(Yen::parse(value.to_string().as_bytes()).map(Yen::get), Some(value));
        }
        assert_eq!(Yen::parse(b"9223372036854775808"), None);
    }
}
