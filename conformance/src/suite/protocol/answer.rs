//! What the software under test answers.

use serde::{Deserialize, Serialize};

use crate::story::Role;
use crate::suite::meaning::Content;

/// One answer: one line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// [`SCHEMA`](super::SCHEMA).
    pub schema: String,
    /// That of the request.
    pub id: u64,
    /// What is answered.
    #[serde(flatten)]
    pub reply: Reply,
}

/// What is answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Reply {
    /// To `hello`.
    Hello(Hello),
    /// To `reset`: nothing is held any more.
    Reset,
    /// To `import`.
    Import(Imported),
    /// To `export`.
    Export(Exported),
    /// The software has no such function.
    NotImplemented {
        /// In plain words.
        reason: String,
    },
    /// The adapter itself failed and the software was not reached: nothing can be judged.
    Error {
        /// In plain words.
        message: String,
    },
}

impl Reply {
    /// The word in JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Hello(_) => "hello",
            Self::Reset => "reset",
            Self::Import(_) => "import",
            Self::Export(_) => "export",
            Self::NotImplemented { .. } => "not_implemented",
            Self::Error { .. } => "error",
        }
    }
}

/// Who the software is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// What is under test.
    pub software: Software,
    /// The roles it plays.
    pub roles: Vec<Role>,
    /// Fields such as `UPPLAN.作成年月日` that it fills itself or does not keep: they are not compared,
    /// and every report lists them. Keys cannot be among them.
    #[serde(default)]
    pub own_fields: Vec<String>,
}

/// Name and version of what is under test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Software {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What became of an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// What became of each record; `None` where the software does not tell: a silent loss.
    #[serde(default)]
    pub receipt: Option<Receipt>,
    /// What the person at the software was told, beside refusals.
    #[serde(default)]
    pub flagged: Vec<Remark>,
    /// Everything that is held now, of this and earlier imports; `None` where it cannot be seen.
    #[serde(default)]
    pub holds: Option<Content>,
}

/// What became of each record. It balances where `records_in` = `imported` + all `rejected` +
/// `ignored` + `replaced`. Header rows and pictures are no records.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Records that were read.
    pub records_in: u64,
    /// Taken as something new; deletions that were carried out among them.
    pub imported: u64,
    /// Refused, each with its reason.
    pub rejected: Vec<Rejected>,
    /// Left out on purpose.
    pub ignored: u64,
    /// Taken in the place of something older.
    pub replaced: u64,
    /// Values that were cut short.
    pub fields_truncated: u64,
    /// Characters that became others.
    pub characters_replaced: u64,
}

impl Receipt {
    /// Records that were refused.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.rejected.iter().fold(0, |sum, rejected| sum.saturating_add(rejected.records))
    }

    /// Records that were taken.
    #[must_use]
    pub const fn taken(&self) -> u64 {
        self.imported.saturating_add(self.replaced)
    }

    /// The sum that `records_in` ought to be.
    #[must_use]
    pub fn accounted(&self) -> u64 {
        self.taken().saturating_add(self.refused()).saturating_add(self.ignored)
    }
}

/// Records that were refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejected {
    /// The file.
    pub file: String,
    /// The record, from 1; `None` for more than one, or the file as a whole.
    #[serde(default)]
    pub record: Option<u64>,
    /// How many of the records that were read; 0 where a file was refused unread.
    #[serde(default = "one")]
    pub records: u64,
    /// Why, in plain words.
    pub reason: String,
}

const fn one() -> u64 {
    1
}

/// Something that the person at the software was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// The file.
    #[serde(default)]
    pub file: Option<String>,
    /// The record, from 1.
    #[serde(default)]
    pub record: Option<u64>,
    /// What was said.
    pub message: String,
}

/// What became of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// The names of the files that were written into the folder.
    pub files: Vec<String>,
}
