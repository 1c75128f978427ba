//! Who in a UPPLAN has anything to do with the office it is sent to (R50).

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

use super::sink::Sink;
use super::spot::Spot;
use crate::diagnostic::Place;
use crate::rules::flow::unrelated_person;
use crate::rules::record::View;

/// Watches the people of one file.
#[derive(Debug)]
pub(super) struct Receiver {
    /// The number in the name, once a record has come; nothing where the receiver is no service office.
    office: Option<Option<Box<[u8]>>>,
    people: HashMap<u64, Person, FixedState>,
    current: Option<(u64, Person)>,
    limit: usize,
    /// Set where not everybody could be watched: then nobody is called unrelated.
    cut: bool,
}

#[derive(Clone, Copy, Debug)]
struct Person {
    /// The first row.
    place: Place,
    /// Whether a row is the receiver's.
    served: bool,
}

impl Receiver {
    pub(super) fn new(limit: usize) -> Self {
        Self { office: None, people: HashMap::default(), current: None, limit, cut: false }
    }

    /// Takes the next record, `changed` being the first field that changed.
    pub(super) fn take(&mut self, view: &View<'_>, changed: u16, spot: &Spot) {
        let office = self.office.get_or_insert_with(|| unrelated_person::receiver(view).map(Into::into));
        if office.is_none() {
            return;
        }
        if changed <= 3 || self.current.is_none() {
            self.put_away();
            let mut hasher = self.people.hasher().build_hasher();
            hasher.write(view.content(2));
            hasher.write(b",");
            hasher.write(view.content(3));
            let hash = hasher.finish();
            let person = self.people.get(&hash).copied();
            self.current = Some((hash, person.unwrap_or(Person { place: spot.at(view.record, 3).0, served: false })));
        }
        if let Some((_, person)) = &mut self.current {
            person.served = person.served || self.office.iter().flatten().any(|office| view.content(20) == &**office);
        }
    }

    fn put_away(&mut self) {
        if let Some((hash, person)) = self.current.take() {
            self.cut |= self.people.len() >= self.limit && !self.people.contains_key(&hash);
            if !self.cut {
                self.people.insert(hash, person);
            }
        }
    }

    /// A record could not be read: it may have been the receiver's.
    pub(super) const fn miss(&mut self) {
        self.cut = true;
    }

    /// Says who has no row of the receiver, in the order of the file.
    pub(super) fn finish(&mut self, sink: &mut Sink) {
        self.put_away();
        if self.cut {
            return;
        }
        let mut unrelated: Vec<Place> =
            self.people.values().filter(|person| !person.served).map(|person| person.place).collect();
        unrelated.sort_by_key(|place| place.record);
        unrelated.into_iter().for_each(|place| sink.say(unrelated_person::breach(), place, None));
    }
}
