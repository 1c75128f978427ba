//! The fast path: a field that surely leaves nothing to say is recognised in a few instructions.
//! It never decides against a field; whatever it does not recognise goes to the rules.

use crate::encoding;
use crate::layout::{Field, Format, Layout, MaxLen, Required};
use crate::value::{Date, Scope, YearMonth, scope};

/// One column of a file being checked.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) field: &'static Field,
    /// Quotes around a field that is no free text were mentioned already (U-3).
    pub(super) quotes_mentioned: bool,
    /// Empty free text without quotes was mentioned already (U-4).
    pub(super) bare_mentioned: bool,
    /// Something about this column must be seen in every record: no fast path.
    pub(super) look_closer: bool,
    /// Whether an empty field leaves nothing to say.
    may_be_empty: bool,
    max: usize,
    /// The month that every record must have, where this is the column of the month.
    pub(super) month: Option<[u8; 6]>,
}

/// The columns of a layout.
pub(super) fn columns(layout: &'static Layout) -> Vec<Column> {
    layout
        .fields
        .iter()
        .map(|field| Column {
            field,
            quotes_mentioned: false,
            bare_mentioned: false,
            look_closer: false,
            may_be_empty: matches!(field.required, Required::No | Required::Needed),
            max: match field.max_len {
                MaxLen::Chars(max) => usize::from(max),
                MaxLen::Free | MaxLen::Unknown => usize::MAX,
            },
            month: None,
        })
        .collect()
}

impl Column {
    /// Whether a field of a record with regular quotes surely leaves nothing to say.
    pub(super) fn passes(&self, raw: &[u8]) -> bool {
        if self.field.format.is_free_text() {
            return self.passes_text(raw);
        }
        let content = match raw {
            [b'"', inner @ .., b'"'] if self.quotes_mentioned => inner,
            _ => raw,
        };
        if content.is_empty() {
            return self.may_be_empty;
        }
        match self.field.format {
            Format::Version => content == b"202407" && !self.look_closer,
            Format::Month | Format::MonthOrZero => match &self.month {
                Some(month) => content == month,
                None => YearMonth::parse(content).is_some(),
            },
            Format::Date | Format::BirthDate => is_date(content),
            Format::DateOrZero => content == b"00000000" || is_date(content),
            Format::Time => is_time(content) || content == b"9999",
            Format::WeekTime => is_time(content),
            Format::Integer => self.is_plain_integer(content),
            Format::Code => self.field.codes.is_some_and(|table| table.label(content).is_some()),
            Format::InsuredNo => content.len() == 10 && is_digits(content),
            Format::InsurerNo => content.len() == 6 && is_digits(content),
            Format::OfficeNo | Format::OfficeNoOrTotal => content.len() == 10 && is_digits(content),
            Format::ServiceCode => is_service_code(content),
            Format::ServiceCodeOrTotal => is_service_code(content) || content == b"999999",
            Format::FixedNines => content == b"9999999999",
            Format::Phone => content.len() <= self.max && content.iter().all(u8::is_ascii_graphic),
            // Rare or seldom filled: the rules are fast enough.
            Format::Decimal
            | Format::ServiceType
            | Format::Postal
            | Format::Tais
            | Format::MonthBits
            | Format::Branch
            | Format::Other
            | Format::Unused
            | Format::Text
            | Format::ImageName => false,
        }
    }

    fn passes_text(&self, raw: &[u8]) -> bool {
        match raw {
            [b'"', inner @ .., b'"'] => {
                self.max == usize::MAX
                    && self.field.format == Format::Text
                    && (self.may_be_empty || !inner.is_empty())
                    && encoding::is_clean(inner)
            }
            [] => self.bare_mentioned && self.may_be_empty,
            _ => false,
        }
    }

    fn is_plain_integer(&self, content: &[u8]) -> bool {
        content.len() <= self.max && is_digits(content) && (content.len() == 1 || content.first() != Some(&b'0'))
    }
}

fn is_digits(content: &[u8]) -> bool {
    content.iter().all(u8::is_ascii_digit)
}

/// Days that every month has, or a day that the calendar knows.
fn is_date(content: &[u8]) -> bool {
    let &[_, _, _, _, m1, m2, d1, d2] = content else { return false };
    if !is_digits(content) {
        return false;
    }
    let month = (m1 - b'0') * 10 + (m2 - b'0');
    let day = (d1 - b'0') * 10 + (d2 - b'0');
    (1..=12).contains(&month) && ((1..=28).contains(&day) && content.first_chunk::<4>() != Some(b"0000"))
        || Date::parse(content).is_some()
}

fn is_time(content: &[u8]) -> bool {
    matches!(
        content,
        [b'0' | b'1', b'0'..=b'9', b'0'..=b'5', b'0'..=b'9'] | [b'2', b'0'..=b'3', b'0'..=b'5', b'0'..=b'9']
    )
}

fn is_service_code(content: &[u8]) -> bool {
    content.len() == 6
        && content.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && content.first_chunk::<2>().is_some_and(|kind| matches!(scope(kind), Scope::InScope(_)))
}
