//! 単位数単価: a price of two decimals, without floating point.

use std::fmt;

use super::digits;
use super::macros::field_value;

/// Yen per unit, kept in hundredths: `11.12` is 1112 (R126).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitPrice(u32);

impl UnitPrice {
    /// Reads one to three digits, a point and two digits.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (yen, decimals) = match bytes {
            [yen @ .., b'.', tens, ones] if yen.len() <= 3 => (yen, [*tens, *ones]),
            _ => return None,
        };
        Some(Self(digits(yen)? * 100 + digits(&decimals)?))
    }

    /// Hundredths of a yen per unit.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0
    }
}

impl fmt::Display for UnitPrice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

field_value!(UnitPrice);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_exact_hundredths() {
        assert_eq!(UnitPrice::parse(b"11.12").map(UnitPrice::hundredths), Some(1112));
        assert_eq!(UnitPrice::parse(b"10.00").map(|price| price.to_string()).as_deref(), Some("10.00"));
    }
}
