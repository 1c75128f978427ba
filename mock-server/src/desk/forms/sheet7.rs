//! 第7表 サービス利用票別表: the table of money, with subtotals, total and limits.

use careplan::text::{Lang, Message, Text};
use careplan::value::{ServiceCodeOrTotal, Subtotal};
use maud::{Markup, html};

use super::arrange::{Sheet, service_type};
use super::form::View;
use super::row::{self, Row};
use super::{hidden, label, parts, supplement, value};

const MONTH_OF: Text = Text::new("分", "");
const OFFICE: Text = Text::new("事業所名・事業所番号", "Office");
const SERVICE: Text = Text::new("サービス内容／種類", "Service");
const CODE: Text = Text::new("サービスコード", "Code");
const TOTAL: Text = Text::new("合計", "Total");
const OVER_30: Text = Text::new("30日超", "over 30 days");
const DAYS: Text = Text::new("要介護認定期間中の短期入所利用日数", "Days of short stay");
const LIMITS: Text = Text::new("区分支給限度額の管理", "The monthly limit");

/// The columns of numbers, as the form heads them.
const COLUMNS: [(&str, Text); 17] = [
    ("units", Text::new("単位数", "Units")),
    ("discount_rate", Text::new("割引後率%", "Rate after discount %")),
    ("discounted_units", Text::new("割引後単位数", "Units after discount")),
    ("count_or_days", Text::new("回数", "Times")),
    ("service_units_or_amount", Text::new("サービス単位／金額", "Units or amount")),
    ("managed_units", Text::new("給付管理単位数", "Units for the limit")),
    ("type_limit_excess_units", Text::new("種類支給限度基準を超える単位数", "Units beyond the limit of the type")),
    ("type_limit_within_units", Text::new("種類支給限度基準内単位数", "Units within the limit of the type")),
    ("benefit_limit_excess_units", Text::new("区分支給限度基準を超える単位数", "Units beyond the monthly limit")),
    ("benefit_limit_within_units", Text::new("区分支給限度基準内単位数", "Units within the monthly limit")),
    ("unit_price", Text::new("単位数単価", "Yen per unit")),
    ("total_cost", Text::new("費用総額（保険／事業対象分）", "Cost covered")),
    ("benefit_rate", Text::new("給付率%", "Benefit rate %")),
    ("benefit_claim", Text::new("保険／事業費請求額", "Claimed")),
    ("fixed_copay_unit_price", Text::new("定額利用者負担単価金額", "Fixed copay each")),
    ("copay", Text::new("利用者負担（保険／事業対象分）", "User pays (covered)")),
    ("full_copay", Text::new("利用者負担（全額負担分）", "User pays (in full)")),
];

const SHORT_STAY: [&str; 3] = ["days_before", "planned_days", "cumulative_days"];

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    let lang = view.lang;
    let under = html! {
        @if let Some(row) = sheet.rows.first() { (value::of(row, "target_month", lang)) (MONTH_OF.get(lang)) }
    };
    html! {
        (parts::head(sheet, view, &under, &parts::several(&sheet.rows, "created_on", lang)))
        (limit(sheet, lang))
        (parts::wide(sheet.form.title.get(lang), &table(&sheet.rows, lang)))
        @if let Some(row) = sheet.supplement { (supplement::by_type(row, lang)) }
        (short_stay(&sheet.rows, lang))
        (parts::colophon(&sheet.rows, &["entered_by"], lang))
        (parts::colophon(&sheet.rows, hidden::SMALL_PRINT, lang))
    }
}

/// The limit in a sentence: what the table says in many columns.
fn limit(sheet: &Sheet<'_>, lang: Lang) -> Markup {
    let total = sheet.rows.iter().find(|row| code(row) == Some(ServiceCodeOrTotal::GrandTotal));
    let limit = sheet.supplement.filter(|row| !row.get("benefit_limit").is_empty());
    let beyond = total.map_or(0, |row| row.number("benefit_limit_excess_units"));
    let grouped = |number: i64| value::grouped(&number.to_string()).unwrap_or_default();
    let paid = grouped(total.map_or(0, |row| row.number("full_copay")));
    let over = Message::new(
        format!("限度額を {} 単位超えています。全額負担分は合計 {paid} 円です。", grouped(beyond)),
        format!("{} units are beyond the limit; the user pays {paid} yen in full.", grouped(beyond)),
    );
    if limit.is_none() && total.is_none() {
        return Markup::default();
    }
    html! {
        div.limit {
            h4 { (LIMITS.get(lang)) }
            dl.who {
                @if let Some(row) = limit { (parts::several(&[row], "benefit_limit", lang)) }
                @if let Some(row) = total {
                    (parts::several(&[row], "benefit_limit_within_units", lang))
                    (parts::several(&[row], "benefit_limit_excess_units", lang))
                }
            }
            @if beyond > 0 { p.over { (over.get(lang)) } }
        }
    }
}

fn code(row: &Row) -> Option<ServiceCodeOrTotal> {
    ServiceCodeOrTotal::parse(row.get("service_code").as_bytes())
}

fn table(rows: &[&Row], lang: Lang) -> Markup {
    html! {
        table.grid.money {
            thead { tr {
                @for text in [OFFICE, SERVICE, CODE] { th scope="col" { (text.get(lang)) } }
                @for (_, text) in &COLUMNS { th scope="col" { (text.get(lang)) } }
            } }
            tbody { @for row in rows { (line(row, lang)) } }
        }
    }
}

fn line(row: &Row, lang: Lang) -> Markup {
    let class = match code(row) {
        Some(ServiceCodeOrTotal::GrandTotal) => Some("total"),
        Some(ServiceCodeOrTotal::Subtotal(..)) => Some("subtotal"),
        Some(ServiceCodeOrTotal::Detail(_)) | None => None,
    };
    html! {
        tr class=[class] {
            th scope="row" {
                @if class == Some("total") { (TOTAL.get(lang)) " " }
                (value::of(row, "office_name", lang)) " " span.code { (value::of(row, "office_no", lang)) }
                @if !row.get("satellite_branch").is_empty() {
                    span.details { span {
                        (label::of(row, "satellite_branch", lang)) " " (value::of(row, "satellite_branch", lang))
                    } }
                }
            }
            td { (service(row, lang)) }
            td { span.code { (value::of(row, "service_code", lang)) } }
            @for (ident, _) in &COLUMNS { td.number { (value::of(row, ident, lang)) } }
        }
    }
}

/// What a row is about: a service, a sum, an item that is lent.
fn service(row: &Row, lang: Lang) -> Markup {
    let sum = match code(row) {
        Some(ServiceCodeOrTotal::Subtotal(_, Subtotal::Limited)) => {
            Some(Text::new("小計（限度額の対象）", "subtotal, within the limit"))
        }
        Some(ServiceCodeOrTotal::Subtotal(_, Subtotal::Unlimited)) => {
            Some(Text::new("小計（限度額の対象外）", "subtotal, outside the limit"))
        }
        Some(ServiceCodeOrTotal::Subtotal(_, Subtotal::Over30Days)) => {
            Some(Text::new("小計（30日超過分）", "subtotal, days beyond thirty"))
        }
        Some(ServiceCodeOrTotal::GrandTotal | ServiceCodeOrTotal::Detail(_)) | None => None,
    };
    let over = row.get("over_30_days");
    html! {
        @if let Some(name) = value::service_type_name(service_type(row)) { (name) " " }
        @if let Some(sum) = sum { (sum.get(lang)) }
        span.details {
            @for ident in ["equipment_name", "tais_code", "equipment_code"] {
                @if !row.get(ident).is_empty() { span { (value::of(row, ident, lang)) } }
            }
            @if over == "1" { span { (OVER_30.get(lang)) } }
            @else if !over.is_empty() && over != "0" {
                span { (label::of(row, "over_30_days", lang)) " " (value::of(row, "over_30_days", lang)) }
            }
        }
    }
}

fn short_stay(rows: &[&Row], lang: Lang) -> Markup {
    let found = SHORT_STAY.map(|ident| (ident, row::distinct(rows.iter().copied(), ident)));
    html! {
        @if found.iter().any(|(_, rows)| !rows.is_empty()) {
            div.limit {
                h4 { (DAYS.get(lang)) }
                dl.who { @for (ident, rows) in &found { (parts::several(rows, ident, lang)) } }
            }
        }
    }
}
