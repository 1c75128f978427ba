//! Every scenario, to its end.

use fantoccini::key::Key;

use crate::rig::{Browser, Door, Rig, Tray};

/// More steps than any scenario has.
const STEPS: usize = 40;
/// How often it may take longer: machines of tests are shared.
const TRIES: usize = 5;

fn press(browser: &Browser, what: &str) {
    browser.follow(&format!("form[action*='/do/{what}'] button"));
}

/// The step that is to be done, from 0.
fn step(browser: &Browser) -> u64 {
    browser.find("form[action*='/do/end'] input[name=n]");
    let n =
        browser.script("return document.querySelector(\"form[action*='/do/end'] input[name=n]\").value", Vec::new());
    n.as_str().and_then(|n| n.parse().ok()).expect("a number")
}

/// How long the page took that came last, from the press of the button, in milliseconds.
fn took(browser: &Browser) -> f64 {
    let script = "const [page] = performance.getEntriesByType('navigation'); return page.responseEnd - page.startTime";
    browser.script(script, Vec::new()).as_f64().expect("a time")
}

#[test]
fn every_scenario_is_gone_through_to_its_end_and_back_and_begins_anew() {
    let rig = Rig::new();
    let browser = &rig.browser;
    rig.visit(Door::Control, "/desk/1/scenarios");
    let handouts = browser.links("a[href$='/handout']");
    assert_eq!(handouts.len(), 15, "the scenarios of the issue");
    for handout in handouts {
        let path = handout.trim_end_matches("/handout");
        rig.visit(Door::Control, path);
        press(browser, "start");
        assert_eq!(step(browser), 0, "{path}");
        let steps = browser.count(".steps li");
        for _ in 0..STEPS {
            if browser.count("form[action*='/do/step']") == 0 {
                break;
            }
            press(browser, "step");
            assert_eq!(browser.count(".trouble"), 0, "{path}: {}", browser.read("main"));
        }
        browser.wait_for_words("h2", "おわりました");
        assert_eq!((step(browser), browser.count(".steps .good")), (steps, steps), "{path}");
        press(browser, "back");
        assert_eq!((step(browser), browser.count(".steps .good")), (steps - 1, steps - 1), "{path}");
        let best = (0..TRIES).find(|_| {
            press(browser, "reset");
            assert_eq!((step(browser), browser.count(".steps .good")), (0, 0), "{path}");
            took(browser) < 1_000.0
        });
        assert!(best.is_some(), "{path}: begun anew within a second, not after {} ms", took(browser));
        assert_eq!(browser.console(), [""; 0], "{path}");
    }
}

#[test]
fn a_drill_that_is_solved_by_hand_is_marked_as_such() {
    let rig = Rig::new();
    let (browser, tray) = (&rig.browser, Tray::new());
    let path = "/desk/1/scenarios/certificate-missing";
    rig.visit(Door::Control, path);
    press(browser, "start");
    let screen = browser.link(".screens li:has(strong) a").trim_end_matches('/').to_owned();
    let mut last = u64::MAX;
    for _ in 0..STEPS {
        if browser.count("form[action*='/do/step']") == 0 {
            break;
        }
        let now = step(browser);
        assert_ne!(now, last, "a step that was done by hand is noticed: {}", browser.read("main"));
        last = now;
        do_by_hand(&rig, &tray, &screen);
        rig.visit(Door::Control, path);
    }
    browser.wait_for_words("h2", "おわりました");
    browser.wait_for_words(".good", "原因を見つけ、自分で直しました");
    assert_eq!(browser.count(".steps .good"), browser.count(".steps li"));
}

/// What the step asks for: a look, a certificate, or a send of its files.
fn do_by_hand(rig: &Rig, tray: &Tray, screen: &str) {
    let browser = &rig.browser;
    let asked = browser.read(".step");
    let files = papers(browser, tray);
    if asked.contains("正しい証明書を入れます") {
        rig.visit(Door::Control, &format!("{screen}/certificate"));
        browser.click("input[value=own]");
        browser.click("form.stack button");
        browser.wait_for_words(".done", "入れ替えました");
    } else if files.is_empty() {
        press(browser, "step");
    } else {
        // Without a certificate nobody can search for a destination: the names of the files say it.
        let name = files[0].file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let to = careplan::name::FileName::parse(&name).expect("a name of the standard").unit.to.office;
        rig.visit(Door::Control, &format!("{screen}/compose?to={to}"));
        browser.choose("#csv", &files);
        browser.find("[data-checked] .verdict");
        browser.click("button[value=send]");
        browser.find(".refusal, .done");
    }
}

/// The files of the step, saved from its list.
fn papers(browser: &Browser, tray: &Tray) -> Vec<std::path::PathBuf> {
    let script = "return Promise.all([...document.querySelectorAll('.step .files a')].map(async (a) =>\
        [a.download, [...new Uint8Array(await (await fetch(a.href)).arrayBuffer())]]))";
    let found = browser.script(script, Vec::new());
    let saved = found.as_array().into_iter().flatten().map(|one| {
        let bytes = one[1].as_array().into_iter().flatten().filter_map(|byte| u8::try_from(byte.as_u64()?).ok());
        tray.put(one[0].as_str().expect("a name"), &bytes.collect::<Vec<u8>>())
    });
    saved.collect()
}

#[test]
fn the_calendar_runs_stands_still_and_is_given_back_to_the_hand() {
    let rig = Rig::new();
    let browser = &rig.browser;
    rig.visit(Door::Control, "/desk/1/scenarios/ordinary-month");
    press(browser, "start");
    press(browser, "play");
    browser.wait_for_words(".buttons", "止める");
    let before = browser.read(".frame time");
    let changed = "return document.querySelector('.frame time').innerText !== arguments[0]";
    browser.wait_until(changed, &[before.into()], "another day");
    press(browser, "pause");
    browser.wait_for_words(".buttons", "続ける");
    let stands = step(browser);
    press(browser, "hand");
    browser.wait_for_words(".buttons", "カレンダーで進める");
    assert_eq!(step(browser), stands);
    press(browser, "end");
    browser.wait_for_words("form", "この話を始める");
}

#[test]
fn keys_alone_lead_through_a_drill_and_back() {
    let rig = Rig::new();
    rig.visit(Door::Control, "/desk/1/scenarios/excel-attachment");
    let mut here = "この話を始める";
    for (steps, next) in [("1／", "代わりに行う"), ("2／", "1つ戻る"), ("1／", "")] {
        rig.browser.tab_to(here);
        rig.browser.press(Key::Enter);
        rig.browser.wait_for_words(".guide", &format!("ステップ {steps}"));
        here = next;
    }
}

#[test]
fn what_another_pc_does_by_hand_is_marked_without_a_press() {
    let rig = Rig::new();
    let (browser, other) = (&rig.browser, rig.another_browser());
    rig.visit(Door::Control, "/desk/1/scenarios/ordinary-month");
    press(browser, "start");
    for next in ["2／", "3／"] {
        press(browser, "step");
        browser.wait_for_words(".guide", &format!("ステップ {next}"));
    }
    // Whoever sits at the right screen opens the received list: the guide goes on by itself.
    let screens = browser.links(".screens a");
    other.open(&rig.relay.url(Door::Control, &format!("{}inbox", screens[1])));
    browser.wait_for_words(".guide", "ステップ 4／");
    browser.wait_for_words(".guide", "手で行いました");
    let news = browser.script("return document.getElementById('step-news').textContent", Vec::new());
    assert!(news.as_str().is_some_and(|news| news.contains("手で行いました")), "{news}");
}
