//! `GET /desk/{room}/minutes`: the calculator.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::response::Html;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::asked::{Line, MOST_PARTNERS, asked, first};
use super::study::{MEASURED, SOURCE, SURVEY};
use super::sums::{Month, hours_a_year, minutes, written};
use crate::desk::page;
use crate::desk::visit::Visit;

const TITLE: Text = Text::new("減る時間の見積もり", "Minutes saved");
const INTRO: Text = Text::new(
    "数字は、事例集の実測から割り出したものです。自分の事業所の数に書きかえて「計算する」を押してください。何も保存しません。",
    "The figures come from the measurements of the case book. Put in your own and press “Reckon”. Nothing is kept.",
);
const WORK: Text = Text::new("仕事", "Work");
const PARTNERS: Text = Text::new("相手の数", "Partners");
const REACHED: Text = Text::new("うち連携する相手", "of them by the exchange");
const PAPER: Text = Text::new("紙で1か所あたり（分／月）", "minutes each on paper, a month");
const EXCHANGE: Text = Text::new("連携で1か所あたり（分／月）", "minutes each by the exchange, a month");
const RECKON: Text = Text::new("計算する", "Reckon");
const AGAIN: Text = Text::new("事例の数字に戻す", "Back to the figures of the case");
const RESULT: Text = Text::new("結果（1か月）", "Result (a month)");
const ALL_PAPER: Text = Text::new("全部紙なら（分）", "all on paper (min)");
const WITH: Text = Text::new("連携を使うと（分）", "with the exchange (min)");
const SAVED: Text = Text::new("減る（分）", "saved (min)");
const IF_ALL: Text = Text::new("全員と連携したら減る（分）", "saved were all reached (min)");
const TOTAL: Text = Text::new("合計", "Total");
const STUDY: Text = Text::new("もとの実測（1か月・分）", "The measurements (minutes a month)");
const OFFICE: Text = Text::new("事業所", "Office");
const BEFORE: Text = Text::new("使う前", "before");
const AFTER: Text = Text::new("使った後（連携＋残った紙）", "after: exchange + paper left");
const ROUNDED: Text = Text::new(
    "計算は「1か所あたりの分 × 相手の数」です。事例では残った紙の時間も相手ごとに違うため、実測の「使った後」とは一致しません。介護ソフトや相手によって大きく変わります。",
    "Reckoned as minutes each times partners. In the cases the paper that was left differed from partner to partner, so the results are not those measured. It varies much with software and partners.",
);

/// Draws it, with what was typed.
pub(in crate::desk) async fn page(
    visit: Visit,
    given: Result<Query<Vec<(String, String)>>, QueryRejection>,
) -> Html<String> {
    let lang = visit.lang();
    let lines = given.map_or_else(|_| first(), |Query(given)| asked(&given));
    let body = html! {
        h1 { (TITLE.get(lang)) }
        p { (INTRO.get(lang)) }
        form method="get" action=(visit.path("minutes")) {
            (fields(&lines, lang))
            div.buttons {
                button type="submit" { (RECKON.get(lang)) }
                a.button.quiet href=(visit.path("minutes")) { (AGAIN.get(lang)) }
            }
        }
        h2 { (RESULT.get(lang)) }
        (results(&lines, lang))
        h2 { (STUDY.get(lang)) }
        (measured(lang))
        p.soft { (SOURCE.get(lang)) }
        p.soft { (SURVEY.get(lang)) }
        p.soft { (ROUNDED.get(lang)) }
    };
    Html(page::visit(&visit, "minutes", TITLE.get(lang), &body).into_string())
}

fn fields(lines: &[Line], lang: Lang) -> Markup {
    html! { table.reckon {
        thead { tr { @for name in [WORK, PARTNERS, REACHED, PAPER, EXCHANGE] { th scope="col" { (name.get(lang)) } } } }
        tbody { @for line in lines {
            @let work = line.work;
            @let odd = (!line.odd.is_empty()).then(|| format!("{}-odd", line.key));
            tr {
                th scope="row" { (line.name.get(lang)) }
                (field(line, PARTNERS, "partners", &work.partners.to_string(), odd.as_deref(), lang))
                (field(line, REACHED, "reached", &work.reached.to_string(), odd.as_deref(), lang))
                (field(line, PAPER, "paper", &written(work.paper), odd.as_deref(), lang))
                (field(line, EXCHANGE, "exchange", &written(work.exchange), odd.as_deref(), lang))
            }
            @if let Some(odd) = odd { tr { td.trouble colspan="5" id=(odd) role="status" {
                @for message in &line.odd { (message.get(lang)) " " }
            } } }
        } }
    } }
}

fn field(line: &Line, name: Text, field: &str, value: &str, odd: Option<&str>, lang: Lang) -> Markup {
    let is_minutes = value.contains('.');
    let longest = MOST_PARTNERS.to_string().len() + if is_minutes { 2 } else { 0 };
    html! { td {
        input name={ (line.key) "-" (field) } value=(value) size=(longest) maxlength="12" autocomplete="off"
            inputmode=(if is_minutes { "decimal" } else { "numeric" })
            aria-label={ (line.name.get(lang)) ": " (name.get(lang)) } aria-describedby=[odd];
    } }
}

fn results(lines: &[Line], lang: Lang) -> Markup {
    let total: Month = lines.iter().map(|line| line.work.month()).sum();
    let year = hours_a_year(total.saved());
    let per_cent = total.per_cent();
    html! {
        table.sums {
            thead { tr { @for name in [WORK, ALL_PAPER, WITH, SAVED, IF_ALL] { th scope="col" { (name.get(lang)) } } } }
            tbody { @for line in lines { tr { th scope="row" { (line.name.get(lang)) } (sums(line.work.month())) } } }
            tfoot { tr { th scope="row" { (TOTAL.get(lang)) } (sums(total)) } }
        }
        p.total {
            @match lang {
                Lang::Ja => { "1年では " strong.number { (year) " 時間" } @if let Some(per_cent) = per_cent { "（" (per_cent) "％）" } "減ります。" },
                Lang::En => { "In a year that saves " strong.number { (year) " hours" } @if let Some(per_cent) = per_cent { " (" (per_cent) " %)" } "." },
            }
        }
    }
}

fn sums(month: Month) -> Markup {
    let whole = |tenths: u64| minutes(i64::try_from(tenths).unwrap_or(i64::MAX));
    html! { @for value in [whole(month.paper), whole(month.with), minutes(month.saved()), minutes(month.saved_by_all())] {
        td.number { (value) }
    } }
}

fn measured(lang: Lang) -> Markup {
    html! { table.sums {
        thead { tr { @for name in [OFFICE, WORK, PARTNERS, BEFORE, REACHED, AFTER] { th scope="col" { (name.get(lang)) } } } }
        tbody { @for row in MEASURED { tr {
            td { (row.office.get(lang)) }
            td { (row.work.get(lang)) }
            td.number { (row.partners) }
            td.number { (row.paper) }
            td.number { (row.reached) }
            td.number { (row.after()) "（" (row.exchange) "＋" (row.rest) "）" }
        } } }
    } }
}
