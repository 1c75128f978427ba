//! An outcome as test cases, for the forms that CI counts: one for each file, each set, and each
//! thing that could not be judged.

use careplan::check::SetReport;
use careplan::diagnostic::{Counts, Finding};
use careplan::text::Lang;

use super::{Options, finding as part, shown_value, words};
use crate::judge::{CheckOutcome, JudgedFile, Verdict};
use crate::shown::visible;

/// One case.
pub(super) struct Case<'a> {
    /// The file, where the case is one.
    pub(super) file: Option<&'a JudgedFile>,
    /// Unique among the cases of its suite; safe to print.
    pub(super) name: String,
    /// The suite, in the language of the report.
    pub(super) suite: &'static str,
    /// The kind of a file, `set`, or the rule that kept it from being judged.
    pub(super) class: &'static str,
    pub(super) verdict: Verdict,
    pub(super) findings: Vec<&'a Finding>,
    pub(super) counts: Counts,
}

/// All cases, file by file, then set by set, then what could not be judged.
pub(super) fn all<'a>(outcome: &'a CheckOutcome, lang: Lang) -> impl Iterator<Item = Case<'a>> {
    let files = outcome.files.iter().map(move |file| of_file(file, outcome, lang));
    let sets = outcome.sets.iter().map(move |set| of_set(set, outcome, lang));
    let more = part::unlisted(outcome.findings.len(), outcome.problems);
    let problems = outcome.findings.iter().map(move |finding| of_problem(finding, lang));
    files.chain(sets).chain(problems).chain(more.map(|more| of_more(more, lang)))
}

fn of_file<'a>(file: &'a JudgedFile, outcome: &CheckOutcome, lang: Lang) -> Case<'a> {
    let report = &file.report;
    Case {
        file: Some(file),
        name: visible(&file.item.path),
        suite: words::FILES.get(lang),
        class: report.kind.map_or("other", careplan::layout::Kind::code),
        verdict: verdict(report.undecided, outcome.is_breach(report.counts)),
        findings: part::by_weight(&report.findings),
        counts: report.counts,
    }
}

fn of_set<'a>(set: &'a SetReport, outcome: &CheckOutcome, lang: Lang) -> Case<'a> {
    Case {
        file: None,
        name: visible(&format!("{} {} → {}", set.serial, set.from, set.to)),
        suite: words::SET.get(lang),
        class: "set",
        verdict: verdict(false, outcome.is_breach(set.counts)),
        findings: part::by_weight(set.findings.iter().map(|found| &found.finding)),
        counts: set.counts,
    }
}

fn of_problem(finding: &Finding, lang: Lang) -> Case<'_> {
    let mut counts = Counts::default();
    counts.add(finding.severity);
    Case {
        file: None,
        name: visible(finding.found.get(lang)),
        suite: words::NOT_JUDGED.get(lang),
        class: finding.rule.id,
        verdict: Verdict::Undecided,
        findings: vec![finding],
        counts,
    }
}

fn of_more(more: u64, lang: Lang) -> Case<'static> {
    Case {
        file: None,
        name: unlisted_line(more, lang),
        suite: words::NOT_JUDGED.get(lang),
        class: "input",
        verdict: Verdict::Undecided,
        findings: Vec::new(),
        counts: Counts::default(),
    }
}

const fn verdict(undecided: bool, is_breach: bool) -> Verdict {
    match (undecided, is_breach) {
        (true, _) => Verdict::Undecided,
        (false, true) => Verdict::Nonconformant,
        (false, false) => Verdict::Conformant,
    }
}

impl Case<'_> {
    /// `誤り 2, 警告 0, 情報 1`.
    pub(super) fn numbers(&self, lang: Lang) -> String {
        let Counts { errors, warnings, infos } = self.counts;
        let (e, w, i) = (words::ERROR.get(lang), words::WARNING.get(lang), words::INFO.get(lang));
        format!("{e} {errors}, {w} {warnings}, {i} {infos}")
    }

    /// Every listed finding on a line of its own, heaviest first; what is only counted is said.
    pub(super) fn lines(&self, options: &Options) -> String {
        let mut lines: Vec<_> = self.findings.iter().map(|finding| line(finding, options)).collect();
        if let Some(more) = part::unlisted(self.findings.len(), self.counts.total()) {
            lines.push(unlisted_line(more, options.lang));
        }
        lines.join("\n")
    }
}

fn line(finding: &Finding, options: &Options) -> String {
    let lang = options.lang;
    let value = finding.value.as_ref().map(|value| shown_value(value, options));
    let place = Some(part::place(finding, lang)).filter(|place| !place.is_empty());
    let parts = [
        Some(part::severity(finding.severity, lang).to_owned()),
        Some(finding.rule.id.to_owned()),
        place,
        value.map(|value| format!("[{value}]")),
        Some(finding.message(lang)),
        Some(part::clause(finding, lang)),
        Some(format!("/ {}", finding.rule.mend.get(lang))),
    ];
    visible(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn unlisted_line(more: u64, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("ほか {more} 件"),
        Lang::En => format!("{more} more"),
    }
}
