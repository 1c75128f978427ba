//! The keys by which records of different files hang together (R59–R63), as one file sees them.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::layout::Kind;
use crate::rules::record::View;
use crate::set::LINKS;

/// What a set needs to know of a file.
#[derive(Debug, Default)]
pub struct SetFacts {
    pub(super) keys: Vec<Key>,
    pub(super) keys_cut: bool,
    pub(super) pictures: Vec<String>,
    /// Whether a 補足情報 belongs to a plan (No.63 is 000000) or to use tables.
    pub(super) plan_supplement: Option<bool>,
    /// Whether the keys can be trusted: the records could be split into fields.
    pub(super) readable: bool,
}

/// One distinct key and where it first stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub(super) hash: u64,
    pub(super) record: u64,
    pub(super) line: u64,
    pub(super) bytes: (u64, u64),
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
    pub(super) fn new(kind: Option<Kind>, limit: usize) -> Self {
        let field = kind.and_then(|kind| {
            LINKS.iter().find_map(|link| match (link.child == kind, link.parent == kind) {
                (true, _) => Some(link.child_key),
                (_, true) => Some(link.parent_key),
                _ => None,
            })
        });
        Self {
            field,
            last: Vec::new(),
            seen: HashSet::new(),
            limit,
            facts: SetFacts { readable: true, ..SetFacts::default() },
        }
    }

    /// Takes the key of a record; `line` and `start` are where the record begins.
    pub(super) fn take(&mut self, view: &View<'_>, record: u64, line: u64, start: u64) {
        let Some(mut third) = self.field else { return };
        if view.kind == Kind::Uphosoku {
            let of_plan = view.content(63) == b"000000";
            self.facts.plan_supplement.get_or_insert(of_plan);
            third = if of_plan { 4 } else { 63 };
        }
        let parts = [view.content(2), view.content(3), view.content(third)];
        if self.is_last(parts) {
            return;
        }
        self.last.clear();
        for part in parts {
            self.last.extend_from_slice(part);
            self.last.push(b',');
        }
        let mut hasher = DefaultHasher::new();
        self.last.hash(&mut hasher);
        let hash = hasher.finish();
        if self.facts.keys.len() >= self.limit {
            self.facts.keys_cut |= !self.seen.contains(&hash);
        } else if self.seen.insert(hash) {
            let end = start + view.record.bytes.len() as u64;
            self.facts.keys.push(Key { hash, record, line, bytes: (start, end) });
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
