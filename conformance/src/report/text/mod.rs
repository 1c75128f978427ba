//! The report for a person at a terminal: what is wrong, where, why it matters, how to mend it.

mod clean;

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use careplan::check::{FileClass, FileReport};
use careplan::diagnostic::{Finding, Severity};
use careplan::text::{Lang, Text};

use super::record::Reread;
use super::{Options, excerpt, finding as part, shown_value, words};
use crate::judge::{CheckOutcome, JudgedFile, Verdict};
use crate::shown::visible;

/// Errors and warnings of one place told in full; `--verbose` tells them all.
const IN_FULL: usize = 50;

/// Narrower terminals are written to as if they had so many columns.
const NARROWEST: usize = 40;

const HEAD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { out, options, told: HashSet::new(), reread: Reread::default() };
    clean::write(&mut *page.out, outcome, options, |heading| painted(options, HEAD, &format!("■ {heading}")))?;
    for file in outcome.files.iter().filter(|file| !clean::is_clean(file)) {
        page.file(file)?;
    }
    for set in outcome.sets.iter().filter(|set| set.counts.total() > 0) {
        page.set(outcome, set)?;
    }
    if !outcome.findings.is_empty() {
        page.heading(words::NOT_JUDGED.get(options.lang))?;
        for finding in &outcome.findings {
            page.reason(finding)?;
        }
        page.more(part::unlisted(outcome.findings.len(), outcome.problems))?;
    }
    page.summary(outcome)
}

fn painted(options: &Options, style: Style, text: &str) -> String {
    if options.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
}

struct Page<'a> {
    out: &'a mut dyn Write,
    options: &'a Options,
    /// Rules whose consequences and remedy stand above already.
    told: HashSet<&'static str>,
    reread: Reread<'a>,
}

impl<'a> Page<'a> {
    fn lang(&self) -> Lang {
        self.options.lang
    }

    /// Columns that a record may take beside its indent and the dots at its ends.
    fn columns(&self) -> usize {
        self.options
            .width
            .map_or(excerpt::COLUMNS, |width| width.max(NARROWEST).saturating_sub(8).min(excerpt::COLUMNS))
    }

    fn paint(&self, style: Style, text: &str) -> String {
        painted(self.options, style, text)
    }

    fn heading(&mut self, text: &str) -> io::Result<()> {
        let text = self.paint(HEAD, &format!("■ {text}"));
        writeln!(self.out, "\n{text}")
    }

    fn file(&mut self, file: &'a JudgedFile) -> io::Result<()> {
        let FileReport { class, records, findings, counts, .. } = &file.report;
        self.heading(&visible(&file.item.path))?;
        let lang = self.lang();
        let mut parts = vec![part::kind(&file.report, lang)];
        if *class == FileClass::Exchange {
            parts.push(format!("{} {records}", words::RECORDS.get(lang)));
        }
        writeln!(self.out, "  {}", parts.join("　"))?;
        self.findings(findings.iter().map(|finding| (finding, Some(file), None)).collect())?;
        self.more(part::unlisted(findings.len(), counts.total()))
    }

    fn set(&mut self, outcome: &'a CheckOutcome, set: &'a careplan::check::SetReport) -> io::Result<()> {
        let lang = self.lang();
        let title = format!("{} {}　{} → {}", words::SET.get(lang), set.serial, set.from, set.to);
        self.heading(&visible(&title))?;
        writeln!(self.out, "  {} {}", words::FILES.get(lang), set.files.len())?;
        let findings = set.findings.iter().map(|found| {
            let file = found.file.and_then(|index| outcome.files.get(index));
            (&found.finding, file, Some(file.map_or(words::SET_ITSELF.get(lang), |file| file.item.path.as_str())))
        });
        self.findings(findings.collect())?;
        self.more(part::unlisted(set.findings.len(), set.counts.total()))
    }

    /// Errors and warnings in full, heaviest first; information one line for each rule.
    fn findings(&mut self, mut findings: Vec<(&Finding, Option<&'a JudgedFile>, Option<&str>)>) -> io::Result<()> {
        self.told.clear();
        findings.sort_by_key(|(finding, ..)| std::cmp::Reverse(finding.severity));
        let is_full = |finding: &Finding| self.options.verbose || finding.severity > Severity::Info;
        let (full, folded): (Vec<_>, Vec<_>) = findings.into_iter().partition(|(finding, ..)| is_full(finding));
        let shown = if self.options.verbose { full.len() } else { full.len().min(IN_FULL) };
        for (finding, file, file_name) in full.iter().take(shown) {
            self.finding(finding, *file, *file_name)?;
        }
        if full.len() > shown {
            let more = full.len() - shown;
            let text = Text::new("件は --verbose で表示します", "more; --verbose shows them");
            writeln!(self.out, "  … {more} {}", text.get(self.lang()))?;
        }
        let mut rules: Vec<(&str, &Finding, usize)> = Vec::new();
        for (finding, ..) in &folded {
            match rules.iter_mut().find(|(rule, ..)| *rule == finding.rule.id) {
                Some((.., times)) => *times += 1,
                None => rules.push((finding.rule.id, finding, 1)),
            }
        }
        for (_, finding, times) in rules {
            self.folded(finding, times)?;
        }
        Ok(())
    }

    fn folded(&mut self, finding: &Finding, times: usize) -> io::Result<()> {
        let lang = self.lang();
        let head = self.head(finding);
        let times = match (times, lang) {
            (1, _) => String::new(),
            (_, Lang::Ja) => format!("（同じ情報 {times} 件）"),
            (_, Lang::En) => format!(" ({times} of this kind)"),
        };
        writeln!(self.out, "\n  {head}{times}")?;
        self.row(words::FOUND, finding.found.get(lang))
    }

    fn head(&self, finding: &Finding) -> String {
        let style = Style::new().bold().fg_color(Some(
            match finding.severity {
                Severity::Error => AnsiColor::Red,
                Severity::Warning => AnsiColor::Yellow,
                Severity::Info => AnsiColor::Cyan,
            }
            .into(),
        ));
        let severity = self.paint(style, part::severity(finding.severity, self.lang()));
        let place = part::place(finding, self.lang());
        format!("{severity} {}　{place}", finding.rule.id).trim_end_matches('　').to_owned()
    }

    fn finding(&mut self, finding: &Finding, file: Option<&'a JudgedFile>, file_name: Option<&str>) -> io::Result<()> {
        let lang = self.lang();
        writeln!(self.out, "\n  {}", self.head(finding))?;
        if let Some(name) = file_name {
            self.row(words::FILE, name)?;
        }
        let (show_values, columns) = (self.options.show_values, self.columns());
        let excerpt = file.and_then(|file| excerpt::of(self.reread.of(file), file, finding, show_values, columns));
        if let Some(excerpt) = excerpt {
            let marks = self.paint(Style::new().fg_color(Some(AnsiColor::Red.into())), &excerpt.marks);
            writeln!(self.out, "      {}", excerpt.line)?;
            if !excerpt.marks.is_empty() {
                writeln!(self.out, "      {marks}")?;
            }
        } else if let Some(value) = &finding.value {
            self.row(words::VALUE, &shown_value(value, self.options))?;
        }
        self.row(words::FOUND, finding.found.get(lang))?;
        self.row(words::EXPECTED, finding.expected.get(lang))?;
        self.row(words::CLAUSE, &part::clause(finding, lang))?;
        if self.told.insert(finding.rule.id) {
            self.row(words::WHY, finding.rule.why.get(lang))?;
            self.row(words::MEND, finding.rule.mend.get(lang))?;
        }
        Ok(())
    }

    /// Why something was not judged, and what to do about it.
    fn reason(&mut self, finding: &Finding) -> io::Result<()> {
        writeln!(self.out, "\n  {}", self.head(finding))?;
        self.row(words::FOUND, finding.found.get(self.lang()))?;
        self.row(words::MEND, finding.rule.mend.get(self.lang()))
    }

    fn row(&mut self, name: Text, text: &str) -> io::Result<()> {
        let colon = if self.lang() == Lang::Ja { "：" } else { ": " };
        let name = name.get(self.lang());
        let line = format!("{name}{colon}{}", visible(text));
        for (at, line) in self.wrapped(&line, "    ", "      ").into_iter().enumerate() {
            // The name is told from the text by its colour, which has no width.
            match line.strip_prefix("    ").and_then(|rest| rest.strip_prefix(name)).filter(|_| at == 0) {
                Some(rest) => writeln!(self.out, "    {}{rest}", self.paint(DIM, name))?,
                None => writeln!(self.out, "{line}")?,
            }
        }
        Ok(())
    }

    /// A line broken at the width of the terminal as its language does; as it is where there is none.
    fn wrapped(&self, text: &str, first: &str, rest: &str) -> Vec<String> {
        let Some(width) = self.options.width else { return vec![format!("{first}{text}")] };
        let wrap = textwrap::Options::new(width.max(NARROWEST)).initial_indent(first).subsequent_indent(rest);
        textwrap::wrap(text, wrap).into_iter().map(Cow::into_owned).collect()
    }

    fn more(&mut self, more: Option<u64>) -> io::Result<()> {
        match (more, self.lang()) {
            (None, _) => Ok(()),
            (Some(more), Lang::Ja) => {
                writeln!(self.out, "\n  ほか {more} 件（一覧の上限を超えた分は件数だけを数えています）")
            }
            (Some(more), Lang::En) => {
                writeln!(self.out, "\n  {more} more (beyond the limit of the list; counted only)")
            }
        }
    }

    fn summary(&mut self, outcome: &CheckOutcome) -> io::Result<()> {
        let lang = self.lang();
        let totals = outcome.totals;
        writeln!(
            self.out,
            "\n{} {}　{} {}　{} {}　{} {}　{} {}",
            words::FILES.get(lang),
            totals.files,
            words::RECORDS.get(lang),
            totals.records,
            words::ERROR.get(lang),
            totals.findings.errors,
            words::WARNING.get(lang),
            totals.findings.warnings,
            words::INFO.get(lang),
            totals.findings.infos,
        )?;
        let color = match outcome.verdict {
            Verdict::Conformant => AnsiColor::Green,
            Verdict::Nonconformant => AnsiColor::Red,
            Verdict::Undecided => AnsiColor::Yellow,
        };
        let word = self.paint(Style::new().bold().fg_color(Some(color.into())), outcome.verdict.word().get(lang));
        let colon = if lang == Lang::Ja { "：" } else { ": " };
        let sentence = outcome.verdict.sentence().get(lang);
        writeln!(self.out, "{}{colon}{word}", words::VERDICT.get(lang))?;
        for line in self.wrapped(sentence, "  ", "  ") {
            writeln!(self.out, "{line}")?;
        }
        let masked = (!self.options.show_values).then_some(words::MASKED);
        for note in masked.into_iter().chain([words::SELF_TEST]) {
            for line in self.wrapped(note.get(lang), "", "") {
                writeln!(self.out, "{}", self.paint(DIM, &line))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Format, example, write};

    fn text(options: &Options) -> String {
        let mut out = Vec::new();
        write(Format::Text, &example::outcome(), options, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_finding_shows_rule_place_clause_remedy_and_both_sides() {
        let text = text(&Options::default());
        for part in
            ["誤り example/rule", "記録 1・No.4", "実際：", "期待：", "根拠：", "直し方：", "受信側で起こること："]
        {
            assert!(text.contains(part), "{part} in\n{text}");
        }
    }

    #[test]
    fn the_record_stands_with_the_field_underlined_and_the_person_masked() {
        let text = text(&Options::default());
        assert!(text.contains("202407,987099,##########,202513\n                               ^^^^^^"), "{text}");
        assert!(!text.contains("0000214364"));
    }

    #[test]
    fn hostile_names_never_reach_the_terminal_raw() {
        let text = text(&Options::default());
        assert!(!text.contains('\u{1b}'), "{text}");
        assert!(text.contains("\\u{1b}"), "{text}");
    }

    #[test]
    fn on_a_terminal_no_line_of_a_finding_is_wider_than_it() {
        use unicode_width::UnicodeWidthStr;
        let text = text(&Options { width: Some(44), ..Options::default() });
        let (_, findings) = text.split_once("■ given").expect("a file with findings");
        let of_findings: Vec<_> = findings.lines().filter(|line| line.starts_with("    ")).collect();
        assert!(of_findings.iter().all(|line| line.width() <= 44), "{text}");
        assert!(of_findings.iter().any(|line| line.trim_start().starts_with('^')), "{text}");
    }

    #[test]
    fn what_is_counted_but_not_listed_is_said() {
        assert!(text(&Options::default()).contains("ほか 5 件"));
        assert!(text(&Options { lang: Lang::En, ..Options::default() }).contains("5 more"));
    }

    #[test]
    fn the_verdict_stands_at_the_end_with_the_sentence_that_it_is_a_self_test() {
        let text = text(&Options::default());
        assert!(text.contains("判定：判定できず"));
        assert!(text.trim_end().ends_with(words::SELF_TEST.ja));
    }
}
