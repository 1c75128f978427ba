//! 利用者補足情報, which accompanies both sets.

use careplan::layout::Kind;
use careplan::layout::codes::CertificationStatus;
use careplan::value::{Date, DateOrZero, MonthOrZero};

use super::Calendar;
use super::Row;
use super::cast::{CARE_MANAGER, INSURER, PEOPLE, Person};

/// The certification of both users: two years around the month, whole months.
pub(super) struct Certification {
    pub(super) given_on: Date,
    pub(super) starts_on: Date,
    pub(super) ends_on: Date,
}

impl Certification {
    pub(super) fn at(calendar: &Calendar) -> Option<Self> {
        Some(Self {
            given_on: calendar.day_of(-7, 20)?,
            starts_on: calendar.day_of(-6, 1)?,
            ends_on: calendar.day_of(17, 31)?,
        })
    }
}

/// Tied to the plan by its date, without a month (R61).
pub(super) fn of_plan(calendar: &Calendar) -> Option<Vec<Row>> {
    rows(calendar, DateOrZero::Date(calendar.today()), MonthOrZero::Zero)
}

/// Tied to the use table by its month, without a date (R61).
pub(super) fn of_use(calendar: &Calendar) -> Option<Vec<Row>> {
    rows(calendar, DateOrZero::Zero, MonthOrZero::Month(calendar.month()))
}

fn rows(calendar: &Calendar, plan_date: DateOrZero, month: MonthOrZero) -> Option<Vec<Row>> {
    let certification = Certification::at(calendar)?;
    Some(PEOPLE.iter().map(|person| row(person, &certification, plan_date, month)).collect())
}

fn row(person: &Person, certification: &Certification, plan_date: DateOrZero, month: MonthOrZero) -> Row {
    Row::new(Kind::Uphosoku)
        .set("insurer_no", INSURER)
        .set("insured_no", person.insured_no)
        .set("plan_date", plan_date)
        .set("name_kana", person.kana)
        .set("name", person.name)
        .set("sex", person.sex)
        .set("birth_date", person.born)
        .set("postal_code", person.postal_code)
        .set("address1", person.address)
        .set("phone", person.phone)
        .set("certified_on", certification.given_on)
        .set("limit_starts_on", certification.starts_on)
        .set("limit_ends_on", certification.ends_on)
        .set("certification_status", CertificationStatus::Certified)
        .set("care_level", person.care_level)
        .set("benefit_limit", person.limit)
        .set("consent_office_no", CARE_MANAGER.number)
        .set("updated_by_office_no", CARE_MANAGER.number)
        .set("target_month", month)
}
