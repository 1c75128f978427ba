//! Records as JSON, `renkei.inspect/1`: each as `careplan::record::AnyRecord` writes it. Values
//! that could tell of a person are shapes unless asked for; a row that is no record of its kind
//! is `null`, with its problems listed behind.

use std::io::{self, Write};

use careplan::layout::Layout;
use careplan::record::AnyRecord;
use careplan::text::Message;
use conformance::report::mask;
use serde::{Serialize, Serializer};

use super::rows::Row;
use super::{Show, View};

/// Problems that are listed; the rest are counted.
const LISTED: usize = 1_000;

/// Writes the document, record by record.
pub(super) struct Document<'a> {
    view: &'a View<'a>,
    out: &'a mut dyn Write,
    is_first: bool,
    problems: Vec<Problem>,
    counted: u64,
}

#[derive(Serialize)]
struct Problem {
    record: u64,
    line: u64,
    message: String,
}

impl<'a> Document<'a> {
    /// Writes the head.
    pub(super) fn new(view: &'a View<'a>, out: &'a mut dyn Write) -> io::Result<Self> {
        let path = serde_json::to_string(&view.path.to_string_lossy())?;
        let kind = view.layout.kind.code();
        write!(out, "{{\"schema\":\"renkei.inspect/1\",\"path\":{path},\"kind\":\"{kind}\",\"records\":[")?;
        Ok(Self { view, out, is_first: true, problems: Vec::new(), counted: 0 })
    }
}

impl Show for Document<'_> {
    fn row(&mut self, row: &Row, problems: &[Message]) -> io::Result<()> {
        if !std::mem::replace(&mut self.is_first, false) {
            self.out.write_all(b",")?;
        }
        self.counted += problems.len() as u64;
        for problem in problems {
            if self.problems.len() < LISTED {
                let message = problem.get(self.view.lang).to_owned();
                self.problems.push(Problem { record: row.record, line: row.line, message });
            }
        }
        let texts: Vec<&str> = row.texts.iter().map(String::as_str).collect();
        match AnyRecord::from_texts(self.view.layout.kind, &texts) {
            Some(Ok(record)) if problems.is_empty() => {
                if self.view.show_values {
                    serde_json::to_writer(&mut *self.out, &record)?;
                } else {
                    let texts = record.to_texts();
                    let kind = self.view.layout.kind.code();
                    write!(self.out, "{{\"{kind}\":")?;
                    serde_json::to_writer(&mut *self.out, &Masked { layout: self.view.layout, texts: &texts })?;
                    self.out.write_all(b"}")?;
                }
                Ok(())
            }
            _ => self.out.write_all(b"null"),
        }
    }

    fn end(&mut self) -> io::Result<()> {
        self.out.write_all(b"],\"problems\":")?;
        serde_json::to_writer(&mut *self.out, &self.problems)?;
        writeln!(self.out, ",\"problem_count\":{}}}", self.counted)
    }
}

/// A record in the form of [`AnyRecord`], private values as shapes.
struct Masked<'a> {
    layout: &'static Layout,
    texts: &'a [String],
}

impl Serialize for Masked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.layout.fields.iter().zip(self.texts).map(|(field, text)| {
            let is_missing = text.is_empty() && !field.format.is_free_text();
            let shown = if field.format.is_private() { mask(text) } else { text.clone() };
            (field.key, (!is_missing).then_some(shown))
        }))
    }
}
