//! The exchange, drawn as it happens: who showed which certificate, what was checked, what is
//! stored, who took it, and why something was refused. Everything is read from the journal of the
//! room, so that what real clients do is drawn as well; looking changes nothing.

mod acts;
mod draw;
mod marks;
mod stages;
mod words;

use std::collections::HashMap;

use careplan::text::Message;

use self::acts::{Act, What};
pub(super) use self::draw::{Look, drawn};
use super::room::Room;
use crate::assumptions::Assumed;
use crate::offices::OfficeNo;
use crate::store::StoreError;
use crate::store::certificates::{self, Recorded};

/// Rows of the journal that are looked at: so many for each act, and at most.
const ROWS_OF_ACT: u32 = 20;
const ROWS: u32 = 400;

/// What has happened in a room, and all that is needed to tell it.
#[derive(Debug)]
pub(super) struct Trace {
    /// The latest news first.
    acts: Vec<Act>,
    names: HashMap<OfficeNo, String>,
    certificates: HashMap<String, Recorded>,
    assumed: Assumed,
}

impl Trace {
    /// Of a room; at most so many acts.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub(super) async fn of(room: &Room, most: usize) -> Result<Self, StoreError> {
        let state = room.state();
        let rows = u32::try_from(most).unwrap_or(ROWS).saturating_mul(ROWS_OF_ACT).min(ROWS);
        let mut acts = acts::acts(&state.store().journal_end(rows).await?);
        acts.truncate(most);
        let mut names: HashMap<_, _> = room.cast().into_iter().map(|office| (office.number, office.name)).collect();
        for number in acts.iter().flat_map(Act::offices) {
            if let std::collections::hash_map::Entry::Vacant(place) = names.entry(number)
                && let Some(member) = state.store().member(&number).await?
            {
                place.insert(member.office.name.clone());
            }
        }
        let serials: Vec<_> = acts.iter().filter_map(|act| act.certificate.clone()).collect();
        let found = state.store().read(move |db| {
            let each = serials.into_iter().map(|serial| certificates::find(db, &serial));
            each.collect::<Result<Vec<_>, _>>()
        });
        let certificates = found.await?.into_iter().flatten().map(|one| (one.serial.clone(), one)).collect();
        Ok(Self { acts, names, certificates, assumed: state.assumed().clone() })
    }

    /// The name of an office, or its number.
    fn name<'a>(&'a self, office: &'a OfficeNo) -> &'a str {
        self.names.get(office).map_or(office.as_str(), String::as_str)
    }

    /// The latest act in words; `None` if nothing has happened.
    pub(super) fn news(&self) -> Option<Message> {
        self.acts.first().map(|act| words::told(self, act))
    }
}

impl Act {
    fn offices(&self) -> impl Iterator<Item = OfficeNo> {
        let to = match &self.what {
            What::Sent(sent) => Some(sent.to),
            What::Refused(denied) => denied.to,
            What::Event(_) => None,
        };
        self.office.into_iter().chain(to)
    }
}
