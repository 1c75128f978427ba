//! What needs no look: a line for each file and set, so that findings are not lost among them.

use std::io::{self, Write};

use careplan::check::{FileClass, SetReport};
use careplan::text::Lang;

use crate::judge::{CheckOutcome, JudgedFile};
use crate::report::{Options, words};
use crate::shown::visible;

/// Files and sets that are listed; `--verbose` lists them all.
const LISTED: usize = 30;

/// Whether nothing is to be told of a file but that it is there.
pub(super) fn is_clean(file: &JudgedFile) -> bool {
    let counts = file.report.counts;
    counts.total() == 0 || (file.report.class == FileClass::Other && counts.errors + counts.warnings == 0)
}

/// The lists, each under a heading that `heading` dresses.
pub(super) fn write(
    out: &mut dyn Write,
    outcome: &CheckOutcome,
    options: &Options,
    heading: impl Fn(String) -> String,
) -> io::Result<()> {
    let lang = options.lang;
    let listed = if options.verbose { usize::MAX } else { LISTED };
    let files: Vec<_> = outcome.files.iter().filter(|file| is_clean(file)).collect();
    if !files.is_empty() {
        writeln!(out, "\n{}", heading(format!("{} {}", words::CLEAN_FILES.get(lang), files.len())))?;
        let mut folder = None;
        for file in files.iter().take(listed) {
            let here = file.item.path.strip_suffix(&file.item.file_name).unwrap_or_default();
            if folder.replace(here) != Some(here) && !here.is_empty() {
                writeln!(out, "  {}", visible(here))?;
            }
            writeln!(out, "    {}　{}", visible(&file.item.file_name), about(file, lang))?;
        }
        more(out, files.len().saturating_sub(listed), lang)?;
    }
    let sets: Vec<&SetReport> = outcome.sets.iter().filter(|set| set.counts.total() == 0).collect();
    if !sets.is_empty() {
        writeln!(out, "\n{}", heading(format!("{} {}", words::CLEAN_SETS.get(lang), sets.len())))?;
        for set in sets.iter().take(listed) {
            let line =
                format!("{}　{} → {}　{} {}", set.serial, set.from, set.to, words::FILES.get(lang), set.files.len());
            writeln!(out, "  {}", visible(&line))?;
        }
        more(out, sets.len().saturating_sub(listed), lang)?;
    }
    Ok(())
}

fn about(file: &JudgedFile, lang: Lang) -> String {
    match file.report.class {
        FileClass::Other => words::NO_EXCHANGE.get(lang).to_owned(),
        FileClass::Picture => words::PICTURE.get(lang).to_owned(),
        FileClass::Exchange => format!("{} {}", words::RECORDS.get(lang), file.report.records),
    }
}

fn more(out: &mut dyn Write, more: usize, lang: Lang) -> io::Result<()> {
    match (more, lang) {
        (0, _) => Ok(()),
        (_, Lang::Ja) => writeln!(out, "    … ほか {more} 件（--verbose で表示します）"),
        (_, Lang::En) => writeln!(out, "    … {more} more (--verbose shows them)"),
    }
}
