//! What is asked with a generated set.

use careplan::set::DELETIONS;
use proptest::prelude::{Just, Strategy, prop_oneof};

use super::super::golden::Golden;
use super::super::{Case, Class, Taking, exchange, reading, writing};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    /// To take it, perhaps written in another way.
    Read,
    /// To write it.
    Write,
    /// To write it and take it back.
    RoundTrip,
    /// To take it, then a newer one.
    Replace,
    /// To take it, then a deletion.
    Delete,
    /// To take it, then a deletion of somebody else's.
    Spare,
    /// To take what was sent again behind a deletion, all at once.
    DeleteBetween,
    /// To take its units in the reverse order.
    Reverse,
    /// To pass it on.
    PassOn,
    /// To refuse it, altered in one place.
    Refuse,
}

impl Ask {
    /// One of them; reading is what can always be asked.
    pub(super) fn any() -> impl Strategy<Value = Self> {
        prop_oneof![
            6 => Just(Self::Read),
            4 => Just(Self::Write),
            2 => Just(Self::RoundTrip),
            2 => Just(Self::Replace),
            2 => Just(Self::Delete),
            1 => Just(Self::Spare),
            1 => Just(Self::DeleteBetween),
            1 => Just(Self::Reverse),
            1 => Just(Self::PassOn),
            5 => Just(Self::Refuse),
        ]
    }

    /// The class of the corpus whose cases ask the same.
    pub(super) const fn class(self) -> Class {
        match self {
            Self::Read => Class::Reading,
            Self::Write => Class::Writing,
            Self::RoundTrip => Class::RoundTrip,
            Self::Replace => Class::Replacement,
            Self::Delete | Self::Spare => Class::Deletion,
            Self::DeleteBetween | Self::Reverse => Class::Order,
            Self::PassOn => Class::Relaying,
            Self::Refuse => Class::Refusing,
        }
    }

    /// The case that asks it of a valid set, as those of the corpus do; `None` where the set has nothing
    /// of which it could be asked. `pick` chooses among units and deletions.
    pub(super) fn of_valid(self, set: &Golden, pick: u32) -> Option<Case> {
        let unit = || {
            let count = u32::try_from(set.scenario.units.len()).ok().filter(|count| *count > 0)?;
            set.scenario.units.get(usize::try_from(pick % count).ok()?)
        };
        let id = String::new();
        match self {
            Self::Read => Some(reading::taking(Class::Reading, id, set, set.files(), Taking::Whole)),
            Self::Write => Some(writing::writing(id, set, unit()?)),
            Self::RoundTrip => Some(writing::there_and_back("", set, unit()?)),
            Self::Replace => exchange::replaced(set),
            Self::Delete => of_deletions(set, pick, exchange::deleted),
            Self::Spare => of_deletions(set, pick, exchange::spared),
            Self::DeleteBetween => of_deletions(set, pick, exchange::deleted_between),
            Self::Reverse => exchange::reversed(set),
            Self::PassOn => exchange::passed_on(set),
            Self::Refuse => None,
        }
    }
}

type OfDeletion = fn(&Golden, careplan::layout::Kind, careplan::layout::Kind) -> Option<Case>;

/// One of the deletions that the set has something for.
fn of_deletions(set: &Golden, pick: u32, make: OfDeletion) -> Option<Case> {
    let mut cases: Vec<Case> = DELETIONS.iter().filter_map(|row| make(set, row.target, row.deletion)).collect();
    let count = u32::try_from(cases.len()).ok().filter(|count| *count > 0)?;
    Some(cases.swap_remove(usize::try_from(pick % count).ok()?))
}
