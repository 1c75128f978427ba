//! 介護予防サービス・支援計画書, with its table (別表).

use careplan::layout::Kind;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::parts::Entry::{self, F, J};
use super::row::Row;
use super::sheet2::numbered;
use super::spans::{self, Level};
use super::{label, parts, value};

const HEAD: &[&[Entry]] = &[
    &[F("reference_no"), F("plan_type"), F("outsourcing")],
    &[F("plan_class"), F("certification_status"), F("support_level")],
    &[
        F("certified_on"),
        J(
            Text::new("認定の有効期間（開始・終了）", "Certified from, to"),
            &["certification_starts_on", "certification_ends_on"],
        ),
    ],
    &[F("center_planner_name"), F("care_manager_name"), F("first_plan_date")],
    &[F("planner_office_name"), F("planner_office_address"), F("planner_office_phone")],
    &[F("support_center")],
];
const GOALS: &[&[Entry]] = &[&[F("goal_day")], &[F("goal_year")]];
const POLICY: &[&[Entry]] = &[
    &[F("health_notes")],
    &[F("support_policy")],
    &[F("overall_policy")],
    &[F("center_opinion")],
    &[F("consent_on"), F("consent_name")],
];

/// アセスメント領域: its name, then status, intention, whether there is an issue, the issue.
const AREAS: [(Text, [&str; 4]); 4] = [
    (
        Text::new("運動・移動について", "Mobility"),
        ["mobility_status", "mobility_intention", "mobility_has_issue", "mobility_issue"],
    ),
    (
        Text::new("日常生活（家庭生活）について", "Home life"),
        ["home_life_status", "home_life_intention", "home_life_has_issue", "home_life_issue"],
    ),
    (
        Text::new("社会参加、対人関係・コミュニケーションについて", "Social life"),
        ["social_status", "social_intention", "social_has_issue", "social_issue"],
    ),
    (
        Text::new("健康管理について", "Health"),
        ["health_status", "health_intention", "health_has_issue", "health_issue"],
    ),
];
const AREA: Text = Text::new("アセスメント領域", "Area");

/// 基本チェックリスト: the programme, 該当数, 要否.
const CHECKLIST: [(Text, &str, &str); 6] = [
    (Text::new("運動不足", "Exercise"), "checklist_exercise", "program_exercise"),
    (Text::new("栄養改善", "Nutrition"), "checklist_nutrition", "program_nutrition"),
    (Text::new("口腔内ケア", "Oral care"), "checklist_oral", "program_oral"),
    (Text::new("閉じこもり予防", "Going out"), "checklist_housebound", "program_housebound"),
    (Text::new("物忘れ予防", "Memory"), "checklist_memory", "program_memory"),
    (Text::new("うつ予防", "Depression"), "checklist_depression", "program_depression"),
];
const CHECKLIST_TITLE: Text =
    Text::new("基本チェックリストの（該当した質問項目数）と事業プログラム", "Basic checklist and programmes");
const HITS: Text = Text::new("該当数", "Hits");
const PROGRAM: Text = Text::new("事業プログラムの要否", "Programme");

const LEVELS: &[Level] = &[
    Level { number: Some("issue_no"), texts: &["overall_issue", "proposed_goal", "user_intention", "goal"] },
    Level { number: Some("support_no"), texts: &["support_points", "self_care", "formal_service"] },
];
/// The columns of the table: the identifiers of each level, then those of the services.
const SERVICES: &[&str] = &["service_kind", "service_office", "service_period"];
const SUPPORT_PLAN: Text = Text::new("支援計画", "Support plan");

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    let lang = view.lang;
    let mut items: Vec<&Row> = sheet.of(Kind::UpyoboSub).collect();
    spans::sort(&mut items, &["issue_no", "support_no", "service_no"]);
    html! {
        (parts::head(sheet, view, &Markup::default(), &parts::several(&sheet.rows, "plan_date", view.lang)))
        @for row in sheet.of(Kind::Upyobo) {
            (parts::boxes(row, HEAD, lang))
            (parts::boxes(row, GOALS, lang))
            (areas(row, lang))
        }
        @if !items.is_empty() { (parts::wide(SUPPORT_PLAN.get(lang), &table(&items, lang))) }
        @for row in sheet.of(Kind::Upyobo) {
            (parts::boxes(row, POLICY, lang))
            (checklist(row, lang))
        }
        (parts::colophon(&sheet.of(Kind::Upyobo).collect::<Vec<_>>(), &["name"], lang))
    }
}

fn areas(row: &Row, lang: Lang) -> Markup {
    let [(_, first), ..] = AREAS;
    html! {
        table.grid {
            thead { tr {
                th scope="col" { (AREA.get(lang)) }
                @for ident in first { th scope="col" { (label::of(row, ident, lang)) } }
            } }
            tbody { @for (area, idents) in &AREAS {
                tr {
                    th scope="row" { (area.get(lang)) }
                    @for ident in idents { td { (parts::filled(row, ident, lang)) } }
                }
            } }
        }
    }
}

fn table(rows: &[&Row], lang: Lang) -> Markup {
    let spans = spans::spans(rows, LEVELS);
    html! {
        table.grid.plan {
            thead { @if let Some(row) = rows.first() {
                tr {
                    @for ident in LEVELS.iter().flat_map(|level| level.texts).chain(SERVICES) {
                        th scope="col" { (label::of(row, ident, lang)) }
                    }
                }
            } }
            tbody {
                @for (row, spans) in rows.iter().zip(&spans) {
                    tr {
                        @for (level, span) in LEVELS.iter().zip(spans) {
                            @if let Some(rows) = span { (cells(row, level, *rows, lang)) }
                        }
                        @for (at, ident) in SERVICES.iter().enumerate() {
                            td { @if at == 0 { (numbered(row, "service_no")) } (value::of(row, ident, lang)) }
                        }
                    }
                }
            }
        }
    }
}

fn cells(row: &Row, level: &Level, rows: usize, lang: Lang) -> Markup {
    html! {
        @for (at, ident) in level.texts.iter().enumerate() {
            td rowspan=(rows) {
                @if at == 0 && let Some(number) = level.number { (numbered(row, number)) }
                (value::of(row, ident, lang))
            }
        }
    }
}

fn checklist(row: &Row, lang: Lang) -> Markup {
    html! {
        table.grid {
            caption { (CHECKLIST_TITLE.get(lang)) }
            thead { tr { td {} @for (name, ..) in &CHECKLIST { th scope="col" { (name.get(lang)) } } } }
            tbody {
                tr {
                    th scope="row" { (HITS.get(lang)) }
                    @for (_, hits, _) in &CHECKLIST { td.number { (value::of(row, hits, lang)) } }
                }
                tr {
                    th scope="row" { (PROGRAM.get(lang)) }
                    @for (.., need) in &CHECKLIST { td { (parts::filled(row, need, lang)) } }
                }
            }
        }
    }
}
