//! Which faults befall a call. Counted, decided and journaled in one transaction, so that the
//! same calls under the same seed meet the same faults, whichever relay they come to.

use serde_json::json;

use super::endpoints::Endpoint;
use super::kinds::{Effect, FaultKind};
use super::rule::Rule;
use crate::journal::FAULT;
use crate::offices::OfficeNo;
use crate::state::AppState;
use crate::store::{StoreError, faults as counters};

/// Under this name the bad answers to all who come without a certificate are counted together.
const NOBODY: &str = "-";

/// A call.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call {
    /// `None`: by somebody without a certificate that counts.
    pub(super) office: Option<OfficeNo>,
    pub(super) endpoint: &'static Endpoint,
}

/// A fault that befalls it.
#[derive(Clone, Debug)]
pub(super) struct Applied {
    pub(super) kind: &'static FaultKind,
    pub(super) rule: Rule,
    /// The number of the call among those that the rule was asked about.
    pub(super) call: i64,
    /// The simulated time.
    pub(super) at: i64,
}

impl Applied {
    pub(super) fn parameter(&self, name: &str) -> i64 {
        self.rule.parameter(name)
    }

    /// Seconds until the window of a maintenance ends, at least one.
    pub(super) fn until_end(&self) -> i64 {
        let (_, end) = window(&self.rule);
        (end.saturating_sub(self.at).saturating_add(999) / 1_000).max(1)
    }
}

/// Start and end of the window of a maintenance, milliseconds since 1970.
fn window(rule: &Rule) -> (i64, i64) {
    let start = rule.made_at.saturating_add(rule.parameter("starts_in").saturating_mul(1_000));
    (start, start.saturating_add(rule.parameter("seconds").saturating_mul(1_000)))
}

/// Whether the time is one at which the rule is asked at all.
fn is_in_force(rule: &Rule, kind: &FaultKind, now: i64) -> bool {
    let (start, end) = window(rule);
    kind.effect != Effect::Maintenance || (start..end).contains(&now)
}

/// The faults of a call, in the order of their rules.
pub(super) async fn decide(state: &AppState, call: Call) -> Result<Vec<Applied>, StoreError> {
    let Some(all) = state.faults().rules() else { return Ok(Vec::new()) };
    let at = state.now_ms();
    let asked: Vec<(Rule, &'static FaultKind)> = all
        .rules
        .iter()
        .filter(|rule| rule.concerns(call.office.as_ref(), call.endpoint))
        .filter_map(|rule| Some((rule.clone(), FaultKind::of_slug(&rule.fault)?)))
        .filter(|(rule, kind)| is_in_force(rule, kind, at))
        .collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let seed = state.seed();
    state
        .store()
        .write(move |tx| {
            let (office, endpoint) = (call.office.as_ref().map_or(NOBODY, OfficeNo::as_str), call.endpoint.name);
            let bad = counters::streak(tx, office, endpoint)?;
            let mut applied = Vec::new();
            for (rule, kind) in &asked {
                let k = counters::count(tx, rule.id)?;
                let is_spared = bad >= rule.tries && !kind.effect.is_waited_for();
                if is_spared || !rule.befalls(&seed, k) {
                    continue;
                }
                let detail =
                    json!({ "fault": kind.slug, "endpoint": endpoint, "call": k, "parameters": rule.parameters });
                let event = call.office.as_ref().map_or_else(|| FAULT.event(), |office| FAULT.by(office));
                tx.record(at, &event.about(rule.id.to_string()).with(detail))?;
                applied.push(Applied { kind, rule: rule.clone(), call: k, at });
                if kind.effect.ends_the_call() {
                    break;
                }
            }
            let now_bad = if applied.is_empty() { 0 } else { bad + 1 };
            if now_bad != bad {
                counters::set_streak(tx, office, endpoint, now_bad)?;
            }
            Ok(applied)
        })
        .await
}
