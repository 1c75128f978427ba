//! Planned against actual, day by day.
//!
//! An office sends what it did for each service type. Where an office has sent nothing of a type,
//! nothing is compared: it may still come.

use std::collections::{BTreeMap, HashMap, HashSet};

use careplan::text::Text;

use super::calendar::{Calendar, Line};
use crate::desk::forms::arrange::service_type;

/// How a day differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Planned, not done.
    Missing,
    /// Done, not planned.
    Unplanned,
    /// More or less often than planned.
    Times,
    /// As often, at another hour.
    Hours,
}

impl Mark {
    pub(super) const ALL: [Self; 4] = [Self::Missing, Self::Unplanned, Self::Times, Self::Hours];

    /// Its sign on the calendar.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Missing => "−",
            Self::Unplanned => "＋",
            Self::Times => "±",
            Self::Hours => "⇄",
        }
    }

    /// Its word.
    pub(super) const fn word(self) -> Text {
        match self {
            Self::Missing => Text::new("未実施", "not done"),
            Self::Unplanned => Text::new("予定外", "not planned"),
            Self::Times => Text::new("回数の違い", "number of times"),
            Self::Hours => Text::new("時間の違い", "hours"),
        }
    }
}

/// One difference: a service on one day.
pub(super) struct Difference {
    pub(super) mark: Mark,
    pub(super) day: u8,
    /// Lines of the calendar that have to do with it.
    pub(super) lines: Vec<usize>,
    pub(super) planned: i64,
    pub(super) actual: i64,
}

/// All differences of a calendar.
pub(super) struct Comparison<'a> {
    /// By service in the order of the calendar, then by day.
    pub(super) differences: Vec<Difference>,
    /// Marks by line and day.
    marks: HashMap<(usize, u8), Mark>,
    /// Offices and service types of which no actual use is there.
    pub(super) unheard: Vec<(&'a str, &'a str)>,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(calendar: &Calendar<'a>) -> Self {
        let heard: HashSet<(&str, &str)> =
            calendar.lines.iter().filter(|line| !line.actual.is_empty()).map(sender).collect();
        let mut services: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut first: HashMap<[&str; 5], usize> = HashMap::new();
        let mut unheard = HashSet::new();
        let mut comparison = Self { differences: Vec::new(), marks: HashMap::new(), unheard: Vec::new() };
        for (index, line) in calendar.lines.iter().enumerate() {
            let sender = sender(line);
            if heard.contains(&sender) {
                let service = *first.entry(service(line)).or_insert(index);
                services.entry(service).or_default().push(index);
            } else if unheard.insert(sender) {
                comparison.unheard.push(sender);
            }
        }
        for lines in services.values() {
            comparison.compare(calendar, lines);
        }
        comparison
    }

    /// Compares the lines of one service.
    fn compare(&mut self, calendar: &Calendar<'_>, lines: &[usize]) {
        let of = |index: &usize| calendar.lines.get(*index).map(|line| (*index, line));
        let mut days: BTreeMap<u8, Vec<(usize, i64, i64)>> = BTreeMap::new();
        for (index, line) in lines.iter().filter_map(of) {
            let unplanned = line.actual.keys().filter(|day| !line.planned.contains_key(day));
            for &day in line.planned.keys().chain(unplanned) {
                let at = |days: &BTreeMap<u8, i64>| days.get(&day).copied().unwrap_or(0);
                days.entry(day).or_default().push((index, at(&line.planned), at(&line.actual)));
            }
        }
        for (day, entries) in days {
            let sum = |of: fn(&(usize, i64, i64)) -> i64| entries.iter().map(of).fold(0, i64::saturating_add);
            let (planned, actual) = (sum(|entry| entry.1), sum(|entry| entry.2));
            let differing: Vec<usize> =
                entries.iter().filter(|(_, planned, actual)| planned != actual).map(|(line, ..)| *line).collect();
            let mark = match (planned, actual) {
                _ if differing.is_empty() => continue,
                (_, 0) => Mark::Missing,
                (0, _) => Mark::Unplanned,
                _ if planned == actual => Mark::Hours,
                _ => Mark::Times,
            };
            self.marks.extend(differing.iter().map(|&line| ((line, day), mark)));
            self.differences.push(Difference { mark, day, lines: differing, planned, actual });
        }
    }

    /// The mark of a line on a day.
    pub(super) fn mark(&self, line: usize, day: u8) -> Option<Mark> {
        self.marks.get(&(line, day)).copied()
    }
}

/// Who would send the actual use of a line.
fn sender<'a>(line: &Line<'a>) -> (&'a str, &'a str) {
    (line.get("office_no"), line.rows.first().map_or("", |row| service_type(row)))
}

/// What makes two lines the same service, whatever the hour.
fn service<'a>(line: &Line<'a>) -> [&'a str; 5] {
    ["office_no", "service_code", "tais_code", "equipment_code", "detail_no"].map(|ident| line.get(ident))
}
