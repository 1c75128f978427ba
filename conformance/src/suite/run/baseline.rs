//! The baseline: failures that are known, each with a reason, an owner and the day until which it is
//! put up with. An entry that is no longer needed, or is too old, fails.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use careplan::text::Message;
use serde::{Deserialize, Serialize};
use time::macros::format_description;

use super::doctor::Unready;
use crate::shown::{io_reason, visible};
use crate::suite::case::Case;
use crate::suite::verdict::Verdict;

/// The name and version of the document.
const SCHEMA: &str = "renkei.suite-baseline/1";

/// Known failures.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    entries: Vec<Entry>,
}

/// One known failure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The case.
    pub id: String,
    /// The verdict that is known; another one is a new failure.
    pub verdict: Verdict,
    /// Why it is put up with.
    pub reason: String,
    /// Who mends it.
    pub owner: String,
    /// The last day, `YYYY-MM-DD`.
    pub expires: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: String,
    entries: Vec<Entry>,
}

/// Why there is no baseline: a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaselineError(pub Message);

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// The file cannot be read, is not of its form, or an entry lacks a reason, an owner or a day.
    pub fn read(path: &Path) -> Result<Self, BaselineError> {
        let shown = visible(&path.to_string_lossy());
        let bytes = fs::read(path).map_err(|error| {
            let why = io_reason(&error);
            BaselineError(Message::new(
                format!("{shown} を読めません（{}）", why.ja),
                format!("{shown} cannot be read ({})", why.en),
            ))
        })?;
        Self::parse(&bytes).map_err(|why| {
            BaselineError(Message::new(
                format!("{shown} の書き方が合いません（{why}）"),
                format!("{shown} is not of the form ({why})"),
            ))
        })
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let document: Document = serde_json::from_slice(bytes).map_err(|error| visible(&error.to_string()))?;
        if document.schema != SCHEMA {
            return Err(format!("schema: {SCHEMA}"));
        }
        let mut ids = BTreeSet::new();
        for entry in &document.entries {
            let id = visible(&entry.id);
            if entry.reason.trim().is_empty() || entry.owner.trim().is_empty() {
                return Err(format!("{id}: reason, owner"));
            }
            if entry.last_day().is_none() {
                return Err(format!("{id}: expires YYYY-MM-DD"));
            }
            if !ids.insert(&entry.id) {
                return Err(format!("{id}: 2"));
            }
        }
        Ok(Self { entries: document.entries })
    }

    /// The entries.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a case.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Whether every entry is one of a case.
    ///
    /// # Errors
    /// The first one that is not.
    pub(super) fn known(&self, cases: &[Case]) -> Result<(), Unready> {
        let ids: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
        match self.entries.iter().find(|entry| !ids.contains(entry.id.as_str())) {
            None => Ok(()),
            Some(entry) => {
                let id = visible(&entry.id);
                Err(Unready(Message::new(
                    format!("baseline の {id} という事例はありません"),
                    format!("the baseline names {id}, which is no case"),
                )))
            }
        }
    }
}

impl Entry {
    /// The last day on which it counts.
    pub(super) fn last_day(&self) -> Option<time::Date> {
        time::Date::parse(&self.expires, format_description!("[year]-[month]-[day]")).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(entry: &str) -> Result<Baseline, String> {
        Baseline::parse(format!(r#"{{"schema":"renkei.suite-baseline/1","entries":[{entry}]}}"#).as_bytes())
    }

    #[test]
    fn an_entry_has_a_reason_an_owner_and_a_day() {
        let entry = |reason: &str, day: &str| {
            format!(r#"{{"id":"read/x","verdict":"fail","reason":"{reason}","owner":"開発","expires":"{day}"}}"#)
        };
        assert_eq!(parse(&entry("次の版で直す", "2026-12-31")).map(|baseline| baseline.entries.len()), Ok(1));
        assert!(parse(&entry("", "2026-12-31")).is_err());
        assert!(parse(&entry("次の版で直す", "2026-02-30")).is_err());
        assert!(parse(&format!("{0},{0}", entry("次の版で直す", "2026-12-31"))).is_err());
    }
}
