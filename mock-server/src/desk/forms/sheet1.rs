//! 第1表 居宅サービス計画書（1）.

use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::{hidden, parts};

/// The boxes of the form, line by line.
const BOXES: &[&[&str]] = &[
    &["plan_class", "certification_status"],
    &["postal_code", "address1"],
    &["address2"],
    &["planner_name", "office_no"],
    &["office_name"],
    &["office_postal_code", "office_address1"],
    &["office_address2"],
    &["plan_date", "first_plan_date"],
    &["certified_on"],
    &["certification_starts_on", "certification_ends_on"],
    &["care_level"],
    &["assessment_result"],
    &["review_board_opinion"],
    &["support_policy"],
    &["living_support_reason"],
    &["other_reason"],
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
