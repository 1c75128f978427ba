//! Sending and receiving through the pages, with files of the corpus.

use crate::rig::{Case, Door, Rig, Tray};

const CASE: &str = "samples/d2_basic-21";

/// Seats that play the exchange as it is planned from January 2027, with the offices of these cases.
fn rig(cases: &[&Case]) -> Rig {
    let offices = cases.iter().flat_map(|case| case.offices());
    Rig::serving(&["--profile", "web-4.1"].map(str::to_owned).into_iter().chain(offices).collect::<Vec<_>>())
}

#[test]
fn a_set_that_is_dropped_is_checked_sent_received_saved_and_read_as_forms() {
    let case = Case::of(CASE);
    let (rig, tray) = (rig(&[&case]), Tray::new());
    let browser = &rig.browser;
    rig.visit(Door::Control, &format!("{}/compose?to={}", case.sender(1), case.to.office));
    browser.drop_files("[data-zone=csv]", &case.files);
    browser.wait_for_words("[data-checked]", "このまま送れます");
    assert_eq!(browser.count("[data-checked] .files > li"), 3);
    browser.drop_files("[data-zone=attachment]", &[tray.put("お知らせ.pdf", b"%PDF-1.4")]);
    browser.wait_for_words("[data-checked]", "お知らせ.pdf");
    browser.write("#message", "5月分の予定です。");
    browser.click("button[value=send]");
    browser.wait_for_words(".done", "送信しました");

    rig.visit(Door::Control, &format!("{}/inbox", case.receiver(1)));
    browser.wait_for_words(".letters li", "第6表 予定 2025年5月分");
    browser.click(".letters a.button");
    browser.wait_for_words(".text", "5月分の予定です。");
    let saved = "const answer = await fetch(document.querySelectorAll('.files a.button')[arguments[0]].href);\
        return [answer.headers.get('content-disposition'), [...new Uint8Array(await answer.arrayBuffer())]]";
    for (n, file) in case.files.iter().enumerate() {
        let told = browser.script(saved, vec![n.into()]);
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        assert!(told[0].as_str().is_some_and(|text| text.starts_with("attachment") && text.contains(name)), "{told}");
        let bytes: Vec<u64> = told[1].as_array().into_iter().flatten().filter_map(serde_json::Value::as_u64).collect();
        let sent = std::fs::read(file).expect("a file");
        assert!(bytes.iter().copied().eq(sent.iter().map(|byte| u64::from(*byte))), "{name} is as it was sent");
    }
    browser.click("a.button[href$='/forms']");
    browser.find("table.calendar");
    browser.find("table.money");
    // A style of another page would show first where everything is added up.
    let sizes = "return new Set([...document.querySelectorAll('table.money tbody tr')].map(row => getComputedStyle(row).fontSize)).size";
    assert_eq!(browser.script(sizes, Vec::new()), 1, "the total is written like the rest");
    let read = browser.read("main");
    assert!(read.contains("第6表") && read.contains("第7表") && read.contains("予定"), "{read}");
    assert_eq!(browser.complaints(), [""; 0]);
}

#[test]
fn what_is_wrong_with_a_file_is_said_at_the_file_before_it_is_sent() {
    let case = Case::of("invalid/d_date_impossible");
    let rig = rig(&[&case]);
    let browser = &rig.browser;
    rig.visit(Door::Control, &format!("{}/compose?to={}", case.sender(1), case.to.office));
    browser.drop_files("[data-zone=csv]", &case.files);
    browser.wait_for_words(".files > li .findings li.bad", "1件目の項目4");
    let said = browser.read("[data-checked]");
    assert!(said.contains("誤り") && said.contains("DLT1KYO_9773243598"), "{said}");
    assert!(browser.read("[data-say]").contains("標準仕様に合わない"), "it is said aloud too");
    browser.click(".findings summary");
    browser.wait_for_words(".findings dl", "直し方");
    // Nothing was sent, and a file can be taken out again.
    browser.click("[data-remove]");
    browser.wait_for_words("[data-zone=csv]", "ここにファイルをドロップ");
    assert_eq!(browser.count("[data-checked] li"), 0);
    rig.visit(Door::Control, &format!("{}/sent", case.sender(1)));
    browser.wait_for_words(".empty", "送信したものはありません");
}

#[test]
fn a_draft_is_kept_changed_and_sent() {
    let case = Case::of(CASE);
    let (rig, tray) = (rig(&[&case]), Tray::new());
    let browser = &rig.browser;
    rig.visit(Door::Control, &format!("{}/compose?to={}", case.sender(1), case.to.office));
    browser.choose("#csv", &case.files[..1]);
    browser.write("#message", "あとで送ります。");
    // What is found moves the buttons down.
    browser.find("[data-checked] .verdict");
    browser.click("button[value=keep]");
    browser.wait_for_words(".done", "下書きに保存しました");
    browser.choose("#csv", &case.files[1..]);
    browser.choose("#attachment", &[tray.put("見積.docx", b"PK\x03\x04")]);
    browser.wait_for_words("[data-checked]", "見積.docx");
    browser.click("button[value=update]");
    browser.wait_for_words(".done", "下書きを更新しました");
    assert_eq!(browser.count("button[value^=remove-]"), 4);
    browser.click("button[aria-label='削除：見積.docx']");
    browser.wait_for_words("[data-checked]", "このまま送れます");
    assert_eq!(browser.count("button[value^=remove-]"), 3);
    browser.click("button[value=send]");
    browser.wait_for_words(".done", "送信しました");
    assert!(browser.read("main").contains("あとで送ります。"));
    rig.visit(Door::Control, &format!("{}/drafts", case.sender(1)));
    browser.wait_for_words(".empty", "下書きはありません");
}

#[test]
fn a_refused_message_that_comes_twice_is_one_draft() {
    let case = Case::of(CASE);
    let (rig, tray) = (rig(&[&case]), Tray::new());
    let browser = &rig.browser;
    rig.visit(Door::Control, &format!("{}/compose?to={}", case.sender(1), case.to.office));
    browser.choose("#attachment", &[tray.put("集計.xlsx", b"PK\x03\x04")]);
    browser.write("#message", "はじめの文。");
    browser.wait_for_words("[data-checked]", "送信すると断られます");
    // As when the page that came back is loaded again: the same form once more.
    let post = "const form = document.querySelector('form.drop'); const data = new FormData(form); data.set('do', 'send');\
        return (await fetch(form.action, { method: 'POST', body: data })).status";
    assert_eq!([0, 1].map(|_| browser.script(post, Vec::new())), [422, 422]);
    // As when somebody goes back, writes more, and sends again.
    browser.write("#message", "つづき。");
    browser.follow("button[value=send]");
    browser.wait_for_words(".refusal", "下書きに保存しました");
    rig.visit(Door::Control, &format!("{}/drafts", case.sender(1)));
    assert_eq!(browser.count(".letters > li"), 1);
    browser.follow(".letters a.button");
    let text = browser.script("return document.querySelector('#message').value", Vec::new());
    assert_eq!(text, "はじめの文。つづき。", "with what was written last");
    assert_eq!(browser.count("button[value^=remove-]"), 1);
}

#[test]
fn files_for_two_offices_are_sorted_and_sent_together() {
    let (one, two) = (Case::of(CASE), Case::of("samples/d2_equipment-25"));
    let (rig, tray) = (rig(&[&one, &two]), Tray::new());
    let browser = &rig.browser;
    // Of one sender: the second set under the number of the first.
    let renamed = two.files.iter().map(|file| {
        let name = file.file_name().and_then(|name| name.to_str()).expect("a name");
        let own = name.replace(&two.from.office, &one.from.office);
        tray.put(&own, &std::fs::read(file).expect("a file"))
    });
    let all: Vec<_> = one.files.iter().cloned().chain(renamed).collect();
    rig.visit(Door::Control, &format!("{}/bulk", one.sender(1)));
    browser.drop_files("[data-zone=csv]", &all);
    browser.find("[data-checked] .verdict");
    browser.click("button[value=send]");
    browser.wait_for_words(".done", "まだ送っていません");
    assert_eq!(browser.count("section.group"), 2);
    browser.click("form.once button");
    browser.wait_for_words("h1", "一括送信の結果");
    assert_eq!(browser.count("section.group .good"), 2, "{}", browser.read("main"));
    for receiver in [one.receiver(1), two.receiver(1)] {
        rig.visit(Door::Control, &format!("{receiver}/inbox"));
        assert_eq!(browser.count(".letters > li"), 1, "{receiver}");
    }
}

#[test]
fn two_offices_on_one_screen_show_the_exchange_as_it_happens() {
    let case = Case::of(CASE);
    let rig = rig(&[&case]);
    let browser = &rig.browser;
    rig.visit(Door::Control, "/desk/1/two");
    let sides = || browser.script("return document.querySelector('.left').getBoundingClientRect().top", Vec::new());
    let before = sides();
    browser.wait_for_words(".exchange .sender", "介護保険証明書");
    assert_eq!(sides(), before, "whoever clicks meanwhile is not misled");
    browser.enter(".left iframe");
    browser.click("nav a[href$='/compose']");
    browser.click(&format!("input[value='{}']", case.to.office));
    browser.click("form.stack button");
    browser.drop_files("[data-zone=csv]", &case.files);
    browser.wait_for_words("[data-checked]", "このまま送れます");
    browser.click("button[value=send]");
    browser.wait_for_words(".done", "送信しました");
    browser.leave();
    browser.wait_for_words("[data-news]", "送信");
    browser.picture("two-sent");
    assert_eq!(browser.complaints(), [""; 0]);
    browser.enter(".right iframe");
    browser.click("nav a[href$='/inbox']");
    browser.click(".letters a.button");
    browser.find("a.button[href$='/forms']");
    browser.leave();
    browser.wait_for_words("[data-news]", "受け取");
    browser.picture("two-received");
    assert_eq!(browser.complaints(), [""; 0]);
}
