//! Canonical texts of fields, made of arbitrary bytes by the row of the layout.

use arbitrary::{Result, Unstructured};

use crate::encoding;
use crate::layout::{Field, Format, MaxLen, Required};
use crate::value::{Date, YearMonth};

/// A text that the field may hold; empty at times where it is not required.
pub(super) fn text(field: &Field, u: &mut Unstructured<'_>) -> Result<String> {
    if field.required != Required::Yes && u.ratio(1, 4)? {
        return Ok(String::new());
    }
    let length = match field.max_len {
        MaxLen::Chars(chars) => usize::from(chars),
        MaxLen::Free | MaxLen::Unknown => 12,
    };
    match field.format {
        Format::Version => digits(6, u),
        Format::Month => month(u),
        Format::MonthOrZero => either("000000", u, month),
        Format::Date | Format::BirthDate => date(u),
        Format::DateOrZero => either("00000000", u, date),
        Format::Time => either("9999", u, |u| clock(24, u)),
        Format::WeekTime => either("9999", u, |u| clock(30, u)),
        Format::Integer => integer(field, length, u),
        Format::Decimal => Ok(format!("{}.{:02}", u.int_in_range(0..=999)?, u.int_in_range(0..=99)?)),
        Format::Code => {
            let entries = field.codes.map_or(&[][..], |codes| codes.entries);
            u.choose(entries).map(|(code, _)| (*code).to_owned())
        }
        Format::InsuredNo => Ok(format!("{}{}", u.choose(&["H", "0", "9"])?, digits(9, u)?)),
        Format::InsurerNo => digits(6, u),
        Format::OfficeNo => office(u),
        Format::OfficeNoOrTotal => either("9999999999", u, office),
        Format::ServiceCode => of(ALPHANUMERIC, 6..=6, u),
        Format::ServiceCodeOrTotal => either("999999", u, |u| of(ALPHANUMERIC, 6..=6, u)),
        Format::ServiceType => of(ALPHANUMERIC, 2..=2, u),
        Format::Postal => Ok(format!("{}-{}", digits(3, u)?, digits(4, u)?)),
        Format::Phone => Ok(format!("0{}", of("0123456789-() ", 0..=14, u)?)),
        Format::Tais => Ok(format!("{}-{}", digits(5, u)?, digits(6, u)?)),
        Format::MonthBits => of("01", 31..=31, u),
        Format::Branch => of(ALPHANUMERIC, 1..=2, u),
        Format::FixedNines => Ok("9999999999".to_owned()),
        Format::Text | Format::ImageName | Format::Other | Format::Unused => free(length, u),
    }
}

const ALPHANUMERIC: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

fn either(
    special: &str,
    u: &mut Unstructured<'_>,
    usual: impl FnOnce(&mut Unstructured<'_>) -> Result<String>,
) -> Result<String> {
    if u.ratio(1, 4)? { Ok(special.to_owned()) } else { usual(u) }
}

/// So many characters of an ASCII alphabet.
fn of(alphabet: &str, count: std::ops::RangeInclusive<usize>, u: &mut Unstructured<'_>) -> Result<String> {
    let count = u.int_in_range(count)?;
    (0..count).map(|_| u.choose(alphabet.as_bytes()).map(|byte| char::from(*byte))).collect()
}

fn digits(count: usize, u: &mut Unstructured<'_>) -> Result<String> {
    of("0123456789", count..=count, u)
}

fn office(u: &mut Unstructured<'_>) -> Result<String> {
    Ok(format!("{}{}{}", digits(2, u)?, of(ALPHANUMERIC, 1..=1, u)?, digits(7, u)?))
}

fn clock(hours: u8, u: &mut Unstructured<'_>) -> Result<String> {
    Ok(format!("{:02}{:02}", u.int_in_range(0..=hours - 1)?, u.int_in_range(0..=59)?))
}

fn month(u: &mut Unstructured<'_>) -> Result<String> {
    let month = YearMonth::new(u.int_in_range(1..=9_999)?, u.int_in_range(1..=12)?);
    month.map(|month| month.to_string()).ok_or(arbitrary::Error::IncorrectFormat)
}

fn date(u: &mut Unstructured<'_>) -> Result<String> {
    let date = Date::new(u.int_in_range(1..=9_999)?, u.int_in_range(1..=12)?, u.int_in_range(1..=31)?);
    date.map(|date| date.to_string()).ok_or(arbitrary::Error::IncorrectFormat)
}

/// Within 項目長; running numbers, the integers whose names end so, begin at 1.
fn integer(field: &Field, length: usize, u: &mut Unstructured<'_>) -> Result<String> {
    let most = 10_u64.saturating_pow(u32::try_from(length.min(9)).unwrap_or(9)).saturating_sub(1);
    let runs = field.ident.ends_with("_no");
    let number = u.int_in_range(u64::from(runs)..=most)?;
    let minus = !runs && number > 0 && u.ratio(1, 8)?;
    Ok(format!("{}{number}", if minus { "-" } else { "" }))
}

/// Up to so many characters, at least one; what MS932 does not have is replaced, as the sender
/// must (R16).
fn free(length: usize, u: &mut Unstructured<'_>) -> Result<String> {
    let count = u.int_in_range(1..=length.max(1))?;
    (0..count).map(|_| Ok(within_ms932(u.arbitrary()?))).collect()
}

fn within_ms932(character: char) -> char {
    let mut buffer = [0; 4];
    if encoding::encode(character.encode_utf8(&mut buffer)).is_ok() { character } else { '〓' }
}
