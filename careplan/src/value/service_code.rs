//! サービスコード, and the codes that stand in its place on the rows of sums.

use std::fmt;

use super::id::all_upper_alphanumeric;
use super::macros::{ascii_value, field_value};
use super::service_type::ServiceType;

ascii_value! {
    /// サービスコード: a service type and four more digits or capital letters.
    ServiceCode [6] |bytes| all_upper_alphanumeric(bytes);
}

impl ServiceCode {
    /// The service type it begins with.
    #[must_use]
    pub const fn service_type(self) -> ServiceType {
        let [first, second, ..] = self.0;
        ServiceType::from_checked([first, second])
    }
}

/// What a subtotal row of 第7表 sums (R123).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subtotal {
    /// `AAAA`: services under the limit.
    Limited,
    /// `EEEE`: services outside the limit.
    Unlimited,
    /// `ZZZZ`: days beyond thirty.
    Over30Days,
}

impl Subtotal {
    const ALL: [Self; 3] = [Self::Limited, Self::Unlimited, Self::Over30Days];

    /// The last four characters of the code.
    #[must_use]
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Limited => "AAAA",
            Self::Unlimited => "EEEE",
            Self::Over30Days => "ZZZZ",
        }
    }
}

/// サービスコード of 第7表: a detail row, a subtotal of a service type, or the grand total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ServiceCodeOrTotal {
    /// A service.
    Detail(ServiceCode),
    /// The sum of a service type.
    Subtotal(ServiceType, Subtotal),
    /// `999999`: the row of the grand total (R122).
    GrandTotal,
}

impl ServiceCodeOrTotal {
    const GRAND_TOTAL: &str = "999999";

    /// Reads six characters.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        if bytes == Self::GRAND_TOTAL.as_bytes() {
            return Some(Self::GrandTotal);
        }
        let code = ServiceCode::parse(bytes)?;
        let sum = Subtotal::ALL.into_iter().find(|sum| bytes.ends_with(sum.suffix().as_bytes()));
        Some(sum.map_or(Self::Detail(code), |sum| Self::Subtotal(code.service_type(), sum)))
    }
}

impl fmt::Display for ServiceCodeOrTotal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Detail(code) => code.fmt(f),
            Self::Subtotal(service, sum) => write!(f, "{service}{}", sum.suffix()),
            Self::GrandTotal => f.write_str(Self::GRAND_TOTAL),
        }
    }
}

field_value!(ServiceCodeOrTotal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_sums_are_told_from_details() {
        let day = ServiceType::parse(b"15").unwrap();
        let table = [
            ("152441", ServiceCodeOrTotal::Detail(ServiceCode::parse(b"152441").unwrap())),
            ("15AAAA", ServiceCodeOrTotal::Subtotal(day, Subtotal::Limited)),
            ("15EEEE", ServiceCodeOrTotal::Subtotal(day, Subtotal::Unlimited)),
            ("15ZZZZ", ServiceCodeOrTotal::Subtotal(day, Subtotal::Over30Days)),
            ("999999", ServiceCodeOrTotal::GrandTotal),
        ];
        for (text, value) in table {
            assert_eq!(ServiceCodeOrTotal::parse(text.as_bytes()), Some(value));
            assert_eq!(value.to_string(), text);
        }
    }
}
