//! JUnit XML: a failure is against the standard; what could not be judged is an error.

use std::io::{self, Write};

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::case::{self, Case};
use super::{Options, words};
use crate::judge::{CheckOutcome, Verdict};

/// Warnings are failures here exactly when the verdict counts them.
pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut suites = [words::FILES, words::SET, words::NOT_JUDGED].map(|word| TestSuite::new(word.get(options.lang)));
    for case in case::all(outcome, options.lang) {
        if let Some(suite) = suites.iter_mut().find(|suite| suite.name.as_str() == case.suite) {
            suite.add_test_case(of_case(&case, options));
        }
    }
    let mut report = Report::new("renkei check");
    report.add_test_suites(suites.into_iter().filter(|suite| suite.tests > 0));
    // `quick-junit` counts skipped tests at the root too, which the schema of Jenkins does not know.
    let text = report.to_string().map_err(io::Error::other)?;
    out.write_all(text.replacen(NONE_SKIPPED, "", 1).as_bytes())
}

/// No case is ever skipped, so the first mention is that of the root.
const NONE_SKIPPED: &str = " skipped=\"0\"";

fn of_case(case: &Case<'_>, options: &Options) -> TestCase {
    let text = case.lines(options);
    let kind = match case.verdict {
        Verdict::Conformant => None,
        Verdict::Nonconformant => Some(NonSuccessKind::Failure),
        Verdict::Undecided => Some(NonSuccessKind::Error),
    };
    let status = kind.map_or_else(TestCaseStatus::success, |kind| {
        let mut status = TestCaseStatus::non_success(kind);
        status.set_message(case.numbers(options.lang)).set_type(case.verdict.as_str()).set_description(text.as_str());
        status
    });
    let mut test = TestCase::new(case.name.as_str(), status);
    test.set_classname(case.class);
    if kind.is_none() && !text.is_empty() {
        test.set_system_out(text);
    }
    test
}

#[cfg(test)]
mod tests {
    use super::super::{Format, example, write};
    use super::*;

    fn text(outcome: &CheckOutcome) -> String {
        let mut out = Vec::new();
        write(Format::Junit, outcome, &Options::default(), &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn failures_and_errors_are_told_apart_and_the_document_parses() {
        let text = text(&example::outcome());
        let report = Report::deserialize_from_str(&text).expect("it parses");
        assert_eq!((report.tests, report.failures, report.errors), (4, 2, 1));
        let root = text.lines().find(|line| line.starts_with("<testsuites ")).expect("a root");
        assert!(!root.contains("skipped") && text.contains("<testsuite "), "{root}");
        assert!(text.contains("ほか 5 件"));
        assert!(!text.contains('\u{1b}') && !text.contains("<script>") && !text.contains("0000214364"));
    }

    #[test]
    fn a_warning_is_a_failure_exactly_when_it_is_denied() {
        for (deny_warnings, failures) in [(false, 2), (true, 3)] {
            let report = Report::deserialize_from_str(&text(&example::with_warning(deny_warnings))).expect("it parses");
            assert_eq!(report.failures, failures);
        }
    }
}
