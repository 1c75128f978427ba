//! What nobody means to drop, and what somebody might.

use std::fs::File;
use std::path::PathBuf;

use crate::rig::{Case, Door, Rig, Tray};

const CASE: &str = "samples/d2_basic-21";
/// In a name, a text, a search: what would be a picture that cannot be loaded, and a script.
const SCRIPT: &str = "<img src=x onerror=\"document.title='kowareta'\"><script>document.title='kowareta'</script>";

fn rig(case: &Case) -> Rig {
    let mut args = case.offices();
    args.extend(["--profile", "web-4.1"].map(str::to_owned));
    Rig::serving(&args)
}

fn compose(rig: &Rig, case: &Case) {
    rig.visit(Door::Control, &format!("{}/compose?to={}", case.sender(1), case.to.office));
}

/// A file of so many bytes, none of which takes room on the disk.
fn hollow(tray: &Tray, name: &str, bytes: u64) -> PathBuf {
    let path = tray.put(name, b"");
    File::options().write(true).open(&path).and_then(|file| file.set_len(bytes)).expect("a file");
    path
}

#[test]
fn files_of_wrong_kinds_are_told_at_the_file() {
    let case = Case::of(CASE);
    let (rig, tray) = (rig(&case), Tray::new());
    let browser = &rig.browser;
    compose(&rig, &case);
    let files = [tray.put("表.xlsx", b"PK\x03\x04"), tray.put("道具.exe", b"MZ"), tray.put("空.pdf", b"")];
    browser.drop_files("[data-zone=attachment]", &files);
    for name in ["表.xlsx", "道具.exe", "空.pdf"] {
        browser.wait_for_words(".files > li", name);
    }
    browser.wait_for_words(".verdict", "送信すると断られます");
    browser.drop_files("[data-zone=csv]", &[tray.put("写真.jpg", b"\xff\xd8\xff"), tray.put("メモ.csv", b"a,b\r\n")]);
    browser.wait_for_words(".files > li", "メモ.csv");
    assert!(browser.count(".files > li .fault") >= 3, "{}", browser.read("main"));
    browser.picture("hostile-kinds");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn two_hundred_megabytes_are_not_uploaded_and_nothing_is_lost() {
    let case = Case::of(CASE);
    let (rig, tray) = (rig(&case), Tray::new());
    let browser = &rig.browser;
    compose(&rig, &case);
    browser.write("#message", "残っていてほしい文です。");
    let large = hollow(&tray, "大きい動画.pdf", 200 << 20);
    browser.drop_files("[data-zone=attachment]", &[&large]);
    browser.wait_for_words("[data-say]", "「大きい動画.pdf」は大きすぎるため、入れませんでした");
    browser.drop_files("[data-zone=csv]", &case.files);
    browser.wait_for_words("[data-checked]", "このまま送れます");
    browser.click("button[value=send]");
    browser.wait_for_words(".done", "送信しました");
    assert!(browser.read("main").contains("残っていてほしい文です。"));

    // Where no script bounds what is uploaded, the server says it.
    rig.visit(Door::Control, "/desk/1/forms");
    browser.choose("#csv", &[&large]);
    browser.click("form.stack button");
    browser.wait_for_words(".trouble", "大きすぎ");
    browser.find("#csv");
}

#[test]
fn ten_thousand_files_are_told_to_be_too_many() {
    let case = Case::of(CASE);
    let (rig, tray) = (rig(&case), Tray::new());
    let browser = &rig.browser;
    let files: Vec<PathBuf> = (0..10_000).map(|n| tray.put(&format!("{n}.csv"), b"1")).collect();
    for (path, words) in [("compose", "ファイルが多すぎるため"), ("bulk", "ファイルが多すぎるため")]
    {
        rig.visit(Door::Control, &format!("{}/{path}?to={}", case.sender(1), case.to.office));
        browser.drop_files("[data-zone=csv]", &files);
        browser.wait_for_words("[data-say]", words);
    }
    rig.visit(Door::Control, "/desk/1/forms");
    browser.choose("#csv", &files);
    browser.click("form.stack button");
    browser.wait_for_words(".trouble", "ファイル");
    browser.find("#csv");
}

#[test]
fn scripts_in_names_messages_and_searches_are_only_text() {
    let case = Case::of(CASE);
    let (rig, tray) = (rig(&case), Tray::new());
    let browser = &rig.browser;
    // A slash cannot stand in the name of a file.
    let name = format!("{}.pdf", SCRIPT.replace("</script>", ""));
    let unharmed = |place: &str| {
        assert!(!browser.script("return document.title", Vec::new()).as_str().unwrap_or_default().contains("kowareta"));
        assert_eq!(browser.count("img[src=x], main script"), 0, "{place}");
        assert!(browser.run(async { Ok(browser.client().get_alert_text().await.is_err()) }), "{place}: no dialogue");
    };
    compose(&rig, &case);
    browser.write("#message", SCRIPT);
    browser.drop_files("[data-zone=attachment]", &[tray.put(&name, b"%PDF-1.4")]);
    browser.wait_for_words(".files > li", "onerror");
    unharmed("what was found");
    browser.click("button[value=keep]");
    browser.find("button[value=update]");
    unharmed("the draft");
    browser.click("button[value=send]");
    browser.wait_for_words(".done", "送信しました");
    unharmed("the message as it was sent");
    rig.visit(Door::Control, &format!("{}/inbox", case.receiver(1)));
    browser.click(".letters a.button");
    browser.wait_for_words(".text", SCRIPT);
    browser.wait_for_words(".files .filename", "onerror");
    unharmed("the message as it was received");
    let searched = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E";
    rig.visit(Door::Control, &format!("{}/compose?name={searched}&number={searched}", case.sender(1)));
    browser.find("#name");
    unharmed("the search");
    rig.visit(Door::Control, &format!("/desk/1/minutes?out-partners={searched}"));
    unharmed("the calculator");
    rig.visit(Door::Control, "/desk/1/forms");
    browser.choose("#csv", &[tray.put(&name.replace(".pdf", ".csv"), b"<script>alert(1)</script>,1\r\n")]);
    browser.click("form.stack button");
    browser.find(".forms");
    unharmed("the paper forms");
    rig.visit(Door::Control, "/desk/1/two");
    unharmed("both");
    assert_eq!(browser.console(), [""; 0], "nothing even tried");
}

#[test]
fn two_people_who_press_send_at_once_send_once() {
    let case = Case::of(CASE);
    let rig = rig(&case);
    let (one, two) = (&rig.browser, rig.another_browser());
    compose(&rig, &case);
    one.choose("#csv", &case.files);
    one.write("#message", "同時に押します。");
    one.find("[data-checked] .verdict");
    one.click("button[value=keep]");
    one.wait_for_words(".done", "下書きに保存しました");
    two.open(&one.address());
    two.find("button[value=send]");
    let press = "const button = document.querySelector('button[value=send]');\
        setTimeout(() => button.click(), arguments[0] - Date.now())";
    let at = one.script("return Date.now() + 700", Vec::new());
    for browser in [one, &two] {
        browser.script(press, vec![at.clone()]);
    }
    for browser in [one, &two] {
        browser.find(".refusal, .files a.button");
    }
    rig.visit(Door::Control, &format!("{}/inbox", case.receiver(1)));
    assert_eq!(one.count(".letters > li"), 1);
    two.open(&rig.relay.url(Door::Control, &format!("{}/sent", case.sender(1))));
    assert_eq!(two.count(".letters > li"), 1);
}
