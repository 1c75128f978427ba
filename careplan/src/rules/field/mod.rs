//! Rules about single fields: required, length, format, code (R21 and the annex).

pub mod branch;
pub mod code;
pub mod date;
pub mod decimal;
pub mod fixed_nines;
pub mod full_width;
pub mod identifier;
pub mod image_name;
pub mod insured_no;
pub mod insurer_no;
pub mod integer;
pub mod integer_style;
pub mod length;
pub mod month;
pub mod month_bits;
pub mod office_no;
pub mod postal;
pub mod required;
pub mod service_code;
pub mod service_scope;
pub mod service_type;
pub mod spreadsheet;
pub mod tais;
pub mod time;

use super::Breach;
use crate::diagnostic::Severity;
use crate::encoding;
use crate::layout::{Confidence, Field, Format};
use crate::reading;
use crate::text::Message;

type Check = fn(&Field, &[u8]) -> Option<Breach>;

/// The checks of one format, in order; the first that speaks is enough.
const fn checks(format: Format) -> &'static [Check] {
    match format {
        // The version is judged once per file: `file::version`.
        Format::Version => &[],
        Format::Month | Format::MonthOrZero => &[spreadsheet::check, month::check],
        Format::Date | Format::BirthDate | Format::DateOrZero => &[spreadsheet::check, date::check],
        Format::Time | Format::WeekTime => &[time::check],
        Format::Integer => &[spreadsheet::check, integer::check, length::check, integer_style::check],
        Format::Decimal => &[spreadsheet::check, decimal::check, length::check],
        Format::Code => &[spreadsheet::check, code::check],
        Format::InsuredNo => &[spreadsheet::check, insured_no::check],
        Format::InsurerNo => &[insurer_no::check],
        Format::OfficeNo | Format::OfficeNoOrTotal => &[spreadsheet::check, office_no::check],
        Format::ServiceCode | Format::ServiceCodeOrTotal => {
            &[spreadsheet::check, service_code::check, service_scope::check]
        }
        Format::ServiceType => &[service_type::check, service_scope::check],
        Format::Postal => &[postal::check],
        Format::Tais => &[spreadsheet::check, tais::check],
        Format::MonthBits => &[spreadsheet::check, month_bits::check],
        Format::Branch => &[branch::check, length::check],
        Format::FixedNines => &[spreadsheet::check, fixed_nines::check],
        Format::ImageName => &[image_name::check],
        Format::Text | Format::Phone | Format::Other => &[length::check],
        Format::Unused => &[identifier::check],
    }
}

/// What there is to say of the content of a field (outer quotes off), if anything; in a row of low
/// confidence information at most, by the reading that the row depends on.
pub(crate) fn judge(field: &Field, content: &[u8]) -> Option<Breach> {
    let breach = spoken(field, content)?;
    if field.confidence != Confidence::Low {
        return Some(breach);
    }
    let reading = breach.reading.or(match field.ident {
        "detail_no" => Some(&reading::L_2),
        "days_before" => Some(&reading::C_2),
        "planner_name" | "units" => Some(&reading::L_1),
        _ => None,
    });
    Some(Breach { reading, ..breach.at_most(Severity::Info) })
}

fn spoken(field: &Field, content: &[u8]) -> Option<Breach> {
    if content.is_empty() {
        return required::check(field);
    }
    let first = |content: &[u8]| checks(field.format).iter().find_map(|check| check(field, content));
    let breach = first(content)?;
    if !field.format.is_free_text()
        && !matches!(field.format, Format::Phone | Format::Other | Format::Unused)
        && let Some(narrow) = full_width::narrowed(content)
        && first(&narrow).is_none()
    {
        return Some(full_width::breach(field, content));
    }
    Some(breach)
}

/// Whether a value must not be shown: a person could be known from it, or it looks like an
/// insured number that slipped into another field.
pub(crate) fn is_private(field: &Field, content: &[u8]) -> bool {
    let office = matches!(
        field.format,
        Format::OfficeNo | Format::OfficeNoOrTotal | Format::FixedNines | Format::MonthBits | Format::Tais
    );
    let harmless = content.len() <= 40 && content.iter().all(u8::is_ascii_graphic);
    field.format.is_private() || !office && (!harmless || content.len() > 8)
}

/// What was seen in a field: the value itself where it is harmless, its length where it is personal.
fn seen(field: &Field, content: &[u8]) -> Message {
    if is_private(field, content) {
        let chars = encoding::count_chars(content);
        Message::new(format!("{chars}文字の値です"), format!("a value of {chars} characters"))
    } else {
        let value = encoding::decode_lossy(content);
        Message::new(format!("「{value}」です"), format!("\"{value}\""))
    }
}

/// What was seen in a number of `len` characters; one digit too few is a lost zero.
fn seen_number(field: &Field, content: &[u8], len: usize) -> Message {
    let seen = seen(field, content);
    if content.len() + 1 == len && content.iter().all(u8::is_ascii_digit) {
        return Message::new(
            format!("{}。先頭の 0 が失われたようです", seen.ja),
            format!("{}; a leading zero seems lost", seen.en),
        );
    }
    seen
}
