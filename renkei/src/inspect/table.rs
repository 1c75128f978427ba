//! Records as a table for people: No., name, value, and what a code means.

use std::io::{self, Write};

use careplan::layout::Field;
use careplan::text::{Lang, Message, Text};
use conformance::report::mask;
use conformance::shown::visible;
use unicode_width::UnicodeWidthStr;

use super::rows::Row;
use super::{Show, View};

const RECORD: Text = Text::new("記録", "record");
const LINE: Text = Text::new("行", "line");
const SURPLUS: Text = Text::new("（項目表に無い列）", "(a column that the layout does not have)");
const RECORDS: Text = Text::new("記録数", "records");

/// Writes the table.
pub(super) struct Table<'a> {
    view: &'a View<'a>,
    out: &'a mut dyn Write,
    /// Columns of the longest name.
    name_width: usize,
    records: u64,
}

impl<'a> Table<'a> {
    /// Nothing is written yet.
    pub(super) fn new(view: &'a View<'a>, out: &'a mut dyn Write) -> Self {
        let name_width = view.layout.fields.iter().map(|field| field.name.width()).max().unwrap_or_default();
        Self { view, out, name_width, records: 0 }
    }

    fn line(&mut self, no: usize, field: Option<&Field>, text: &str, is_in_place: bool) -> io::Result<()> {
        let name = field.map_or(SURPLUS.get(self.view.lang), |field| field.name);
        let padding = " ".repeat(self.name_width.saturating_sub(name.width()));
        // Where columns have shifted nobody knows which field is whose: all are masked.
        let is_open = self.view.show_values || (is_in_place && field.is_some_and(|field| !field.format.is_private()));
        let value = if is_open { visible(text) } else { mask(text) };
        let meaning = field.and_then(|field| field.codes).and_then(|codes| codes.label(text.as_bytes()));
        let meaning = meaning.filter(|_| is_open).map_or_else(String::new, |label| format!("　{label}"));
        writeln!(self.out, "{}", format!("  {no:>3}  {name}{padding}  {value}{meaning}").trim_end())
    }
}

impl Show for Table<'_> {
    fn row(&mut self, row: &Row, problems: &[Message]) -> io::Result<()> {
        let lang = self.view.lang;
        let kind = self.view.layout.kind;
        self.records += 1;
        let place = match lang {
            Lang::Ja => format!("{} {}（{} {}）", RECORD.ja, row.record, LINE.ja, row.line),
            Lang::En => format!("{} {} ({} {})", RECORD.en, row.record, LINE.en, row.line),
        };
        writeln!(self.out, "■ {} {}　{place}", kind.code(), kind.title().get(lang))?;
        let fields = self.view.layout.fields;
        let is_in_place = row.is_regular && row.texts.len() == fields.len();
        for (index, text) in row.texts.iter().enumerate() {
            self.line(index + 1, fields.get(index), text, is_in_place)?;
        }
        for problem in problems {
            writeln!(self.out, "  ! {}", visible(problem.get(lang)))?;
        }
        writeln!(self.out)
    }

    fn end(&mut self) -> io::Result<()> {
        writeln!(self.out, "{} {}", RECORDS.get(self.view.lang), self.records)
    }
}
