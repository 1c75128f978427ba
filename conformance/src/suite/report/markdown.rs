//! A summary in Markdown, for the page of a pipeline.

use std::io::{self, Write};

use careplan::text::Lang;

use super::{matrix, reasons, software, to_see, words};
use crate::report::markdown::escaped;
use crate::report::words as common;
use crate::story::Role;
use crate::suite::case::Pattern;
use crate::suite::run::SuiteOutcome;
use crate::suite::verdict::Verdict;

/// Cases in the table; the rest are counted.
const LISTED: usize = 100;

pub(super) fn write(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", words::TITLE.get(lang))?;
    writeln!(out, "{}\n", outcome.overall.sentence().get(lang))?;
    writeln!(out, "- {}: {}", words::SOFTWARE.get(lang), escaped(&software(outcome)))?;
    writeln!(out, "- {}: {}", words::REQUIREMENTS.get(lang), outcome.requirements)?;
    if !outcome.hello.own_fields.is_empty() {
        writeln!(out, "- {}: {}", words::OWN_FIELDS.get(lang), escaped(&outcome.hello.own_fields.join(" ")))?;
    }
    for line in &outcome.stale {
        writeln!(out, "- {}", escaped(line.get(lang)))?;
    }
    writeln!(out, "\n### {}\n", words::MATRIX.get(lang))?;
    let heads = Verdict::ALL.iter().map(|verdict| verdict.title().get(lang).to_owned());
    row(out, [words::CLASS.get(lang).to_owned()].into_iter().chain(heads))?;
    row(out, ["---".to_owned()].into_iter().chain(Verdict::ALL.iter().map(|_| "---:".to_owned())))?;
    for line in matrix::by_class(outcome) {
        row(
            out,
            [line.class.title().get(lang).to_owned()].into_iter().chain(line.counts.iter().map(usize::to_string)),
        )?;
    }
    writeln!(out, "\n### {}\n", words::BY_PATTERN.get(lang))?;
    let cells = matrix::by_pattern(outcome);
    row(out, [words::ROLE.get(lang)].into_iter().chain(Pattern::ALL.iter().map(|pattern| pattern.as_str())))?;
    row(out, (0..=Pattern::ALL.len()).map(|_| "---"))?;
    for role in Role::ALL.iter().filter(|role| outcome.selection.roles.contains(role)) {
        let numbers = Pattern::ALL.iter().map(|pattern| matrix::cell(&cells, *role, *pattern));
        row(out, [role.title().get(lang).to_owned()].into_iter().chain(numbers))?;
    }
    let to_see = to_see(outcome);
    if !to_see.is_empty() {
        writeln!(out, "\n### {} {}\n", words::TO_SEE.get(lang), to_see.len())?;
        row(out, [words::CASE, words::VERDICT, words::WHY].map(|word| word.get(lang)))?;
        row(out, ["---", "---", "---"])?;
        for result in to_see.iter().take(LISTED) {
            let why = reasons(result, lang).iter().map(|line| escaped(line)).collect::<Vec<_>>().join("<br>");
            row(out, [escaped(&result.id), result.verdict.title().get(lang).to_owned(), why])?;
        }
    }
    writeln!(out, "\n{}", common::SELF_TEST.get(lang))
}

fn row<S: AsRef<str>>(out: &mut dyn Write, cells: impl IntoIterator<Item = S>) -> io::Result<()> {
    write!(out, "|")?;
    for cell in cells {
        write!(out, " {} |", cell.as_ref())?;
    }
    writeln!(out)
}
