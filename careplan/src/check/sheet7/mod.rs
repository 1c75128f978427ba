//! Watching 第7表: one grand total for each person (R122), subtotals (R123), and the sums.
//!
//! Sums are kept for the person whose rows are being read; of the others there is only how many
//! totals they had. A person who comes back later is not reckoned again, and said so.

mod group;
mod sums;

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use self::group::Group;
use self::sums::Column;
use super::sink::Sink;
use super::spot::{Pinned, Spot};
use crate::rules::{
    Breach,
    file::{price_mixed, rate_mixed, sums_skipped, total_row, total_sum},
    record::{
        View,
        sheet7::{self, Row},
    },
};
use crate::value::{InsuredNo, InsurerNo};

/// Persons of one file whose totals are counted.
const PEOPLE: usize = 20_000;

/// Offices and service types of one person that are added up.
const GROUPS: usize = 256;

/// A row of sums, kept until its person ends.
#[derive(Debug)]
struct Kept {
    row: Row,
    pinned: Pinned,
}

fn say(sink: &mut Sink, kept: &Kept, no: u16, breach: Breach) {
    sink.say(breach, kept.pinned.at(no), None);
}

/// How many totals a person had, and where the rows stand.
#[derive(Debug)]
struct Person {
    totals: u32,
    first: Spot,
    last: u64,
}

/// The rows of the person being read.
#[derive(Debug, Default)]
struct Run {
    key: Vec<u8>,
    person: u64,
    groups: Vec<Group>,
    total: Option<Kept>,
    rate: Option<i64>,
    /// Something keeps the sums from being reckoned.
    skip: bool,
}

/// Watches one file.
#[derive(Debug, Default)]
pub(super) struct Sheet7 {
    people: HashMap<u64, Person, FixedState>,
    run: Run,
    /// A record could not be read.
    missed: bool,
    full: bool,
}

impl Sheet7 {
    pub(super) const fn miss(&mut self) {
        self.missed = true;
    }

    pub(super) fn take(&mut self, view: &View<'_>, spot: &Spot, sink: &mut Sink) {
        let (insurer, insured) = (view.content(2), view.content(3));
        if InsurerNo::parse(insurer).is_none() || InsuredNo::parse(insured).is_none() {
            self.missed = true;
            return;
        }
        if self.run.key.strip_prefix(insurer) != Some(insured) {
            self.end_run(sink);
            self.begin_run([insurer, insured].concat(), spot, sink);
        }
        let Some(row) = Row::read(view) else {
            self.missed = true;
            return;
        };
        if let Some(person) = self.people.get_mut(&self.run.person) {
            person.last = spot.whole().record.unwrap_or_default();
            if row.is_total() {
                person.totals = person.totals.saturating_add(1);
                if person.totals > 1 {
                    let (place, value) = spot.at(view.record, 9);
                    sink.say(total_row::doubled(), place, value);
                }
            }
        }
        if row.is_detail() || row.is_total() {
            for found in sheet7::judge(&row, 0) {
                let (place, value) = spot.at(view.record, found.field);
                sink.say(found.breach, place, value);
            }
        }
        self.run.add(row, view, spot, sink);
    }

    fn begin_run(&mut self, key: Vec<u8>, spot: &Spot, sink: &mut Sink) {
        let person = self.people.hasher().hash_one(&key);
        let mut skip = false;
        if self.people.contains_key(&person) {
            skip = true;
            sink.say(sums_skipped::scattered(), spot.whole(), None);
        } else if self.people.len() < PEOPLE {
            let last = spot.whole().record.unwrap_or_default();
            self.people.insert(person, Person { totals: 0, first: *spot, last });
        } else if !std::mem::replace(&mut self.full, true) {
            sink.say(sums_skipped::limit(PEOPLE), spot.whole(), None);
        }
        self.run = Run { key, person, skip: skip || self.full, ..Run::default() };
    }

    /// The person whose rows were read is complete where a total stood among them.
    fn end_run(&mut self, sink: &mut Sink) {
        let run = std::mem::take(&mut self.run);
        let totals = self.people.get(&run.person).map_or(0, |person| person.totals);
        if run.groups.iter().any(|group| group.overfull) {
            sink.say(sums_skipped::limit(GROUPS), crate::diagnostic::Place::default(), None);
        } else if !run.skip && !self.missed && totals == 1 {
            run.groups.iter().for_each(|group| group.judge(sink));
            run.judge_total(sink);
        }
    }

    pub(super) fn finish(&mut self, sink: &mut Sink) {
        self.end_run(sink);
        if self.missed {
            return;
        }
        let mut without: Vec<&Person> = self.people.values().filter(|person| person.totals == 0).collect();
        without.sort_by_key(|person| person.first.whole().record);
        for person in without {
            let from = person.first.whole().record.unwrap_or_default();
            sink.say(total_row::missing(from, person.last), person.first.beside(), None);
        }
    }
}

impl Run {
    fn add(&mut self, row: Row, view: &View<'_>, spot: &Spot, sink: &mut Sink) {
        let kept = || Kept { row, pinned: spot.pin(view.record) };
        if row.is_total() {
            self.total.get_or_insert_with(kept);
            return;
        }
        if let Some(rate) = row.numbers.rate.filter(|rate| *rate != 0 && !row.is_project()) {
            let before = *self.rate.get_or_insert(rate);
            if before != rate {
                let (place, value) = spot.at(view.record, 25);
                sink.say(rate_mixed::breach(rate, before), place, value);
            }
        }
        let (office, service) = (row.office, row.service());
        let at = self.groups.iter().position(|group| group.office == office && group.service == service);
        let group = match at {
            Some(at) => self.groups.get_mut(at),
            None if self.groups.len() < GROUPS => {
                self.groups.push(Group::new(office, service));
                self.groups.last_mut()
            }
            None => {
                self.groups.iter_mut().for_each(|group| group.overfull = true);
                None
            }
        };
        if let Some(group) = group {
            group.add(&row, spot, kept);
            if let (Some(before), Some(price)) = (group.other_price(&row), row.numbers.price) {
                let (place, value) = spot.at(view.record, 23);
                sink.say(price_mixed::breach(price, before), place, value);
            }
        }
    }

    /// The grand total is the sum of the groups: with or without what lies outside the limit, by
    /// subtotals or by details.
    fn judge_total(&self, sink: &mut Sink) {
        let Some(total) = &self.total else { return };
        for column in Column::ALL {
            let Some(given) = column.of(&total.row.numbers) else { continue };
            if self.groups.is_empty() || !self.groups.iter().all(|group| group.gives(column)) {
                continue;
            }
            let [mut limited, mut unlimited, mut over_30] = [0_i64; 3];
            for [a, e, z] in self.groups.iter().map(|group| group.parts(column)) {
                limited = limited.saturating_add(a);
                unlimited = unlimited.saturating_add(e);
                over_30 = over_30.saturating_add(z);
            }
            let all = limited.saturating_add(unlimited).saturating_add(over_30);
            let details = self.groups.iter().map(|group| group.all_details(column)).sum::<Option<i64>>();
            let units = matches!(column, Column::Amount | Column::Over | Column::Inside);
            let accepted = given == all
                || Some(given) == details
                || (units && [limited, limited + unlimited, limited + over_30].contains(&given))
                || (!units && given == limited + unlimited);
            if !accepted {
                let expected = if units { limited } else { all };
                say(sink, total, column.no(), total_sum::breach(given, expected));
            }
        }
    }
}
