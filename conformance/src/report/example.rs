//! An outcome made by hand, for the tests of the reports: one file with listed and unlisted
//! findings, one with a hostile name, a set, and something that could not be judged.

use std::borrow::Cow;

use careplan::check::{FileClass, FileReport, SetFinding, SetReport};
use careplan::diagnostic::{Counts, Finding, Place, Severity, Value};
use careplan::layout::Kind;
use careplan::rules::Rule;
use careplan::text::{Message, Text};

use crate::input::{Item, Problems, Source, reason};
use crate::judge::{CheckOutcome, JudgedFile};

static RULE: Rule = Rule {
    id: "example/rule",
    severity: Severity::Error,
    title: Text::new("例", "example"),
    what: Text::new("何を検べるか", "what it checks"),
    why: Text::new("受信側で困ります", "the receiver is in trouble"),
    example: Text::new("例", "an example"),
    mend: Text::new("直してください", "mend it"),
    source: "R0",
};

/// The name of the file whose report is hostile to every format.
pub(super) const HOSTILE: &str = "a\u{1b}[31m<script>alert('&')</script>\"\u{202e}.CSV";

/// A record of a deletion, beside this file.
const RECORD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/report/example.csv");

fn finding(severity: Severity, no: u16, bytes: (u64, u64), value: &[u8], private: bool) -> Finding {
    Finding {
        rule: &RULE,
        severity,
        place: Place {
            record: Some(1),
            field: Kind::Dltplan.layout().and_then(|layout| layout.field(no)),
            line: Some(1),
            bytes: Some(bytes),
        },
        value: Some(Value { bytes: value.to_vec(), private }),
        found: Message::new("値が違います <b>\u{1b}", "wrong value"),
        expected: Message::new("YYYYMM", "YYYYMM"),
        source: Cow::Borrowed("R0・別紙 No.4"),
        reading: None,
    }
}

fn file(path_shown: &str, findings: Vec<Finding>, counts: Counts) -> JudgedFile {
    JudgedFile {
        item: Item {
            path: path_shown.to_owned(),
            file_name: path_shown.to_owned(),
            size: 33,
            source: Source::File(RECORD.into()),
        },
        sha256: "0".repeat(64),
        report: FileReport {
            class: FileClass::Exchange,
            kind: Some(Kind::Dltplan),
            name: None,
            records: 1,
            bytes: 33,
            findings,
            counts,
            undecided: false,
            facts: careplan::check::SetFacts::default(),
        },
    }
}

/// The outcome.
pub(super) fn outcome() -> CheckOutcome {
    made(Counts::default(), false)
}

/// The same, with a warning about the second file.
pub(super) fn with_warning(deny_warnings: bool) -> CheckOutcome {
    made(Counts { warnings: 1, ..Counts::default() }, deny_warnings)
}

fn made(second: Counts, deny_warnings: bool) -> CheckOutcome {
    let findings = vec![
        finding(Severity::Error, 4, (25, 31), b"202513", false),
        finding(Severity::Error, 3, (14, 24), b"0000214364", true),
        finding(Severity::Info, 1, (0, 6), b"202407", false),
    ];
    let files = vec![
        file("given/DLTPLAN.CSV", findings, Counts { errors: 7, warnings: 0, infos: 1 }),
        file(HOSTILE, Vec::new(), second),
    ];
    let mut of_set = finding(Severity::Error, 3, (14, 24), b"x", true);
    of_set.place = Place::default();
    let sets = vec![SetReport {
        serial: "20250317182009".to_owned(),
        from: "9970000001_43".to_owned(),
        to: "9970000002_15".to_owned(),
        files: vec![0, 1],
        findings: vec![SetFinding { finding: of_set, file: Some(1) }],
        counts: Counts { errors: 1, warnings: 0, infos: 0 },
    }];
    let mut problems = Problems::default();
    problems.add(&reason::UNREADABLE, Message::new("x.CSV：読めません", "x.CSV: cannot be read"));
    CheckOutcome::new(files, sets, problems, deny_warnings)
}
