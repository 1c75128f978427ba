//! Rules: the cases of the corpus of which each speaks, and those of which it could but does not.

use std::collections::BTreeSet;

use careplan::layout::Kind;
use careplan::rules::{RULES, Rule};

use super::fields::KindCoverage;
use super::judged::Judged;
use super::{Exempt, Tally, exempt};

/// One rule.
#[derive(Debug)]
pub struct RuleCoverage {
    /// The rule.
    pub rule: &'static Rule,
    /// Cases of the corpus of which it speaks, and conformant ones that hold a file of a kind of
    /// which it speaks elsewhere, where it stays silent (below its own weight at most).
    pub corpus: Tally,
    /// Fields that it was tried on by contents that were made.
    pub fields: u64,
    /// Why no case can be kept of it, where that is so.
    pub exempt: Option<&'static Exempt>,
}

pub(super) fn measure(judged: &[Judged<'_>], kinds: &[KindCoverage]) -> Vec<RuleCoverage> {
    let tried = |id: &str| {
        let probed = kinds.iter().flat_map(|kind| &kind.fields).flat_map(|field| &field.probed);
        probed.filter(|probed| probed.rule == id && probed.is_found).count() as u64
    };
    let of_rule = |rule: &'static Rule| RuleCoverage {
        rule,
        corpus: count(rule, judged),
        fields: tried(rule.id),
        exempt: exempt::of(rule.id),
    };
    RULES.iter().map(|rule| of_rule(rule)).collect()
}

fn count(rule: &Rule, judged: &[Judged<'_>]) -> Tally {
    let mut kinds = BTreeSet::new();
    let mut failing = 0;
    for case in judged {
        let said: Vec<_> = case.said.iter().filter(|said| said.rule == rule.id).collect();
        failing += u64::from(!said.is_empty());
        for said in said {
            match said.file {
                Some(_) => kinds.extend(case.kind_of(said).map(Kind::code)),
                // Said of a set: each of its files takes part.
                None => kinds.extend(case.kinds.iter().flatten().map(|kind| kind.code())),
            }
        }
    }
    // A rule that spoke of no known kind (a broken name) could speak of any file.
    let applies =
        |case: &Judged<'_>| kinds.is_empty() || case.kinds.iter().flatten().any(|kind| kinds.contains(kind.code()));
    let is_silent =
        |case: &Judged<'_>| !case.said.iter().any(|said| said.rule == rule.id && said.severity >= rule.severity);
    let passing = judged.iter().filter(|case| case.is_conformant && applies(case) && is_silent(case)).count() as u64;
    Tally { passing, failing }
}
