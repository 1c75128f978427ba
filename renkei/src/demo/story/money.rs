//! 第7表: units, limits and money, in integers throughout.
//!
//! As on paper, money stands on the rows of subtotals; the rows above them show units only.

use careplan::layout::Kind;
use careplan::layout::codes::Applicable;
use careplan::value::{OfficeNoOrTotal, ServiceCodeOrTotal, Subtotal};

use super::Calendar;
use super::Row;
use super::cast::{CARE_MANAGER, INSURER, PEOPLE, Person, Provider};
use super::visits;

/// 第7表 of all users.
pub(super) fn table7(calendar: &Calendar) -> Vec<Row> {
    PEOPLE.iter().flat_map(|person| Table { person, calendar }.rows()).collect()
}

/// 費用総額, 保険請求額 and 利用者負担: what the user pays is what the insurance leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Money {
    cost: i64,
    claim: i64,
    copay: i64,
}

impl Money {
    /// Yen are cut off, not rounded: once for the cost, once for the claim.
    fn of(units: i64, price: i64, rate: i64) -> Self {
        let cost = units * price / 100;
        let claim = cost * rate / 100;
        Self { cost, claim, copay: cost - claim }
    }

    fn add(&mut self, other: Self) {
        self.cost += other.cost;
        self.claim += other.claim;
        self.copay += other.copay;
    }
}

struct Table<'a> {
    person: &'static Person,
    calendar: &'a Calendar,
}

impl Table<'_> {
    fn rows(&self) -> Vec<Row> {
        let (mut rows, mut limited, mut total) = (Vec::new(), 0, Money::default());
        for visits in visits::planned(self.person, self.calendar).iter().filter(|visits| !visits.days.is_empty()) {
            let provider = visits.visit.provider;
            let (sum, outside) = (visits.units(), visits.improvement());
            rows.extend(visits.visit.items.iter().map(|&(code, units)| {
                within_limit(self.detail(provider, code, units, visits.count()), units * visits.count())
            }));
            rows.push(self.subtotal(provider, Subtotal::Limited, sum, &mut total));
            rows.push(self.detail(provider, provider.improvement.0, outside, 1));
            rows.push(self.subtotal(provider, Subtotal::Unlimited, outside, &mut total));
            limited += sum;
        }
        // The sum of units is that of services under the limit; the money is that of all.
        let row = self
            .sum("", OfficeNoOrTotal::Total, ServiceCodeOrTotal::GrandTotal, limited)
            .set("total_cost", total.cost)
            .set("benefit_claim", total.claim)
            .set("copay", total.copay)
            .set("full_copay", 0);
        rows.push(within_limit(row, limited));
        rows
    }

    fn detail(&self, provider: &Provider, code: &str, units: i64, times: i64) -> Row {
        self.row(provider.office.name)
            .set("office_no", provider.office.number)
            .set("service_code", code)
            .set("units", units)
            .set("count_or_days", times)
            .set("service_units_or_amount", units * times)
    }

    fn subtotal(&self, provider: &Provider, of: Subtotal, units: i64, total: &mut Money) -> Row {
        let Money { cost, claim, copay } = Money::of(units, provider.price, self.person.benefit_rate);
        total.add(Money { cost, claim, copay });
        let code = format!("{}{}", provider.office.service, of.suffix());
        let row = self
            .sum(provider.office.name, provider.office.number, code, units)
            .set("unit_price", format!("{}.{:02}", provider.price / 100, provider.price % 100))
            .set("total_cost", cost)
            .set("benefit_rate", self.person.benefit_rate)
            .set("benefit_claim", claim)
            .set("copay", copay);
        match of {
            Subtotal::Limited => within_limit(row.set("full_copay", 0), units),
            Subtotal::Unlimited | Subtotal::Over30Days => row,
        }
    }

    /// A row that sums: its own units are 0, those of the sum stand beside (R124).
    fn sum(&self, name: &str, office: impl std::fmt::Display, code: impl std::fmt::Display, units: i64) -> Row {
        self.row(name)
            .set("office_no", office)
            .set("service_code", code)
            .set("units", 0)
            .set("count_or_days", 0)
            .set("service_units_or_amount", units)
    }

    fn row(&self, office_name: &str) -> Row {
        Row::new(Kind::Upsikyu)
            .set("insurer_no", INSURER)
            .set("insured_no", self.person.insured_no)
            .set("created_on", self.calendar.today())
            .set("target_month", self.calendar.month())
            .set("office_name", office_name)
            .set("over_30_days", Applicable::No)
            .set("fixed_office_no", OfficeNoOrTotal::Total)
            .set("updated_by_office_no", CARE_MANAGER.number)
    }
}

/// Nobody in the story goes beyond the limit.
fn within_limit(row: Row, units: i64) -> Row {
    row.set("managed_units", units).set("benefit_limit_excess_units", 0).set("benefit_limit_within_units", units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_cut_off_where_floating_point_goes_wrong() {
        assert_eq!(Money::of(75, 1112, 90), Money { cost: 834, claim: 750, copay: 84 });
        assert_eq!(Money::of(5_612, 1112, 90), Money { cost: 62_405, claim: 56_164, copay: 6_241 });
        assert_eq!(Money::of(1_375, 1112, 90), Money { cost: 15_290, claim: 13_761, copay: 1_529 });
    }
}
