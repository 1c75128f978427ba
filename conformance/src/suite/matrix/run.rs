//! Runs it: every software writes once, then every one takes what every one wrote.

use std::num::NonZeroUsize;
use std::time::{Duration, SystemTime};

use careplan::text::Message;

use super::exchange::{Exchange, exchanges};
use super::outcome::{Cell, MatrixOutcome, Member, letter};
use crate::mutation::File;
use crate::suite::adapter::Adapter;
use crate::suite::case::{Case, Selection, Suite};
use crate::suite::judge::Judged;
use crate::suite::run::{Baseline, Done, NoTrace, Plan, Ready, Unready, Watch, judge_all, ready};
use crate::suite::verdict::Verdict;

/// A software that takes part.
pub struct Party<'a> {
    /// The way to it.
    pub adapter: &'a dyn Adapter,
    /// How long one answer may take.
    pub limit: Duration,
}

/// What is asked.
pub struct MatrixPlan<'a> {
    /// The cases and what is scored.
    pub suite: &'a Suite,
    /// Which of the cases of writing; the roles are those of either end.
    pub selection: Selection,
    /// Sessions at once; `None` = one per core.
    pub jobs: Option<NonZeroUsize>,
}

/// Runs all ordered pairs.
///
/// # Errors
/// A software does not come up, or there is nothing to exchange: nothing was judged.
pub fn run(plan: &MatrixPlan<'_>, parties: &[Party<'_>], watch: &dyn Watch) -> Result<MatrixOutcome, Unready> {
    let started = SystemTime::now();
    let exchanges = exchanges(plan.suite, &plan.selection);
    let mut ends = Vec::new();
    for (at, party) in parties.iter().enumerate() {
        let ready = ready(party.adapter, party.limit).map_err(|why| named(at, &why))?;
        ends.push(End { plan, party, ready, watch });
    }
    let writes = |end: &End<'_>| exchanges.iter().filter(|it| end.plays(it.from)).count();
    let reads = |end: &End<'_>| exchanges.iter().filter(|it| end.plays(it.to)).count();
    let most = ends.iter().map(|end| writes(end) + ends.len() * reads(end)).sum();
    if exchanges.is_empty() || most == 0 {
        return Err(nothing());
    }
    watch.begin(most);
    let mut written = Vec::new();
    for end in &ends {
        written.push(write(end, &exchanges)?);
    }
    let mut cells = Vec::new();
    for (writer, wrote) in written.iter().enumerate() {
        for (reader, end) in ends.iter().enumerate() {
            cells.push(Cell { writer, reader, read: read(end, &exchanges, wrote)? });
        }
    }
    watch.end();
    let judged = |wrote: Vec<Option<Written>>| wrote.into_iter().map(|it| it.map(|it| it.judged)).collect();
    Ok(MatrixOutcome {
        members: ends.into_iter().map(|end| Member { adapter: end.ready.adapter, hello: end.ready.hello }).collect(),
        exchanges,
        written: written.into_iter().map(judged).collect(),
        cells,
        requirements: plan.suite.requirements.id,
        digest: plan.suite.digest().to_owned(),
        started,
        finished: SystemTime::now(),
    })
}

/// A software that came up.
struct End<'a> {
    plan: &'a MatrixPlan<'a>,
    party: &'a Party<'a>,
    ready: Ready,
    watch: &'a dyn Watch,
}

impl End<'_> {
    fn plays(&self, role: crate::story::Role) -> bool {
        self.ready.hello.roles.contains(&role)
    }

    fn judge(&self, cases: &[Case]) -> Result<Vec<Done>, Unready> {
        let plan = Plan {
            suite: self.plan.suite,
            selection: Selection::default(),
            baseline: Baseline::default(),
            today: time::Date::MIN,
            limit: self.party.limit,
            jobs: self.plan.jobs,
        };
        let cases: Vec<&Case> = cases.iter().collect();
        judge_all(&cases, self.party.adapter, &self.ready, &plan, self.watch, &NoTrace)
    }
}

/// What was written, and what it is worth.
struct Written {
    judged: Judged,
    files: Vec<File>,
}

/// Everything that a software writes, by the numbers of the exchanges.
fn write(end: &End<'_>, exchanges: &[Exchange]) -> Result<Vec<Option<Written>>, Unready> {
    let cases: Vec<Case> = exchanges.iter().filter(|it| end.plays(it.from)).map(|it| it.write.clone()).collect();
    let mut done = end.judge(&cases)?.into_iter();
    let mut of = |exchange: &Exchange| {
        let done = if end.plays(exchange.from) { done.next() } else { None };
        done.map(|done| Written { judged: done.judged, files: done.wrote })
    };
    Ok(exchanges.iter().map(&mut of).collect())
}

/// What a software makes of what another wrote. What is wrong is not given to it.
fn read(
    end: &End<'_>,
    exchanges: &[Exchange],
    wrote: &[Option<Written>],
) -> Result<Vec<(usize, Option<Judged>)>, Unready> {
    let pairs = exchanges.iter().zip(wrote).enumerate();
    let shared: Vec<(usize, &Exchange, &Written)> = pairs
        .filter(|(_, (exchange, _))| end.plays(exchange.to))
        .filter_map(|(at, (exchange, written))| Some((at, exchange, written.as_ref()?)))
        .collect();
    let is_right = |written: &Written| written.judged.verdict == Verdict::Pass;
    let right = shared.iter().filter(|(.., written)| is_right(written));
    let cases: Vec<Case> = right.map(|(_, exchange, written)| exchange.read(written.files.clone())).collect();
    let mut done = if cases.is_empty() { Vec::new() } else { end.judge(&cases)? }.into_iter();
    let mut of = |(at, _, written): (usize, &Exchange, &Written)| {
        let read = if is_right(written) { done.next().map(|done| done.judged) } else { None };
        (at, read)
    };
    Ok(shared.into_iter().map(&mut of).collect())
}

/// Why a software did not come up, with its letter.
fn named(at: usize, why: &Unready) -> Unready {
    let letter = letter(at);
    Unready(Message::new(format!("{letter}：{}", why.0.ja), format!("{letter}: {}", why.0.en)))
}

fn nothing() -> Unready {
    Unready(Message::new(
        "やり取りする事例がありません。--roles、--patterns などの指定と、役割をお確かめください",
        "there is nothing to exchange; please check --roles, --patterns and the roles of the software",
    ))
}
