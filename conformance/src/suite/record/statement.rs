//! The statement that is signed. The outer parts are those of in-toto (Statement v1, test-result v0.1);
//! what is ours stands under one key of its own, as the attestation framework asks of extensions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::story::Role;
use crate::suite::protocol::Software;
use crate::suite::verdict::Verdict;

/// `_type` of the statement.
pub const STATEMENT_TYPE: &str = "https://in-toto.io/Statement/v1";

/// The type of the predicate.
pub const PREDICATE_TYPE: &str = "https://in-toto.io/attestation/test-result/v0.1";

/// The name and version of our part.
pub const SCHEMA: &str = "renkei.suite-record/1";

/// An in-toto Statement v1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// [`STATEMENT_TYPE`].
    #[serde(rename = "_type")]
    pub kind: String,
    /// What was tested.
    pub subject: Vec<Resource>,
    /// [`PREDICATE_TYPE`].
    pub predicate_type: String,
    /// What was found.
    pub predicate: Predicate,
}

/// A resource by its name and digests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its name.
    pub name: String,
    /// `sha256`, `dirHash` … with lower-case hexadecimal digits.
    pub digest: BTreeMap<String, String>,
}

/// The predicate test-result v0.1, with our part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Predicate {
    /// What came of it.
    pub result: Outcome,
    /// The suite, by its digest.
    pub configuration: Vec<Resource>,
    /// Where the run can be seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Scored and generated cases that pass.
    #[serde(default)]
    pub passed_tests: Vec<String>,
    /// Those that neither pass nor fail: waived ones, and those that were skipped.
    #[serde(default)]
    pub warned_tests: Vec<String>,
    /// Those that fail, or could not be judged.
    #[serde(default)]
    pub failed_tests: Vec<String>,
    /// Our part.
    pub renkei_self_test: SelfTest,
}

/// `result` of the predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Outcome {
    /// Every scored case passes.
    Passed,
    /// None fails, but some are waived or were skipped.
    Warned,
    /// At least one fails, could not be judged, or the baseline does not hold.
    Failed,
}

/// Our part of the predicate: `renkei.suite-record/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SelfTest {
    /// [`SCHEMA`].
    pub schema: String,
    /// What this is not.
    pub note: BTreeMap<String, String>,
    /// The version of the standard.
    pub spec: String,
    /// The version of the suite.
    pub suite: String,
    /// The digest over requirement set, scored cases with their bytes, and rules.
    pub suite_digest: String,
    /// The requirement set.
    pub requirements: String,
    /// How many cases it names.
    pub required: usize,
    /// What was tested, as it says itself.
    pub software: Software,
    /// How it was reached.
    pub adapter: Adapter,
    /// `pass`, `fail` or `undecided`.
    pub verdict: String,
    /// The roles that were tested.
    pub roles: Vec<Role>,
    /// The patterns that were chosen; empty = all.
    pub patterns: Vec<String>,
    /// The classes that were chosen; empty = all.
    pub classes: Vec<String>,
    /// The beginnings of ids that were chosen; empty = all.
    pub only: Vec<String>,
    /// The share `[k, n]` that was run; `null` = all.
    pub shard: Option<(usize, usize)>,
    /// The seed and number of the cases that were generated beside those of the set; `null` = none.
    pub generated: Option<Series>,
    /// Fields that were not compared, as the software asked.
    pub own_fields: Vec<String>,
    /// How many cases came out how.
    pub counts: Counts,
    /// Failures that are known and put up with.
    pub waivers: Vec<Waiver>,
    /// Scored and generated cases that were not judged as pass or fail.
    pub skipped: Vec<Skipped>,
    /// Those that could not be judged; they stand among `failedTests` too.
    pub undecided: Vec<String>,
    /// Cases that the requirement set does not name: shown, not scored.
    pub unscored: Vec<Skipped>,
    /// What was wrong with the baseline.
    pub baseline_problems: Vec<BTreeMap<String, String>>,
    /// When the run began, RFC 3339.
    pub started_on: String,
    /// When it ended, RFC 3339.
    pub finished_on: String,
    /// When the record was made, RFC 3339.
    pub recorded_on: String,
    /// SHA-256 of the result (`renkei.suite/1`) that the record was made from.
    pub result_digest: String,
}

impl SelfTest {
    /// What was chosen, where it was not everything that the roles have.
    #[must_use]
    pub fn chosen(&self) -> Vec<String> {
        let words = [&self.patterns, &self.classes, &self.only].into_iter().flatten().cloned();
        words.chain(self.shard.map(|(k, n)| format!("{k}/{n}"))).collect()
    }
}

/// Cases that were generated from a seed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// The seed, as a text: not every program keeps 64 bits of a number.
    pub seed: String,
    /// How many were asked for.
    pub count: u64,
}

/// How the software was reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adapter {
    /// `process` and so on.
    pub kind: String,
}

/// How many cases came out how; the scored ones add up to `scored`, generated ones are not among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Cases that were run, of any sort.
    pub run: usize,
    /// Those of them that were generated.
    pub generated: usize,
    /// Those of them that the requirement set names.
    pub scored: usize,
    /// Scored ones that pass.
    pub passed: usize,
    /// Scored ones that fail but are known.
    pub waived: usize,
    /// Scored ones that were not judged as pass or fail.
    pub skipped: usize,
    /// Scored ones that fail.
    pub failed: usize,
    /// Scored ones that could not be judged.
    pub undecided: usize,
}

/// A known failure, as the baseline has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The case.
    pub id: String,
    /// What is known.
    pub verdict: Verdict,
    /// Why it is put up with.
    pub reason: String,
    /// Who mends it: a department, not a person.
    pub owner: String,
    /// The last day, `YYYY-MM-DD`.
    pub expires: String,
}

/// A case with its verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The case.
    pub id: String,
    /// What came of it.
    pub verdict: Verdict,
}
