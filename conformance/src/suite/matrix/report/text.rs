//! The table for a person at a terminal.

use std::io::{self, Write};

use careplan::text::Lang;

use super::super::outcome::{MatrixOutcome, Side, letter, sentence};
use super::words;
use crate::report::words as common;
use crate::suite::report::table;

/// Writes the table and the numbers of each side; what is behind them stands in the page.
///
/// # Errors
/// What the writer says.
pub fn write(outcome: &MatrixOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for (at, member) in outcome.members.iter().enumerate() {
        writeln!(out, "{}: {}", letter(at), member.name())?;
    }
    writeln!(out, "\n■ {}", words::WRITES.get(lang))?;
    let members = 0..outcome.members.len();
    let mut rows = vec![[String::new()].into_iter().chain(members.clone().map(|at| letter(at).to_string())).collect()];
    for writer in members {
        let mut row = vec![letter(writer).to_string()];
        row.extend(outcome.cells.iter().filter(|cell| cell.writer == writer).map(|cell| match outcome.worst(cell) {
            None => "-".to_owned(),
            Some(worst) => {
                let tally = outcome.tally(cell);
                format!("{} {}/{}", worst.title().get(lang), tally.passed, tally.exchanges)
            }
        }));
        rows.push(row);
    }
    table(&rows, out)?;
    writeln!(out)?;
    for cell in &outcome.cells {
        let tally = outcome.tally(cell);
        for (side, who, count) in [(Side::Writer, cell.writer, tally.writer), (Side::Reader, cell.reader, tally.reader)]
        {
            if count > 0 {
                let (writer, reader, who) = (letter(cell.writer), letter(cell.reader), letter(who));
                let (mend, side) = (words::SIDE.get(lang), side.title().get(lang));
                writeln!(out, "{writer} → {reader}: {mend} {who} ({side}) {count}")?;
            }
        }
    }
    writeln!(out, "{}: {}", words::REQUIREMENTS.get(lang), outcome.requirements)?;
    writeln!(out, "{}: {}", words::EXCHANGES.get(lang), outcome.exchanges.len())?;
    writeln!(out, "{}", sentence(outcome.overall()).get(lang))?;
    writeln!(out, "{}", common::SELF_TEST.get(lang))
}
