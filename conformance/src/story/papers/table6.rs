//! 第6表: a record for each day of each line, planned or actual.

use careplan::layout::Kind;
use careplan::layout::codes::Applicable;
use careplan::value::{Date, ServiceTime};

use super::super::row::Row;
use super::super::usage::{Charge, Line, Use};
use super::{Author, UserMonth};

/// 予定.
pub(in super::super) fn planned(author: &Author, month: &UserMonth) -> Vec<Row> {
    rows(Kind::Upplan, author, month)
}

/// 実績: the providers wrote them, whoever passes them on (R120).
pub(in super::super) fn actual(author: &Author, month: &UserMonth) -> Vec<Row> {
    rows(Kind::Upjsk, author, month)
}

fn rows(kind: Kind, author: &Author, month: &UserMonth) -> Vec<Row> {
    let mut rows = Vec::new();
    for used in &month.uses {
        for line in used.all_lines() {
            rows.extend(line.days.iter().map(|day| row(kind, author, month, used, &line, *day)));
        }
    }
    rows
}

fn row(kind: Kind, author: &Author, month: &UserMonth, used: &Use, line: &Line, day: Date) -> Row {
    let updated_by = if kind == Kind::Upplan { &author.office } else { &used.office };
    let (site, site_name) = site(used, line);
    // What is charged once a month bears no time (R113: 率の加算 and 包括 are exempt).
    let time = used.time.filter(|_| line.charge == Charge::Each);
    let row = Row::new(kind)
        .set("insurer_no", &month.person.insurer_no)
        .set("insured_no", &month.person.insured_no)
        .set("created_on", month.created_on)
        .set("target_month", month.month)
        .set("planner_office_no", &author.office.number)
        .set("planner_name", &author.manager)
        .set("units", line.units)
        .set_some("short_stay_days_before", used.days_before)
        .set("service_date", day)
        .set("prorata_days", line.prorata_days())
        .set("service_count", 1)
        .set("service_code", line.code)
        .set("office_no", &used.office.number)
        .set("office_name", site_name)
        .set("satellite_branch", site)
        .set("over_30_days", if line.charge == Charge::Over30 { Applicable::Yes } else { Applicable::No })
        .set("updated_by_office_no", &updated_by.number);
    let row = match time {
        Some((from, to)) => row.set("starts_at", from).set("ends_at", to),
        None => row.set("starts_at", ServiceTime::UNTIMED).set("ends_at", ServiceTime::UNTIMED),
    };
    match line.equipment {
        Some(thing) => row
            .set("tais_code", thing.tais)
            .set("equipment_code", thing.notified)
            .set("equipment_name", thing.name)
            .set_some("detail_no", thing.detail_no),
        None => row,
    }
}

/// サテライト枝番, empty where there is none, and the name of the site.
pub(super) fn site<'a>(used: &'a Use, line: &'a Line) -> (&'a str, &'a str) {
    line.site.as_ref().map_or(("", used.office.name.as_str()), |(branch, name)| (*branch, name.as_str()))
}
