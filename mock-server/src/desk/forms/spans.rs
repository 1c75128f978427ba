//! Cells that reach over several rows: the standard leaves a text empty, or repeats it, where it
//! is that of the row before (第2表 No.7–12, 支援計画書 別表 No.6–13).

use super::row::Row;

/// One group of columns that may be merged.
pub(super) struct Level {
    /// The running number that tells one cell from the next.
    pub(super) number: Option<&'static str>,
    /// The texts of the group.
    pub(super) texts: &'static [&'static str],
}

/// Over how many rows the cell of each level reaches that begins in a row; `None` in a row that a
/// cell above reaches into. Levels lie inside each other, the widest first.
pub(super) fn spans(rows: &[&Row], levels: &[Level]) -> Vec<Vec<Option<usize>>> {
    let mut spans: Vec<Vec<Option<usize>>> = Vec::with_capacity(rows.len());
    let mut begun: Vec<usize> = vec![0; levels.len()];
    for (at, row) in rows.iter().enumerate() {
        let mut outer = at > 0;
        let mut line = Vec::with_capacity(levels.len());
        for (level, begin) in levels.iter().zip(&mut begun) {
            outer = outer && rows.get(*begin).is_some_and(|first| continues(first, row, level));
            if !outer {
                *begin = at;
            }
            line.push((!outer).then_some(1));
        }
        spans.push(line);
        for (index, begin) in begun.iter().enumerate() {
            if *begin < at
                && let Some(Some(span)) = spans.get_mut(*begin).and_then(|line| line.get_mut(index))
            {
                *span += 1;
            }
        }
    }
    spans
}

fn continues(first: &Row, row: &Row, level: &Level) -> bool {
    level.number.is_none_or(|number| first.get(number) == row.get(number))
        && level.texts.iter().all(|text| row.get(text).is_empty() || first.get(text) == row.get(text))
}

/// Sorts rows by their running numbers (R118, R131); where one of them is no number, the order of
/// the file is all there is.
pub(super) fn sort(rows: &mut [&Row], numbers: &[&str]) {
    let key = |row: &Row| numbers.iter().map(|ident| row.get(ident).parse().ok()).collect::<Option<Vec<u32>>>();
    if rows.iter().all(|row| key(row).is_some()) {
        rows.sort_by_cached_key(|row| key(row));
    }
}
