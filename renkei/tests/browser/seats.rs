//! Seats of the training desk: two offices on one screen, the exchange drawn, the trainer's page.

use fantoccini::key::Key;

use crate::rig::{Door, Page, Rig, walk};

/// A page that this machine alone reaches.
const fn page(name: &'static str, path: &'static str, says: [&'static str; 2]) -> Page<'static> {
    Page { name, door: Door::Control, path, says }
}

const PAGES: &[Page<'static>] = &[
    page("seat", "/desk/1", ["この席でできること", "What can be done at this seat"]),
    page("two", "/desk/1/two", ["左の画面", "Left"]),
    page("exchange", "/desk/1/exchange", ["やりとりの図", "The exchange"]),
    page("clock", "/desk/1/clock", ["いまの模擬の日付", "The simulated date now"]),
    page("reset", "/desk/1/reset?profile=client-1.2", ["本当に初めの状態に戻しますか", "Reset, really?"]),
    page("assumed", "/desk/1/assumed", ["公開されていること", "What is public"]),
    page("trainer", "/desk/trainer", ["講師の画面", "The trainer's page"]),
    page("codes", "/desk/trainer/codes", ["席のコード", "Codes of the seats"]),
    page("reset-all", "/desk/trainer/reset", ["すべての席を初めの状態に", "Reset all seats"]),
];

/// Words of a message, from the first office of seat 1 to the other.
fn send(browser: &crate::rig::Browser, rig: &Rig, words: &str) {
    browser.open(&rig.relay.url(Door::Control, "/desk/1/at/9970000001-1/compose?to=9970000002"));
    browser.write("textarea[name=message]", words);
    browser.click("button[value=send]");
    browser.wait_for_words("h1, h2, main", words);
}

#[test]
fn the_pages_of_a_seat_and_of_the_trainer_are_fit_to_be_seen() {
    let rig = Rig::serving(&["--seats", "3"]);
    send(&rig.browser, &rig, "五月分の予定です。");
    walk(&rig, PAGES);
}

#[test]
fn what_is_sent_on_another_pc_is_drawn_between_the_two_screens_as_it_happens() {
    let rig = Rig::serving(&["--seats", "1"]);
    let other = rig.another_browser();
    rig.visit(Door::Control, "/desk/1/two");
    rig.browser.wait_for_words(".exchange", "まだ何も送られていません");
    send(&other, &rig, "六月分の予定です。");
    rig.browser.wait_for_words(".exchange", "受け付けました");
    let news = rig.browser.script("return document.getElementById('news').textContent", Vec::new());
    assert!(news.as_str().is_some_and(|news| news.contains("受け付けました")), "{news}");
    drop(other);
}

#[test]
fn without_a_mouse_the_exchange_is_folded_and_a_screen_is_changed() {
    let rig = Rig::serving(&["--seats", "1"]);
    rig.visit(Door::Control, "/desk/1/two");
    rig.browser.tab_to("やりとりの図");
    rig.browser.tab_to("やりとりの図");
    rig.browser.press(Key::Enter);
    let open = rig.browser.script("return document.querySelector('.between').open", Vec::new());
    assert_eq!(open, false);
    rig.browser.tab_to("替える");
    rig.browser.press(Key::Enter);
    rig.browser.wait_for_words("summary", "やりとりの図");
    assert!(rig.browser.address().contains("left=9970000001-1&right=9970000002-1"), "{}", rig.browser.address());
}
