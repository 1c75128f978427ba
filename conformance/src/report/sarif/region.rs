//! Where a finding stands, as SARIF counts: lines and columns from 1, bytes from 0.
//!
//! Columns count UTF-16 code units of the text that the bytes are in MS932 (`columnKind`,
//! `defaultEncoding`), so that an editor that opens the file as Shift_JIS shows the same column; a
//! byte that is no MS932 counts as one. Bytes are those of the file as received.

use careplan::diagnostic::Finding;
use serde::Serialize;

use crate::report::record::Bytes;
use crate::shown::text_of_ms932;

/// How far before a place its line may begin, and how long a place may be, to have columns.
const REACH: u64 = 64 << 10;

/// A `region` of the form.
#[derive(Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    #[serde(skip_serializing_if = "Option::is_none")]
    start_line: Option<u64>,
    #[serde(flatten)]
    columns: Option<Columns>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_offset: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_length: Option<u64>,
}

#[derive(Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
struct Columns {
    start_column: usize,
    end_line: u64,
    end_column: usize,
}

/// The region of a finding; `None` where it is about the file as a whole.
pub(super) fn of(finding: &Finding, bytes: &mut Bytes<'_>) -> Option<Region> {
    let place = finding.place;
    if place.line.is_none() && place.bytes.is_none() {
        return None;
    }
    Some(Region {
        start_line: place.line,
        columns: place.line.zip(place.bytes).and_then(|(line, range)| columns(line, range, bytes)),
        byte_offset: place.bytes.map(|(start, _)| start),
        byte_length: place.bytes.map(|(start, end)| end.saturating_sub(start)),
    })
}

fn columns(line: u64, (start, end): (u64, u64), bytes: &mut Bytes<'_>) -> Option<Columns> {
    let length = end.saturating_sub(start);
    let from = start.saturating_sub(REACH);
    if length > REACH {
        return None;
    }
    let piece = bytes.piece(from, start - from + length)?;
    let (before, inside) = piece.split_at_checked(usize::try_from(start - from).ok()?)?;
    let line_start = before.iter().rposition(|byte| is_break(*byte)).map(|at| at + 1);
    // A line that begins before the piece has no column here.
    let line_start = line_start.or((from == 0).then_some(0))?;
    let start_column = 1 + units(before.get(line_start..)?);
    let (end_line, end_column) = match inside.iter().rposition(|byte| is_break(*byte)) {
        None => (line, start_column + units(inside)),
        Some(last) => (line + breaks(inside), 1 + units(inside.get(last + 1..)?)),
    };
    Some(Columns { start_column, end_line, end_column })
}

const fn is_break(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

/// Line breaks as lines are counted: CR LF, CR and LF are one each.
fn breaks(bytes: &[u8]) -> u64 {
    let mut before = 0;
    let mut breaks = 0;
    for &byte in bytes {
        breaks += u64::from(byte == b'\r' || (byte == b'\n' && before != b'\r'));
        before = byte;
    }
    breaks
}

fn units(bytes: &[u8]) -> usize {
    text_of_ms932(bytes).encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Source;
    use crate::report::record::Reread;

    fn columns_of(content: &[u8], line: u64, range: (u64, u64)) -> Option<(usize, u64, usize)> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.CSV");
        std::fs::write(&path, content).expect("written");
        let mut file = crate::report::example::outcome().files.remove(0);
        file.item.source = Source::File(path);
        let mut reread = Reread::default();
        columns(line, range, reread.of(&file)).map(|c| (c.start_column, c.end_line, c.end_column))
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = careplan::encoding::encode("a\r\n山田,12\r\n").expect("MS932");
        assert_eq!(columns_of(&text, 2, (8, 10)), Some((4, 2, 6)));
        assert_eq!(columns_of(&text, 1, (0, 1)), Some((1, 1, 2)));
    }

    #[test]
    fn a_place_with_line_breaks_ends_on_a_later_line() {
        assert_eq!(columns_of(b"a,\"x\r\ny\nzz\",b", 1, (2, 11)), Some((3, 3, 4)));
    }

    #[test]
    fn a_line_that_begins_too_far_away_has_no_columns() {
        let text = vec![b'1'; 70_000];
        assert_eq!(columns_of(&text, 1, (69_000, 69_001)), None);
        assert_eq!(columns_of(&text, 1, (60_000, 60_001)), Some((60_001, 1, 60_002)));
        assert_eq!(columns_of(&text, 1, (0, 70_000)), None);
        assert_eq!(columns_of(b"a", 1, (5, 6)), None);
    }
}
