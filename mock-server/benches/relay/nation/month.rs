//! The turn of a month: what is sent, and what time it is then.

use std::sync::atomic::{AtomicI64, Ordering};

use careplan::value::OfficeNo;
use mock_server::clock::Clock;
use time::OffsetDateTime;

use super::country::{self, mix};
use crate::messages::{Ends, Samples};
use crate::server;

/// When in the month it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// The last evening: plans for the next month, and the first actuals.
    MonthEnd,
    /// The first morning: actuals of the month that has ended, and plans sent again.
    MonthStart,
}

impl Profile {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::MonthEnd => "月末/month end",
            Self::MonthStart => "月初/month start",
        }
    }

    /// How many of a hundred messages are actuals; an assumption.
    const fn actuals(self) -> u64 {
        match self {
            Self::MonthEnd => 40,
            Self::MonthStart => 85,
        }
    }
}

/// The relay's clock: stands at the turn of a month, and goes on with each message.
#[derive(Debug, Default)]
pub(crate) struct Calendar(AtomicI64);

/// 31 July 2025, 17:00 in Japan, milliseconds since 1970.
const MONTH_END: i64 = 1_753_948_800_000;
/// From the last evening to the first morning, 09:00.
const NIGHT: i64 = 16 * 3_600_000;
/// Each turn is a year after the one before: both months have 31 days, as those of the samples.
const YEAR: i64 = 365 * 86_400_000;
const FIRST_YEAR: usize = 2025;

impl Calendar {
    /// Sets the clock; the months that are written about then.
    pub(crate) fn turn(&self, turn: usize, profile: Profile) -> Months {
        let night = if profile == Profile::MonthStart { NIGHT } else { 0 };
        let years = i64::try_from(turn).unwrap_or_default() * YEAR;
        self.0.store(MONTH_END + years + night, Ordering::Relaxed);
        let year = FIRST_YEAR + turn;
        Months { ended: format!("{year}07"), coming: format!("{year}08"), serial: format!("{year}0731") }
    }

    /// A message takes a millisecond.
    pub(crate) fn tick(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Clock for Calendar {
    fn now(&self) -> OffsetDateTime {
        let nanos = i128::from(self.0.load(Ordering::Relaxed)) * 1_000_000;
        OffsetDateTime::from_unix_timestamp_nanos(nanos).unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

/// The months on both sides of a turn, and the day of the serials.
#[derive(Clone)]
pub(crate) struct Months {
    ended: String,
    coming: String,
    serial: String,
}

/// A message ready to be sent.
pub(crate) struct Message {
    pub(crate) from: OfficeNo,
    pub(crate) body: Vec<u8>,
    /// Bytes of its files.
    pub(crate) bytes: u64,
}

impl Months {
    /// The message of this number: a plan of one person, or the actuals of up to four.
    pub(crate) fn message(&self, samples: &Samples, profile: Profile, n: u64) -> Message {
        let (planner, service) = country::pair(n);
        let actual = mix(n ^ 0xac70a1) % 100 < profile.actuals();
        let (from, to) = if actual { (service, planner) } else { (planner, service) };
        let (set, month, people) =
            if actual { (&samples.actual, &self.ended, 2 + mix(n) % 3) } else { (&samples.plan, &self.coming, 1) };
        let first = |office| country::services(office).first().copied().unwrap_or_default();
        let (from_number, to_number) = (country::number(from), country::number(to));
        let ends = Ends { from: &from_number, from_service: first(from), to: &to_number, to_service: first(to) };
        let serial = format!("{}{:02}{:02}{:02}", self.serial, n / 3_600 % 24, n / 60 % 60, n % 60);
        let files = set.files(&ends, month, &serial, usize::try_from(people).unwrap_or(1));
        Message {
            // A number of the country is a number of the standard.
            from: from_number.parse().unwrap_or_else(|_| unreachable!("{from_number}")),
            bytes: files.iter().map(|(_, bytes)| bytes.len() as u64).sum(),
            body: server::send_body(&to_number, &files),
        }
    }
}
