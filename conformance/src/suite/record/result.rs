//! The result of a run (`renkei.suite/1`) as far as a record needs it, and how each case stands in it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::statement::Series;
use crate::story::Role;
use crate::suite::case::Duty;
use crate::suite::protocol::Software;
use crate::suite::run::Entry;
use crate::suite::verdict::Verdict;

/// The name and version of the document.
pub(super) const SCHEMA: &str = "renkei.suite/1";

/// The class of generated cases: no requirement set names them, but they decide with those that it does.
pub(super) const GENERATED: &str = "generated";

/// The result of a run.
#[derive(Debug, Deserialize)]
pub(super) struct RunResult {
    pub(super) schema: String,
    pub(super) spec: String,
    pub(super) suite: String,
    pub(super) requirements: String,
    pub(super) digest: String,
    pub(super) verdict: String,
    pub(super) software: Software,
    pub(super) adapter: String,
    pub(super) own_fields: Vec<String>,
    pub(super) roles: Vec<Role>,
    pub(super) patterns: Vec<String>,
    pub(super) classes: Vec<String>,
    pub(super) only: Vec<String>,
    pub(super) shard: Option<(usize, usize)>,
    /// Absent or null where no case was generated.
    #[serde(default)]
    pub(super) generated: Option<Series>,
    pub(super) started: u64,
    pub(super) finished: u64,
    pub(super) cases: Vec<RunCase>,
    pub(super) baseline: Vec<BTreeMap<String, String>>,
}

/// One case of it.
#[derive(Debug, Deserialize)]
pub(super) struct RunCase {
    pub(super) id: String,
    pub(super) class: String,
    pub(super) duty: String,
    pub(super) scored: bool,
    pub(super) verdict: Verdict,
    pub(super) counts: bool,
    pub(super) known: Option<Entry>,
}

/// How a case stands in a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Passed,
    Waived(Entry),
    Skipped,
    Failed,
    Undecided,
    Unscored,
}

impl RunCase {
    /// Where it belongs. It is told anew from the verdict: what the document says of it must agree.
    pub(super) fn place(&self) -> Place {
        let missing = self.verdict == Verdict::NotImplemented && self.duty == Duty::Required.as_str();
        match (&self.known, self.verdict) {
            _ if !self.scored && self.class != GENERATED => Place::Unscored,
            (_, Verdict::Pass) => Place::Passed,
            (_, Verdict::CouldNotJudge) => Place::Undecided,
            (Some(entry), verdict) if verdict == entry.verdict => Place::Waived(entry.clone()),
            (_, verdict) if verdict.is_failure() || missing => Place::Failed,
            _ => Place::Skipped,
        }
    }
}
