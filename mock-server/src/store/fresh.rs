//! What may be answered again without asking the database: only where this process alone writes.
//!
//! Every commit has a number. What was read is marked with the number that was reached before the
//! reading began, and is good as long as nothing that concerns it was committed after that.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock};

use quick_cache::Weighter;
use quick_cache::sync::Cache;

use crate::offices::OfficeNo;

/// Whom a piece of work concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// It did not say: everybody, and everything.
    All,
    /// The lists of these offices.
    Lists(Vec<OfficeNo>),
}

/// The numbers of the last commits.
#[derive(Debug, Default)]
pub(super) struct Commits {
    reached: AtomicU64,
    all: AtomicU64,
    lists: RwLock<HashMap<OfficeNo, u64>>,
}

impl Commits {
    /// The number of the last commit, before something is read.
    pub(super) fn reached(&self) -> u64 {
        self.reached.load(Ordering::Acquire)
    }

    /// Notes a commit, before anybody is told of it.
    pub(super) fn note(&self, scopes: &[Scope]) {
        let number = self.reached.fetch_add(1, Ordering::AcqRel) + 1;
        if scopes.contains(&Scope::All) {
            // Older marks than this say no more than it does.
            self.lists.write().unwrap_or_else(PoisonError::into_inner).clear();
            self.all.store(number, Ordering::Release);
            return;
        }
        let offices = scopes.iter().flat_map(|scope| match scope {
            Scope::All => &[],
            Scope::Lists(offices) => offices.as_slice(),
        });
        let mut lists = None;
        for office in offices {
            let lists = lists.get_or_insert_with(|| self.lists.write().unwrap_or_else(PoisonError::into_inner));
            lists.insert(*office, number);
        }
    }

    /// Whether something about offices in general, read at the mark, still stands.
    fn stands(&self, mark: u64) -> bool {
        mark >= self.all.load(Ordering::Acquire)
    }

    /// Whether a list of the office, read at the mark, still stands.
    fn list_stands(&self, office: &OfficeNo, mark: u64) -> bool {
        let lists = self.lists.read().unwrap_or_else(PoisonError::into_inner);
        // `all` is looked at while no commit can empty the marks.
        self.stands(mark) && lists.get(office).is_none_or(|changed| mark >= *changed)
    }
}

/// Answers that there will be, more or less.
const EXPECTED: usize = 4_096;

/// Answers that may be given again, the most used of them.
#[derive(Debug)]
pub(super) struct Kept<K, V>(Cache<K, (u64, V), Weight<V>>);

/// What an answer takes of the room.
#[derive(Clone, Debug)]
struct Weight<V>(fn(&V) -> u64);

impl<K, V> Weighter<K, (u64, V)> for Weight<V> {
    fn weight(&self, _: &K, (_, value): &(u64, V)) -> u64 {
        (self.0)(value)
    }
}

impl<K: Hash + Eq + Clone, V: Clone> Kept<K, V> {
    /// Room for answers that weigh so much together.
    pub(super) fn new(most: u64, weight: fn(&V) -> u64) -> Self {
        Self(Cache::with_weighter(EXPECTED, most, Weight(weight)))
    }

    /// What is kept about offices in general.
    pub(super) fn get(&self, commits: &Commits, key: &K) -> Option<V> {
        self.0.get(key).filter(|(mark, _)| commits.stands(*mark)).map(|(_, value)| value)
    }

    /// What is kept of a list of the office.
    pub(super) fn get_list(&self, commits: &Commits, office: &OfficeNo, key: &K) -> Option<V> {
        self.0.get(key).filter(|(mark, _)| commits.list_stands(office, *mark)).map(|(_, value)| value)
    }

    /// Keeps what was read after the mark was taken.
    pub(super) fn put(&self, mark: u64, key: K, value: V) {
        self.0.insert(key, (mark, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(number: &str) -> OfficeNo {
        number.parse().unwrap()
    }

    #[test]
    fn a_list_is_kept_until_something_in_it_changes() {
        let (commits, kept) = (Commits::default(), Kept::new(4, |_| 1));
        let (one, other) = (office("9970000001"), office("9970000002"));
        kept.put(commits.reached(), one, "page");
        assert_eq!(kept.get_list(&commits, &one, &one), Some("page"));
        commits.note(&[Scope::Lists(vec![other])]);
        commits.note(&[Scope::Lists(Vec::new())]);
        assert_eq!(kept.get_list(&commits, &one, &one), Some("page"), "of no concern to it");
        commits.note(&[Scope::Lists(Vec::new()), Scope::Lists(vec![one])]);
        assert_eq!(kept.get_list(&commits, &one, &one), None);
    }

    #[test]
    fn work_that_does_not_say_whom_it_concerns_makes_everything_old() {
        let (commits, kept) = (Commits::default(), Kept::new(4, |_| 1));
        let one = office("9970000001");
        kept.put(commits.reached(), one, "office");
        commits.note(&[Scope::Lists(vec![one])]);
        assert_eq!(kept.get(&commits, &one), Some("office"), "a list has changed, not the office");
        commits.note(&[Scope::Lists(Vec::new()), Scope::All]);
        assert_eq!(kept.get(&commits, &one), None);
    }

    #[test]
    fn what_is_kept_is_bounded_by_its_weight() {
        let (commits, kept) = (Commits::default(), Kept::new(1_000, |page: &String| page.len() as u64));
        for n in 0..100 {
            kept.put(commits.reached(), n, "x".repeat(100));
        }
        let found = (0..100).filter(|n| kept.get(&commits, n).is_some()).count();
        assert!((1..=10).contains(&found), "{found}");
    }

    #[test]
    fn what_was_read_while_a_commit_went_on_is_not_kept_beyond_it() {
        let (commits, kept) = (Commits::default(), Kept::new(4, |_| 1));
        let one = office("9970000001");
        let before = commits.reached();
        commits.note(&[Scope::Lists(vec![one])]);
        kept.put(before, one, "read before the commit was noted");
        assert_eq!(kept.get_list(&commits, &one, &one), None);
    }
}
