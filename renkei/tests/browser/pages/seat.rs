//! The pages of a seat and of the trainer.

use super::{CASE, LANGS, serving};
use crate::rig::{Case, Door, Page, Rig, Walk, walk};

/// Seen from the machine that runs everything.
const HERE: &[(&str, &str, [&str; 2])] = &[
    ("entry-here", "/desk", ["席の一覧", "All seats"]),
    ("home", "/desk/1", ["この席でできること", "What can be done at this seat"]),
    ("two", "/desk/1/two", ["やりとりの図", "The exchange"]),
    ("exchange", "/desk/1/exchange", ["新しいものが上です", "The latest comes first"]),
    ("scenarios", "/desk/1/scenarios", ["ふつうの1か月", "An ordinary month"]),
    ("scenario-before", "/desk/1/scenarios/ordinary-month", ["この話を始める", "Begin"]),
    ("minutes", "/desk/1/minutes", ["1年では", "In a year"]),
    ("minutes-odd", "/desk/1/minutes?out-partners=abc", ["読み取れない数", "could not be read"]),
    ("forms-empty", "/desk/1/forms", ["実在の利用者", "real persons"]),
    ("clock", "/desk/1/clock", ["日付を止める", "Stop the date"]),
    ("reset", "/desk/1/reset", ["本当に初めの状態", "Reset, really?"]),
    ("assumed", "/desk/1/assumed", ["公開されていること", "What is public"]),
    ("no-page", "/desk/1/nowhere", ["ページが見つかりませんでした", "There is no such page"]),
    ("trainer", "/desk/trainer", ["まだ開かれていません", "not opened yet"]),
    ("trainer-codes", "/desk/trainer/codes", ["切り分けて配れます", "cut it apart"]),
    ("trainer-reset", "/desk/trainer/reset", ["すべての席", "Reset all seats"]),
];

/// Seen by whoever comes from elsewhere.
const ELSEWHERE: &[(&str, &str, [&str; 2])] = &[
    ("front", "/", ["練習机を開く", "Open the training desk"]),
    ("entry", "/desk", ["席のコード", "Code of the seat"]),
    ("not-seated", "/desk/1", ["まだ座っていません", "not sat down"]),
];

fn pages(door: Door, table: &'static [(&str, &str, [&str; 2])]) -> impl Iterator<Item = Page<'static>> {
    table.iter().map(move |&(name, path, says)| Page { name, door, path, says })
}

#[test]
fn every_page_of_a_seat_and_of_the_trainer_can_be_read_by_everybody() {
    let rig = Rig::serving(&serving(&Case::of(CASE)));
    let all: Vec<Page<'_>> = pages(Door::Control, HERE).chain(pages(Door::Exchange, ELSEWHERE)).collect();
    walk(&rig, &all);
    for lang in LANGS {
        let mut walk = Walk::begin(&rig, lang);
        walk.at("entry", Door::Exchange, "/desk", "席のコード", "Code of the seat");
        rig.browser.write("#code", "ZZZZZ");
        rig.browser.click("form.enter button");
        walk.here("wrong-code", "その席のコードは見つかりませんでした", "There is no seat with this code");
        walk.end();
    }
}

#[test]
fn every_handout_and_a_scenario_under_way_can_be_read_by_everybody() {
    let rig = Rig::serving(&serving(&Case::of(CASE)));
    for lang in LANGS {
        let mut walk = Walk::begin(&rig, lang);
        walk.at("scenarios", Door::Control, "/desk/1/scenarios", "ふつうの1か月", "An ordinary month");
        let handouts = rig.browser.links("a[href$='/handout']");
        assert!(handouts.len() >= 15, "{handouts:?}");
        for path in &handouts {
            let id = path.rsplit('/').nth(1).expect("an id");
            walk.at(&format!("handout-{id}"), Door::Control, path, "☐", "☐");
        }
        walk.at("scenario-before", Door::Control, "/desk/1/scenarios/ordinary-month", "この話を始める", "Begin");
        rig.browser.follow("form[action*='/do/start'] button");
        walk.here("scenario-first", "手で行うには", "By hand");
        for _ in 0..3 {
            rig.browser.follow("form[action*='/do/step'] button");
        }
        walk.here("scenario-third", "代わりに行いました", "done for you");
        walk.at("two-scenario", Door::Control, "/desk/1/two", "やりとりの図", "The exchange");
        walk.at("exchange-scenario", Door::Control, "/desk/1/exchange", "新しいものが上です", "The latest comes first");
        walk.at("trainer-scenario", Door::Control, "/desk/trainer", "ふつうの1か月", "An ordinary month");
        rig.visit(Door::Control, "/desk/1/scenarios/ordinary-month");
        rig.browser.follow("form[action*='/do/end'] button");
        walk.end();
    }
}

#[test]
fn the_paper_forms_of_every_kind_of_file_can_be_read_by_everybody() {
    let rig = Rig::serving(&serving(&Case::of(CASE)));
    let piles = [
        ("forms-plan", "samples/d1_basic-11", "第2表", "heet 2"),
        ("forms-month", CASE, "第6表", "heet 6"),
        ("forms-actual", "sets/kyotaku-full-1", "第6表", "heet 6"),
        ("forms-preventive", "samples/d5_itaku_in-51", "利用者基本情報", "User basic information"),
    ];
    for lang in LANGS {
        let mut walk = Walk::begin(&rig, lang);
        for (name, case, ja, en) in piles {
            rig.visit(Door::Control, "/desk/1/forms");
            rig.browser.choose("#csv", &Case::of(case).files);
            rig.browser.follow("form.stack button");
            rig.browser.find(".forms");
            let pile = rig.browser.address();
            let path = pile.split_once("/desk").map(|(_, rest)| format!("/desk{rest}")).expect("a path");
            walk.at(name, Door::Control, &path, ja, en);
        }
        walk.end();
    }
}
