//! Judging records one after another: the rows of one file.

use super::columns::{Column, columns};
use super::keys::KeyWatch;
use super::report::Limits;
use super::sink::Sink;
use super::skip::Oversize;
use super::spot::{Spot, line_breaks, line_of, value};
use super::unchanged::{Changed, Unchanged};
use super::watchers::Watchers;
use crate::csv::{LineEnd, RawRecord, content, inside, quotes_are_regular};
use crate::diagnostic::{Place, Severity, Value};
use crate::encoding::{self, Defect, DefectKind};
use crate::layout::{Field, Format, Kind, Layout};
use crate::name::FileName;
use crate::rules::{
    self, Breach,
    record::{Check, View},
};
use crate::text::Message;

/// Watches the records of one file.
#[derive(Debug)]
pub(super) struct Records {
    layout: Option<&'static Layout>,
    name: Option<FileName>,
    columns: Vec<Column>,
    month_column: Option<usize>,
    wrong_months: Vec<Vec<u8>>,
    versions: Vec<Vec<u8>>,
    judged: u64,
    blank: Option<Place>,
    ends_seen: [bool; 2],
    last_end: LineEnd,
    unchanged: Unchanged,
    watchers: Watchers,
    pub(super) sink: Sink,
    /// What is said of bytes; kept apart because a UTF-8 file is named once instead.
    pub(super) bytes: Sink,
    pub(super) keys: KeyWatch,
    pub(super) records: u64,
    /// Whether a header row stood before the records; a second one is none.
    headed: bool,
    /// Whether a record was too large to be judged.
    pub(super) undecided: bool,
    line: u64,
}

impl Records {
    pub(super) fn new(kind: Option<Kind>, name: Option<FileName>, limits: Limits) -> Self {
        let layout = kind.and_then(Kind::layout);
        let mut columns = layout.map(columns).unwrap_or_default();
        let month_column = kind.filter(|kind| kind.month_in_name()).and_then(|_| {
            columns.iter().position(|column| matches!(column.field.format, Format::Month | Format::MonthOrZero))
        });
        let month = name.as_ref().and_then(|name| name.month.as_ref());
        if let (Some(column), Some(month)) = (month_column.and_then(|at| columns.get_mut(at)), month) {
            column.month = month.as_bytes().try_into().ok();
        }
        Self {
            layout,
            name,
            columns,
            month_column,
            wrong_months: Vec::new(),
            versions: Vec::new(),
            judged: 0,
            blank: None,
            ends_seen: [false; 2],
            last_end: LineEnd::None,
            unchanged: Unchanged::default(),
            watchers: Watchers::new(kind, limits),
            sink: Sink::new(kind, limits),
            bytes: Sink::new(kind, limits),
            keys: KeyWatch::new(kind, limits),
            records: 0,
            headed: false,
            undecided: false,
            line: 1,
        }
    }

    /// Judges one record; `base` is the offset of the scanned bytes in the file.
    pub(super) fn record(&mut self, record: &RawRecord<'_>, base: u64) {
        let start = base + record.start as u64;
        self.last_end = record.end;
        self.judge(record, start);
        self.line += record.inner_lines + u64::from(record.end != LineEnd::None);
    }

    /// Takes note of a record that is too large to be judged.
    pub(super) fn oversize(&mut self, record: &Oversize, limit: usize) {
        self.last_end = record.end;
        self.report_blank(Severity::Error);
        self.watch_line_end(record.end, record.start + record.len, record.inner_lines);
        self.records += 1;
        self.undecided = true;
        self.miss();
        let bytes = Some((record.start, record.start + record.len));
        let place = Place { record: Some(self.records), line: Some(self.line), bytes, field: None };
        self.sink.say(rules::file::record_limit::breach(limit), place, None);
        if record.open {
            self.sink.say(rules::csv::unclosed_quote::breach(), place, None);
        }
        self.line += record.inner_lines + u64::from(record.end != LineEnd::None);
    }

    fn judge(&mut self, record: &RawRecord<'_>, start: u64) {
        let end = start + record.bytes.len() as u64;
        if record.bytes.is_empty() {
            let place = Place { line: Some(self.line), bytes: Some((start, end)), ..Place::default() };
            self.blank.get_or_insert(place);
            return;
        }
        if record.end == LineEnd::None && record.bytes == [0x1A] {
            let place = Place { line: Some(self.line), bytes: Some((start, end)), ..Place::default() };
            self.bytes.say(control(0x1A), place, None);
            return;
        }
        self.report_blank(Severity::Error);
        self.watch_line_end(record.end, end, record.inner_lines);
        if self.records == 0 && !self.headed && self.is_header(record) {
            let place = Place { line: Some(self.line), bytes: Some((start, end)), ..Place::default() };
            self.sink.say(rules::csv::header_row::breach(), place, None);
            self.headed = true;
            return;
        }
        self.records += 1;
        let place = Place { record: Some(self.records), line: Some(self.line), bytes: Some((start, end)), field: None };
        if !record.regular {
            self.report_quotes(record, place);
        }
        let Some(layout) = self.layout else {
            self.report_defects(record.bytes, place);
            return;
        };
        if record.fields != layout.fields.len() {
            self.report_defects(record.bytes, place);
            self.miss();
            if !record.open {
                self.sink.say(columns_breach(record.fields, layout.fields.len()), place, None);
            }
            return;
        }
        let spoken = self.spoken();
        let changed = self.unchanged.compare(record);
        let fields = self.fields(record, changed, place, start);
        let plain = self.whole(record, fields, &Spot::new(layout, place, start));
        if record.regular && spoken == self.spoken() {
            self.unchanged.remember(record, plain);
        } else {
            self.unchanged.forget();
        }
    }

    /// A record could not be read: nothing is called missing that may stand there.
    const fn miss(&mut self) {
        self.keys.facts.readable = false;
        self.watchers.miss();
    }

    const fn spoken(&self) -> u64 {
        self.sink.spoken() + self.bytes.spoken()
    }

    /// Judges the fields that changed; gives the No. of the first and the last of them.
    fn fields(&mut self, record: &RawRecord<'_>, changed: Changed, place: Place, start: u64) -> (u16, u16) {
        self.judged += 1;
        let mut touched = (u16::MAX, 0);
        let mut columns = std::mem::take(&mut self.columns);
        for (index, (column, (at, raw))) in columns.iter_mut().zip(record.iter()).enumerate() {
            if changed.ends_before(at) {
                break;
            }
            if !changed.touches(at, raw.len()) {
                continue;
            }
            touched = (touched.0.min(column.field.no), column.field.no);
            if record.regular && column.passes(raw) {
                continue;
            }
            let from = start + at as u64;
            let place = Place {
                field: Some(column.field),
                line: line_of(record, place, at),
                bytes: Some((from, from + raw.len() as u64)),
                ..place
            };
            self.field(column, raw, place);
            if self.month_column == Some(index) {
                self.watch_month(column, content(raw).as_ref(), place);
            }
        }
        self.columns = columns;
        touched
    }

    /// The full judgement of one field.
    fn field(&mut self, column: &mut Column, raw: &[u8], place: Place) {
        let field = column.field;
        let defective = self.report_defects(raw, place);
        if !quotes_are_regular(raw) {
            return;
        }
        self.watch_quotes(column, raw, place);
        let content = content(raw);
        if field.format == Format::Version && !content.is_empty() {
            column.look_closer = true;
            if let Some(narrow) = rules::field::full_width::narrowed(&content) {
                self.sink.say(rules::field::full_width::breach(field, &content), place, value(field, &content));
                self.watch_version(&narrow, place);
            } else {
                self.watch_version(&content, place);
            }
        } else if let Some(breach) = rules::field::judge(field, &content).filter(|_| !defective) {
            self.sink.say(breach, place, value(field, &content));
        }
    }

    fn watch_quotes(&mut self, column: &mut Column, raw: &[u8], place: Place) {
        let (field, quoted) = (column.field, raw.first() == Some(&b'"'));
        let breach = match (field.format.is_free_text(), quoted, raw.is_empty()) {
            (true, true, _) | (false, false, _) => return,
            (false, true, _) => {
                column.quotes_mentioned = true;
                rules::csv::plain_quoted::breach()
            }
            (true, false, true) => {
                column.bare_mentioned = true;
                rules::csv::free_text_bare_empty::breach()
            }
            (true, false, false) => rules::csv::free_text_unquoted::breach(field),
        };
        self.sink.say(breach, place, None);
    }

    fn watch_version(&mut self, content: &[u8], place: Place) {
        // Enough to tell versions apart, and no more is kept.
        let content = content.get(..Value::MAX).unwrap_or(content);
        if self.versions.iter().any(|known| known == content) || self.versions.len() >= 8 {
            return;
        }
        // The fast path passes 202407 without a word, so records before this one had that version.
        if !self.versions.is_empty() || (self.judged > 1 && content != b"202407") {
            self.sink.say(rules::file::version_mixed::breach(), place, None);
        }
        self.versions.push(content.to_vec());
        let month = self.name.as_ref().and_then(|name| name.month.as_deref()).map(str::as_bytes);
        if let Some(breach) = rules::file::version::judge(content, month) {
            let shown = place.field.and_then(|field| value(field, content));
            self.sink.say(breach, place, shown);
        }
    }

    fn watch_month(&mut self, column: &mut Column, content: &[u8], place: Place) {
        if rules::field::judge(column.field, content).is_some() || content.is_empty() {
            return;
        }
        let Ok(month) = <[u8; 6]>::try_from(content) else { return };
        let from_name = self.name.as_ref().is_some_and(|name| name.month.is_some());
        let expected = *column.month.get_or_insert(month);
        if expected == month || self.wrong_months.iter().any(|known| known == content) || self.wrong_months.len() >= 16
        {
            return;
        }
        self.wrong_months.push(content.to_vec());
        let breach = rules::file::month::breach(&month, &expected, from_name);
        self.sink.say(breach, place, value(column.field, content));
    }

    /// What the fields of a record say together, `changed` being the first and last that changed;
    /// gives whether the shortcut recognised it.
    fn whole(&mut self, record: &RawRecord<'_>, changed: (u16, u16), spot: &Spot) -> bool {
        let kind = spot.kind();
        let view = View { kind, record, name: self.name.as_ref() };
        if let Some(uses) = &mut self.keys.facts.uses {
            uses.take(&view, spot.whole());
        }
        self.keys.facts.people.take(&view, spot);
        self.keys.take(&view, changed.0, spot);
        let same_from = if self.unchanged.was_plain() { changed.1.saturating_add(1) } else { u16::MAX };
        let plain = rules::record::plain_use::is_plain(&view, same_from);
        if !plain {
            let concerned = |check: &&Check| check.reads.0 <= changed.1 && check.reads.1 >= changed.0;
            for found in rules::record::checks(kind).iter().filter(concerned).filter_map(|check| (check.run)(&view)) {
                let (place, shown) = spot.at(record, found.field);
                self.sink.say(found.breach, place, shown);
            }
        }
        self.watchers.take(&view, changed, spot, &mut self.sink);
        if kind == Kind::Upkihon {
            let picture = encoding::decode_lossy(&content(record.field(62).map_or(&[], |(_, raw)| raw)));
            if !picture.is_empty() && self.keys.facts.pictures.len() < 10_000 && picture.len() <= 256 {
                self.keys.facts.pictures.push((picture, spot.at(record, 62).0));
            }
        }
        plain
    }

    /// Says what is wrong with bytes; true if the value cannot be read.
    fn report_defects(&mut self, bytes: &[u8], place: Place) -> bool {
        if encoding::is_clean(bytes) {
            let disguised = encoding::is_utf8_text(bytes);
            if disguised {
                self.bytes.say(rules::bytes::utf8::breach(false), place, None);
            }
            return disguised;
        }
        let mut fatal = false;
        let start = place.bytes.map_or(0, |(start, _)| start);
        let (mut counted, mut lines) = (0, 0);
        for Defect { offset, len, kind } in encoding::defects(bytes) {
            fatal |= kind.is_fatal();
            lines += line_breaks(bytes.get(counted..offset).unwrap_or(&[]));
            counted = offset;
            let from = start + offset as u64;
            let line = place.line.map(|line| line + lines);
            let spot = Place { line, bytes: Some((from, from + len as u64)), ..place };
            let shown = bytes.get(offset..offset + len).unwrap_or(&[]);
            self.bytes.say(rules::bytes::breach(kind, shown), spot, None);
        }
        fatal
    }

    fn report_quotes(&mut self, record: &RawRecord<'_>, place: Place) {
        let start = place.bytes.map_or(0, |(start, _)| start);
        let (at, raw) = record.iter().find(|(_, raw)| !quotes_are_regular(raw)).unwrap_or((0, record.bytes));
        let field = self.layout.and_then(|layout| {
            let index = record.iter().position(|(offset, _)| offset == at)?;
            layout.fields.get(index)
        });
        let from = start + at as u64;
        let line = line_of(record, place, at);
        let place = Place { field, line, bytes: Some((from, from + raw.len() as u64)), ..place };
        let breach = if record.open { rules::csv::unclosed_quote::breach() } else { rules::csv::stray_quote::breach() };
        self.sink.say(breach, place, None);
    }

    fn report_blank(&mut self, severity: Severity) {
        if let Some(place) = self.blank.take() {
            self.sink.say(rules::csv::blank_line::breach().at_most(severity), place, None);
        }
    }

    fn watch_line_end(&mut self, end: LineEnd, at: u64, inner_lines: u64) {
        let slot = match end {
            LineEnd::Lf => 0,
            LineEnd::Cr => 1,
            LineEnd::CrLf | LineEnd::None => return,
        };
        if let Some(seen) = self.ends_seen.get_mut(slot)
            && !std::mem::replace(seen, true)
        {
            let line = Some(self.line + inner_lines);
            let place = Place { line, bytes: Some((at, at + 1)), ..Place::default() };
            self.sink.say(rules::csv::line_end::breach(end), place, None);
        }
    }

    fn is_header(&self, record: &RawRecord<'_>) -> bool {
        let Some(layout) = self.layout else { return false };
        let same = |(field, (_, raw)): (&Field, (usize, &[u8]))| encoding::decode_lossy(inside(raw)) == field.name;
        let matches = layout.fields.iter().zip(record.iter()).filter(|pair| same((pair.0, pair.1))).count();
        matches >= 3 || (matches >= 1 && layout.fields.iter().zip(record.iter()).next().is_some_and(same))
    }

    /// What can only be said at the end.
    pub(super) fn finish(&mut self, at: u64) {
        self.report_blank(Severity::Warning);
        self.watchers.finish(&mut self.sink);
        if self.last_end == LineEnd::None && self.records > 0 {
            let place = Place { line: Some(self.line), bytes: Some((at, at)), ..Place::default() };
            self.sink.say(rules::csv::last_line_end::breach(), place, None);
        }
        if self.records == 0 {
            self.sink.say(rules::file::empty::breach(), Place::default(), None);
        }
    }
}

fn control(byte: u8) -> Breach {
    rules::bytes::breach(DefectKind::Control, &[byte])
}

fn columns_breach(found: usize, expected: usize) -> Breach {
    rules::csv::columns::RULE.breach(
        Message::new(format!("{found}項目あります"), format!("{found} fields")),
        Message::new(format!("{expected}項目"), format!("{expected} fields")),
    )
}
