//! The fast path: a field that surely leaves nothing to say is recognised in a few instructions.
//! It never decides against a field; whatever it does not recognise goes to the rules.

use std::sync::LazyLock;

use crate::encoding;
use crate::layout::{Field, Format, Layout, MaxLen, Required};
use crate::value::{Date, Scope, YearMonth, scope};

/// Texts up to this length are remembered: a month repeats the same names row after row.
const REMEMBERED: usize = 64;

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
    /// The codes of one character, as bits.
    codes: u128,
    /// The text of the last record that passed, as it stood.
    last: Vec<u8>,
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
            codes: single_codes(field),
            last: Vec::new(),
            month: None,
        })
        .collect()
}

impl Column {
    /// Whether a field of a record with regular quotes surely leaves nothing to say.
    pub(super) fn passes(&mut self, raw: &[u8]) -> bool {
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
            Format::Code => match *content {
                [code @ 0..=0x7F] => self.codes >> code & 1 == 1,
                _ => self.field.codes.is_some_and(|table| table.label(content).is_some()),
            },
            Format::InsuredNo => content.len() == 10 && is_digits(content),
            Format::InsurerNo => content.len() == 6 && is_digits(content),
            Format::OfficeNo | Format::OfficeNoOrTotal => content.len() == 10 && is_digits(content),
            Format::ServiceCode => is_service_code(content),
            Format::ServiceCodeOrTotal => is_service_code(content) || content == b"999999",
            Format::FixedNines => content == b"9999999999",
            Format::Phone => {
                content.len() <= self.max && content.iter().all(|byte| byte.is_ascii_graphic() && *byte != b'"')
            }
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

    fn passes_text(&mut self, raw: &[u8]) -> bool {
        match raw {
            [b'"', b'"'] => self.may_be_empty,
            [b'"', inner @ .., b'"'] => {
                if !self.last.is_empty() && self.last == raw {
                    return true;
                }
                let passes = self.max == usize::MAX
                    && self.field.format == Format::Text
                    && encoding::is_clean(inner)
                    && !encoding::is_utf8_text(inner);
                if passes && raw.len() <= REMEMBERED {
                    self.last.clear();
                    self.last.extend_from_slice(raw);
                }
                passes
            }
            [] => self.bare_mentioned && self.may_be_empty,
            _ => false,
        }
    }

    fn is_plain_integer(&self, content: &[u8]) -> bool {
        content.len() <= self.max && is_digits(content) && (content.len() == 1 || content.first() != Some(&b'0'))
    }
}

/// The codes of one ASCII character that a field may hold, a bit each.
fn single_codes(field: &Field) -> u128 {
    let entries = field.codes.map_or(&[][..], |table| table.entries);
    entries.iter().fold(0, |bits, (code, _)| match code.as_bytes() {
        [code @ 0..=0x7F] => bits | 1 << code,
        _ => bits,
    })
}

/// ASCII digits only, eight at a time.
fn is_digits(mut content: &[u8]) -> bool {
    const HIGH: u64 = 0xF0F0_F0F0_F0F0_F0F0;
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    while let Some((eight, rest)) = content.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        // 0x30–0x3F in every byte, and still so six further on: 0x30–0x39.
        if word & HIGH != ZEROS || (word + 0x0606_0606_0606_0606) & HIGH != ZEROS {
            return false;
        }
        content = rest;
    }
    content.iter().all(u8::is_ascii_digit)
}

/// Days that every month has, or a day that the calendar knows.
fn is_date(content: &[u8]) -> bool {
    let &[y1, y2, _, _, m1, m2, d1, d2] = content else { return false };
    if !is_digits(content) {
        return false;
    }
    let month = (m1 - b'0') * 10 + (m2 - b'0');
    let day = (d1 - b'0') * 10 + (d2 - b'0');
    let year_is_near = (y1, y2) == (b'2', b'0') || (y1, y2) == (b'1', b'9');
    year_is_near && (1..=12).contains(&month) && (1..=28).contains(&day) || Date::parse(content).is_some()
}

fn is_time(content: &[u8]) -> bool {
    matches!(
        content,
        [b'0' | b'1', b'0'..=b'9', b'0'..=b'5', b'0'..=b'9'] | [b'2', b'0'..=b'3', b'0'..=b'5', b'0'..=b'9']
    )
}

fn is_service_code(content: &[u8]) -> bool {
    /// Which pairs of digits and capitals are service types of the exchange.
    static IN_SCOPE: LazyLock<[bool; 1 << 14]> = LazyLock::new(|| {
        let mut table = [false; 1 << 14];
        for first in 0..128_u8 {
            for second in 0..128_u8 {
                if let Some(slot) = table.get_mut(type_index(first, second)) {
                    *slot = matches!(scope(&[first, second]), Scope::InScope(_));
                }
            }
        }
        table
    });
    match *content {
        [first, second, ref item @ ..] => {
            item.len() == 4
                && second.is_ascii()
                && IN_SCOPE.get(type_index(first, second)) == Some(&true)
                && item.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        }
        _ => false,
    }
}

const fn type_index(first: u8, second: u8) -> usize {
    (first as usize) << 7 | second as usize
}
