//! 介護予防サービス・支援計画書 with its table.

use careplan::layout::Kind;
use careplan::layout::codes::{
    CareLevel, CertificationStatus, Need, Outsourcing, PlanClass, PlanType, Presence, SupportLevel,
};
use careplan::value::Date;

use super::super::office::{Office, service_name};
use super::super::person::Person;
use super::super::rng::Rng;
use super::super::row::Row;
use super::super::usage::Use;
use super::super::{StoryError, calendar};

/// Who makes preventive plans: the centre itself, or an office that it commissions (委託).
#[derive(Clone, Debug)]
pub(in super::super) struct Contract {
    pub(in super::super) outsourcing: Outsourcing,
    pub(in super::super) centre: Office,
    pub(in super::super) centre_worker: String,
    /// The office and its care manager, where it is commissioned.
    pub(in super::super) commissioned: Option<(Office, String)>,
}

impl Contract {
    /// 計画種類: the use of 総合事業 alone by 事業対象者 is 介護予防ケアマネジメント.
    pub(super) fn plan_type(person: &Person) -> PlanType {
        match person.certification.level {
            CareLevel::ProjectTarget => PlanType::PreventiveManagement,
            _ => PlanType::PreventiveSupport,
        }
    }
}

/// A preventive plan for one user.
#[derive(Clone, Debug)]
pub(in super::super) struct PreventivePlan<'a> {
    pub(in super::super) person: &'a Person,
    pub(in super::super) contract: &'a Contract,
    /// 計画作成(変更)日.
    pub(in super::super) date: Date,
    pub(in super::super) uses: &'a [Use],
}

/// An area of life: its four fields, what is, what is wanted, and what is wrong with it.
struct Area {
    idents: [&'static str; 4],
    status: &'static str,
    wish: &'static str,
    issue: &'static str,
}

const AREAS: &[Area] = &[
    Area {
        idents: ["mobility_status", "mobility_intention", "mobility_has_issue", "mobility_issue"],
        status: "屋内は手すりで移動。屋外は杖を使い、坂道で休むことがある。",
        wish: "本人：杖なしで庭に出たい。",
        issue: "下肢の筋力低下により、長い距離の歩行で疲れやすい。",
    },
    Area {
        idents: ["home_life_status", "home_life_intention", "home_life_has_issue", "home_life_issue"],
        status: "調理と洗濯は自分で行う。浴槽の掃除と重い物の買い物が難しい。",
        wish: "本人：掃除のやり方を工夫したい。\r\n家族：無理はさせたくない。",
        issue: "前かがみの姿勢で腰に痛みが出る。",
    },
    Area {
        idents: ["social_status", "social_intention", "social_has_issue", "social_issue"],
        status: "膝の痛みが出てから、老人会への参加が月１回に減った。",
        wish: "本人：\"囲碁の集まり\"に戻りたい。",
        issue: "移動手段が無く, 外出の機会が減っている。",
    },
    Area {
        idents: ["health_status", "health_intention", "health_has_issue", "health_issue"],
        status: "血圧の薬を毎朝飲む。月１回、かかりつけ医を受診している。",
        wish: "本人：薬を減らしたい。",
        issue: "水分を控える習慣があり、脱水になりやすい。",
    },
];

const CHECKLIST: &[(&str, u16)] = &[
    ("checklist_exercise", 5),
    ("checklist_nutrition", 2),
    ("checklist_oral", 3),
    ("checklist_housebound", 2),
    ("checklist_memory", 3),
    ("checklist_depression", 5),
];

const PROGRAMMES: &[&str] = &[
    "program_exercise",
    "program_nutrition",
    "program_oral",
    "program_housebound",
    "program_memory",
    "program_depression",
];

/// 支援計画書.
pub(in super::super) fn plan(rng: &mut Rng, plan: &PreventivePlan<'_>) -> Result<Row, StoryError> {
    let (person, contract) = (plan.person, plan.contract);
    let certification = &person.certification;
    let planner = contract.commissioned.as_ref().map_or(&contract.centre, |(office, _)| office);
    let manager = contract.commissioned.as_ref().map_or("", |(_, manager)| manager);
    let earlier = calendar::shift(plan.date.year_month(), -i32::from(rng.between(1, 24)))?;
    let row = Row::new(Kind::Upyobo)
        .set("insurer_no", &person.insurer_no)
        .set("insured_no", &person.insured_no)
        .set("plan_date", plan.date)
        .set("plan_type", Contract::plan_type(person))
        .set("outsourcing", contract.outsourcing)
        .set("reference_no", format!("見本-{}", rng.digits(3)))
        .set("name", &person.name.written)
        .set("plan_class", rng.pick(PlanClass::ALL))
        .set("support_level", support_level(certification.level))
        .set("center_planner_name", &contract.centre_worker)
        .set("care_manager_name", manager)
        .set("planner_office_name", &planner.name)
        .set("planner_office_address", &planner.address)
        .set("planner_office_phone", &planner.phone)
        .set("first_plan_date", calendar::day(earlier, rng.day(1, 28))?)
        .set("support_center", &contract.centre.name)
        .set("goal_day", "毎朝、庭を一回りする。")
        .set("goal_year", "老人会の小旅行に参加する。")
        .set("health_notes", rng.pick(&["水分をこまめに取る。", ""]))
        .set("support_policy", "地域の通いの場と通所を併用する。")
        .set("overall_policy", "膝に負担の少ない運動を続け、外出の機会を増やす。")
        .set("center_opinion", "計画のとおりで差し支えない。")
        .set("consent_on", plan.date)
        .set("consent_name", &person.name.written);
    let row = certified(row, person);
    let row = AREAS.iter().fold(row, |row, area| {
        let presence = rng.pick(Presence::ALL);
        let [status, wish, has_issue, issue] = area.idents;
        row.set(status, area.status)
            .set(wish, area.wish)
            .set(has_issue, presence)
            .set(issue, if presence == Presence::Present { area.issue } else { "" })
    });
    let row = CHECKLIST.iter().fold(row, |row, (ident, most)| row.set(ident, rng.between(0, *most)));
    Ok(PROGRAMMES.iter().fold(row, |row, ident| row.set(ident, rng.pick(Need::ALL))))
}

/// 事業対象者 are not certified.
fn certified(row: Row, person: &Person) -> Row {
    let certification = &person.certification;
    if certification.level == CareLevel::ProjectTarget {
        return row;
    }
    row.set("certification_status", CertificationStatus::Certified)
        .set_some("certified_on", certification.given_on)
        .set("certification_starts_on", certification.starts_on)
        .set_some("certification_ends_on", certification.ends_on)
}

const fn support_level(level: CareLevel) -> SupportLevel {
    match level {
        CareLevel::Support1 => SupportLevel::Support1,
        CareLevel::Support2 => SupportLevel::Support2,
        _ => SupportLevel::RegionalProject,
    }
}

/// An issue of the table: what it is, the proposal, the goal.
const ISSUES: &[[&str; 3]] = &[
    ["膝の痛みにより外出が減っている。", "週１回の運動で歩く力を保つ。", "１５分続けて歩ける"],
    ["浴槽の掃除が難しい。", "道具を替えて自分で続ける。", "週１回は自分で掃除する"],
    ["水分が足りない。", "飲む時刻を決める,表に書く。", "１日に\"８００ml\"飲む"],
];

/// 別表: issues, plans for each, services of each. Texts stand on the first row of their number
/// and nowhere again (R131).
pub(in super::super) fn table(rng: &mut Rng, plan: &PreventivePlan<'_>) -> Vec<Row> {
    let period = format!("{}～6か月", calendar::spoken(plan.date.year_month()));
    let mut rows = Vec::new();
    for (issue_no, [issue, proposal, goal]) in rng.some(ISSUES, 3).into_iter().enumerate() {
        for support_no in 1..=usize::from(rng.between(1, 2)) {
            for (service_no, used) in plan.uses.iter().enumerate() {
                let is_new_support = service_no == 0;
                let of_issue = |text: &'static str| if support_no == 1 && is_new_support { text } else { "" };
                let of_support = |text: &'static str| if is_new_support { text } else { "" };
                rows.push(
                    Row::new(Kind::UpyoboSub)
                        .set("insurer_no", &plan.person.insurer_no)
                        .set("insured_no", &plan.person.insured_no)
                        .set("plan_date", plan.date)
                        .set("issue_no", issue_no + 1)
                        .set("overall_issue", of_issue(issue))
                        .set("proposed_goal", of_issue(proposal))
                        .set("user_intention", of_issue("本人：やってみたい。"))
                        .set("goal", of_issue(goal))
                        .set("support_no", support_no)
                        .set("support_points", of_support("痛みが強い日は休む。"))
                        .set("self_care", of_support("毎朝の体操（本人）、買い物の付添い（長女）"))
                        .set("formal_service", of_support(service_name(used.office.service)))
                        .set("service_no", service_no + 1)
                        .set("service_kind", service_name(used.office.service))
                        .set("service_office", &used.office.name)
                        .set("service_period", &period),
                );
            }
        }
    }
    rows
}
