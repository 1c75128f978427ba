//! The keys by which records of different files hang together (R59–R63), as one file sees them.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::people::People;
use super::report::Limits;
use super::spot::Spot;
use super::uses::Uses;
use crate::diagnostic::Place;
use crate::layout::Kind;
use crate::rules::record::View;
use crate::set::key_field;

/// What a set needs to know of a file.
#[derive(Debug, Default)]
pub struct SetFacts {
    pub(super) keys: Vec<Key>,
    pub(super) keys_cut: bool,
    /// The pictures that records name, and where.
    pub(super) pictures: Vec<(String, Place)>,
    /// Sums of planned or actual use, where they are to be compared.
    pub(super) uses: Option<Uses>,
    /// What is said of each person in the two kinds that are compared.
    pub(super) people: People,
    /// Whether a 補足情報 belongs to a plan (No.63 is 000000) or to use tables.
    pub(super) plan_supplement: Option<bool>,
    /// Whether the keys can be trusted: the records could be split into fields.
    pub(super) readable: bool,
}

/// One distinct key and where it first stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    /// Of all three parts.
    pub(super) hash: u64,
    /// Of the other two parts, for each part: who shares it differs in that part alone.
    pub(super) without: [u64; 3],
    /// The place of each part.
    pub(super) parts: [Place; 3],
}

#[derive(Debug)]
pub(super) struct KeyWatch {
    field: Option<u16>,
    last: Vec<u8>,
    seen: HashSet<u64>,
    limit: usize,
    pub(super) facts: SetFacts,
}

impl KeyWatch {
    pub(super) fn new(kind: Option<Kind>, limits: Limits) -> Self {
        let field = kind.and_then(key_field);
        let compared = limits.compare_uses && matches!(kind, Some(Kind::Upplan | Kind::Upjsk));
        Self {
            field,
            last: Vec::new(),
            seen: HashSet::new(),
            limit: limits.keys,
            facts: SetFacts { readable: true, uses: compared.then(Uses::default), ..SetFacts::default() },
        }
    }

    /// Takes the key of a record whose fields before `changed` are those of the record before.
    pub(super) fn take(&mut self, view: &View<'_>, changed: u16, spot: &Spot) {
        let Some(mut third) = self.field else { return };
        if view.kind == Kind::Uphosoku {
            let of_plan = view.content(63) == b"000000";
            self.facts.plan_supplement.get_or_insert(of_plan);
            third = if of_plan { 4 } else { 63 };
        }
        if third < changed {
            return;
        }
        let numbers = [2, 3, third];
        let parts = numbers.map(|no| view.content(no));
        if self.is_last(parts) {
            return;
        }
        self.last.clear();
        for part in parts {
            self.last.extend_from_slice(part);
            self.last.push(b',');
        }
        let hash = hash_of(&parts);
        if self.facts.keys.len() >= self.limit {
            self.facts.keys_cut |= !self.seen.contains(&hash);
        } else if self.seen.insert(hash) {
            let [insurer, insured, last] = parts;
            let without = [hash_of(&[insured, last]), hash_of(&[insurer, last]), hash_of(&[insurer, insured])];
            let parts = numbers.map(|no| spot.at(view.record, no).0);
            self.facts.keys.push(Key { hash, without, parts });
        }
    }

    fn is_last(&self, parts: [&[u8]; 3]) -> bool {
        let mut rest = self.last.as_slice();
        for part in parts {
            match rest.strip_prefix(part).and_then(|rest| rest.strip_prefix(b",")) {
                Some(after) => rest = after,
                None => return false,
            }
        }
        rest.is_empty()
    }
}

fn hash_of(parts: &[&[u8]]) -> u64 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish()
}
