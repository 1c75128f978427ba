//! One record as it was read: its fields by the identifiers of the layout.
//!
//! Not the typed records of `careplan`: those refuse a record with one wrong field, and a person
//! who looks for that field wants to see the rest of the form around it.

use careplan::layout::{Field, Kind, Layout};

/// A record with as many fields as its layout has.
#[derive(Debug)]
pub(super) struct Row {
    layout: &'static Layout,
    /// The fields one behind the other, decoded, quotes off.
    text: String,
    /// Where each field ends in `text`.
    ends: Vec<usize>,
    /// Index of the paper it stands in.
    pub(super) paper: usize,
    /// Line in that paper, from 1.
    pub(super) line: u64,
}

impl Row {
    /// `None` where the fields are fewer than the layout has, or more that are not empty.
    pub(super) fn new<S: AsRef<str>>(
        layout: &'static Layout,
        fields: impl IntoIterator<Item = S>,
        paper: usize,
        line: u64,
    ) -> Option<Self> {
        let (mut text, mut ends, mut surplus) = (String::new(), Vec::with_capacity(layout.fields.len()), false);
        for field in fields {
            let field = field.as_ref();
            if ends.len() < layout.fields.len() {
                text.push_str(field);
                ends.push(text.len());
            } else {
                surplus |= !field.is_empty();
            }
        }
        (ends.len() == layout.fields.len() && !surplus).then_some(Self { layout, text, ends, paper, line })
    }

    pub(super) fn kind(&self) -> Kind {
        self.layout.kind
    }

    /// The field with this identifier and what stands in it, trimmed of nothing.
    pub(super) fn field(&self, ident: &str) -> Option<(&'static Field, &str)> {
        let index = self.layout.fields.iter().position(|field| field.ident == ident);
        debug_assert!(index.is_some(), "{} has no field {ident}", self.layout.kind.code());
        let index = index?;
        let start = index.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied())?;
        Some((self.layout.fields.get(index)?, self.text.get(start..*self.ends.get(index)?)?))
    }

    /// What stands in the field with this identifier.
    pub(super) fn get(&self, ident: &str) -> &str {
        self.field(ident).map_or("", |(_, text)| text)
    }

    /// What stands in it as a number; 0 where it is none.
    pub(super) fn number(&self, ident: &str) -> i64 {
        self.get(ident).parse().unwrap_or(0)
    }
}

/// The contents of a field in several rows: each once, in order, without empty ones.
pub(super) fn distinct<'a>(rows: impl IntoIterator<Item = &'a Row>, ident: &str) -> Vec<&'a Row> {
    let mut found: Vec<&Row> = Vec::new();
    for row in rows {
        let text = row.get(ident);
        // Whoever fills a field differently in every row is shown the first of them.
        if !text.is_empty() && found.len() <= MOST && found.iter().all(|known| known.get(ident) != text) {
            found.push(row);
        }
    }
    found
}

/// Different contents of a field that stands once on a form; one more tells that there are others.
pub(super) const MOST: usize = 8;
