//! 第1表 居宅サービス計画書（1）.

use careplan::text::Text;
use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::parts::Entry::{self, F, J};
use super::{hidden, parts};

/// The boxes of the form, line by line.
const BOXES: &[&[Entry]] = &[
    &[F("plan_class"), F("certification_status")],
    &[J(Text::new("住所", "Address"), &["postal_code", "address1", "address2"])],
    &[F("planner_name")],
    &[J(
        Text::new("居宅介護支援事業者・事業所名及び所在地", "Care management office"),
        &["office_name", "office_no", "office_postal_code", "office_address1", "office_address2"],
    )],
    &[F("plan_date"), F("first_plan_date")],
    &[
        F("certified_on"),
        J(
            Text::new("認定の有効期間（開始・終了）", "Certified from, to"),
            &["certification_starts_on", "certification_ends_on"],
        ),
    ],
    &[F("care_level")],
    &[F("assessment_result")],
    &[F("review_board_opinion")],
    &[F("support_policy")],
    &[J(
        Text::new("生活援助中心型の算定理由", "Why living support is charged"),
        &["living_support_reason", "other_reason"],
    )],
];

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    html! {
        (parts::head(sheet, view, &Markup::default(), &parts::several(&sheet.rows, "created_on", view.lang)))
        @if let Some(row) = sheet.supplement {
            dl.who {
                (parts::several(&[row], "birth_date", view.lang))
                (parts::several(&[row], "sex", view.lang))
            }
        }
        @for row in &sheet.rows { (parts::boxes(row, BOXES, view.lang)) }
        (parts::colophon(&sheet.rows, hidden::SMALL_PRINT, view.lang))
    }
}
