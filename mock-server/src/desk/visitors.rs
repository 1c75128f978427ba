//! Who visits: a browser is known by a cookie, holds a token for its forms, and remembers the
//! rooms in which it has sat down.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::code::random;
use crate::config::StartError;

/// Browsers that are remembered; beyond that, those that have sat down nowhere go first.
const MOST: usize = 4_096;
/// Wrong codes in [`WHILE`], whoever enters them: seats cannot be found by trying.
const WRONG: usize = 30;
const WHILE: Duration = Duration::from_secs(60);

/// A browser.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// The value of its cookie.
    pub(super) id: String,
    /// What its forms carry.
    pub(super) token: String,
    /// The rooms in which it has sat down.
    pub(super) rooms: Vec<usize>,
    seen: Instant,
}

/// All of them.
#[derive(Debug, Default)]
pub(super) struct Visitors {
    known: Mutex<HashMap<String, Visitor>>,
    wrong: Mutex<VecDeque<Instant>>,
}

impl Visitors {
    /// The visitor with this cookie.
    pub(super) fn find(&self, id: &str) -> Option<Visitor> {
        let mut known = locked(&self.known);
        let visitor = known.get_mut(id)?;
        visitor.seen = Instant::now();
        Some(visitor.clone())
    }

    /// A new one.
    pub(super) fn welcome(&self) -> Result<Visitor, StartError> {
        let (id, token) = (hex(&random::<16>()?), hex(&random::<16>()?));
        let visitor = Visitor { id: id.clone(), token, rooms: Vec::new(), seen: Instant::now() };
        let mut known = locked(&self.known);
        if known.len() >= MOST {
            let oldest = known.values().min_by_key(|one| (!one.rooms.is_empty(), one.seen)).map(|one| one.id.clone());
            oldest.and_then(|id| known.remove(&id));
        }
        known.insert(id, visitor.clone());
        Ok(visitor)
    }

    /// Sits down in a room.
    pub(super) fn sit(&self, id: &str, room: usize) {
        if let Some(visitor) = locked(&self.known).get_mut(id)
            && !visitor.rooms.contains(&room)
        {
            visitor.rooms.push(room);
        }
    }

    /// How many sit in a room, and how long ago one of them last asked for something.
    pub(super) fn sitting(&self, room: usize) -> Option<(usize, Duration)> {
        let known = locked(&self.known);
        let there = || known.values().filter(|visitor| visitor.rooms.contains(&room));
        there().map(|visitor| visitor.seen.elapsed()).min().map(|silent| (there().count(), silent))
    }

    /// Whether codes may be tried at the moment.
    pub(super) fn may_try(&self) -> bool {
        let mut wrong = locked(&self.wrong);
        while wrong.front().is_some_and(|at| at.elapsed() > WHILE) {
            wrong.pop_front();
        }
        wrong.len() < WRONG
    }

    /// A code was wrong.
    pub(super) fn wrong(&self) {
        locked(&self.wrong).push_back(Instant::now());
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_sat_down_is_remembered_when_too_many_look_in() {
        let visitors = Visitors::default();
        let seated = visitors.welcome().unwrap();
        visitors.sit(&seated.id, 3);
        for _ in 0..MOST + 10 {
            visitors.welcome().unwrap();
        }
        assert_eq!(visitors.find(&seated.id).map(|visitor| visitor.rooms), Some(vec![3]));
        assert_eq!(locked(&visitors.known).len(), MOST);
    }

    #[test]
    fn codes_cannot_be_tried_without_end() {
        let visitors = Visitors::default();
        for _ in 0..WRONG {
            assert!(visitors.may_try());
            visitors.wrong();
        }
        assert!(!visitors.may_try());
    }
}
