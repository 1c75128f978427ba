//! The forms, each declared once: what it is made of, what it is called, who draws it.

use careplan::layout::Kind;
use careplan::text::{Lang, Text};
use maud::Markup;

use super::arrange::{Person, Sheet};
use super::read::Pile;
use super::{basic, deletion, preventive, sheet1, sheet2, sheet3, sheet6, sheet7, supplement};

/// One paper form.
pub(super) struct Form {
    /// The kinds whose rows it is made of.
    pub(super) kinds: &'static [Kind],
    /// The fields that tell one such form of a person from another.
    pub(super) key: &'static [&'static str],
    /// What stands at its top left.
    pub(super) number: Text,
    /// Its title.
    pub(super) title: Text,
    /// Its class in the style sheet; `across` lies across the paper.
    pub(super) class: &'static str,
    /// Draws everything below the head of the section.
    pub(super) draw: fn(&Sheet<'_>, &View<'_>) -> Markup,
}

/// What a form needs to know beside its rows.
pub(super) struct View<'a> {
    pub(super) lang: Lang,
    pub(super) pile: &'a Pile,
    pub(super) person: &'a Person<'a>,
    /// The anchor of the form, which its heading bears.
    pub(super) anchor: String,
    /// The bytes of pictures that may still stand on the page.
    pub(super) picture_bytes: &'a std::cell::Cell<usize>,
}

/// In the order in which they lie in a person's file.
pub(super) static FORMS: &[Form] = &[
    Form {
        kinds: &[Kind::Upkihon, Kind::UpkihonSub1, Kind::UpkihonSub2],
        key: &["consulted_on"],
        number: Text::new("基本情報", "Basic"),
        title: Text::new("利用者基本情報", "User basic information"),
        class: "upright",
        draw: basic::draw,
    },
    Form {
        kinds: &[Kind::Up1kyo],
        key: &["plan_date"],
        number: Text::new("第1表", "Sheet 1"),
        title: Text::new("居宅サービス計画書（1）", "Care plan (1)"),
        class: "upright",
        draw: sheet1::draw,
    },
    Form {
        kinds: &[Kind::Up2kyo],
        key: &["plan_date"],
        number: Text::new("第2表", "Sheet 2"),
        title: Text::new("居宅サービス計画書（2）", "Care plan (2)"),
        class: "across",
        draw: sheet2::draw,
    },
    Form {
        kinds: &[Kind::Up3kyo],
        key: &["plan_date"],
        number: Text::new("第3表", "Sheet 3"),
        title: Text::new("週間サービス計画表", "Weekly plan"),
        class: "across",
        draw: sheet3::draw,
    },
    Form {
        kinds: &[Kind::Upyobo, Kind::UpyoboSub],
        key: &["plan_date"],
        number: Text::new("介護予防", "Prevention"),
        title: Text::new("介護予防サービス・支援計画書", "Preventive care plan"),
        class: "across",
        draw: preventive::draw,
    },
    Form {
        kinds: &[Kind::Upplan, Kind::Upjsk],
        key: &["target_month"],
        number: Text::new("第6表", "Sheet 6"),
        title: Text::new("サービス利用票", "Use table"),
        class: "across",
        draw: sheet6::draw,
    },
    Form {
        kinds: &[Kind::Upsikyu],
        key: &["target_month"],
        number: Text::new("第7表", "Sheet 7"),
        title: Text::new("サービス利用票別表", "Use table, money"),
        class: "across",
        draw: sheet7::draw,
    },
    Form {
        kinds: &[Kind::Uphosoku],
        key: &["plan_date", "target_month"],
        number: Text::new("補足", "Supplement"),
        title: Text::new("利用者補足情報", "User supplement"),
        class: "upright",
        draw: supplement::draw,
    },
    Form {
        kinds: &[Kind::Dlt1kyo, Kind::Dltplan, Kind::Dltjsk, Kind::Dltkihon, Kind::Dltyobo],
        key: &[],
        number: Text::new("取消し", "Deletion"),
        title: Text::new("送った情報の取消し", "What is withdrawn"),
        class: "upright",
        draw: deletion::draw,
    },
];

/// The form that shows a kind, with its place in [`FORMS`]; none for the family picture, which
/// stands inside the basic information.
pub(super) fn of(kind: Kind) -> Option<(usize, &'static Form)> {
    FORMS.iter().enumerate().find(|(_, form)| form.kinds.contains(&kind))
}
