//! A set under alteration: where chance points, and the few ways of altering it.

use careplan::layout::Kind;

use super::dice::Dice;
use super::set::{File, NameParts};
use super::table::{Cell, Row, Table, quoted, text_of};

/// Where a finding may point; a missing part is not asked about.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Spot {
    /// The file.
    pub file: Option<String>,
    /// The record, counted from 1.
    pub record: Option<u64>,
    /// The No. of the field.
    pub field: Option<u16>,
}

/// The places of a defect that was put in (one is enough; none asks for no place), or `None`
/// where the set has nothing that could have this defect.
pub type Outcome = Option<Vec<Spot>>;

/// A copy of a set that a defect is being put into.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) files: Vec<File>,
    pub(super) dice: Dice,
}

/// A cell that was found, and what it says.
type Found = (At, Vec<u8>);

/// The place of one cell: file, record and column, from 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub(super) file: usize,
    pub(super) record: usize,
    pub(super) column: usize,
}

impl Draft {
    pub(super) const fn new(files: Vec<File>, dice: Dice) -> Self {
        Self { files, dice }
    }

    pub(super) fn file_name(&self, file: usize) -> Option<String> {
        self.files.get(file).map(|file| file.name.clone())
    }

    /// A place that is a whole file.
    pub(super) fn in_file(&self, file: usize) -> Outcome {
        Some(vec![Spot { file: self.file_name(file), record: None, field: None }])
    }

    /// A place that is a record (from 0).
    pub(super) fn in_record(&self, file: usize, record: usize) -> Outcome {
        Some(vec![Spot { file: self.file_name(file), record: u64::try_from(record + 1).ok(), field: None }])
    }

    pub(super) fn table(&self, file: usize) -> Option<Table> {
        Table::read(self.files.get(file)?)
    }

    pub(super) fn put(&mut self, file: usize, table: &Table) {
        self.overwrite(file, table.write());
    }

    pub(super) fn overwrite(&mut self, file: usize, bytes: Vec<u8>) {
        if let Some(file) = self.files.get_mut(file) {
            file.bytes = bytes;
        }
    }

    /// The files of a kind.
    pub(super) fn all_of(&self, kind: Kind) -> Vec<usize> {
        (0..self.files.len()).filter(|&at| self.files.get(at).and_then(File::kind) == Some(kind)).collect()
    }

    /// One file of a kind.
    pub(super) fn one_of(&mut self, kind: Kind) -> Option<usize> {
        let all = self.all_of(kind);
        self.dice.pick(&all).copied()
    }

    /// One CSV whose records fulfil a condition.
    pub(super) fn csv(&mut self, wanted: impl Fn(&Table) -> bool) -> Option<(usize, Table)> {
        let tables: Vec<_> =
            (0..self.files.len()).filter_map(|at| Some((at, self.table(at).filter(|table| wanted(table))?))).collect();
        self.dice.pick(&tables).cloned()
    }

    /// One cell: first which field, then which record, so that rare fields come up as well.
    pub(super) fn find(&mut self, wanted: impl Fn(&Cell<'_>) -> bool) -> Option<Found> {
        let mut columns: Vec<((Kind, u16), Vec<Found>)> = Vec::new();
        for file in 0..self.files.len() {
            let Some(table) = self.table(file) else { continue };
            for cell in table.cells().filter(&wanted) {
                let place = At { file, record: cell.record, column: usize::from(cell.field.no) - 1 };
                let key = (cell.kind, cell.field.no);
                match columns.iter_mut().find(|(known, _)| *known == key) {
                    Some((_, cells)) => cells.push((place, cell.text())),
                    None => columns.push((key, vec![(place, cell.text())])),
                }
            }
        }
        let (_, cells) = self.dice.pick(&columns)?;
        self.dice.pick(cells).cloned()
    }

    /// Replaces what a cell says, quoted as it was.
    pub(super) fn set(&mut self, at: At, text: &[u8]) -> Outcome {
        let quotes = self.table(at.file)?.rows.get(at.record)?.get(at.column)?.starts_with(b"\"");
        self.set_raw(at, if quotes { quoted(text) } else { text.to_vec() })
    }

    /// Replaces the bytes of a cell, quotes included.
    pub(super) fn set_raw(&mut self, at: At, raw: Vec<u8>) -> Outcome {
        let mut table = self.table(at.file)?;
        *table.rows.get_mut(at.record)?.get_mut(at.column)? = raw;
        self.put(at.file, &table);
        let mut spots = self.in_record(at.file, at.record)?;
        spots.iter_mut().for_each(|spot| spot.field = u16::try_from(at.column + 1).ok());
        Some(spots)
    }

    /// Alters what one cell says.
    pub(super) fn edit(
        &mut self,
        wanted: impl Fn(&Cell<'_>) -> bool,
        change: impl FnOnce(&[u8], &mut Dice) -> Vec<u8>,
    ) -> Outcome {
        let (at, old) = self.find(wanted)?;
        let new = change(&old, &mut self.dice);
        if new == old { None } else { self.set(at, &new) }
    }

    /// Replaces what one cell says by a text in ASCII.
    pub(super) fn write(&mut self, wanted: impl Fn(&Cell<'_>) -> bool, text: &str) -> Outcome {
        self.edit(wanted, |_, _| text.as_bytes().to_vec())
    }

    /// Alters all rows of one file at once.
    pub(super) fn rows(&mut self, file: usize, change: impl FnOnce(&mut Vec<Row>)) -> Option<()> {
        let mut table = self.table(file)?;
        change(&mut table.rows);
        self.put(file, &table);
        Some(())
    }

    /// Adds a copy of one row right behind it and alters the copy.
    pub(super) fn double(
        &mut self,
        kind: Kind,
        wanted: impl Fn(&Row) -> bool,
        change: impl FnOnce(&mut Row),
    ) -> Outcome {
        let file = self.one_of(kind)?;
        let mut table = self.table(file)?;
        let at = table.rows.iter().position(wanted)?;
        let mut copy = table.rows.get(at)?.clone();
        change(&mut copy);
        table.rows.insert(at + 1, copy);
        self.put(file, &table);
        self.in_record(file, at + 1)
    }

    /// Takes out the rows of one file of a kind that fulfil a condition; some must remain.
    pub(super) fn drop_rows(&mut self, kind: Kind, unwanted: impl Fn(&Row) -> bool) -> Outcome {
        let file = self.one_of(kind)?;
        let mut table = self.table(file)?;
        let before = table.rows.len();
        table.rows.retain(|row| !unwanted(row));
        if table.rows.is_empty() || table.rows.len() == before {
            return None;
        }
        self.put(file, &table);
        self.in_file(file)
    }

    /// Alters the name of one file.
    pub(super) fn rename(
        &mut self,
        wanted: impl Fn(Kind) -> bool,
        change: impl FnOnce(&mut NameParts, &mut Dice) -> Option<()>,
    ) -> Outcome {
        self.rename_text(wanted, |parts, dice| {
            change(parts, dice)?;
            Some(parts.join())
        })
    }

    /// Replaces the name of one file by any text.
    pub(super) fn rename_text(
        &mut self,
        wanted: impl Fn(Kind) -> bool,
        change: impl FnOnce(&mut NameParts, &mut Dice) -> Option<String>,
    ) -> Outcome {
        let files: Vec<usize> =
            (0..self.files.len()).filter(|&at| self.files.get(at).and_then(File::kind).is_some_and(&wanted)).collect();
        let at = *self.dice.pick(&files)?;
        let mut parts = NameParts::of(&self.files.get(at)?.name)?;
        let name = change(&mut parts, &mut self.dice)?;
        let file = self.files.get_mut(at).filter(|file| file.name != name)?;
        file.name = name;
        self.in_file(at)
    }

    /// Alters the names of all files alike; not where a record holds the name of a picture.
    pub(super) fn rename_all(&mut self, change: impl Fn(&mut NameParts)) -> Outcome {
        let is_picture = |file: &File| file.kind() == Some(Kind::UpkihonImage);
        if self.files.iter().any(is_picture) {
            return None;
        }
        for file in &mut self.files {
            let mut parts = NameParts::of(&file.name)?;
            change(&mut parts);
            file.name = parts.join();
        }
        Some(self.files.iter().map(|file| Spot { file: Some(file.name.clone()), record: None, field: None }).collect())
    }

    /// Insurer and insured of the first record of a kind.
    pub(super) fn person(&self, kind: Kind) -> Option<(Vec<u8>, Vec<u8>)> {
        let table = self.table(*self.all_of(kind).first()?)?;
        let row = table.rows.first()?;
        Some((text_of(row, 2), text_of(row, 3)))
    }
}
