//! Numbers that name someone or something: never arithmetic, their leading zeros count.

use std::fmt;

use super::macros::{ascii_value, field_value};

fn all_digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}

pub(super) fn all_upper_alphanumeric(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
}

ascii_value! {
    /// 事業所番号: ten digits or capital letters (offices of 総合事業 carry a letter).
    OfficeNo [10] |bytes| all_upper_alphanumeric(bytes);
    /// 保険者番号: six digits. No check digit is asked for.
    InsurerNo [6] |bytes| all_digits(bytes);
    /// 被保険者番号: ten digits, or `H` and nine where public assistance alone pays (R107).
    InsuredNo [10] |bytes| matches!(bytes, [first, rest @ ..]
        if (*first == b'H' || first.is_ascii_digit()) && all_digits(rest));
    /// 郵便番号, `XXX-XXXX` (R108).
    PostalCode [8] |bytes| matches!(bytes, [area @ .., b'-', _, _, _, _] if all_digits(area))
        && bytes.iter().skip(4).all(u8::is_ascii_digit);
    /// `9999999999` of 第7表 No.34, always (R128).
    FixedNines [10] |bytes| bytes == b"9999999999";
}

/// サービス事業所コード of 第7表: an office, or the row of the grand total (R122).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OfficeNoOrTotal {
    /// An office.
    Office(OfficeNo),
    /// `9999999999`: the row of the grand total.
    Total,
}

impl OfficeNoOrTotal {
    const TOTAL: &str = "9999999999";

    /// Reads ten characters.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        if bytes == Self::TOTAL.as_bytes() { Some(Self::Total) } else { OfficeNo::parse(bytes).map(Self::Office) }
    }
}

impl fmt::Display for OfficeNoOrTotal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Office(office) => office.fmt(f),
            Self::Total => f.write_str(Self::TOTAL),
        }
    }
}

/// TAISコード or 福祉用具届出コード: letters, digits and `-`, at most twelve. The text settles no
/// more than that (reading 33).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaisCode(String);

impl TaisCode {
    /// Reads one to twelve characters.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let accepted = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
        short(bytes, 12, accepted).map(Self)
    }
}

impl fmt::Display for TaisCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// サテライト枝番: the office's own mark or a running number, at most two letters or digits (R119).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BranchNo(String);

impl BranchNo {
    /// Reads one or two characters.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        short(bytes, 2, u8::is_ascii_alphanumeric).map(Self)
    }
}

impl fmt::Display for BranchNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One to `most` bytes, all of them accepted; `accepted` takes ASCII alone.
pub(super) fn short(bytes: &[u8], most: usize, accepted: impl Fn(&u8) -> bool) -> Option<String> {
    let fits = (1..=most).contains(&bytes.len()) && bytes.iter().all(accepted);
    fits.then(|| String::from_utf8(bytes.to_vec()).ok()).flatten()
}

field_value!(OfficeNoOrTotal, TaisCode, BranchNo);
