//! Files that were dropped at the seats, the latest of them.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

use crate::desk::shelf::Paper;

/// Bytes of all piles of all seats together; the oldest go first.
const MOST: usize = 96 << 20;
/// Piles of all seats together.
const PILES: usize = 256;

/// What was dropped, seat by seat.
#[derive(Debug, Default)]
pub(in crate::desk) struct Piles(Mutex<VecDeque<Pile>>);

#[derive(Debug)]
struct Pile {
    id: String,
    room: usize,
    papers: Vec<Paper>,
}

impl Piles {
    /// Keeps papers for a room, and gives the id under which they lie there.
    pub(super) fn keep(&self, room: usize, papers: Vec<Paper>) -> String {
        let id = Uuid::new_v4().simple().to_string();
        let mut piles = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        piles.push_back(Pile { id: id.clone(), room, papers });
        while piles.len() > PILES || (piles.len() > 1 && piles.iter().map(weight).sum::<usize>() > MOST) {
            piles.pop_front();
        }
        id
    }

    /// The papers that lie under an id in a room. Those of another room are not there.
    pub(super) fn find(&self, room: usize, id: &str) -> Option<Vec<Paper>> {
        let piles = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        piles.iter().find(|pile| pile.room == room && pile.id == id).map(|pile| pile.papers.clone())
    }
}

fn weight(pile: &Pile) -> usize {
    pile.papers.iter().map(|paper| paper.bytes.len() + paper.name.len()).sum()
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    fn paper(bytes: usize) -> Vec<Paper> {
        vec![Paper { name: "a".to_owned(), bytes: Bytes::from(vec![0; bytes]) }]
    }

    #[test]
    fn a_pile_lies_in_its_own_room_only() {
        let piles = Piles::default();
        let id = piles.keep(1, paper(1));
        assert!(piles.find(1, &id).is_some() && piles.find(2, &id).is_none() && piles.find(1, "").is_none());
    }

    #[test]
    fn the_oldest_piles_go_when_there_are_too_many_or_they_are_too_heavy() {
        let piles = Piles::default();
        let first = piles.keep(1, paper(1));
        let last = (0..PILES).fold(String::new(), |_, _| piles.keep(1, paper(1)));
        assert!(piles.find(1, &first).is_none() && piles.find(1, &last).is_some());
        let heavy = piles.keep(1, paper(MOST));
        assert!(piles.find(1, &last).is_none() && piles.find(1, &heavy).is_some());
    }
}
