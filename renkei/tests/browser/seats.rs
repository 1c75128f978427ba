//! Seats are rooms of their own, each with two offices on one screen; the trainer sees them all.

use fantoccini::key::Key;

use crate::rig::{Browser, Case, Door, Rig};

const SECRET: &str = "席1だけの連絡です。";

fn rig(case: &Case) -> Rig {
    let mut args = case.offices();
    args.extend(["--seats", "2", "--profile", "web-4.1"].map(str::to_owned));
    Rig::serving(&args)
}

/// Sends a message without files, at the port of the exchange.
fn send(rig: &Rig, browser: &Browser, case: &Case, seat: usize, text: &str) {
    let path = format!("{}/compose?to={}", case.sender(seat), case.to.office);
    browser.open(&rig.relay.url(Door::Exchange, &path));
    browser.write("#message", text);
    browser.click("button[value=send]");
    browser.wait_for_words(".done", "送信しました");
}

#[test]
fn two_people_at_two_seats_see_nothing_of_each_other_and_the_trainer_sees_both() {
    let case = Case::of("samples/d2_basic-21");
    let rig = rig(&case);
    let (one, two) = (&rig.browser, rig.another_browser());
    rig.sit(one, 1);
    rig.sit(&two, 2);
    send(&rig, one, &case, 1, SECRET);
    send(&rig, &two, &case, 2, "席2です。");
    two.open(&rig.relay.url(Door::Exchange, &format!("{}/inbox", case.receiver(2))));
    assert_eq!(two.count(".letters > li"), 1, "its own");
    two.click(".letters a.button");
    two.wait_for_words(".text", "席2です。");
    let theirs = format!("{}/inbox", case.receiver(1));
    for path in ["/desk/1", "/desk/1/exchange", "/desk/1/two", theirs.as_str(), "/desk/0"] {
        two.open(&rig.relay.url(Door::Exchange, path));
        let said = two.read("body");
        assert!(said.contains("この席には、まだ座っていません") && !said.contains(SECRET), "{path}: {said}");
    }
    two.open(&rig.relay.url(Door::Exchange, "/desk/trainer"));
    assert!(!two.read("body").contains(rig.relay.code(1)), "the page of the trainer is not there");

    // The trainer, at the machine that runs everything.
    two.open(&rig.relay.url(Door::Control, "/desk/trainer"));
    for seat in [1, 2] {
        two.wait_for_words(".seats", rig.relay.code(seat));
    }
    two.wait_for_words(".seats tbody", "1台で開いています");
    two.click("a[href='/desk/1/reset']");
    two.wait_for_words("h1", "本当に初めの状態に戻しますか");
    two.click("form.row button");
    two.wait_for_words("h1", "この席でできること");
    one.open(&rig.relay.url(Door::Exchange, &theirs));
    assert_eq!(one.count(".letters > li"), 0, "seat 1 begins anew");
    two.open(&rig.relay.url(Door::Exchange, &format!("{}/sent", case.sender(2))));
    assert_eq!(two.count(".letters > li"), 1, "seat 2 is as it was");
}

#[test]
fn a_wrong_code_and_an_old_page_are_told_in_words() {
    let rig = rig(&Case::of("samples/d2_basic-21"));
    let browser = &rig.browser;
    rig.visit(Door::Exchange, "/desk");
    browser.write("#code", "ZZZZZ");
    browser.click("form.enter button");
    browser.wait_for_words(".trouble", "その席のコードは見つかりませんでした");
    browser.click("main a");
    // In small letters, and with a space, as people type.
    let code = rig.relay.code(1).to_lowercase();
    browser.write("#code", &format!("{} {}", &code[..2], &code[2..]));
    browser.click("form.enter button");
    browser.wait_for_words("h1", "この席でできること");

    rig.visit(Door::Exchange, "/desk/1/clock");
    let age = "const form = document.querySelector('form.box[method=post]'); form.action = form.action.replace(/t=.*/, 't=old')";
    browser.script(age, Vec::new());
    browser.click("button[value=next-month]");
    browser.wait_for_words(".trouble", "この画面は古くなっていて");
    browser.wait_for_words("main", "何も変わっていません");
}

#[test]
fn whoever_comes_back_to_a_relay_that_was_started_anew_is_asked_for_the_code_again() {
    let case = Case::of("samples/d2_basic-21");
    let rig = rig(&case);
    rig.sit(&rig.browser, 1);
    // The cookie is gone as it would be after a night.
    rig.browser.run(rig.browser.client().delete_all_cookies());
    rig.visit(Door::Exchange, &format!("{}/inbox", case.receiver(1)));
    rig.browser.wait_for_words(".trouble", "まだ座っていません");
    rig.browser.click("main a");
    rig.browser.find("#code");
}

#[test]
fn what_is_sent_on_another_pc_is_drawn_between_the_two_screens_as_it_happens() {
    let case = Case::of("samples/d2_basic-21");
    let rig = rig(&case);
    let other = rig.another_browser();
    rig.sit(&rig.browser, 1);
    rig.visit(Door::Exchange, "/desk/1/two");
    rig.browser.wait_for_words(".exchange", "まだ何も送られていません");
    rig.sit(&other, 1);
    send(&rig, &other, &case, 1, "六月分の予定です。");
    rig.browser.wait_for_words(".exchange", "受け付けました");
    let news = rig.browser.script("return document.getElementById('news').textContent", Vec::new());
    assert!(news.as_str().is_some_and(|news| news.contains("受け付けました")), "{news}");
}

#[test]
fn without_a_mouse_the_exchange_is_folded_and_a_screen_is_changed() {
    let case = Case::of("samples/d2_basic-21");
    let rig = rig(&case);
    rig.visit(Door::Control, "/desk/1/two");
    rig.browser.tab_to("やりとりの図");
    rig.browser.tab_to("やりとりの図");
    rig.browser.press(Key::Enter);
    let open = rig.browser.script("return document.querySelector('.between').open", Vec::new());
    assert_eq!(open, false);
    rig.browser.tab_to("替える");
    rig.browser.press(Key::Enter);
    rig.browser.wait_for_words("summary", "やりとりの図");
    let sides = format!("left={}-1&right={}-1", case.from.office, case.to.office);
    assert!(rig.browser.address().contains(&sides), "{}", rig.browser.address());
}
