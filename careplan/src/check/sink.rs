//! Collecting findings: capped lists, exact numbers.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::report::Limits;
use crate::diagnostic::{Counts, Finding, Place, Severity, Value};
use crate::layout::Kind;
use crate::rules::{Breach, Rule};
use crate::text::Message;

#[derive(Debug)]
pub(super) struct Sink {
    kind: Option<Kind>,
    limits: Limits,
    findings: Vec<Finding>,
    counts: Counts,
    per_rule: HashMap<&'static str, usize>,
    said: HashSet<(&'static str, u16)>,
    unlisted: u64,
    spoken: u64,
}

impl Sink {
    pub(super) fn new(kind: Option<Kind>, limits: Limits) -> Self {
        Self {
            kind,
            limits,
            findings: Vec::new(),
            counts: Counts::default(),
            per_rule: HashMap::new(),
            said: HashSet::new(),
            unlisted: 0,
            spoken: 0,
        }
    }

    /// Takes a finding; information only once per rule and field.
    pub(super) fn say(&mut self, breach: Breach, place: Place, value: Option<Value>) {
        self.spoken += 1;
        let field = place.field.map_or(0, |field| field.no);
        if breach.severity == Severity::Info && !self.said.insert((breach.rule.id, field)) {
            return;
        }
        self.counts.add(breach.severity);
        let listed = self.per_rule.entry(breach.rule.id).or_default();
        if *listed >= self.limits.per_rule || self.findings.len() >= self.limits.per_file {
            self.unlisted += 1;
            return;
        }
        *listed += 1;
        let source = match (self.kind, place.field) {
            (Some(kind), Some(field)) => {
                Cow::Owned(format!("別紙 {} No.{}（{}）", kind.form(), field.no, breach.rule.source))
            }
            _ => Cow::Borrowed(breach.rule.source),
        };
        self.findings.push(breach.into_finding(place, value, source));
    }

    /// Counts a finding that would not be listed any more, so that it need not be made.
    pub(super) fn tally(&mut self, rule: &'static Rule, severity: Severity) -> bool {
        let listed = self.per_rule.get(rule.id).copied().unwrap_or_default();
        let full = severity != Severity::Info
            && (listed >= self.limits.per_rule || self.findings.len() >= self.limits.per_file);
        if full {
            self.spoken += 1;
            self.counts.add(severity);
            self.unlisted += 1;
        }
        full
    }

    /// How often something was said, repeated information included.
    pub(super) const fn spoken(&self) -> u64 {
        self.spoken
    }

    /// Whether nothing was said yet.
    pub(super) const fn is_silent(&self) -> bool {
        self.counts.total() == 0
    }

    /// Whether anything was said against the standard.
    pub(super) const fn has_errors(&self) -> bool {
        self.counts.errors > 0
    }

    /// Takes over what another sink collected.
    pub(super) fn absorb(&mut self, other: Self) {
        self.counts.merge(other.counts);
        self.unlisted += other.unlisted;
        self.findings.extend(other.findings);
    }

    /// The findings in the order of the file, and a note where the list was cut.
    pub(super) fn finish(mut self) -> (Vec<Finding>, Counts) {
        if self.unlisted > 0 {
            let (unlisted, rule) = (self.unlisted, &crate::rules::file::findings_capped::RULE);
            let breach = rule.breach(
                Message::new(
                    format!("ほかに{unlisted}件の指摘がありますが、一覧を省きました"),
                    format!("{unlisted} more findings are counted but not listed"),
                ),
                Message::new("件数は正確です", "the numbers are exact"),
            );
            (self.limits.per_rule, self.limits.per_file) = (usize::MAX, usize::MAX);
            self.say(breach, Place::default(), None);
        }
        self.findings.sort_by_key(|finding| {
            let at = finding.place.bytes.map_or(0, |(start, _)| start);
            (finding.place.record.unwrap_or(0), at)
        });
        (self.findings, self.counts)
    }
}
