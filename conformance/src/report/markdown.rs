//! A summary in Markdown, for the page of a pipeline or a merge request: the verdict, the numbers,
//! the files that need a look and the first findings. The full list is in the other reports.

use std::io::{self, Write};

use careplan::diagnostic::Finding;
use careplan::text::{Lang, Text};

use super::case::{self, Case};
use super::{Options, finding as part, words};
use crate::judge::CheckOutcome;
use crate::shown::visible;

/// Rows of each table; the rest are counted.
const CASES: usize = 100;
const FINDINGS: usize = 50;

pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    writeln!(out, "## {}: {}\n", words::TITLE.get(lang), outcome.verdict.word().get(lang))?;
    writeln!(out, "{}\n", outcome.verdict.sentence().get(lang))?;
    let counts = outcome.totals.findings;
    let heads = [words::FILES, words::RECORDS, words::ERROR, words::WARNING, words::INFO];
    let numbers = [outcome.totals.files as u64, outcome.totals.records, counts.errors, counts.warnings, counts.infos];
    table(out, lang, &heads, "---:", std::iter::once(numbers.map(|number| number.to_string()).to_vec()))?;

    let cases: Vec<_> = case::all(outcome, lang).filter(|case| case.counts.total() > 0).collect();
    if !cases.is_empty() {
        let heads = [words::FILE, words::KIND, words::ERROR, words::WARNING, words::INFO];
        writeln!(out, "### {}\n", words::TO_SEE.get(lang))?;
        table(out, lang, &heads, "---", cases.iter().take(CASES).map(case_row))?;
        more(out, cases.len().saturating_sub(CASES), lang)?;
    }
    let listed: Vec<_> =
        cases.iter().flat_map(|case| case.findings.iter().map(move |finding| (case, *finding))).collect();
    let mut listed: Vec<_> =
        listed.into_iter().filter(|(_, finding)| finding.severity > careplan::diagnostic::Severity::Info).collect();
    listed.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.severity));
    if !listed.is_empty() {
        let heads = [words::SEVERITY, words::RULE, words::FILE, words::PLACE, words::FOUND, words::EXPECTED];
        writeln!(out, "### {}\n", words::FINDINGS.get(lang))?;
        table(out, lang, &heads, "---", listed.iter().take(FINDINGS).map(|(case, f)| finding_row(case, f, lang)))?;
        more(out, listed.len().saturating_sub(FINDINGS), lang)?;
    }
    if !options.show_values {
        writeln!(out, "{}\n", words::MASKED.get(lang))?;
    }
    writeln!(out, "{}  \n{}", words::SPEC.get(lang), words::SELF_TEST.get(lang))
}

fn case_row(case: &Case<'_>) -> Vec<String> {
    let counts = case.counts;
    let numbers = [counts.errors, counts.warnings, counts.infos].map(|number| number.to_string());
    [escaped(&case.name), escaped(case.class)].into_iter().chain(numbers).collect()
}

fn finding_row(case: &Case<'_>, finding: &Finding, lang: Lang) -> Vec<String> {
    let place = part::place(finding, lang);
    vec![
        part::severity(finding.severity, lang).to_owned(),
        escaped(finding.rule.id),
        escaped(&case.name),
        escaped(&place),
        escaped(finding.found.get(lang)),
        escaped(finding.expected.get(lang)),
    ]
}

fn table(
    out: &mut dyn Write,
    lang: Lang,
    heads: &[Text],
    align: &str,
    rows: impl Iterator<Item = Vec<String>>,
) -> io::Result<()> {
    let heads: Vec<_> = heads.iter().map(|head| head.get(lang)).collect();
    writeln!(out, "| {} |", heads.join(" | "))?;
    writeln!(out, "|{}", format!(" {align} |").repeat(heads.len()))?;
    for row in rows {
        writeln!(out, "| {} |", row.join(" | "))?;
    }
    writeln!(out)
}

fn more(out: &mut dyn Write, more: usize, lang: Lang) -> io::Result<()> {
    match (more, lang) {
        (0, _) => Ok(()),
        (_, Lang::Ja) => writeln!(out, "ほか {more} 件は、ほかの形式の報告をご覧ください。\n"),
        (_, Lang::En) => writeln!(out, "{more} more in the other reports.\n"),
    }
}

/// Text as it is, whatever Markdown or HTML would make of it; nobody is mentioned, nothing linked.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '!' | '(' | ')' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Format, example, write};
    use super::*;

    fn summary(lang: Lang) -> String {
        let mut out = Vec::new();
        let options = Options { lang, ..Options::default() };
        write(Format::Markdown, &example::outcome(), &options, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn the_summary_names_verdict_numbers_files_and_findings() {
        let text = summary(Lang::Ja);
        for part in ["判定できず", "| 2 | 2 | 8 | 1 | 1 |", "given/DLTPLAN.CSV", "example/rule", "input/unreadable"]
        {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        assert!(summary(Lang::En).contains("undecided"));
    }

    #[test]
    fn every_row_has_as_many_cells_as_its_table_and_nothing_is_markup() {
        let text = summary(Lang::Ja);
        assert!(!text.contains("<script>") && !text.contains('\u{1b}') && !text.contains("0000214364"), "{text}");
        let mut width = None;
        for line in text.lines() {
            let cells = line.starts_with('|').then(|| line.replace("\\|", "").matches('|').count());
            assert!(cells.is_none() || width.is_none() || cells == width, "{line}");
            width = cells;
        }
    }
}
