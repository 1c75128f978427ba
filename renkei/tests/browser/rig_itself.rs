//! The rig sees what it is there to see: a page with planted faults, and one to put files and words into.

use fantoccini::key::Key;

use crate::rig::{Browser, Door, Rig, Size, Tray};

const FAULTY: &str = include_str!("planted/faulty.html");
const TRYING: &str = include_str!("planted/trying.html");

/// Opens a page of the test's own.
fn open(browser: &Browser, tray: &Tray, html: &str) {
    browser.open(&format!("file://{}", tray.put("page.html", html.as_bytes()).display()));
}

#[test]
fn what_is_planted_on_a_page_is_found() {
    let (rig, tray) = (Rig::new(), Tray::new());
    open(&rig.browser, &tray, FAULTY);
    let found = rig.browser.complaints().join("\n");
    for planted in [
        "it has no title",
        "it does not say 訓練用",
        "it is wider than the window",
        "no-such-picture.png",
        "Content Security Policy",
        "axe: heading-order (moderate)",
        "axe: color-contrast (serious)",
    ] {
        assert!(found.contains(planted), "{planted} is not in\n{found}");
    }
    assert!(rig.browser.console().is_empty(), "what was said is not said again");
}

#[test]
fn barriers_are_found_inside_frames_too() {
    let rig = Rig::new();
    rig.visit(Door::Exchange, "/");
    let put = "const frame = document.createElement('iframe'); frame.title = '中'; frame.srcdoc = arguments[0];\
        return new Promise((done) => { frame.onload = () => done(); document.querySelector('main').append(frame); })";
    rig.browser.script(put, vec![include_str!("planted/inside.html").into()]);
    let found = rig.browser.barriers();
    for planted in ["axe: label (critical)", "axe: target-size (serious)"] {
        let place = found.iter().find(|line| line.starts_with(planted));
        assert!(place.is_some_and(|line| line.contains("iframe")), "{planted} is not in\n{}", found.join("\n"));
    }
}

#[test]
fn files_are_chosen_and_dropped_as_from_the_desktop() {
    let (rig, tray) = (Rig::new(), Tray::new());
    open(&rig.browser, &tray, TRYING);
    let files = [tray.put("甲.csv", b"1,2\r\n"), tray.put("b.pdf", b"%PDF")];
    rig.browser.choose("#files", &files);
    rig.browser.wait_for_words("#told", "chosen: 甲.csv (5), b.pdf (4)");
    rig.browser.drop_files("#zone", &files);
    rig.browser.wait_for_words("#told", "dropped, trusted true: 甲.csv (5), b.pdf (4)");
}

#[test]
fn the_keyboard_alone_goes_through_a_page_and_what_is_not_seen_is_noticed() {
    let (rig, tray) = (Rig::new(), Tray::new());
    open(&rig.browser, &tray, TRYING);
    rig.browser.tab_to("お名前");
    rig.browser.type_text("介護 花子");
    let stops = rig.browser.tab_to("送る");
    assert_eq!(stops.last().map(|focus| focus.tag.as_str()), Some("button"));
    rig.browser.press(Key::Enter);
    rig.browser.wait_for_words("#told", "sent: 介護 花子");
    rig.browser.press(Key::Tab);
    let hidden = rig.browser.focus();
    assert!(hidden.name == "見えない" && !hidden.is_seen, "{hidden:?}");
}

#[test]
fn two_people_look_at_screens_of_their_own() {
    let (rig, tray) = (Rig::new(), Tray::new());
    let other = rig.another_browser();
    rig.browser.resize(Size::PROJECTOR);
    for (browser, width) in [(&rig.browser, 1920), (&other, 1280)] {
        open(browser, &tray, TRYING);
        assert_eq!(browser.script("return innerWidth", Vec::new()), width);
    }
    rig.browser.write("#name", "甲");
    rig.browser.click("button");
    rig.browser.wait_for_words("#told", "sent: 甲");
    assert_eq!(other.read("#told"), "");
}
