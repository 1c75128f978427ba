//! A rule: which fault befalls which calls.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::endpoints::Endpoint;
use super::kinds::FaultKind;
use crate::offices::OfficeNo;

/// Bad answers in a row at most, unless the rule says otherwise.
const TRIES: i64 = 2;
/// The most that a rule can say.
const MOST_TRIES: i64 = 10;
/// The number of calls is counted up to here.
const MOST_CALLS: i64 = 1_000_000_000;

/// A rule in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its number: never given twice until a reset.
    pub id: i64,
    /// The slug of its [`FaultKind`].
    pub fault: String,
    /// 事業所番号 of the office that it befalls; `None` = all.
    pub office: Option<String>,
    /// The name of the endpoint that it befalls; `None` = all that the fault can befall.
    pub endpoint: Option<String>,
    /// Which of those calls.
    pub when: When,
    /// Bad answers in a row that one office gets at one endpoint at most; the next is a good one.
    pub tries: i64,
    /// All parameters of the kind.
    pub parameters: BTreeMap<String, i64>,
    /// When it was made, milliseconds since 1970, by the simulated clock.
    pub made_at: i64,
}

/// Which of the calls that a rule is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// All.
    Always,
    /// The n-th, from 1.
    Nth(i64),
    /// Each n-th.
    Every(i64),
    /// So many out of a million, as the seed decides.
    Millionths(u32),
}

/// A rule as it is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    fault: String,
    pub(crate) office: Option<String>,
    endpoint: Option<String>,
    nth: Option<i64>,
    every: Option<i64>,
    rate: Option<f64>,
    tries: Option<i64>,
    #[serde(default)]
    parameters: BTreeMap<String, i64>,
}

/// What of a rule cannot be: the name of the field, or of the parameter.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Wrong(pub(crate) String);

impl Asked {
    /// The rule, under a number.
    pub(crate) fn rule(&self, id: i64, made_at: i64) -> Result<Rule, Wrong> {
        let wrong = |field: &str| Wrong(field.to_owned());
        let kind = FaultKind::of_slug(&self.fault).ok_or_else(|| wrong("fault"))?;
        let when = match (self.nth, self.every, self.rate) {
            (None, None, None) => When::Always,
            (Some(n), None, None) => When::Nth(n),
            (None, Some(n), None) => When::Every(n),
            (None, None, Some(rate)) => When::Millionths(millionths(rate).ok_or_else(|| wrong("rate"))?),
            _ => return Err(wrong("nth, every, rate")),
        };
        if let Some(unknown) = self.parameters.keys().find(|name| kind.parameters.iter().all(|p| p.name != **name)) {
            return Err(Wrong(unknown.clone()));
        }
        let given = |name: &str| self.parameters.get(name).copied();
        let parameters = kind.parameters.iter().map(|p| (p.name.to_owned(), given(p.name).unwrap_or(p.default)));
        let rule = Rule {
            id,
            fault: kind.slug.to_owned(),
            office: self.office.clone(),
            endpoint: self.endpoint.clone(),
            when,
            tries: self.tries.unwrap_or(TRIES),
            parameters: parameters.collect(),
            made_at,
        };
        rule.check().map(|()| rule)
    }
}

/// A rate from 0 to 1 in millionths.
fn millionths(rate: f64) -> Option<u32> {
    let digits = (0.0..=1.0).contains(&rate).then(|| format!("{rate:.6}").replace('.', ""))?;
    digits.parse().ok()
}

impl Rule {
    /// Whether every part of it can be; of a rule that comes out of a snapshot nothing is certain.
    pub(crate) fn check(&self) -> Result<(), Wrong> {
        let wrong = |field: &str| Err(Wrong(field.to_owned()));
        let Some(kind) = FaultKind::of_slug(&self.fault) else { return wrong("fault") };
        if self.office.as_ref().is_some_and(|number| number.parse::<OfficeNo>().is_err()) {
            return wrong("office");
        }
        if let Some(name) = &self.endpoint
            && !Endpoint::named(name).is_some_and(|endpoint| kind.scope.covers(endpoint))
        {
            return wrong("endpoint");
        }
        match self.when {
            When::Nth(n) if !(1..=MOST_CALLS).contains(&n) => return wrong("nth"),
            When::Every(n) if !(1..=MOST_CALLS).contains(&n) => return wrong("every"),
            When::Millionths(rate) if rate > 1_000_000 => return wrong("rate"),
            _ => {}
        }
        if !(1..=MOST_TRIES).contains(&self.tries) {
            return wrong("tries");
        }
        for parameter in kind.parameters {
            let given = self.parameters.get(parameter.name);
            if !given.is_some_and(|value| (parameter.least..=parameter.most).contains(value)) {
                return wrong(parameter.name);
            }
        }
        if self.parameters.len() == kind.parameters.len() { Ok(()) } else { wrong("parameters") }
    }

    /// Whether it is asked about calls of this office, or of nobody known, to this endpoint.
    pub(super) fn concerns(&self, office: Option<&OfficeNo>, endpoint: &Endpoint) -> bool {
        self.office.as_deref().is_none_or(|number| office.is_some_and(|office| number == office.as_str()))
            && self.endpoint.as_ref().is_none_or(|name| name == endpoint.name)
            && FaultKind::of_slug(&self.fault).is_some_and(|kind| kind.scope.covers(endpoint))
    }

    /// Whether it befalls the k-th call that it is asked about: the same for the same seed.
    pub(super) fn befalls(&self, seed: &str, k: i64) -> bool {
        match self.when {
            When::Always => true,
            When::Nth(n) => k == n,
            When::Every(n) => k.checked_rem(n) == Some(0),
            When::Millionths(rate) => draw(seed, self.id, k) % 1_000_000 < u64::from(rate),
        }
    }

    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> i64 {
        self.parameters.get(name).copied().unwrap_or_default()
    }
}

/// The number that the seed gives to a call of a rule.
fn draw(seed: &str, rule: i64, k: i64) -> u64 {
    let bytes = crate::ids::bytes(seed, &format!("fault {rule}"), k);
    bytes.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn rule(asked: serde_json::Value) -> Result<Rule, Wrong> {
        serde_json::from_value::<Asked>(asked).unwrap().rule(1, 0)
    }

    #[test]
    fn a_rule_says_nothing_that_its_kind_does_not_know() {
        let table = [
            (json!({"fault": "nothing"}), "fault"),
            (json!({"fault": "reset", "office": "123"}), "office"),
            (json!({"fault": "reset", "endpoint": "GET /control/v1/ready"}), "endpoint"),
            (json!({"fault": "cut-upload", "endpoint": "GET /v1/inbox"}), "endpoint"),
            (json!({"fault": "reset", "nth": 0}), "nth"),
            (json!({"fault": "reset", "every": -1}), "every"),
            (json!({"fault": "reset", "nth": 1, "rate": 0.5}), "nth, every, rate"),
            (json!({"fault": "reset", "rate": 1.1}), "rate"),
            (json!({"fault": "reset", "tries": 11}), "tries"),
            (json!({"fault": "reset", "parameters": {"seconds": 1}}), "seconds"),
            (json!({"fault": "latency", "parameters": {"milliseconds": 60001}}), "milliseconds"),
        ];
        for (asked, field) in table {
            assert_eq!(rule(asked.clone()), Err(Wrong(field.to_owned())), "{asked}");
        }
        assert_eq!(rule(json!({"fault": "latency"})).unwrap().parameter("milliseconds"), 1000);
    }

    #[test]
    fn a_rate_is_the_same_for_the_same_seed_and_near_what_was_asked() {
        let rule = rule(json!({"fault": "reset", "rate": 0.25})).unwrap();
        let hits = |seed| (1..=4000).filter(|&k| rule.befalls(seed, k)).collect::<Vec<_>>();
        assert_eq!(hits("a"), hits("a"));
        assert_ne!(hits("a"), hits("b"));
        assert!((850..1150).contains(&hits("a").len()), "{}", hits("a").len());
    }

    #[test]
    fn a_call_is_chosen_by_its_number() {
        let hits = |asked| {
            let rule = rule(asked).unwrap();
            (1..=6).filter(|&k| rule.befalls("", k)).collect::<Vec<_>>()
        };
        assert_eq!(hits(json!({"fault": "reset", "nth": 3})), [3]);
        assert_eq!(hits(json!({"fault": "reset", "every": 2})), [2, 4, 6]);
        assert!(hits(json!({"fault": "reset", "rate": 0})).is_empty());
        assert_eq!(hits(json!({"fault": "reset", "rate": 1})), [1, 2, 3, 4, 5, 6]);
    }
}
