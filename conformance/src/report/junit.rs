//! JUnit XML: one case for each file and each set. An error-level finding is a failure; what
//! could not be judged is an error.

use std::io::{self, Write};

use careplan::diagnostic::{Counts, Finding};
use careplan::text::Lang;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{Options, finding as part, shown_value, words};
use crate::judge::{CheckOutcome, JudgedFile};
use crate::shown::visible;

/// Warnings are failures here exactly when the verdict counts them.
pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let mut report = Report::new("renkei check");
    let mut files = TestSuite::new(words::FILES.get(lang));
    files.add_test_cases(outcome.files.iter().map(|file| of_file(file, options)));
    report.add_test_suite(files);
    let mut sets = TestSuite::new(words::SET.get(lang));
    sets.add_test_cases(outcome.sets.iter().map(|set| {
        let name = format!("{} {} → {}", set.serial, set.from, set.to);
        let findings: Vec<_> = set.findings.iter().map(|found| &found.finding).collect();
        case(&name, "set", &findings, set.counts, false, options)
    }));
    report.add_test_suite(sets);
    if outcome.problems > 0 {
        let mut unjudged = TestSuite::new(words::NOT_JUDGED.get(lang));
        unjudged.add_test_cases(outcome.findings.iter().map(|finding| not_judged(finding, lang)));
        if let Some(more) = part::unlisted(outcome.findings.len(), outcome.problems) {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_message(unlisted_line(more, lang));
            unjudged.add_test_case(TestCase::new(unlisted_line(more, lang), status));
        }
        report.add_test_suite(unjudged);
    }
    report.serialize(&mut *out).map_err(io::Error::other)
}

fn of_file(file: &JudgedFile, options: &Options) -> TestCase {
    let report = &file.report;
    let findings: Vec<_> = report.findings.iter().collect();
    let class = report.kind.map_or("other", careplan::layout::Kind::code);
    case(&file.item.path, class, &findings, report.counts, report.undecided, options)
}

fn case(
    name: &str,
    class: &str,
    findings: &[&Finding],
    counts: Counts,
    undecided: bool,
    options: &Options,
) -> TestCase {
    let lang = options.lang;
    let mut status = if undecided {
        TestCaseStatus::non_success(NonSuccessKind::Error)
    } else if counts.errors > 0 {
        TestCaseStatus::non_success(NonSuccessKind::Failure)
    } else {
        TestCaseStatus::success()
    };
    let mut lines: Vec<_> = part::by_weight(findings.iter().copied()).iter().map(|f| line(f, options)).collect();
    if let Some(more) = part::unlisted(findings.len(), counts.total()) {
        lines.push(unlisted_line(more, lang));
    }
    let text = lines.join("\n");
    let is_success = matches!(status, TestCaseStatus::Success { .. });
    if !is_success {
        let Counts { errors, warnings, infos } = counts;
        let (e, w, i) = (words::ERROR.get(lang), words::WARNING.get(lang), words::INFO.get(lang));
        status.set_message(format!("{e} {errors}, {w} {warnings}, {i} {infos}"));
        status.set_type(if undecided { "undecided" } else { "nonconformant" });
        status.set_description(text.as_str());
    }
    let mut case = TestCase::new(visible(name), status);
    case.set_classname(class);
    if is_success && !text.is_empty() {
        case.set_system_out(text);
    }
    case
}

fn not_judged(finding: &Finding, lang: Lang) -> TestCase {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
    status.set_message(visible(finding.found.get(lang)));
    status.set_type(finding.rule.id);
    status.set_description(finding.rule.mend.get(lang));
    let mut case = TestCase::new(visible(finding.found.get(lang)), status);
    case.set_classname(finding.rule.id);
    case
}

fn line(finding: &Finding, options: &Options) -> String {
    let lang = options.lang;
    let value = finding.value.as_ref().map(|value| shown_value(value, options));
    let value = value.map_or_else(String::new, |value| format!(" [{value}]"));
    visible(&format!(
        "{} {} {}{value} {} {} / {}",
        part::severity(finding.severity, lang),
        finding.rule.id,
        part::place(finding, lang),
        finding.message(lang),
        part::clause(finding, lang),
        finding.rule.mend.get(lang),
    ))
}

fn unlisted_line(more: u64, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("ほか {more} 件"),
        Lang::En => format!("{more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, example, write};
    use super::*;

    #[test]
    fn failures_and_errors_are_told_apart_and_the_document_parses() {
        let mut out = Vec::new();
        write(Format::Junit, &example::outcome(), &Options::default(), &mut out).expect("a vector takes everything");
        let text = String::from_utf8(out).expect("UTF-8");
        let report = Report::deserialize_from_str(&text).expect("it parses");
        assert_eq!((report.tests, report.failures, report.errors), (4, 2, 1));
        assert!(text.contains("ほか 5 件"));
        assert!(!text.contains('\u{1b}') && !text.contains("<script>") && !text.contains("0000214364"));
    }
}
