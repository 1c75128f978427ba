//! The record of a finding as it stands in the file, with the field underlined. The bytes are
//! read again from the file, a small piece around the place, so that no report holds them.

use careplan::diagnostic::Finding;
use careplan::layout::{Field, Layout};
use unicode_width::UnicodeWidthChar;

use super::mask::shape_of;
use super::record::{self, Bytes};
use crate::judge::JudgedFile;
use crate::shown::{is_hostile, text_of_ms932};

/// Columns of a line where nothing makes it shorter.
pub(super) const COLUMNS: usize = 96;
/// Characters of one field; the rest is `…`.
const FIELD: usize = 24;

/// A line of the file and the marks below it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The record, or the part of it around the field.
    pub(super) line: String,
    /// Spaces and `^`, as wide as the line demands.
    pub(super) marks: String,
}

impl Excerpt {
    /// What stands before the marks, what is marked, and the rest. Marks are in one piece.
    pub(super) fn parts(&self) -> (String, String, String) {
        let (mut before, mut marked, mut after) = (String::new(), String::new(), String::new());
        let mut column = 0;
        for c in self.line.chars() {
            match self.marks.as_bytes().get(column) {
                Some(b'^') => marked.push(c),
                _ if marked.is_empty() => before.push(c),
                _ => after.push(c),
            }
            column += c.width().unwrap_or(1);
        }
        (before, marked, after)
    }
}

/// The excerpt for a finding of a file; `None` where there is no record to show.
pub(super) fn of(
    bytes: &mut Bytes<'_>,
    file: &JudgedFile,
    finding: &Finding,
    show_values: bool,
    columns: usize,
) -> Option<Excerpt> {
    let around = record::around(bytes, finding)?;
    let layout = file.report.kind.and_then(careplan::layout::Kind::layout);
    let shown = Shown { layout, field: finding.place.field, range: around.range, show_values, columns };
    shown.record(around.bytes(), around.start)
}

struct Shown {
    layout: Option<&'static Layout>,
    field: Option<&'static Field>,
    range: (usize, usize),
    show_values: bool,
    columns: usize,
}

impl Shown {
    fn record(&self, bytes: &[u8], record_start: usize) -> Option<Excerpt> {
        let mut cells = Vec::new();
        record::each_field(bytes, self.layout, |part| {
            let open = self.show_values || part.is_public();
            if part.index > 0 {
                cells.push(Cell { c: ',', marked: false });
            }
            let start = record_start + part.offset;
            let marked = match (self.field, part.field) {
                (Some(wanted), Some(field)) => wanted.no == field.no,
                // A finding about the record as a whole marks no field.
                _ if self.range.1 - self.range.0 >= part.record_len => false,
                _ => start < self.range.1.max(self.range.0 + 1) && start + part.raw.len() >= self.range.0,
            };
            push_field(&mut cells, &text_of_ms932(part.raw), open, marked);
        });
        (!cells.is_empty()).then(|| window(&cells, self.columns))
    }
}

#[derive(Clone, Copy)]
struct Cell {
    c: char,
    marked: bool,
}

impl Cell {
    fn width(self) -> usize {
        self.c.width().unwrap_or(1)
    }
}

fn push_field(cells: &mut Vec<Cell>, text: &str, open: bool, marked: bool) {
    let before = cells.len();
    for c in text.chars().filter(|&c| c != '\r').take(FIELD) {
        let c = match c {
            '\n' => '⏎',
            '"' => '"',
            c if is_hostile(c) => '·',
            c if open => c,
            c => shape_of(c),
        };
        cells.push(Cell { c, marked });
    }
    if text.chars().nth(FIELD).is_some() {
        cells.push(Cell { c: '…', marked });
    }
    if marked && cells.len() == before {
        // An empty field is pointed at where it would stand.
        cells.push(Cell { c: '␣', marked });
    }
}

/// Cuts a long record to the columns around the marks, a third of them before.
fn window(cells: &[Cell], columns: usize) -> Excerpt {
    let total: usize = cells.iter().map(|cell| cell.width()).sum();
    let to_mark: usize = cells.iter().take_while(|cell| !cell.marked).map(|cell| cell.width()).sum();
    let skip = if total <= columns { 0 } else { to_mark.saturating_sub(columns / 3) };
    let (mut line, mut marks) = (String::new(), String::new());
    if skip > 0 {
        line.push('…');
        marks.push(' ');
    }
    let (mut column, mut used) = (0, 0);
    for cell in cells {
        let at = column;
        column += cell.width();
        if at < skip {
            continue;
        }
        used += cell.width();
        if used > columns {
            line.push('…');
            break;
        }
        line.push(cell.c);
        marks.extend(std::iter::repeat_n(if cell.marked { '^' } else { ' ' }, cell.width()));
    }
    Excerpt { line, marks: marks.trim_end().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use careplan::layout::Kind;

    fn shown(no: u16, range: (usize, usize), show_values: bool) -> Shown {
        let layout = Kind::Dltplan.layout();
        Shown { layout, field: layout.and_then(|layout| layout.field(no)), range, show_values, columns: COLUMNS }
    }

    #[test]
    fn the_field_is_underlined_and_private_fields_are_masked() {
        let excerpt = shown(4, (25, 31), false).record(b"202407,987099,0000214364,202513\r\n", 0).expect("an excerpt");
        assert_eq!(excerpt.line, "202407,987099,##########,202513");
        assert_eq!(excerpt.marks, "                         ^^^^^^");
    }

    #[test]
    fn a_record_whose_columns_have_shifted_is_masked_throughout() {
        let excerpt = shown(4, (0, 3), false).record(b"202407,x,987099,0000214364,202513\r\n", 0).expect("an excerpt");
        assert_eq!(excerpt.line, "######,x,######,##########,######");
    }

    #[test]
    fn wide_characters_are_underlined_two_columns_wide() {
        let text = careplan::encoding::encode("202407,山田,1,2\r\n").expect("MS932");
        let excerpt = shown(2, (7, 11), true).record(&text, 0).expect("an excerpt");
        assert_eq!(excerpt.line, "202407,山田,1,2");
        assert_eq!(excerpt.marks, "       ^^^^");
        assert_eq!(excerpt.parts(), ("202407,".to_owned(), "山田".to_owned(), ",1,2".to_owned()));
    }

    #[test]
    fn a_long_record_is_cut_to_the_columns_around_the_field() {
        let mut cells: Vec<_> = (0..300).map(|_| Cell { c: 'a', marked: false }).collect();
        cells.extend([Cell { c: '山', marked: true }; 3]);
        cells.extend((0..300).map(|_| Cell { c: 'b', marked: false }));
        let excerpt = window(&cells, COLUMNS);
        assert!(excerpt.line.starts_with('…') && excerpt.line.ends_with('…'));
        assert_eq!(excerpt.marks.trim_start(), "^^^^^^");
        assert!(excerpt.line.contains("山山山"));
    }
}
