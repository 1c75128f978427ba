//! The visits of a month, and the units that they come to.

use careplan::value::Date;

use super::Calendar;
use super::cast::{Person, Provider, WeeklyVisit};

/// The visits of one kind that a user has in a month.
pub(super) struct Visits {
    pub(super) visit: &'static WeeklyVisit,
    pub(super) days: Vec<Date>,
}

/// All visits of a user that are planned.
pub(super) fn planned(person: &Person, calendar: &Calendar) -> Vec<Visits> {
    person.visits.iter().map(|visit| Visits { visit, days: calendar.days_on(visit.weekdays) }).collect()
}

impl Visits {
    /// How many there are.
    pub(super) fn count(&self) -> i64 {
        // A month has 31 days at most.
        i64::try_from(self.days.len()).unwrap_or(0)
    }

    /// The units of all of them, without 処遇改善加算.
    pub(super) fn units(&self) -> i64 {
        let each: i64 = self.visit.items.iter().map(|(_, units)| units).sum();
        each * self.count()
    }

    /// 処遇改善加算: per mille of the month's units, rounded half up to a whole unit.
    pub(super) fn improvement(&self) -> i64 {
        let Provider { improvement: (_, per_mille), .. } = self.visit.provider;
        (self.units() * per_mille + 500) / 1_000
    }
}
