//! Sheets 1 to 3 of the care plan.

use careplan::layout::Kind;
use careplan::layout::codes::{CertificationStatus, InsuranceCoverage, PlanClass};

use super::Calendar;
use super::Row;
use super::cast::{
    CARE_MANAGER, DAILY_LIFE, Help, Helper, INSURER, MANAGER_ADDRESS, MANAGER_POSTAL_CODE, Need, PEOPLE, PLANNER,
    Person,
};
use super::supplement::Certification;

/// 第1表.
pub(super) fn sheet1(calendar: &Calendar) -> Option<Vec<Row>> {
    PEOPLE.iter().map(|person| sheet1_of(person, calendar)).collect()
}

fn sheet1_of(person: &Person, calendar: &Calendar) -> Option<Row> {
    let certification = Certification::at(calendar)?;
    let row = Row::new(Kind::Up1kyo)
        .set("insurer_no", INSURER)
        .set("insured_no", person.insured_no)
        .set("created_on", calendar.today())
        .set("postal_code", person.postal_code)
        .set("address1", person.address)
        .set("planner_name", PLANNER)
        .set("office_name", CARE_MANAGER.name)
        .set("office_postal_code", MANAGER_POSTAL_CODE)
        .set("office_address1", MANAGER_ADDRESS)
        .set("office_no", CARE_MANAGER.number)
        .set("plan_date", calendar.today())
        .set("first_plan_date", calendar.day_of(-18, 1)?)
        .set("plan_class", PlanClass::Continued)
        .set("certification_status", CertificationStatus::Certified)
        .set("certified_on", certification.given_on)
        .set("certification_starts_on", certification.starts_on)
        .set("certification_ends_on", certification.ends_on)
        .set("care_level", person.care_level)
        .set("assessment_result", person.wishes)
        .set("review_board_opinion", "サービスの種類の指定なし。")
        .set("support_policy", person.policy)
        .set("updated_by_office_no", CARE_MANAGER.number);
    Some(row)
}

/// 第2表.
pub(super) fn sheet2(calendar: &Calendar) -> Option<Vec<Row>> {
    let long = format!("{}～{}", calendar.spoken(0)?, calendar.spoken(11)?);
    let short = format!("{}～{}", calendar.spoken(0)?, calendar.spoken(5)?);
    let mut rows = Vec::new();
    for person in PEOPLE {
        for (need_no, need) in (1..).zip(person.needs) {
            for (help_no, help) in (1..).zip(need.help) {
                let row = plan_row(Kind::Up2kyo, person, calendar)
                    .set("issue_no", need_no)
                    .set("goal_no", 1)
                    .set("support_no", help_no)
                    .set("updated_by_office_no", CARE_MANAGER.number);
                // As on paper: what the row above says already is left empty (R110).
                let row = if help_no == 1 { with_goals(row, need, &long, &short) } else { row };
                rows.push(with_help(row, help));
            }
        }
    }
    Some(rows)
}

fn with_goals(row: Row, need: &Need, long: &str, short: &str) -> Row {
    row.set("issue", need.issue)
        .set("long_term_goal", need.long_term_goal)
        .set("short_term_goal", need.short_term_goal)
        .set("long_term_period", long)
        .set("short_term_period", short)
}

fn with_help(row: Row, help: &Help) -> Row {
    let row = row.set("service_content", help.content).set("frequency", help.frequency).set("period", "６か月");
    match help.by {
        Helper::Office(office) => row
            .set("insurance_coverage", InsuranceCoverage::Covered)
            .set("service_kind", office.service_name)
            .set("office_no", office.number)
            .set("office_name", office.name),
        Helper::Family(who) => row
            .set("insurance_coverage", InsuranceCoverage::NotCovered)
            .set("service_kind", "家族")
            .set("office_name", who),
    }
}

/// 第3表: the services of the week, then everyday life, one group a record (R112).
pub(super) fn sheet3(calendar: &Calendar) -> Vec<Row> {
    let mut rows = Vec::new();
    for person in PEOPLE {
        for visit in person.visits {
            rows.extend(visit.weekdays.iter().map(|weekday| {
                plan_row(Kind::Up3kyo, person, calendar)
                    .set("service_content", visit.provider.office.service_name)
                    .set("weekday", weekday)
                    .set("service_starts_at", visit.starts_at)
                    .set("service_ends_at", visit.ends_at)
            }));
        }
        rows.extend(DAILY_LIFE.iter().map(|(activity, from, to)| {
            plan_row(Kind::Up3kyo, person, calendar)
                .set("daily_activity", activity)
                .set("activity_starts_at", from)
                .set("activity_ends_at", to)
        }));
    }
    rows
}

/// What sheets 2 and 3 begin with: the key that ties them to sheet 1 (R59).
fn plan_row(kind: Kind, person: &Person, calendar: &Calendar) -> Row {
    Row::new(kind)
        .set("insurer_no", INSURER)
        .set("insured_no", person.insured_no)
        .set("created_on", calendar.today())
        .set("plan_date", calendar.today())
}
