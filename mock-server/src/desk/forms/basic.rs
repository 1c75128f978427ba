//! 利用者基本情報, with its two tables and the family picture.

use careplan::layout::Kind;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::parts::Entry::{self, F, J};
use super::row::Row;
use super::{label, parts, picture, value};

const CONSULTATION: &[&[Entry]] = &[
    &[F("author_name"), F("outsourcing")],
    &[F("plan_type")],
    &[
        F("consulted_on"),
        J(Text::new("相談方法", "Consultation method"), &["consultation_method", "consultation_method_other"]),
    ],
    &[F("previous_consulted_on"), F("consultation_count")],
    &[J(Text::new("本人の現況", "Where the user is"), &["current_status", "current_status_note"])],
];
const USER: &[&[Entry]] = &[
    &[F("name_kana"), F("sex")],
    &[F("name"), F("birth_date")],
    &[F("address")],
    &[F("phone"), F("fax")],
    &[F("physical_independence")],
    &[F("cognitive_independence")],
    &[F("care_level")],
    &[J(
        Text::new("認定の有効期間（開始・終了）", "Certified from, to"),
        &["certification_starts_on", "certification_ends_on"],
    )],
    &[F("previous_care_level")],
    &[F("checklist_result")],
    &[F("checklist_on")],
];
const LIVING: &[&[Entry]] = &[
    &[F("disability_physical"), F("disability_intellectual")],
    &[F("disability_mental"), F("disability_intractable")],
    &[F("disability_note")],
    &[F("housing_type")],
    &[F("room_floor"), F("home_modification")],
    &[F("national_pension"), F("employee_pension")],
    &[F("disability_pension"), F("public_assistance")],
    &[F("finance_note")],
    &[F("visitor_name"), F("visitor_relation")],
    &[F("visitor_address"), F("visitor_phone")],
];
const LIFE: &[&[Entry]] = &[&[F("life_history")], &[F("daily_life")], &[F("hobbies")], &[F("community_relations")]];
const SERVICES: &[&[Entry]] =
    &[&[F("public_services")], &[F("private_services")], &[F("consent_on"), F("consent_name")]];

/// 緊急連絡先: name, relation, address, telephone.
const CONTACTS: [[&str; 4]; 4] = [
    ["contact1_name", "contact1_relation", "contact1_address", "contact1_phone"],
    ["contact2_name", "contact2_relation", "contact2_address", "contact2_phone"],
    ["contact3_name", "contact3_relation", "contact3_address", "contact3_phone"],
    ["contact4_name", "contact4_relation", "contact4_address", "contact4_phone"],
];
const CONTACTS_TITLE: Text = Text::new("緊急連絡先", "Emergency contacts");
const CONTACT_HEADS: [Text; 4] = [
    Text::new("氏名", "Name"),
    Text::new("続柄", "Relation"),
    Text::new("住所・連絡先", "Address"),
    Text::new("電話番号", "Telephone"),
];

const DAY: (Text, &[&str]) =
    (Text::new("1日の生活・すごし方（別表1）", "The day (table 1)"), &["time", "user_activity", "family_activity"]);
const ILLNESSES: (Text, &[&str]) = (
    Text::new("現病歴・既往歴と経過（別表2）", "Illnesses (table 2)"),
    &["onset", "illness", "doctor", "doctor_role", "doctor_phone", "progress", "treatment"],
);
const FAMILY: Text = Text::new("家族構成", "Family");

pub(super) fn draw(sheet: &Sheet<'_>, view: &View<'_>) -> Markup {
    let lang = view.lang;
    html! {
        (parts::head(sheet, view, &Markup::default(), &parts::several(&sheet.rows, "consulted_on", view.lang)))
        @for row in sheet.of(Kind::Upkihon) {
            (parts::boxes(row, CONSULTATION, lang))
            (parts::boxes(row, USER, lang))
            (parts::boxes(row, LIVING, lang))
            (contacts(row, lang))
            (family(row, view))
            (parts::boxes(row, LIFE, lang))
        }
        (table(&DAY, sheet.of(Kind::UpkihonSub1), lang))
        (table(&ILLNESSES, sheet.of(Kind::UpkihonSub2), lang))
        @for row in sheet.of(Kind::Upkihon) { (parts::boxes(row, SERVICES, lang)) }
    }
}

fn contacts(row: &Row, lang: Lang) -> Markup {
    html! {
        table.grid {
            caption { (CONTACTS_TITLE.get(lang)) }
            thead { tr { @for head in &CONTACT_HEADS { th scope="col" { (head.get(lang)) } } } }
            tbody {
                @for contact in CONTACTS.iter().filter(|slot| slot.iter().any(|ident| !row.get(ident).is_empty())) {
                    tr { @for ident in contact { td { (value::of(row, ident, lang)) } } }
                }
            }
        }
    }
}

fn family(row: &Row, view: &View<'_>) -> Markup {
    let lang = view.lang;
    html! {
        table.box { colgroup { col.label; col; } tbody {
            tr {
                th scope="row" { (FAMILY.get(lang)) }
                td { (picture::named(row.get("family_image"), view.pile, lang, view.picture_bytes)) }
            }
            tr {
                th scope="row" { (label::of(row, "family_relations", lang)) }
                td { (value::of(row, "family_relations", lang)) }
            }
        } }
    }
}

fn table<'a>((title, idents): &(Text, &[&str]), rows: impl Iterator<Item = &'a Row> + Clone, lang: Lang) -> Markup {
    let first = rows.clone().next();
    html! {
        @if let Some(first) = first {
            table.grid {
                caption { (title.get(lang)) }
                thead { tr { @for ident in *idents { th scope="col" { (label::of(first, ident, lang)) } } } }
                tbody {
                    @for row in rows { tr { @for ident in *idents { td { (value::of(row, ident, lang)) } } } }
                }
            }
        }
    }
}
