//! 事業所番号, and the identity that a certificate gives.

use std::fmt;
use std::str::FromStr;

/// 事業所番号: ten characters, digits and capital letters (総合事業 numbers carry a letter).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfficeNo(String);

/// Not an office number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an office number has ten characters, digits and capital letters")]
pub struct OfficeNoProblem;

impl OfficeNo {
    /// The length of a number (R23–R40).
    pub const LEN: usize = 10;

    /// The ten characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for OfficeNo {
    type Err = OfficeNoProblem;

    fn from_str(text: &str) -> Result<Self, OfficeNoProblem> {
        let legal = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        if text.len() == Self::LEN && text.bytes().all(legal) {
            Ok(Self(text.to_owned()))
        } else {
            Err(OfficeNoProblem)
        }
    }
}

impl fmt::Display for OfficeNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who is calling: the office number of the verified client certificate. The TLS acceptor puts
/// it into the extensions of every request of the connection; no header can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity(pub OfficeNo);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_digits_or_capitals_are_a_number_and_nothing_else_is() {
        for good in ["9970000001", "13A0100001"] {
            assert_eq!(good.parse::<OfficeNo>().unwrap().as_str(), good);
        }
        for bad in ["", "997000000", "99700000011", "997000000a", "９９７０００００", "997000 001", "997\u{0}000001"]
        {
            assert_eq!(bad.parse::<OfficeNo>(), Err(OfficeNoProblem), "{bad:?}");
        }
    }
}
