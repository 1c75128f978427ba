//! The findings of one file or set: by rule, each rule explained once, found and expected side by side.

use careplan::check::SetReport;
use careplan::diagnostic::{Finding, Severity};
use careplan::text::Lang;
use maud::{Markup, html};

use crate::judge::{CheckOutcome, JudgedFile};
use crate::report::record::Reread;
use crate::report::{Options, excerpt, finding as part, page, shown_value, words};
use crate::shown::visible;

/// Findings of one rule that show their record too.
const EXCERPTS: usize = 20;

/// Groups of so many findings are kept on one sheet of paper.
const SHORT: usize = 4;

/// Makes the sections of a page, in order.
pub(super) struct Sections<'a> {
    outcome: &'a CheckOutcome,
    options: &'a Options,
    reread: Reread<'a>,
}

/// A finding with the file it points at, if that is to be named.
struct Entry<'a> {
    finding: &'a Finding,
    file: Option<&'a JudgedFile>,
    link: Option<usize>,
}

impl<'a> Sections<'a> {
    pub(super) fn new(outcome: &'a CheckOutcome, options: &'a Options) -> Self {
        Self { outcome, options, reread: Reread::default() }
    }

    pub(super) fn unjudged(&mut self) -> Markup {
        let outcome = self.outcome;
        let entries = outcome.findings.iter().map(|finding| Entry { finding, file: None, link: None }).collect();
        let title = html! { h2 id="unjudged" { (words::NOT_JUDGED.get(self.options.lang)) } };
        self.section(&title, entries, part::unlisted(outcome.findings.len(), outcome.problems))
    }

    pub(super) fn file(&mut self, index: usize, file: &'a JudgedFile) -> Markup {
        let (report, lang) = (&file.report, self.options.lang);
        let title = html! {
            h2 id={ "f" (index) } { (page::path(&file.item.path, "")) }
            p { (part::kind(report, lang)) "　" (words::RECORDS.get(lang)) " " (report.records) }
        };
        let entries = report.findings.iter().map(|finding| Entry { finding, file: Some(file), link: None }).collect();
        self.section(&title, entries, part::unlisted(report.findings.len(), report.counts.total()))
    }

    pub(super) fn set(&mut self, index: usize, set: &'a SetReport) -> Markup {
        let lang = self.options.lang;
        let title = html! {
            h2 id={ "s" (index) } { (words::SET.get(lang)) " " (visible(&set.serial)) }
            p { (visible(&set.from)) " → " (visible(&set.to)) }
        };
        let files = &self.outcome.files;
        let entries = set.findings.iter().map(|found| Entry {
            finding: &found.finding,
            file: found.file.and_then(|index| files.get(index)),
            link: found.file,
        });
        self.section(&title, entries.collect(), part::unlisted(set.findings.len(), set.counts.total()))
    }

    fn section(&mut self, title: &Markup, entries: Vec<Entry<'a>>, more: Option<u64>) -> Markup {
        let lang = self.options.lang;
        let groups: Vec<_> = by_rule(entries).iter().map(|group| self.group(group)).collect();
        html! {
            section {
                (title)
                @for group in groups { (group) }
                @if let Some(more) = more {
                    p { @match lang { Lang::Ja => { "ほか " (more) " 件（件数だけを数えています）" } Lang::En => { (more) " more (counted only)" } } }
                }
                (page::back(lang))
            }
        }
    }

    fn group(&mut self, group: &[Entry<'a>]) -> Markup {
        let lang = self.options.lang;
        let Some(Entry { finding: first, .. }) = group.first() else { return Markup::default() };
        let (rule, severity) = (first.rule, first.severity);
        let rows: Vec<_> = group.iter().enumerate().map(|(at, entry)| self.row(entry, at < EXCERPTS)).collect();
        html! {
            div class={ "finding " (severity.as_str()) @if group.len() <= SHORT { " short" } } {
                h3 { (page::severity(severity, lang)) " " (rule.title.get(lang)) " " code { (rule.id) } }
                dl {
                    dt { (words::WHY.get(lang)) } dd { (rule.why.get(lang)) }
                    dt { (words::MEND.get(lang)) } dd { (rule.mend.get(lang)) }
                }
                table class="places" {
                    thead { tr { @for head in [words::PLACE, words::FOUND, words::EXPECTED, words::CLAUSE] { th { (head.get(lang)) } } } }
                    @for row in rows { (row) }
                }
            }
        }
    }

    fn row(&mut self, entry: &Entry<'a>, with_record: bool) -> Markup {
        let (lang, show_values) = (self.options.lang, self.options.show_values);
        let finding = entry.finding;
        let place = part::place(finding, lang);
        let record = entry.file.filter(|_| with_record);
        let record =
            record.and_then(|file| excerpt::of(self.reread.of(file), file, finding, show_values, excerpt::COLUMNS));
        html! {
            tbody {
                tr {
                    td {
                        @if let (Some(index), Some(file)) = (entry.link, entry.file) {
                            div { a href={ "#l" (index) } { (page::breakable(&visible(&file.item.file_name))) } }
                        }
                        @if place.is_empty() && entry.link.is_none() { (words::WHOLE.get(lang)) } @else { (place) }
                    }
                    td { (visible(finding.found.get(lang)))
                        @if let Some(value) = &finding.value { div class="value" { code { (shown_value(value, self.options)) } } } }
                    td { (visible(finding.expected.get(lang))) }
                    td { (visible(&part::clause(finding, lang))) }
                }
                @if let Some(record) = record {
                    @let (before, marked, after) = record.parts();
                    tr class="record" { td colspan="4" { code { (before) mark { (marked) } (after) } } }
                }
            }
        }
    }
}

/// Findings of one rule and weight together, heaviest first, else in the order of the file.
fn by_rule(entries: Vec<Entry<'_>>) -> Vec<Vec<Entry<'_>>> {
    let mut groups: Vec<Vec<Entry<'_>>> = Vec::new();
    for entry in entries {
        let key = |entry: &Entry<'_>| (entry.finding.rule.id, entry.finding.severity);
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| key(first) == key(&entry))) {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.first().map_or(Severity::Info, |entry| entry.finding.severity)));
    groups
}
