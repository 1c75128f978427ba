//! 居宅サービス計画書: 第1表 to 第3表.

use careplan::layout::Kind;
use careplan::layout::codes::{CareLevel, InsuranceCoverage, LivingSupportReason, PlanClass, Weekday};
use careplan::value::{Date, YearMonth};

use super::super::office::service_name;
use super::super::person::Person;
use super::super::rng::Rng;
use super::super::row::Row;
use super::super::usage::Use;
use super::super::{StoryError, calendar, names, words};
use super::Author;

/// A plan for one user.
#[derive(Clone, Debug)]
pub(in super::super) struct Plan {
    pub(in super::super) person: Person,
    /// 居宅サービス計画作成（変更）日.
    pub(in super::super) date: Date,
    pub(in super::super) uses: Vec<Use>,
}

/// What everybody does every day: the activity, from, to.
const DAILY_LIFE: &[(&str, &str, &str)] = &[
    ("起床", "0630", "0630"),
    ("朝食", "0730", "0800"),
    ("昼食", "1200", "1230"),
    ("テレビ, 昼寝", "1300", "1500"),
    ("夕食", "1800", "1830"),
    ("就寝", "2100", "2100"),
];

/// 第1表.
pub(in super::super) fn sheet1(rng: &mut Rng, author: &Author, plan: &Plan) -> Result<Row, StoryError> {
    let person = &plan.person;
    let certification = &person.certification;
    let class = rng.pick(PlanClass::ALL);
    let begins_now = !matches!(class, PlanClass::Continued | PlanClass::Introduced | PlanClass::IntroducedContinued);
    let first = calendar::shift(plan.date.year_month(), -i32::from(rng.between(3, 30)))?;
    let reason = rng.one_in(2).then(|| rng.pick(LivingSupportReason::ALL));
    let explained = reason == Some(LivingSupportReason::Other);
    Ok(Row::new(Kind::Up1kyo)
        .set("insurer_no", &person.insurer_no)
        .set("insured_no", &person.insured_no)
        .set("created_on", plan.date)
        .set("postal_code", &person.postal_code)
        .set("address1", &person.address1)
        .set("address2", person.address2)
        .set("planner_name", &author.manager)
        .set("office_name", &author.office.name)
        .set("office_postal_code", &author.office.postal_code)
        .set("office_address1", &author.office.address)
        .set("office_address2", names::house(rng))
        .set("office_no", &author.office.number)
        .set("plan_date", plan.date)
        .set("first_plan_date", if begins_now { plan.date } else { calendar::day(first, rng.day(1, 28))? })
        .set("plan_class", class)
        .set("certification_status", certification.status)
        .set_some("certified_on", certification.given_on)
        .set("certification_starts_on", certification.starts_on)
        .set_some("certification_ends_on", certification.ends_on)
        .set("care_level", certification.level)
        .set("assessment_result", words::text(rng, words::ASSESSMENTS))
        .set("review_board_opinion", rng.pick(words::OPINIONS))
        .set("support_policy", words::text(rng, words::POLICIES))
        .set_some("living_support_reason", reason)
        .set("other_reason", if explained { rng.pick(words::REASONS) } else { "" })
        .set("updated_by_office_no", &author.office.number))
}

/// 第2表: needs, and whoever helps with them.
pub(in super::super) fn sheet2(rng: &mut Rng, author: &Author, plan: &Plan) -> Vec<Row> {
    let mut rows = Vec::new();
    let indices: Vec<usize> = (0..words::NEEDS.len()).collect();
    let needs = rng.some(&indices, 3);
    let from = calendar::spoken(plan.date.year_month());
    for (issue_no, need) in needs.iter().filter_map(|index| words::NEEDS.get(*index)).enumerate() {
        for goal_no in 1..=rng.between(1, 2) {
            let mut helpers: Vec<Option<&Use>> = plan.uses.iter().map(Some).collect();
            if rng.one_in(3) {
                helpers.push(None);
            }
            for (support_no, helper) in helpers.into_iter().enumerate() {
                // What stands in the row above may be left out (R110).
                let is_shown = support_no == 0 || author.style.repeats;
                let shown = |text: &str| if is_shown { text.to_owned() } else { String::new() };
                let issue = if goal_no == 1 || author.style.repeats { need.issue } else { "" };
                let row = Row::new(Kind::Up2kyo)
                    .set("insurer_no", &plan.person.insurer_no)
                    .set("insured_no", &plan.person.insured_no)
                    .set("created_on", plan.date)
                    .set("plan_date", plan.date)
                    .set("issue_no", issue_no + 1)
                    .set("issue", shown(issue))
                    .set("goal_no", goal_no)
                    .set("long_term_goal", shown(need.long_term))
                    .set("short_term_goal", shown(need.short_term))
                    .set("long_term_period", shown(&format!("{from}～12か月")))
                    .set("short_term_period", shown(&format!("{from}～6か月")))
                    .set("support_no", support_no + 1)
                    .set("period", "6か月")
                    .set("updated_by_office_no", &author.office.number);
                rows.push(match helper {
                    Some(used) => by_office(row, used),
                    None => by_family(rng, row),
                });
            }
        }
    }
    rows
}

fn by_office(row: Row, used: &Use) -> Row {
    let frequency =
        if used.week.is_empty() { "随時".to_owned() } else { format!("週{}回", full_width(used.week.len())) };
    row.set("service_content", words::help(used.office.service))
        .set("insurance_coverage", InsuranceCoverage::Covered)
        .set("service_kind", service_name(used.office.service))
        .set("office_no", &used.office.number)
        .set("office_name", &used.office.name)
        .set("frequency", frequency)
}

fn by_family(rng: &mut Rng, row: Row) -> Row {
    row.set("service_content", "買い物、通院の付添い")
        .set("insurance_coverage", InsuranceCoverage::NotCovered)
        .set("service_kind", "家族")
        .set("office_name", rng.pick(&["長女", "長男", "妹"]))
        .set("frequency", rng.pick(&["毎日", "週３回", "月１回, 随時"]))
}

fn full_width(number: usize) -> char {
    "０１２３４５６７８９".chars().nth(number).unwrap_or('多')
}

/// 第3表: a record is a visit of the week, an activity of the day, or what has no week (R112).
pub(in super::super) fn sheet3(plan: &Plan) -> Vec<Row> {
    let row = || {
        Row::new(Kind::Up3kyo)
            .set("insurer_no", &plan.person.insurer_no)
            .set("insured_no", &plan.person.insured_no)
            .set("created_on", plan.date)
            .set("plan_date", plan.date)
    };
    let mut rows = Vec::new();
    for used in &plan.uses {
        let Some((from, to)) = used.time else { continue };
        rows.extend(used.week.iter().map(|weekday: &Weekday| {
            row()
                .set("service_content", service_name(used.office.service))
                .set("weekday", weekday)
                .set("service_starts_at", from)
                .set("service_ends_at", to)
        }));
    }
    rows.extend(DAILY_LIFE.iter().map(|(activity, from, to)| {
        row().set("daily_activity", activity).set("activity_starts_at", from).set("activity_ends_at", to)
    }));
    let without_week = plan.uses.iter().filter(|used| used.week.is_empty());
    rows.extend(without_week.map(|used| row().set("non_weekly_service", service_name(used.office.service))));
    rows
}

/// The care levels of 介護給付.
pub(in super::super) const CARE: &[CareLevel] =
    &[CareLevel::Care1, CareLevel::Care2, CareLevel::Care3, CareLevel::Care4, CareLevel::Care5];

/// The day on which what is for a month is planned: in the month before.
pub(in super::super) fn planning_day(rng: &mut Rng, month: YearMonth) -> Result<Date, StoryError> {
    calendar::day(calendar::shift(month, -1)?, rng.day(12, 22))
}
