//! Cases of sets (送信単位).

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind;
use careplan::layout::Kind::{
    Dltplan, Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upkihon, UpkihonImage, UpkihonSub1, UpkihonSub2, Upplan, Upsikyu,
    Upyobo, UpyoboSub,
};

use super::case::{Case, File, case, set, sheets};
use crate::golden::{Sheet, name};

/// The files of a use table, one record for each of so many people.
fn people(planned: u64, charged: u64) -> Vec<File> {
    let of = |kind: Kind, people: u64| {
        let sheet = Sheet::new(kind, people as usize);
        (1..=people).fold(sheet, |sheet, person| sheet.with(person as usize, 3, &format!("{person:010}")))
    };
    sheets([of(Upplan, planned), of(Upsikyu, charged), of(Uphosoku, planned)])
}

/// A use table of one person of this level with a limit of 16765 and rows of codes, units beyond
/// and units within.
fn month(level: &str, rows: &[(&str, &str, &str)]) -> Vec<File> {
    let supplement = of_may(Uphosoku).with(1, 16, "2").with(1, 18, level).with(1, 19, "16765").with(1, 59, "");
    let mut table = Sheet::new(Upsikyu, rows.len());
    for (row, (code, over, inside)) in (1..).zip(rows) {
        table = table.with(row, 9, code).with(row, 18, "").with(row, 19, "").with(row, 21, over).with(row, 22, inside);
    }
    sheets([of_may(Upplan), supplement, table])
}

/// A golden file of another month than the set.
fn of_june(kind: Kind) -> Sheet {
    let no = if kind == Uphosoku { 63 } else { 5 };
    Sheet::new(kind, 1).with(1, no, "202506").named(name(kind).replace("202505", "202506"))
}

fn of_may(kind: Kind) -> Sheet {
    Sheet::new(kind, 1)
}

/// The files of a care plan; the supplement belongs to a plan or, wrongly, to a month.
fn plan(of_plan: bool, second_sheet_date: &str) -> Vec<File> {
    let supplement = Sheet::new(Uphosoku, 1);
    let supplement = if of_plan {
        supplement.with(1, 4, "20250501").with(1, 63, "000000").named(name(Uphosoku).replace("202505", "000000"))
    } else {
        supplement
    };
    sheets([of_may(Up1kyo), of_may(Up2kyo).with(1, 5, second_sheet_date), of_may(Up3kyo), supplement])
}

fn basic(picture_named: bool, picture_there: bool) -> Vec<File> {
    let sheet = Sheet::new(Upkihon, 1);
    let sheet = if picture_named { sheet } else { sheet.with(1, 62, "") };
    let picture = if picture_there { set(&[UpkihonImage]) } else { Vec::new() };
    sheets([sheet]).into_iter().chain(picture).collect()
}

pub(super) const CASES: &[Case] = &[
    case("set/incomplete", Error, || set(&[Upplan, Uphosoku]), || set(&[Upplan, Upsikyu, Uphosoku])),
    case("set/incomplete", Error, || set(&[UpyoboSub]), || set(&[Upyobo])),
    case("set/incomplete", Error, || set(&[Up1kyo, Up2kyo, Up3kyo]), || plan(true, "20250501")),
    case(
        "set/mixed",
        Error,
        || set(&[Upplan, Upsikyu, Uphosoku, Dltplan]),
        || set(&[Upyobo, UpyoboSub, Upkihon, UpkihonSub1, UpkihonSub2, UpkihonImage]),
    ),
    case(
        "set/duplicate",
        Error,
        || sheets([of_may(Dltplan), of_may(Dltplan).named(name(Dltplan).replace(".CSV", ".csv"))]),
        || sheets([of_may(Dltplan), of_may(Dltplan).named(name(Dltplan).replace("101500", "101501"))]),
    ),
    case(
        "set/month",
        Error,
        || sheets([of_may(Upplan), of_june(Upsikyu), of_may(Uphosoku)]),
        || sheets([of_june(Upplan), of_june(Upsikyu), of_june(Uphosoku)]),
    ),
    case(
        "set/month",
        Warning,
        || [Upplan, Upsikyu, Uphosoku].into_iter().flat_map(|kind| sheets([of_may(kind), of_june(kind)])).collect(),
        || people(1, 1),
    ),
    case("set/month", Error, || plan(false, "20250501"), || plan(true, "20250501")),
    case("set/orphan", Error, || plan(true, "20250502"), || plan(true, "20250501")),
    case("set/orphan", Error, || people(1, 2), || people(2, 2)),
    case(
        "set/orphan",
        Error,
        || sheets([of_may(Upyobo), of_may(UpyoboSub).with(1, 2, "990002")]),
        || set(&[Upyobo, UpyoboSub]),
    ),
    case("set/childless", Error, || people(2, 1), || people(2, 2)),
    case(
        "set/level-services",
        Warning,
        || month("21", &[("641111", "1", "1")]),
        || month("21", &[("141111", "1", "1")]),
    ),
    case(
        "set/level-services",
        Warning,
        || month("12", &[("141111", "1", "1")]),
        || month("06", &[("A21111", "1", "1")]),
    ),
    case(
        "set/limit-overrun",
        Warning,
        || month("21", &[("999999", "0", "16766")]),
        || month("21", &[("999999", "0", "16765")]),
    ),
    case(
        "set/limit-overrun",
        Warning,
        || month("21", &[("999999", "5", "16764")]),
        || month("21", &[("999999", "5", "16765")]),
    ),
    case("set/picture-missing", Error, || basic(true, false), || basic(true, true)),
    case("set/picture-unnamed", Warning, || basic(false, true), || basic(false, false)),
    case("set/attachment-missing", Info, || set(&[Upyobo]), || set(&[Upyobo, UpyoboSub])),
    case("set/key-limit", Warning, || people(5, 5), || people(4, 4)),
];
