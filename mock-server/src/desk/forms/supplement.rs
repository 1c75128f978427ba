//! 利用者補足情報: not a form of its own on paper; its fields head 利用票 and 別表.

use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::parts::Entry::{self, F, J};
use super::row::Row;
use super::{hidden, label, parts, value};

const BOXES: &[&[Entry]] = &[
    &[F("name"), F("name_kana")],
    &[F("sex"), F("birth_date")],
    &[J(Text::new("住所", "Address"), &["postal_code", "address1", "address2"])],
    &[F("phone")],
    &[F("plan_date"), F("target_month")],
    &[F("certification_status"), F("certified_on")],
    &[F("care_level")],
    &[F("previous_care_level")],
    &[F("care_level_changed_on"), F("benefit_limit")],
    &[F("limit_starts_on"), F("limit_ends_on")],
    &[F("short_stay_days_before"), F("short_stay_days_total")],
    &[F("consent_office_no")],
];

/// The nine slots of 種類別支給限度管理: type, limit, total, excess.
const SLOTS: [[&str; 4]; 9] = [
    ["slot1_service_type", "slot1_limit_units", "slot1_total_units", "slot1_excess_units"],
    ["slot2_service_type", "slot2_limit_units", "slot2_total_units", "slot2_excess_units"],
    ["slot3_service_type", "slot3_limit_units", "slot3_total_units", "slot3_excess_units"],
    ["slot4_service_type", "slot4_limit_units", "slot4_total_units", "slot4_excess_units"],
    ["slot5_service_type", "slot5_limit_units", "slot5_total_units", "slot5_excess_units"],
    ["slot6_service_type", "slot6_limit_units", "slot6_total_units", "slot6_excess_units"],
    ["slot7_service_type", "slot7_limit_units", "slot7_total_units", "slot7_excess_units"],
    ["slot8_service_type", "slot8_limit_units", "slot8_total_units", "slot8_excess_units"],
    ["slot9_service_type", "slot9_limit_units", "slot9_total_units", "slot9_excess_units"],
];

const BY_TYPE: Text = Text::new("種類別支給限度管理", "Limits by service type");
const TYPE: Text = Text::new("サービス種類", "Service type");
const LIMIT: Text = Text::new("種類支給限度基準額（単位）", "Limit (units)");
const TOTAL: Text = Text::new("合計単位数", "Total units");
const EXCESS: Text = Text::new("基準額を超える単位数", "Units beyond it");

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    html! {
        (parts::head(sheet, view, &Markup::default(), &Markup::default()))
        @for row in &sheet.rows {
            (parts::boxes(row, BOXES, view.lang))
            (by_type(row, view.lang))
        }
        (parts::colophon(&sheet.rows, hidden::SMALL_PRINT, view.lang))
    }
}

/// 種類別支給限度管理; nothing where no limit of a type is set.
pub(super) fn by_type(row: &Row, lang: Lang) -> Markup {
    let set: Vec<_> = SLOTS.iter().filter(|slot| slot.iter().any(|ident| !row.get(ident).is_empty())).collect();
    let sum = row.get("total_excess_units");
    html! {
        @if !set.is_empty() || !sum.is_empty() {
            table.grid.slots {
                caption { (BY_TYPE.get(lang)) }
                thead { tr { @for text in [TYPE, LIMIT, TOTAL, EXCESS] { th scope="col" { (text.get(lang)) } } } }
                tbody {
                    @for [service, amounts @ ..] in &set {
                        tr {
                            th scope="row" { (value::of(row, service, lang)) }
                            @for ident in amounts { td.number { (value::of(row, ident, lang)) } }
                        }
                    }
                }
                tfoot { tr {
                    th scope="row" colspan="3" { (label::of(row, "total_excess_units", lang)) }
                    td.number { (value::of(row, "total_excess_units", lang)) }
                } }
            }
        }
    }
}
