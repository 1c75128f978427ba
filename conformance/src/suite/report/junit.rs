//! JUnit XML: one suite for each class. A failure counts; what could not be judged is an error; what
//! does not count is skipped with its reason.

use std::io::{self, Write};

use careplan::text::Lang;
use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::{Standing, reasons, standing};
use crate::shown::visible;
use crate::suite::case::Class;
use crate::suite::run::{CaseResult, SuiteOutcome};

pub(super) fn write(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let mut report = Report::new("renkei suite");
    for class in Class::ALL {
        let mut suite = TestSuite::new(class.title().get(lang));
        for result in outcome.results.iter().filter(|result| result.class == *class) {
            suite.add_test_case(case(result, lang));
        }
        if suite.tests > 0 {
            report.add_test_suite(suite);
        }
    }
    out.write_all(report.to_string().map_err(io::Error::other)?.as_bytes())
}

fn case(result: &CaseResult, lang: Lang) -> TestCase {
    let text = reasons(result, lang).join("\n");
    let word = result.verdict.as_str();
    let status = match standing(result) {
        Standing::Passed => TestCaseStatus::success(),
        Standing::Skipped => {
            let mut status = TestCaseStatus::skipped();
            status.set_message(text.as_str()).set_type(word);
            status
        }
        failed => {
            let kind = if failed == Standing::Broken { NonSuccessKind::Error } else { NonSuccessKind::Failure };
            let mut status = TestCaseStatus::non_success(kind);
            status.set_message(result.verdict.title().get(lang)).set_type(word).set_description(text.as_str());
            status
        }
    };
    let mut test = TestCase::new(result.id.as_str(), status);
    test.set_classname(result.class.as_str()).set_time(result.time);
    test.set_system_out(visible(result.title.get(lang)));
    test
}
