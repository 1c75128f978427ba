//! The outcome of a run, its totals and its verdict.

use std::time::SystemTime;

use careplan::check::{FileReport, SetReport};
use careplan::diagnostic::{Counts, Finding};
use careplan::text::Text;

use crate::input::{Item, Problems};

/// One judged file.
#[derive(Debug)]
pub struct JudgedFile {
    /// Path, name and where its bytes are.
    pub item: Item,
    /// SHA-256 of its bytes, lower-case hexadecimal.
    pub sha256: String,
    /// What `careplan` found.
    pub report: FileReport,
}

/// What may be said of a run as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Judged, nothing against the standard.
    Conformant,
    /// Judged, at least one error.
    Nonconformant,
    /// Something could not be judged.
    Undecided,
}

impl Verdict {
    /// The word used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Conformant => "conformant",
            Self::Nonconformant => "nonconformant",
            Self::Undecided => "undecided",
        }
    }

    /// The exit code of the command: 0, 1 or 2.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Conformant => 0,
            Self::Nonconformant => 1,
            Self::Undecided => 2,
        }
    }

    /// The verdict as a heading.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Conformant => Text::new("適合（誤りなし）", "conformant (no errors)"),
            Self::Nonconformant => Text::new("不適合", "nonconformant"),
            Self::Undecided => Text::new("判定できず", "undecided"),
        }
    }

    /// In plain words.
    #[must_use]
    pub const fn sentence(self) -> Text {
        match self {
            Self::Conformant => {
                Text::new("標準仕様に反するところは見つかりませんでした。", "Nothing against the standard was found.")
            }
            Self::Nonconformant => Text::new("直していただきたいところがあります。", "There are points to mend."),
            Self::Undecided => Text::new(
                "判定できなかったものがあります。理由をご確認ください（適合・不適合のどちらでもありません）。",
                "Something could not be judged; see the reasons (this is neither conformant nor nonconformant).",
            ),
        }
    }
}

/// Exact totals of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Judged files.
    pub files: usize,
    /// Data records in them.
    pub records: u64,
    /// Findings of files, sets and the run, listed or not.
    pub findings: Counts,
}

/// Everything a report needs.
#[derive(Debug)]
pub struct CheckOutcome {
    /// The judged files, in order.
    pub files: Vec<JudgedFile>,
    /// The sets they form; indices point into `files`.
    pub sets: Vec<SetReport>,
    /// What belongs to no file: the reasons why something could not be judged.
    pub findings: Vec<Finding>,
    /// How many of those there are, listed or not.
    pub problems: u64,
    /// Exact totals.
    pub totals: Totals,
    /// What may be said of it all.
    pub verdict: Verdict,
    /// Whether a warning weighs as much as an error.
    pub deny_warnings: bool,
    /// When the run began.
    pub started: SystemTime,
    /// When it ended.
    pub finished: SystemTime,
}

impl CheckOutcome {
    /// Sums up and decides.
    #[must_use]
    pub fn new(files: Vec<JudgedFile>, sets: Vec<SetReport>, problems: Problems, deny_warnings: bool) -> Self {
        let (findings, counts) = problems.into_parts();
        let mut totals = Totals { files: files.len(), records: 0, findings: counts };
        for file in &files {
            totals.records += file.report.records;
            totals.findings.merge(file.report.counts);
        }
        for set in &sets {
            totals.findings.merge(set.counts);
        }
        let undecided = counts.total() > 0 || files.iter().any(|file| file.report.undecided);
        let verdict = if undecided {
            Verdict::Undecided
        } else if totals.findings.errors > 0 || (deny_warnings && totals.findings.warnings > 0) {
            Verdict::Nonconformant
        } else {
            Verdict::Conformant
        };
        let now = SystemTime::now();
        let problems = counts.total();
        Self { files, sets, findings, problems, totals, verdict, deny_warnings, started: now, finished: now }
    }

    /// The same outcome of a run that began earlier.
    #[must_use]
    pub fn begun(self, started: SystemTime) -> Self {
        Self { started, ..self }
    }

    /// Whether findings of these numbers are against the standard, as this run weighs them.
    #[must_use]
    pub const fn is_breach(&self, counts: Counts) -> bool {
        counts.errors > 0 || (self.deny_warnings && counts.warnings > 0)
    }

    /// The path of a judged file; empty where the index is not one of this outcome.
    #[must_use]
    pub fn path_of(&self, index: usize) -> &str {
        self.files.get(index).map_or("", |file| file.item.path.as_str())
    }
}
