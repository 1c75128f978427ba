//! The report for a person at a terminal.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use careplan::text::Lang;
use unicode_width::UnicodeWidthStr;

use super::{matrix, reasons, software, to_see, words};
use crate::report::{Options, words as common};
use crate::shown::visible;
use crate::story::Role;
use crate::suite::case::Pattern;
use crate::suite::run::{Overall, SuiteOutcome};
use crate::suite::verdict::Verdict;

/// Cases told in full; `--verbose` tells them all.
const IN_FULL: usize = 40;

const HEAD: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default().bold();
const BAD: Style = AnsiColor::Red.on_default().bold();

pub(super) fn write(outcome: &SuiteOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let paint =
        |style: Style, text: &str| if options.color { format!("{style}{text}{style:#}") } else { text.to_owned() };
    let heading = |text: &str| paint(HEAD, &format!("■ {text}"));
    let to_see = to_see(outcome);
    if !to_see.is_empty() {
        writeln!(out, "{}", heading(&format!("{} {}", words::TO_SEE.get(lang), to_see.len())))?;
    }
    let listed = if options.verbose { usize::MAX } else { IN_FULL };
    for result in to_see.iter().take(listed) {
        let verdict = paint(if result.counts() { BAD } else { HEAD }, result.verdict.title().get(lang));
        writeln!(out, "  {verdict} {}　{} [{}]", result.id, visible(result.title.get(lang)), result.source)?;
        for line in reasons(result, lang) {
            writeln!(out, "      {line}")?;
        }
    }
    if let Some(more) = to_see.len().checked_sub(listed).filter(|more| *more > 0) {
        writeln!(out, "  {}", more_line(more, lang))?;
    }
    if !outcome.stale.is_empty() {
        writeln!(out, "\n{}", heading(words::STALE.get(lang)))?;
        for line in &outcome.stale {
            writeln!(out, "  {}", visible(line.get(lang)))?;
        }
    }
    writeln!(out, "\n{}", heading(words::MATRIX.get(lang)))?;
    classes(outcome, lang, out)?;
    writeln!(out, "\n{}", heading(words::BY_PATTERN.get(lang)))?;
    patterns(outcome, lang, out)?;
    let style = if outcome.overall == Overall::Pass { GOOD } else { BAD };
    writeln!(out, "\n{}: {}", words::SOFTWARE.get(lang), software(outcome))?;
    writeln!(
        out,
        "{}: {}　{}: {}",
        words::REQUIREMENTS.get(lang),
        outcome.requirements,
        words::CASES.get(lang),
        outcome.results.len()
    )?;
    if let Some((k, n)) = outcome.selection.shard {
        writeln!(out, "{}: {k}/{n}", words::SHARD.get(lang))?;
    }
    if !outcome.hello.own_fields.is_empty() {
        writeln!(out, "{}: {}", words::OWN_FIELDS.get(lang), visible(&outcome.hello.own_fields.join(" ")))?;
    }
    writeln!(out, "{}", paint(style, outcome.overall.sentence().get(lang)))?;
    writeln!(out, "{}", common::SELF_TEST.get(lang))
}

fn more_line(more: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("ほか {more} 件（--verbose ですべて表示します）"),
        Lang::En => format!("{more} more (--verbose tells them all)"),
    }
}

fn classes(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut head = vec![words::CLASS.get(lang).to_owned()];
    head.extend(Verdict::ALL.iter().map(|verdict| verdict.title().get(lang).to_owned()));
    let mut rows = vec![head];
    for row in matrix::by_class(outcome) {
        let mut line = vec![row.class.title().get(lang).to_owned()];
        line.extend(row.counts.iter().map(|count| if *count == 0 { "-".to_owned() } else { count.to_string() }));
        rows.push(line);
    }
    let mut total = vec![words::TOTAL.get(lang).to_owned()];
    total.extend(outcome.totals().values().map(usize::to_string));
    rows.push(total);
    table(&rows, out)
}

fn patterns(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let cells = matrix::by_pattern(outcome);
    let mut head = vec![words::ROLE.get(lang).to_owned()];
    head.extend(Pattern::ALL.iter().map(|pattern| pattern.as_str().to_owned()));
    let mut rows = vec![head];
    for role in Role::ALL.iter().filter(|role| outcome.selection.roles.contains(role)) {
        let mut line = vec![role.title().get(lang).to_owned()];
        line.extend(Pattern::ALL.iter().map(|pattern| matrix::cell(&cells, *role, *pattern)));
        rows.push(line);
    }
    table(&rows, out)
}

/// Columns as wide as their widest cell; a Japanese character takes two.
pub(in crate::suite) fn table(rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width).collect();
    for row in rows {
        let mut line = String::from(" ");
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let blank = " ".repeat(width.saturating_sub(cell.width()));
            line.push(' ');
            // Names stand at the left, numbers at the right.
            line.push_str(&if at == 0 { format!("{cell}{blank}") } else { format!(" {blank}{cell}") });
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
