//! What the suite asks.

use std::path::PathBuf;

use careplan::layout::Kind;
use careplan::name::UnitKey;
use serde::{Deserialize, Serialize};

use crate::story::Role;
use crate::suite::meaning::{Scenario, party};

/// One request: one line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request {
    /// [`SCHEMA`](super::SCHEMA).
    pub schema: String,
    /// Counted from 1 in a session; the answer repeats it.
    pub id: u64,
    /// What is asked.
    #[serde(flatten)]
    pub ask: Ask,
}

/// What is asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "request", rename_all = "snake_case")]
pub enum Ask {
    /// First of all: who are you?
    Hello {
        /// The version of the suite.
        suite: String,
        /// The version of the standard.
        spec: String,
        /// `renkei.layout/1`: which fields records have and of what type they are, for adapters that
        /// want it.
        layout: PathBuf,
    },
    /// Forget everything: a new case begins.
    Reset,
    /// Take these files.
    Import(Import),
    /// Write files.
    Export(Export),
}

impl Ask {
    /// The word in JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Hello { .. } => "hello",
            Self::Reset => "reset",
            Self::Import(_) => "import",
            Self::Export(_) => "export",
        }
    }
}

/// Files to take, as they arrived. Several serials may be among them, in any order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Import {
    /// Whose software it is to be.
    pub role: Role,
    /// The folder that holds them.
    pub folder: PathBuf,
    /// Their names, in the order of arrival.
    pub files: Vec<String>,
}

/// A unit to write.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Export {
    /// Whose software it is to be.
    pub role: Role,
    /// An empty folder to write into.
    pub folder: PathBuf,
    /// Sender, receiver, and a serial that may be used; another one is as good.
    pub unit: UnitHead,
    /// The kinds to write.
    pub kinds: Vec<Kind>,
    /// What the files are to mean; `None` = what is held from earlier imports.
    pub scenario: Option<Scenario>,
}

/// Serial, sender and receiver as JSON has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitHead {
    /// 14 digits.
    pub serial: String,
    /// `9970000001_43`.
    pub from: String,
    /// `9970000002_15`.
    pub to: String,
}

impl From<&UnitKey> for UnitHead {
    fn from(key: &UnitKey) -> Self {
        Self { serial: key.serial.clone(), from: key.from.to_string(), to: key.to.to_string() }
    }
}

impl From<&UnitHead> for UnitKey {
    fn from(head: &UnitHead) -> Self {
        Self { serial: head.serial.clone(), from: party(&head.from), to: party(&head.to) }
    }
}
