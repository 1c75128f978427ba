//! What the sender withdraws, in a sentence each: there is no form for it on paper.

use careplan::layout::Kind;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::row::Row;
use super::{parts, value};

const EXPLAINED: Text = Text::new(
    "送信元の事業所が、前に送った次の情報を取り消しています。取り込むと、受信側の記録からも消えます。",
    "The sender withdraws what was sent before. Taking it in removes it from the receiver's records too.",
);
const OF_OFFICE: Text = Text::new("事業所", "office");

/// What a kind of deletion names, and the fields that say which.
const WITHDRAWN: &[(Kind, Text, &[&str])] = &[
    (
        Kind::Dlt1kyo,
        Text::new(
            "の居宅サービス計画書 第1表（第2表・第3表も一緒に消えます）",
            ": care plan, sheet 1 (sheets 2 and 3 go with it)",
        ),
        &["plan_date"],
    ),
    (
        Kind::Dltplan,
        Text::new("分の第6表 予定（第7表 別表も一緒に消えます）", ": planned use, sheet 6 (sheet 7 goes with it)"),
        &["target_month"],
    ),
    (Kind::Dltjsk, Text::new("分の第6表 実績", ": actual use, sheet 6"), &["target_month"]),
    (
        Kind::Dltkihon,
        Text::new(
            "の利用者基本情報（別表と家族構成画像も一緒に消えます）",
            ": user basic information (its tables and picture go with it)",
        ),
        &["consulted_on"],
    ),
    (
        Kind::Dltyobo,
        Text::new(
            "の介護予防サービス・支援計画書（別表も一緒に消えます）",
            ": preventive care plan (its table goes with it)",
        ),
        &["plan_date"],
    ),
];

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    let lang = view.lang;
    html! {
        (parts::head(sheet, view, &Markup::default(), &Markup::default()))
        p { (EXPLAINED.get(lang)) }
        ul.withdrawn { @for row in &sheet.rows { li { (sentence(row, lang)) } } }
    }
}

fn sentence(row: &Row, lang: Lang) -> Markup {
    let known = WITHDRAWN.iter().find(|(kind, ..)| *kind == row.kind());
    html! {
        @if let Some((_, what, which)) = known {
            @for ident in *which { (value::of(row, ident, lang)) }
            (what.get(lang))
        }
        @if row.kind() == Kind::Dltjsk {
            " — " (OF_OFFICE.get(lang)) " " (value::of(row, "office_no", lang)) " "
            (value::of(row, "service_type", lang))
        }
    }
}
