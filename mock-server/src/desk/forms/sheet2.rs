//! 第2表 居宅サービス計画書（2）: needs, goals and support, cells merged as on paper.

use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::row::Row;
use super::spans::{self, Level};
use super::{hidden, parts, value};

const LEVELS: &[Level] = &[
    Level { number: Some("issue_no"), texts: &["issue"] },
    Level { number: None, texts: &["long_term_goal", "long_term_period"] },
    Level { number: Some("goal_no"), texts: &["short_term_goal", "short_term_period"] },
];

const NEEDS: Text = Text::new("生活全般の解決すべき課題（ニーズ）", "Needs");
const GOALS: Text = Text::new("目標", "Goals");
const SUPPORT: Text = Text::new("援助内容", "Support");
const PERIOD: Text = Text::new("（期間）", "(period)");
const LONG: Text = Text::new("長期目標", "Long-term goal");
const SHORT: Text = Text::new("短期目標", "Short-term goal");
const CONTENT: Text = Text::new("サービス内容", "Service");
const COVERED: Text = Text::new("※1", "*1");
const KIND: Text = Text::new("サービス種別", "Kind of service");
const OFFICE: Text = Text::new("※2", "*2");
const FREQUENCY: Text = Text::new("頻度", "How often");
const DURATION: Text = Text::new("期間", "Period");
const MARKS: Text = Text::new(
    "※1「保険給付の対象となるかどうかの区分」　※2「当該サービス提供を行う事業所」",
    "*1 whether the insurance covers it; *2 the office that gives the service",
);

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    let lang = view.lang;
    let mut rows = sheet.rows.clone();
    spans::sort(&mut rows, &["issue_no", "goal_no", "support_no"]);
    let under = html! { (parts::joined(&super::row::distinct(rows.iter().copied(), "plan_date"), "plan_date", lang)) };
    html! {
        (parts::head(sheet, view, &under, &parts::several(&sheet.rows, "created_on", view.lang)))
        (parts::wide(sheet.form.title.get(lang), &table(&rows, lang)))
        p.legend { (MARKS.get(lang)) }
        (parts::colophon(&rows, hidden::SMALL_PRINT, lang))
    }
}

fn table(rows: &[&Row], lang: Lang) -> Markup {
    let spans = spans::spans(rows, LEVELS);
    html! {
        table.grid.plan {
            colgroup {
                col.need;
                @for class in ["goal", "span", "goal", "span", "service", "mark", "kind", "office", "short", "short"] {
                    col class=(class);
                }
            }
            thead {
                tr {
                    th scope="col" rowspan="2" { (NEEDS.get(lang)) }
                    th scope="colgroup" colspan="4" { (GOALS.get(lang)) }
                    th scope="colgroup" colspan="6" { (SUPPORT.get(lang)) }
                }
                tr {
                    @for text in [LONG, PERIOD, SHORT, PERIOD, CONTENT, COVERED, KIND, OFFICE, FREQUENCY, DURATION] {
                        th scope="col" { (text.get(lang)) }
                    }
                }
            }
            tbody {
                @for (row, spans) in rows.iter().zip(&spans) { (line(row, spans, lang)) }
            }
        }
    }
}

fn line(row: &Row, spans: &[Option<usize>], lang: Lang) -> Markup {
    let text = |ident| value::of(row, ident, lang);
    let [need, long, short] = [0, 1, 2].map(|level| spans.get(level).copied().flatten());
    html! {
        tr {
            @if let Some(rows) = need { td rowspan=(rows) { (numbered(row, "issue_no")) (text("issue")) } }
            @if let Some(rows) = long {
                td rowspan=(rows) { (text("long_term_goal")) }
                td rowspan=(rows) { (text("long_term_period")) }
            }
            @if let Some(rows) = short {
                td rowspan=(rows) { (numbered(row, "goal_no")) (text("short_term_goal")) }
                td rowspan=(rows) { (text("short_term_period")) }
            }
            td { (numbered(row, "support_no")) (text("service_content")) }
            td.centre { (text("insurance_coverage")) }
            td { (text("service_kind")) }
            td { (text("office_name")) " " span.code { (text("office_no")) } }
            td { (text("frequency")) }
            td { (text("period")) }
        }
    }
}

/// The running number in front of a text.
pub(super) fn numbered(row: &Row, ident: &str) -> Markup {
    let number = row.get(ident);
    html! { @if !number.is_empty() { span.running { (value::clean(number)) } " " } }
}
