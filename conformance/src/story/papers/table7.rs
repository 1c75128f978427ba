//! 第7表: units, limits and money, in integers throughout (`domain` §3).
//!
//! As on paper, money stands on the row of a subtotal where there is one, and the rows above it
//! show units only. The arithmetic is written apart from that of the checker, so that each is held
//! against the other. 30日超 is no part of the limit: it has neither 超 nor 内.

use careplan::layout::Kind;
use careplan::layout::codes::Applicable;
use careplan::value::{OfficeNoOrTotal, ServiceCodeOrTotal, Subtotal};

use super::super::row::Row;
use super::super::usage::{Charge, Line, Use};
use super::{Author, UserMonth, table6};

/// What a user pays and the insurance, in yen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Money {
    cost: i64,
    claim: i64,
    copay: i64,
    full: i64,
}

impl Money {
    /// Units within and beyond what is insured. All yen are floored; the overrun on its own, not
    /// as a difference of two costs.
    fn of(within: i64, beyond: i64, price: i64, rate: i64) -> Self {
        let cost = (within * price).div_euclid(100);
        let claim = (cost * rate).div_euclid(100);
        Self { cost, claim, copay: cost - claim, full: (beyond * price).div_euclid(100) }
    }

    fn add(&mut self, other: Self) {
        self.cost += other.cost;
        self.claim += other.claim;
        self.copay += other.copay;
        self.full += other.full;
    }
}

/// Units of a row: all of them, and those of them beyond the limits.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    units: i64,
    beyond: Beyond,
    count: i64,
}

/// Units beyond the limit of the service type, and of the rest those beyond that of the month.
#[derive(Clone, Copy, Debug, Default)]
struct Beyond {
    of_type: i64,
    of_month: i64,
}

impl Sum {
    fn add(&mut self, other: Self) {
        self.units += other.units;
        self.count += other.count;
        self.beyond.of_type += other.beyond.of_type;
        self.beyond.of_month += other.beyond.of_month;
    }

    /// What is insured.
    const fn within(self) -> i64 {
        self.units - self.beyond.of_type - self.beyond.of_month
    }
}

/// The rows of one user: per office and service type, then the grand total (R122).
pub(in super::super) fn rows(author: &Author, month: &UserMonth) -> Vec<Row> {
    let mut table = Table { author, month, rows: Vec::new(), total: Money::default() };
    let mut over = (month.limited_units() - month.person.certification.limit()).max(0);
    // Whose units are beyond the limit is for the care manager to choose: here the last in the plan.
    let mut shares = Vec::new();
    for used in month.uses.iter().rev() {
        shares.push(share(used, &mut over));
    }
    shares.reverse();
    let mut sum = Sum::default();
    for (used, beyond) in month.uses.iter().zip(&shares) {
        let group = table.group(used, beyond);
        sum.add(group);
    }
    table.grand_total(sum);
    table.rows
}

/// How much of each line is beyond the limits, from the last line on.
fn share(used: &Use, over: &mut i64) -> Vec<Beyond> {
    let mut of_type = used.type_excess();
    let mut shares: Vec<Beyond> = used
        .all_lines()
        .iter()
        .rev()
        .map(|line| {
            let takes = line.limited && line.charge != Charge::Over30 && line.units > 0;
            if !takes {
                return Beyond::default();
            }
            let beyond_type = line.total().min(of_type);
            let beyond_month = (line.total() - beyond_type).min(*over);
            of_type -= beyond_type;
            *over -= beyond_month;
            Beyond { of_type: beyond_type, of_month: beyond_month }
        })
        .collect();
    shares.reverse();
    shares
}

struct Table<'a> {
    author: &'a Author,
    month: &'a UserMonth,
    rows: Vec<Row>,
    total: Money,
}

impl Table<'_> {
    /// The rows of one office and service type; gives what counts against the limit.
    fn group(&mut self, used: &Use, beyond: &[Beyond]) -> Sum {
        let style = self.author.style;
        let lines = used.all_lines();
        let all = || lines.iter().zip(beyond.iter().copied());
        let is_over30 = |line: &Line| line.charge == Charge::Over30;
        let limited: Vec<_> = all().filter(|(line, _)| line.limited && !is_over30(line)).collect();
        let unlimited: Vec<_> = all().filter(|(line, _)| !line.limited).collect();
        let over30: Vec<_> = all().filter(|(line, _)| is_over30(line)).collect();
        let sum = self.part(used, &limited, Subtotal::Limited, limited.len() > 1 || style.lone_subtotal);
        self.part(used, &unlimited, Subtotal::Unlimited, unlimited.len() > 1 || style.unlimited_subtotal);
        self.part(used, &over30, Subtotal::Over30Days, true);
        sum
    }

    /// Rows that are summed together, and their subtotal.
    fn part(&mut self, used: &Use, lines: &[(&Line, Beyond)], of: Subtotal, has_subtotal: bool) -> Sum {
        let mut sum = Sum::default();
        for (line, beyond) in lines {
            let one = Sum { units: line.total(), beyond: *beyond, count: line.count() };
            sum.add(one);
            let row = self.units(self.detail(used, line), of, one, used.type_limit.is_some());
            let row = if has_subtotal { row } else { self.money(row, used, of, one) };
            self.rows.push(row);
        }
        if has_subtotal && !lines.is_empty() {
            let row = self
                .row(&used.office.name)
                .set("office_no", &used.office.number)
                .set("service_code", format!("{}{}", used.office.service, of.suffix()))
                .set("units", 0)
                .set("count_or_days", 0);
            let row = self.money(self.units(row, of, sum, used.type_limit.is_some()), used, of, sum);
            self.rows.push(row);
        }
        sum
    }

    fn detail(&self, used: &Use, line: &Line) -> Row {
        let (branch, name) = table6::site(used, line);
        let over30 = if line.charge == Charge::Over30 { Applicable::Yes } else { Applicable::No };
        let mut row = self
            .row(name)
            .set("office_no", &used.office.number)
            .set("satellite_branch", branch)
            .set("service_code", line.code)
            .set("units", line.discounted_from.map_or(line.units, |(units, _)| units))
            .set_some("discount_rate", line.discounted_from.map(|(_, rate)| rate))
            .set_some("discounted_units", line.discounted_from.map(|_| line.units))
            .set("count_or_days", line.count())
            .set_some("fixed_copay_unit_price", used.fixed_copay.filter(|_| line.limited))
            .set("over_30_days", over30);
        if let Some(thing) = line.equipment {
            row = row
                .set("tais_code", thing.tais)
                .set("equipment_code", thing.notified)
                .set("equipment_name", thing.name);
        }
        if let (Some(before), Some(days)) = (used.days_before, used.stay_days()) {
            row = row.set("days_before", before).set("planned_days", days).set("cumulative_days", before + days);
        }
        row
    }

    /// サービス単位, and 超 and 内 where it is under the limit.
    fn units(&self, row: Row, of: Subtotal, sum: Sum, has_type_limit: bool) -> Row {
        let row = row.set("service_units_or_amount", sum.units);
        match of {
            Subtotal::Limited => row
                .set_some("managed_units", self.author.style.managed.then_some(sum.units))
                .set_some("type_limit_excess_units", has_type_limit.then_some(sum.beyond.of_type))
                .set_some("type_limit_within_units", has_type_limit.then_some(sum.units - sum.beyond.of_type))
                .set("benefit_limit_excess_units", sum.beyond.of_month)
                .set("benefit_limit_within_units", sum.within()),
            Subtotal::Unlimited | Subtotal::Over30Days => row,
        }
    }

    fn money(&mut self, row: Row, used: &Use, of: Subtotal, sum: Sum) -> Row {
        let (within, beyond) = match of {
            Subtotal::Over30Days => (0, sum.units),
            Subtotal::Limited | Subtotal::Unlimited => (sum.within(), sum.units - sum.within()),
        };
        let rate = self.month.person.benefit_rate;
        let mut money = Money::of(within, beyond, used.price, rate);
        if let Some(each) = used.fixed_copay.filter(|_| of == Subtotal::Limited) {
            money.copay = each * sum.count;
            money.claim = money.cost - money.copay;
        }
        self.total.add(money);
        row.set("unit_price", format!("{}.{:02}", used.price / 100, used.price % 100))
            .set("total_cost", money.cost)
            .set("benefit_rate", rate)
            .set("benefit_claim", money.claim)
            .set("copay", money.copay)
            .set_some("full_copay", (of != Subtotal::Unlimited).then_some(money.full))
    }

    /// Units of what is under the limit, money of all.
    fn grand_total(&mut self, sum: Sum) {
        let row = self
            .row("")
            .set("office_no", OfficeNoOrTotal::Total)
            .set("service_code", ServiceCodeOrTotal::GrandTotal)
            .set("units", 0)
            .set("count_or_days", 0)
            .set("total_cost", self.total.cost)
            .set("benefit_claim", self.total.claim)
            .set("copay", self.total.copay)
            .set("full_copay", self.total.full);
        let row = self.units(row, Subtotal::Limited, sum, self.month.uses.iter().any(|used| used.type_limit.is_some()));
        self.rows.push(row);
    }

    fn row(&self, office_name: &str) -> Row {
        Row::new(Kind::Upsikyu)
            .set("insurer_no", &self.month.person.insurer_no)
            .set("insured_no", &self.month.person.insured_no)
            .set("created_on", self.month.created_on)
            .set("target_month", self.month.month)
            .set("office_name", office_name)
            .set("over_30_days", Applicable::No)
            .set("fixed_office_no", OfficeNoOrTotal::Total)
            .set("entered_by", if self.author.style.entered_by { "tanto01" } else { "" })
            .set("updated_by_office_no", &self.author.office.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_that_of_the_worked_examples() {
        let money = |cost, claim, copay, full| Money { cost, claim, copay, full };
        assert_eq!(Money::of(5_612, 0, 1112, 90), money(62_405, 56_164, 6_241, 0));
        assert_eq!(Money::of(1_375, 0, 1112, 90), money(15_290, 13_761, 1_529, 0));
        assert_eq!(Money::of(5_391, 221, 1112, 90), money(59_947, 53_952, 5_995, 2_457));
        assert_eq!(Money::of(75, 505, 1035, 100), money(776, 776, 0, 5_226));
    }
}
