//! What a run found, and what may be said of it as a whole.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

use careplan::diagnostic::Severity;
use careplan::text::{Message, Text};

use super::baseline::{Baseline, Entry};
use super::doctor::Ready;
use crate::story::Role;
use crate::suite::case::{Case, Class, Duty, Pattern, Selection, Suite};
use crate::suite::judge::Judged;
use crate::suite::protocol::Hello;
use crate::suite::verdict::Verdict;

/// Is told how far a run has come, from several threads at once.
pub trait Watch: Sync {
    /// So many cases are to be run.
    fn begin(&self, cases: usize);
    /// One is over.
    fn done(&self, case: &Case, verdict: Verdict);
    /// All are over.
    fn end(&self);
}

impl Watch for () {
    fn begin(&self, _cases: usize) {}
    fn done(&self, _case: &Case, _verdict: Verdict) {}
    fn end(&self) {}
}

/// What was found of one case.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// The id of the case.
    pub id: String,
    /// What it is.
    pub title: Message,
    /// The clauses.
    pub source: String,
    /// How much a failure weighs.
    pub severity: Severity,
    /// What it is about.
    pub class: Class,
    /// The roles of the software in it.
    pub roles: BTreeSet<Role>,
    /// The patterns of the vendor test.
    pub patterns: BTreeSet<Pattern>,
    /// Whether the function must be there.
    pub duty: Duty,
    /// Whether the requirement set names it.
    pub scored: bool,
    /// The verdict.
    pub verdict: Verdict,
    /// Why.
    pub notes: Vec<Message>,
    /// How long it took.
    pub time: Duration,
    /// The entry of the baseline that covers it.
    pub known: Option<Entry>,
}

impl CaseResult {
    pub(super) fn new(case: &Case, judged: Judged, time: Duration, scored: bool) -> Self {
        Self {
            id: case.id.clone(),
            title: case.title.clone(),
            source: case.source.clone(),
            severity: case.severity,
            class: case.class,
            roles: case.roles(),
            patterns: case.patterns.clone(),
            duty: case.duty,
            scored,
            verdict: judged.verdict,
            notes: judged.notes,
            time,
            known: None,
        }
    }

    /// Whether it speaks against the software, known or not: a function that is missing does where it
    /// must be there.
    #[must_use]
    pub fn is_failure(&self) -> bool {
        self.verdict.is_failure() || (self.verdict == Verdict::NotImplemented && self.duty == Duty::Required)
    }

    /// Whether it makes the run fail.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.scored && self.is_failure() && self.known.is_none()
    }
}

/// What may be said of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overall {
    /// Every scored case passes, or is known.
    Pass,
    /// At least one fails.
    Fail,
    /// At least one could not be judged.
    Undecided,
}

impl Overall {
    /// The word in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Undecided => "undecided",
        }
    }

    /// The exit code of the command.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Pass => 0,
            Self::Fail => 1,
            Self::Undecided => 2,
        }
    }

    /// In plain words.
    #[must_use]
    pub const fn sentence(self) -> Text {
        match self {
            Self::Pass => Text::new(
                "採点した事例に、直していただくところはありませんでした。",
                "Nothing is to be mended in the cases that are scored.",
            ),
            Self::Fail => Text::new("直していただきたい事例があります。", "There are cases to mend."),
            Self::Undecided => Text::new(
                "判定できなかった事例があります（合格・不合格のどちらでもありません）。",
                "Some cases could not be judged (this is neither pass nor fail).",
            ),
        }
    }
}

/// How many cases have each verdict.
pub type Totals = BTreeMap<Verdict, usize>;

/// Everything a report needs.
#[derive(Clone, Debug)]
pub struct SuiteOutcome {
    /// The results, in the order of ids.
    pub results: Vec<CaseResult>,
    /// Who the software is.
    pub hello: Hello,
    /// How it was reached: the word of its adapter.
    pub adapter: &'static str,
    /// What was run.
    pub selection: Selection,
    /// The requirement set.
    pub requirements: &'static str,
    /// The digest of the suite.
    pub digest: String,
    /// What is wrong with the baseline: entries that are not needed any more, or too old.
    pub stale: Vec<Message>,
    /// What may be said of it all.
    pub overall: Overall,
    /// When the run began.
    pub started: SystemTime,
    /// When it ended.
    pub finished: SystemTime,
}

impl SuiteOutcome {
    pub(super) fn new(
        mut results: Vec<CaseResult>,
        suite: &Suite,
        ready: Ready,
        selection: Selection,
        baseline: &Baseline,
        today: time::Date,
        started: SystemTime,
    ) -> Self {
        let mut stale = Vec::new();
        for result in &mut results {
            if let Some(entry) = baseline.of(&result.id) {
                match why_stale(entry, result, today) {
                    None => result.known = Some(entry.clone()),
                    Some(why) => stale.push(why),
                }
            }
        }
        Self {
            overall: overall(&results, &stale),
            results,
            hello: ready.hello,
            adapter: ready.adapter,
            selection,
            requirements: suite.requirements.id,
            digest: suite.digest().to_owned(),
            stale,
            started,
            finished: SystemTime::now(),
        }
    }

    /// How many cases have each verdict.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let mut totals: Totals = Verdict::ALL.iter().map(|verdict| (*verdict, 0)).collect();
        for result in &self.results {
            *totals.entry(result.verdict).or_default() += 1;
        }
        totals
    }
}

/// Pass needs at least one scored case that passes: nothing is passed by accident.
fn overall(results: &[CaseResult], stale: &[Message]) -> Overall {
    let mut scored = results.iter().filter(|result| result.scored);
    if results.iter().any(|result| result.scored && result.verdict == Verdict::CouldNotJudge) {
        Overall::Undecided
    } else if !stale.is_empty() || results.iter().any(CaseResult::counts) {
        Overall::Fail
    } else if scored.any(|result| result.verdict == Verdict::Pass) {
        Overall::Pass
    } else {
        Overall::Undecided
    }
}

fn why_stale(entry: &Entry, result: &CaseResult, today: time::Date) -> Option<Message> {
    let (id, day) = (&entry.id, &entry.expires);
    if entry.last_day().is_none_or(|last| last < today) {
        Some(Message::new(
            format!("baseline の {id} は期限（{day}）を過ぎています（担当：{}）", entry.owner),
            format!("the baseline entry {id} has expired ({day}; owner: {})", entry.owner),
        ))
    } else if entry.verdict != result.verdict {
        let (known, now) = (entry.verdict.title(), result.verdict.title());
        Some(Message::new(
            format!("baseline の {id} は「{}」のはずですが、「{}」でした", known.ja, now.ja),
            format!("the baseline entry {id} says {}, but it is {} now", known.en, now.en),
        ))
    } else {
        None
    }
}
