//! 利用者補足情報, which accompanies plans and use tables.

use careplan::layout::Kind;
use careplan::value::{Date, DateOrZero, MonthOrZero};

use super::super::person::Person;
use super::super::row::Row;
use super::{Author, UserMonth};

/// Tied to a plan by its date, without a month (R61).
pub(in super::super) fn of_plan(author: &Author, person: &Person, plan_date: Date) -> Row {
    row(author, person, DateOrZero::Date(plan_date), MonthOrZero::Zero)
}

/// Tied to the use table by its month, without a date (R61).
pub(in super::super) fn of_month(author: &Author, month: &UserMonth) -> Row {
    let row = row(author, &month.person, DateOrZero::Zero, MonthOrZero::Month(month.month));
    let row = type_limits(row, month);
    let stay = month.uses.iter().find_map(|used| used.days_before.zip(used.stay_days()));
    match stay {
        Some((before, days)) => row.set("short_stay_days_before", before).set("short_stay_days_total", before + days),
        None => row,
    }
}

/// The slots for limits of service types, filled from the first (R109).
fn type_limits(row: Row, month: &UserMonth) -> Row {
    const SLOTS: [[&str; 4]; 2] = [
        ["slot1_service_type", "slot1_limit_units", "slot1_total_units", "slot1_excess_units"],
        ["slot2_service_type", "slot2_limit_units", "slot2_total_units", "slot2_excess_units"],
    ];
    let limits: Vec<_> = month.uses.iter().filter_map(|used| Some((used, used.type_limit?))).collect();
    let excess: i64 = limits.iter().map(|(used, _)| used.type_excess()).sum();
    let row = row.set_some("total_excess_units", (!limits.is_empty()).then_some(excess));
    limits.iter().zip(SLOTS).fold(row, |row, ((used, limit), [service, limit_units, total, excess])| {
        row.set(service, used.office.service)
            .set(limit_units, limit)
            .set(total, used.limited_units())
            .set(excess, used.type_excess())
    })
}

fn row(author: &Author, person: &Person, plan_date: DateOrZero, month: MonthOrZero) -> Row {
    let certification = &person.certification;
    Row::new(Kind::Uphosoku)
        .set("insurer_no", &person.insurer_no)
        .set("insured_no", &person.insured_no)
        .set("plan_date", plan_date)
        .set("name_kana", &person.name.kana)
        .set("name", &person.name.written)
        .set("sex", person.sex)
        .set("birth_date", person.born)
        .set("postal_code", &person.postal_code)
        .set("address1", &person.address1)
        .set("address2", person.address2)
        .set("phone", &person.phone)
        .set_some("certified_on", certification.given_on)
        .set("limit_starts_on", certification.starts_on)
        .set_some("limit_ends_on", certification.ends_on)
        .set("certification_status", certification.status)
        .set_some("care_level_changed_on", certification.change.map(|(on, _)| on))
        .set("care_level", certification.level)
        .set("benefit_limit", certification.limit())
        .set_some("previous_care_level", certification.change.map(|(_, before)| before))
        .set("consent_office_no", &author.office.number)
        .set("updated_by_office_no", &author.office.number)
        .set("target_month", month)
}
