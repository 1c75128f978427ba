//! The records of a file as raw fields: what is not altered goes back byte for byte.

use careplan::csv::{LineEnd, Scanner, content};
use careplan::layout::{Field, Kind, Layout};

use super::set::File;

/// One record; each field as it stands in the file, quotes included.
pub(super) type Row = Vec<Vec<u8>>;

/// The records of one file.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) layout: &'static Layout,
    pub(super) rows: Vec<Row>,
}

impl Table {
    /// Splits a canonical file; `None` where it is no CSV, or would not be given back byte for byte.
    pub(super) fn read(file: &File) -> Option<Self> {
        let layout = file.kind()?.layout()?;
        let (mut rows, mut regular) = (Vec::new(), true);
        Scanner::default().scan(&file.bytes, true, |record| {
            regular &= record.regular && record.end == LineEnd::CrLf && record.fields == layout.fields.len();
            rows.push(record.iter().map(|(_, raw)| raw.to_vec()).collect());
        });
        regular.then_some(Self { layout, rows })
    }

    pub(super) const fn kind(&self) -> Kind {
        self.layout.kind
    }

    /// The file again.
    pub(super) fn write(&self) -> Vec<u8> {
        self.rows.iter().flat_map(|row| [row.join(&b','), b"\r\n".to_vec()].concat()).collect()
    }

    /// Every cell, row by row.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.rows.iter().enumerate().flat_map(move |(record, row)| {
            self.layout.fields.iter().zip(row).map(move |(field, raw)| Cell {
                kind: self.kind(),
                record,
                field,
                raw,
                row,
            })
        })
    }
}

/// One field of one record, with its neighbours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'a> {
    pub(super) kind: Kind,
    /// Index of the record, from 0.
    pub(super) record: usize,
    pub(super) field: &'static Field,
    pub(super) raw: &'a [u8],
    pub(super) row: &'a Row,
}

impl Cell<'_> {
    /// What it says, quotes off.
    pub(super) fn text(&self) -> Vec<u8> {
        content(self.raw).into_owned()
    }

    /// Whether it says anything.
    pub(super) fn is_filled(&self) -> bool {
        !content(self.raw).is_empty()
    }

    /// Whether it is this field of this kind.
    pub(super) fn at(&self, kind: Kind, no: u16) -> bool {
        self.kind == kind && self.field.no == no
    }

    /// What another field of the same record says.
    pub(super) fn of(&self, no: u16) -> Vec<u8> {
        text_of(self.row, no)
    }
}

/// What the field with a No. (from 1) says; empty where there is none.
pub(super) fn text_of(row: &Row, no: u16) -> Vec<u8> {
    row.get(usize::from(no).wrapping_sub(1)).map(|raw| content(raw).into_owned()).unwrap_or_default()
}

/// A text as it stands in a file, its own quotes doubled.
pub(super) fn quoted(text: &[u8]) -> Vec<u8> {
    let mut raw = vec![b'"'];
    for &byte in text {
        if byte == b'"' {
            raw.push(byte);
        }
        raw.push(byte);
    }
    raw.push(b'"');
    raw
}
