//! 第6表: what is planned, and what took place.

use careplan::layout::Kind;
use careplan::layout::codes::Applicable;
use careplan::value::{Date, ServiceTime};

use super::Calendar;
use super::Row;
use super::cast::{CARE_MANAGER, DAY_SERVICE, INSURER, Office, PEOPLE, PLANNER, Person, Provider};
use super::visits::{self, Visits};

/// One visit of the story that does not take place: its place among the visits of the first user
/// to the day service.
const MISSED: usize = 1;

/// 予定: the visits to all offices, whichever the rows are sent to (R49).
pub(super) fn planned(calendar: &Calendar) -> Vec<Row> {
    let author = Author { kind: Kind::Upplan, office: &CARE_MANAGER, on: calendar.today() };
    PEOPLE.iter().flat_map(|person| author.rows(person, &visits::planned(person, calendar), calendar)).collect()
}

/// 実績 of the day service: its own visits, without the one that was missed.
pub(super) fn actual(calendar: &Calendar) -> Option<Vec<Row>> {
    let author = Author { kind: Kind::Upjsk, office: &DAY_SERVICE, on: calendar.actuals_on()? };
    let mut rows = Vec::new();
    for (index, person) in PEOPLE.iter().enumerate() {
        let mut visits = visits::planned(person, calendar);
        visits.retain(|visits| visits.visit.provider.office.number == DAY_SERVICE.number);
        if index == 0
            && let Some(first) = visits.first_mut()
            && first.days.len() > MISSED
        {
            first.days.remove(MISSED);
        }
        rows.extend(author.rows(person, &visits, calendar));
    }
    Some(rows)
}

/// Who writes the rows, as what, and when.
struct Author {
    kind: Kind,
    office: &'static Office,
    on: Date,
}

impl Author {
    fn rows(&self, person: &Person, visits: &[Visits], calendar: &Calendar) -> Vec<Row> {
        let mut rows = Vec::new();
        for all in visits {
            let Visits { visit, days } = all;
            for &(code, units) in visit.items {
                rows.extend(days.iter().map(|day| {
                    // An addition bears the time of the service it belongs to (R113).
                    self.row(person, visit.provider, *day, calendar)
                        .set_all([("starts_at", visit.starts_at), ("ends_at", visit.ends_at), ("service_code", code)])
                        .set("units", units)
                }));
            }
            rows.extend(days.last().map(|day| {
                let (code, _) = visit.provider.improvement;
                self.row(person, visit.provider, *day, calendar)
                    .set_all([("starts_at", ServiceTime::UNTIMED), ("ends_at", ServiceTime::UNTIMED)])
                    .set("service_code", code)
                    .set("units", all.improvement())
            }));
        }
        rows
    }

    fn row(&self, person: &Person, provider: &Provider, day: Date, calendar: &Calendar) -> Row {
        Row::new(self.kind)
            .set("insurer_no", INSURER)
            .set("insured_no", person.insured_no)
            .set("created_on", self.on)
            .set("target_month", calendar.month())
            .set("planner_office_no", CARE_MANAGER.number)
            .set("planner_name", PLANNER)
            .set("service_date", day)
            .set("service_count", 1)
            .set("office_no", provider.office.number)
            .set("office_name", provider.office.name)
            .set("over_30_days", Applicable::No)
            .set("updated_by_office_no", self.office.number)
    }
}
