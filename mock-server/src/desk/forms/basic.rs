//! 利用者基本情報, with its two tables and the family picture.

use careplan::layout::Kind;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::arrange::Sheet;
use super::form::View;
use super::row::Row;
use super::{label, parts, picture, value};

const CONSULTATION: &[&[&str]] = &[
    &["author_name", "plan_type", "outsourcing"],
    &["consulted_on", "consultation_method", "consultation_method_other"],
    &["previous_consulted_on", "consultation_count"],
    &["current_status", "current_status_note"],
];
const USER: &[&[&str]] = &[
    &["name_kana", "sex"],
    &["name", "birth_date"],
    &["address"],
    &["phone", "fax"],
    &["physical_independence"],
    &["cognitive_independence"],
    &["care_level"],
    &["certification_starts_on", "certification_ends_on"],
    &["previous_care_level"],
    &["checklist_result"],
    &["checklist_on"],
];
const LIVING: &[&[&str]] = &[
    &["disability_physical", "disability_intellectual"],
    &["disability_mental", "disability_intractable"],
    &["disability_note"],
    &["housing_type"],
    &["room_floor", "home_modification"],
    &["national_pension", "employee_pension"],
    &["disability_pension", "public_assistance"],
    &["finance_note"],
    &["visitor_name", "visitor_relation"],
    &["visitor_address", "visitor_phone"],
];
const LIFE: &[&[&str]] = &[&["life_history"], &["daily_life"], &["hobbies"], &["community_relations"]];
const SERVICES: &[&[&str]] = &[&["public_services"], &["private_services"], &["consent_on", "consent_name"]];

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
        table.box { tbody {
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
