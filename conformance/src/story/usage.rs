//! What somebody uses in a month: lines of 第6表, from which everything else follows.

use careplan::layout::codes::Weekday;
use careplan::value::{Date, YearMonth};

use super::calendar;
use super::office::Office;
use super::services::Equipment;

/// One office's service to one user in a month.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub(super) office: Office,
    /// 単位数単価, in hundredths of a yen.
    pub(super) price: i64,
    /// The week that sheet 3 shows; empty where the service knows no week.
    pub(super) week: Vec<Weekday>,
    /// From when to when, `HHMM`; none where the service shows no time.
    pub(super) time: Option<(&'static str, &'static str)>,
    pub(super) lines: Vec<Line>,
    /// 処遇改善加算, outside the limit: code and per mille of the units of the month.
    pub(super) improvement: Option<(&'static str, i64)>,
    /// Days of short stay before the month.
    pub(super) days_before: Option<i64>,
    /// 種類支給限度基準額: what the insurer pays of this service type in a month, in units.
    pub(super) type_limit: Option<i64>,
    /// 定額利用者負担単価: what the user pays each time, in yen.
    pub(super) fixed_copay: Option<i64>,
}

/// One code on its days.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) code: &'static str,
    /// 単位数, after a discount if there is one; negative for a reduction.
    pub(super) units: i64,
    /// 単位数 before a discount, and 割引後率 in per cent.
    pub(super) discounted_from: Option<(i64, i64)>,
    pub(super) days: Vec<Date>,
    pub(super) charge: Charge,
    /// Whether it counts against the limit.
    pub(super) limited: bool,
    pub(super) equipment: Option<Equipment>,
    /// サテライト枝番 and the name of the site.
    pub(super) site: Option<(&'static str, String)>,
}

/// How a line is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charge {
    /// For every day it stands on.
    Each,
    /// Once a month, whichever days it stands on (包括).
    Month,
    /// By the day from one day of the month to another, whichever days it stands on (日割).
    Prorata(u8, u8),
    /// For every day, all of it paid by the user (30日超).
    Over30,
}

impl Line {
    /// A line under the limit, charged for each of its days.
    pub(super) fn each(code: &'static str, units: i64, days: &[Date]) -> Self {
        let days = days.to_vec();
        Self {
            code,
            units,
            discounted_from: None,
            days,
            charge: Charge::Each,
            limited: true,
            equipment: None,
            site: None,
        }
    }

    /// The same at a rate of per cent, rounded half up to a whole unit; reductions stay as they are.
    pub(super) fn at_rate(mut self, rate: i64) -> Self {
        if self.units > 0 {
            self.discounted_from = Some((self.units, rate));
            self.units = (self.units * rate * 2 + 100).div_euclid(200);
        }
        self
    }

    /// 回数／日数 of 第7表.
    pub(super) fn count(&self) -> i64 {
        match self.charge {
            Charge::Each | Charge::Over30 => i64::try_from(self.days.len()).unwrap_or(0),
            Charge::Month => i64::from(!self.days.is_empty()),
            Charge::Prorata(from, to) => i64::from(to) - i64::from(from) + 1,
        }
    }

    /// サービス単位 of 第7表.
    pub(super) fn total(&self) -> i64 {
        self.units * self.count()
    }

    /// 日割対象日: 31 characters.
    pub(super) fn prorata_days(&self) -> String {
        match self.charge {
            Charge::Prorata(from, to) => {
                (1..=31).map(|day| if (from..=to).contains(&day) { '1' } else { '0' }).collect()
            }
            _ => String::new(),
        }
    }
}

impl Use {
    /// Its lines, and with them 処遇改善加算 on the last day: per mille of their units, rounded
    /// half up to a whole unit.
    pub(super) fn all_lines(&self) -> Vec<Line> {
        let mut lines = self.lines.clone();
        let base: i64 = lines.iter().map(Line::total).sum();
        let last = lines.iter().flat_map(|line| line.days.iter().copied()).max();
        if let (Some((code, per_mille)), Some(last)) = (self.improvement, last) {
            let units = (base * per_mille * 2 + 1_000).div_euclid(2_000);
            lines.push(Line { limited: false, charge: Charge::Month, ..Line::each(code, units, &[last]) });
        }
        lines
    }

    /// Units that count against the limit.
    pub(super) fn limited_units(&self) -> i64 {
        self.lines.iter().filter(|line| line.limited && line.charge != Charge::Over30).map(Line::total).sum()
    }

    /// Units beyond 種類支給限度基準額.
    pub(super) fn type_excess(&self) -> i64 {
        self.type_limit.map_or(0, |limit| (self.limited_units() - limit).max(0))
    }

    /// The days of short stay in the month.
    pub(super) fn stay_days(&self) -> Option<i64> {
        let days = self.lines.iter().map(|line| line.days.len()).sum::<usize>();
        self.days_before.and_then(|_| i64::try_from(days).ok())
    }

    /// The same without a day: the user was not there.
    pub(super) fn without(mut self, day: Date) -> Self {
        for line in &mut self.lines {
            line.days.retain(|other| *other != day);
        }
        self.lines.retain(|line| !line.days.is_empty());
        self
    }

    /// The first day of a week's visits that may be missed: the second of them.
    pub(super) fn a_day(&self) -> Option<Date> {
        let visits = self.lines.iter().find(|line| line.charge == Charge::Each && line.days.len() > 1)?;
        visits.days.get(1).copied()
    }

    /// The same service in another month, on the same days of the week.
    pub(super) fn moved_to(mut self, month: YearMonth) -> Self {
        let days = calendar::days_on(month, &self.week);
        for line in &mut self.lines {
            line.days.clone_from(&days);
        }
        self
    }
}
