//! One value: typed where the format of its field gives it a type, else the text of the file.

use careplan::layout::{Field, Format};
use careplan::value::{Date, Units, WeekTime, YearMonth};
use serde::{Deserialize, Serialize};

/// The value of one field.
///
/// Dates are `YYYY-MM-DD`, months `YYYY-MM`, times `HH:MM`, whole numbers are numbers; everything
/// else is the text of the file, prices with their two decimals among it. What is not of the type
/// of its field stands as the text of the file too: `00000000` and `000000` (R61), `9999` (R113).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// `null`: a field of length 0. A free text that is empty is an empty text.
    Empty,
    /// A whole number.
    Number(i64),
    /// Anything else.
    Text(String),
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// The value that a text of the file has in a field.
#[must_use]
pub fn value_of(field: &Field, text: &str) -> Value {
    if text.is_empty() && !field.format.is_free_text() {
        return Value::Empty;
    }
    let bytes = text.as_bytes();
    let typed = match shape(field.format) {
        Shape::Number => return Units::parse(bytes).map_or_else(|| verbatim(text), |n| Value::Number(n.get())),
        Shape::Date => Date::parse(bytes).map(|_| [4, 6].as_slice()).zip(Some('-')),
        Shape::Month => YearMonth::parse(bytes).map(|_| [4].as_slice()).zip(Some('-')),
        Shape::Time => {
            WeekTime::parse(bytes).filter(|time| *time != WeekTime::UNTIMED).map(|_| [2].as_slice()).zip(Some(':'))
        }
        Shape::Text => None,
    };
    typed.map_or_else(|| verbatim(text), |(cuts, mark)| Value::Text(marked(text, cuts, mark)))
}

/// The text that a value has in a file.
#[must_use]
pub fn text_of(field: &Field, value: &Value) -> String {
    let text = value.to_string();
    let mark = match shape(field.format) {
        Shape::Date | Shape::Month => '-',
        Shape::Time => ':',
        Shape::Number | Shape::Text => return text,
    };
    let plain: String = text.chars().filter(|c| *c != mark).collect();
    if value_of(field, &plain) == *value { plain } else { text }
}

/// What a format is in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Shape {
    Number,
    Date,
    Month,
    Time,
    Text,
}

pub(super) const fn shape(format: Format) -> Shape {
    match format {
        Format::Integer => Shape::Number,
        Format::Date | Format::BirthDate | Format::DateOrZero => Shape::Date,
        Format::Month | Format::MonthOrZero => Shape::Month,
        Format::Time | Format::WeekTime => Shape::Time,
        _ => Shape::Text,
    }
}

fn verbatim(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Puts a mark before these positions.
fn marked(text: &str, cuts: &[usize], mark: char) -> String {
    let mut out = String::with_capacity(text.len() + cuts.len());
    for (at, c) in text.char_indices() {
        if cuts.contains(&at) {
            out.push(mark);
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use careplan::layout::Kind;

    use super::*;

    fn check(kind: Kind, no: u16, text: &str, value: &Value) {
        let field = kind.layout().and_then(|layout| layout.field(no)).expect("a field");
        assert_eq!(value_of(field, text), *value, "{text}");
        assert_eq!(text_of(field, value), text);
    }

    #[test]
    fn values_are_typed_by_their_field_and_written_back() {
        let text = |text: &str| Value::Text(text.to_owned());
        check(Kind::Upplan, 10, "20250430", &text("2025-04-30"));
        check(Kind::Upplan, 5, "202504", &text("2025-04"));
        check(Kind::Upplan, 12, "0930", &text("09:30"));
        check(Kind::Upplan, 8, "-47", &Value::Number(-47));
        check(Kind::Upplan, 15, "11E001", &text("11E001"));
        check(Kind::Upplan, 9, "", &Value::Empty);
        check(Kind::Upplan, 7, "", &text(""));
        check(Kind::Up3kyo, 8, "2530", &text("25:30"));
        check(Kind::Upsikyu, 23, "11.12", &text("11.12"));
    }

    #[test]
    fn what_is_not_of_its_type_stands_as_in_the_file() {
        let text = |text: &str| Value::Text(text.to_owned());
        check(Kind::Uphosoku, 4, "00000000", &text("00000000"));
        check(Kind::Uphosoku, 63, "000000", &text("000000"));
        check(Kind::Upplan, 12, "9999", &text("9999"));
        check(Kind::Upplan, 10, "20250431", &text("20250431"));
        check(Kind::Upplan, 8, "１２", &text("１２"));
    }
}
