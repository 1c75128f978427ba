//! The rows of one office and service type of a person.

use super::sums::{Column, Sums};
use super::{Kept, say};
use crate::check::sink::Sink;
use crate::check::spot::Spot;
use crate::rules::file::{subtotal_missing, subtotal_sum};
use crate::rules::record::sheet7::{self, Row};
use crate::value::{ServiceCodeOrTotal, Subtotal, UnitPrice};

/// The subtotals of a group that are kept; a group has three.
const SUBTOTALS: usize = 32;

/// One office and service type.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) office: [u8; 10],
    pub(super) service: [u8; 2],
    /// Details under the limit, outside it and beyond thirty days.
    details: [Sums; 3],
    subtotals: Vec<(Subtotal, Kept)>,
    first_code: Option<[u8; 6]>,
    several_codes: bool,
    /// The second detail under the limit: from there on a subtotal is due.
    due: Option<Spot>,
    price: Option<([u8; 2], UnitPrice)>,
    /// 定額: the own share that the details make; `None` where one does not tell or lies beyond the limit.
    fixed_share: Option<i64>,
    pub(super) overfull: bool,
}

impl Group {
    pub(super) const fn new(office: [u8; 10], service: [u8; 2]) -> Self {
        Self {
            office,
            service,
            details: [Sums { rows: 0, columns: [(0, 0); Column::ALL.len()] }; 3],
            subtotals: Vec::new(),
            first_code: None,
            several_codes: false,
            due: None,
            price: None,
            fixed_share: Some(0),
            overfull: false,
        }
    }

    pub(super) fn add(&mut self, row: &Row, spot: &Spot, kept: impl FnOnce() -> Kept) {
        match row.code {
            ServiceCodeOrTotal::Detail(_) => self.add_detail(row, spot),
            ServiceCodeOrTotal::Subtotal(_, subtotal) if self.subtotals.len() < SUBTOTALS => {
                self.subtotals.push((subtotal, kept()));
            }
            _ => self.overfull = true,
        }
    }

    fn add_detail(&mut self, row: &Row, spot: &Spot) {
        let numbers = &row.numbers;
        let filled = |units: Option<i64>| units.is_some_and(|units| units != 0);
        let under_limit = filled(numbers.over) || filled(numbers.inside);
        let class = match (row.flagged, under_limit) {
            (true, _) => Subtotal::Over30Days,
            (_, true) => Subtotal::Limited,
            _ => Subtotal::Unlimited,
        };
        if class == Subtotal::Limited {
            match self.first_code {
                None => self.first_code = Some(row.raw_code),
                Some(code) => {
                    self.several_codes |= code != row.raw_code;
                    self.due.get_or_insert(*spot);
                }
            }
        }
        let fixed = numbers.fixed.zip(numbers.count).filter(|_| row.is_fixed_price() && !filled(numbers.over));
        let fixed = fixed.and_then(|(fixed, count)| fixed.checked_mul(count));
        self.fixed_share = self.fixed_share.zip(fixed).and_then(|(sum, fixed)| sum.checked_add(fixed));
        if let Some(sums) = self.details.get_mut(class as usize) {
            sums.add(numbers);
        }
    }

    /// The price of an earlier row of the same branch, if it is another one.
    pub(super) fn other_price(&mut self, row: &Row) -> Option<UnitPrice> {
        let price = row.numbers.price.filter(|price| price.hundredths() > 0)?;
        let (branch, before) = *self.price.get_or_insert((row.branch, price));
        (branch == row.branch && before != price).then_some(before)
    }

    fn details(&self, class: Subtotal) -> Sums {
        self.details.get(class as usize).copied().unwrap_or_default()
    }

    fn subtotals(&self, class: Subtotal) -> Sums {
        let mut sums = Sums::default();
        self.subtotals.iter().filter(|(of, _)| *of == class).for_each(|(_, kept)| sums.add(&kept.row.numbers));
        sums
    }

    /// Whether the rows do not tell which details are under the limit: there is a subtotal of them,
    /// but only it gives units within and beyond.
    fn unclear(&self) -> bool {
        self.subtotals(Subtotal::Limited).rows > 0 && self.details(Subtotal::Limited).rows == 0
    }

    /// The details and subtotals of the group, at the end of a person whose rows are all there.
    pub(super) fn judge(&self, sink: &mut Sink) {
        self.judge_missing(sink);
        for (class, kept) in &self.subtotals {
            let spread = self.details(*class).given(Column::Cost).saturating_sub(1).max(0);
            for found in sheet7::judge(&kept.row, spread) {
                say(sink, kept, found.field, found.breach);
            }
        }
        self.judge_amounts(sink);
        self.judge_fixed_share(sink);
        self.judge_limit(sink);
    }

    fn judge_missing(&self, sink: &mut Sink) {
        if self.subtotals.iter().any(|(class, _)| *class == Subtotal::Limited) {
            return;
        }
        if let Some(due) = self.due {
            // With a subtotal outside the limit and no detail there, one of these belongs to it.
            let outside = self.subtotals(Subtotal::Unlimited).rows > 0 && self.details(Subtotal::Unlimited).rows == 0;
            let service = String::from_utf8_lossy(&self.service);
            sink.say(subtotal_missing::breach(&service, self.several_codes && !outside), due.beside(), None);
        }
    }

    /// A subtotal is the sum of its details. Where they may be counted in several ways, any will do.
    fn judge_amounts(&self, sink: &mut Sink) {
        let column = Column::Amount;
        let mut all = Sums::default();
        self.details.iter().for_each(|sums| all.merge(sums));
        let [limited, unlimited, over_30] =
            [Subtotal::Limited, Subtotal::Unlimited, Subtotal::Over30Days].map(|class| self.details(class).sum(column));
        if all.rows == 0 || !all.complete(column) {
            return;
        }
        let others = self.subtotals(Subtotal::Unlimited).sum(column) + self.subtotals(Subtotal::Over30Days).sum(column);
        for (class, kept) in self.first_of_each() {
            let sums = self.subtotals(class);
            if !sums.complete(column) {
                continue;
            }
            let (given, expected) = (sums.sum(column), self.details(class).sum(column));
            let accepted = match class {
                Subtotal::Limited => {
                    [limited, limited + unlimited, limited + over_30, all.sum(column), all.sum(column) - others]
                        .contains(&given)
                }
                _ => given == expected || (self.unclear() && given <= unlimited) || self.details(class).rows == 0,
            };
            if !accepted {
                let expected = if self.unclear() { all.sum(column) - others } else { expected };
                say(sink, kept, column.no(), subtotal_sum::breach(given, expected));
            }
        }
    }

    /// 定額: the own share is the fixed amount times the count.
    fn judge_fixed_share(&self, sink: &mut Sink) {
        let share = self.subtotals(Subtotal::Limited);
        let kept = self.first_of_each().find(|(class, _)| *class == Subtotal::Limited);
        if let (Some(expected), Some((_, kept))) = (self.fixed_share, kept)
            && self.first_code.is_some()
            && share.complete(Column::Share)
            && share.sum(Column::Share) != expected
        {
            let given = share.sum(Column::Share);
            say(sink, kept, Column::Share.no(), subtotal_sum::breach(given, expected));
        }
    }

    /// Units beyond and within the limit: their sum is that of the details, wherever the overrun stands.
    fn judge_limit(&self, sink: &mut Sink) {
        let (sums, details) = (self.subtotals(Subtotal::Limited), self.details(Subtotal::Limited));
        let Some((_, kept)) = self.first_of_each().find(|(class, _)| *class == Subtotal::Limited) else { return };
        let complete = |sums: &Sums| sums.given(Column::Over) == sums.rows && sums.given(Column::Inside) == sums.rows;
        if details.rows == 0 || !complete(&sums) || !complete(&details) {
            return;
        }
        let both = |sums: &Sums| sums.sum(Column::Over) + sums.sum(Column::Inside);
        if both(&sums) != both(&details) {
            let column =
                if sums.sum(Column::Inside) == details.sum(Column::Inside) { Column::Over } else { Column::Inside };
            say(sink, kept, column.no(), subtotal_sum::breach(sums.sum(column), details.sum(column)));
        }
    }

    fn first_of_each(&self) -> impl Iterator<Item = (Subtotal, &Kept)> {
        [Subtotal::Limited, Subtotal::Unlimited, Subtotal::Over30Days]
            .into_iter()
            .filter_map(|class| self.subtotals.iter().find(|(of, _)| *of == class).map(|(_, kept)| (class, kept)))
    }

    /// Whether some row gives the column, or nothing means 0.
    pub(super) fn gives(&self, column: Column) -> bool {
        column.empty_is_zero()
            || self.details.iter().any(|sums| sums.given(column) > 0)
            || self.subtotals.iter().any(|(_, kept)| column.of(&kept.row.numbers).is_some())
    }

    /// What the group adds to the grand total under, outside the limit and beyond thirty days:
    /// its subtotals, and its details where there is none.
    pub(super) fn parts(&self, column: Column) -> [i64; 3] {
        let part = |class| {
            let (sums, details) = (self.subtotals(class), self.details(class));
            if sums.given(column) > 0 {
                sums.sum(column)
            } else if class == Subtotal::Unlimited && self.unclear() {
                0
            } else {
                details.sum(column)
            }
        };
        [part(Subtotal::Limited), part(Subtotal::Unlimited), part(Subtotal::Over30Days)]
    }

    /// The sum of all details, if each gives the column.
    pub(super) fn all_details(&self, column: Column) -> Option<i64> {
        let complete = self.details.iter().all(|sums| sums.complete(column));
        complete.then(|| self.details.iter().map(|sums| sums.sum(column)).sum())
    }
}
