//! From rows (one a day) to lines of the calendar (one a service).

use std::collections::{BTreeMap, HashMap};

use careplan::value::{Date, YearMonth};

use crate::desk::forms::row::Row;

/// What has a line of its own: the fields that must be the same.
const KEY: [&str; 10] = [
    "office_no",
    "satellite_branch",
    "service_code",
    "starts_at",
    "ends_at",
    "tais_code",
    "equipment_code",
    "equipment_name",
    "detail_no",
    "over_30_days",
];

/// The lines of one month of one person.
pub(super) struct Calendar<'a> {
    /// `None` where 対象年月 is none: then no row can be placed.
    pub(super) month: Option<YearMonth>,
    pub(super) lines: Vec<Line<'a>>,
    /// Rows without a day of the month or without a number of times.
    pub(super) unplaced: Vec<&'a Row>,
}

/// One service at one time of day.
pub(super) struct Line<'a> {
    /// Its rows, planned and actual, in the order of the files; never empty.
    pub(super) rows: Vec<&'a Row>,
    /// How often, by day.
    pub(super) planned: BTreeMap<u8, i64>,
    /// How often, by day.
    pub(super) actual: BTreeMap<u8, i64>,
}

impl<'a> Line<'a> {
    /// The row whose contents all rows of the line share.
    pub(super) fn get(&self, ident: &str) -> &'a str {
        self.rows.first().map_or("", |row| row.get(ident))
    }
}

impl<'a> Calendar<'a> {
    pub(super) fn new(planned: &[&'a Row], actual: &[&'a Row]) -> Self {
        let first = planned.first().or(actual.first());
        let month = first.and_then(|row| YearMonth::parse(row.get("target_month").as_bytes()));
        let mut calendar = Self { month, lines: Vec::new(), unplaced: Vec::new() };
        let mut known: HashMap<[&str; KEY.len()], usize> = HashMap::new();
        let rows = planned.iter().map(|row| (row, false)).chain(actual.iter().map(|row| (row, true)));
        for (&row, is_actual) in rows {
            let Some((day, times)) = placed(row, month) else {
                calendar.unplaced.push(row);
                continue;
            };
            let index = *known.entry(KEY.map(|ident| row.get(ident))).or_insert_with(|| {
                calendar.lines.push(Line { rows: Vec::new(), planned: BTreeMap::new(), actual: BTreeMap::new() });
                calendar.lines.len() - 1
            });
            let Some(line) = calendar.lines.get_mut(index) else { continue };
            line.rows.push(row);
            let days = if is_actual { &mut line.actual } else { &mut line.planned };
            let sum = days.entry(day).or_insert(0);
            *sum = sum.saturating_add(times);
        }
        calendar.sort();
        calendar
    }

    /// Offices and services stand in the order of the files; the same service by its hours, so that
    /// one that was given at another hour stands beside the planned one.
    fn sort(&mut self) {
        let mut ranks: HashMap<(&str, &str), usize> = HashMap::new();
        for line in &self.lines {
            let rank = ranks.len();
            ranks.entry((line.get("office_no"), line.get("service_code"))).or_insert(rank);
        }
        let offices: HashMap<&str, usize> =
            self.lines.iter().rev().enumerate().map(|(at, line)| (line.get("office_no"), usize::MAX - at)).collect();
        self.lines.sort_by_cached_key(|line| {
            let (office, code) = (line.get("office_no"), line.get("service_code"));
            (offices.get(office).copied(), ranks.get(&(office, code)).copied(), line.get("starts_at"))
        });
    }
}

/// The day of a row and how often.
fn placed(row: &Row, month: Option<YearMonth>) -> Option<(u8, i64)> {
    let date = Date::parse(row.get("service_date").as_bytes())?;
    (Some(date.year_month()) == month).then_some((date.day(), row.get("service_count").parse().ok()?))
}
