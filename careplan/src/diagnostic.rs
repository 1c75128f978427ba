//! What a check says: findings are data, with places and both languages, never prose alone.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::layout::Field;
use crate::reading::Reading;
use crate::rules::Rule;
use crate::text::{Lang, Message};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A reading that the standard leaves open; never counts against anyone.
    Info,
    /// Legal or arithmetical implausibility, or a known interoperability hazard.
    Warning,
    /// Against the text of the standard.
    Error,
}

impl Severity {
    /// The word used in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Where a finding points in a file, as received. Every part may be absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Data record, counted from 1; a header row is not counted.
    pub record: Option<u64>,
    /// The field of the layout.
    pub field: Option<&'static Field>,
    /// Physical line, counted from 1.
    pub line: Option<u64>,
    /// Byte range in the file, `[start, end)`.
    pub bytes: Option<(u64, u64)>,
}

/// The value that was found, as bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The bytes of the field, outer quotes taken off, at most [`Value::MAX`] of them.
    pub bytes: Vec<u8>,
    /// Whether a person could be known from it: masked unless asked for.
    pub private: bool,
}

impl Value {
    /// The longest value that a finding carries, in bytes.
    pub const MAX: usize = 256;
}

/// One finding of a check.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that speaks.
    pub rule: &'static Rule,
    /// Its weight here; may be lower than the rule's own where the layout is unsure.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The value at fault, if one field is.
    pub value: Option<Value>,
    /// What was found, without the value itself where that is private.
    pub found: Message,
    /// What was expected.
    pub expected: Message,
    /// The clause: an R number and the row of the annex, where there is one.
    pub source: Cow<'static, str>,
    /// The entry of the interpretation ledger on which it depends.
    pub reading: Option<&'static Reading>,
}

impl Finding {
    /// One sentence for reports: what was found and what was expected.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match lang {
            Lang::Ja => format!("{}（期待：{}）", self.found.ja, self.expected.ja),
            Lang::En => format!("{} (expected: {})", self.found.en, self.expected.en),
        }
    }
}

/// Exact numbers of findings, listed or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Findings against the standard.
    pub errors: u64,
    /// Implausible or hazardous.
    pub warnings: u64,
    /// Readings and notes.
    pub infos: u64,
}

impl Counts {
    /// Counts one more.
    pub const fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
    }

    /// Adds the numbers of another.
    pub const fn merge(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
    }

    /// All of them.
    #[must_use]
    pub const fn total(&self) -> u64 {
        self.errors + self.warnings + self.infos
    }
}
