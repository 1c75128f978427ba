//! The pages of a screen: one office at one terminal.

use careplan::text::Lang;

use super::{CASE, LANGS, serving};
use crate::rig::{Browser, Case, Door, Rig, Tray, Walk};

#[test]
fn every_page_of_a_screen_can_be_read_by_everybody() {
    let (case, tray) = (Case::of(CASE), Tray::new());
    let rig = Rig::serving(&serving(&case));
    for lang in LANGS {
        sitting(&rig, &case, lang);
        sending(&rig, &case, &tray, lang);
        queueing(&rig, &case, lang);
        receiving(&rig, &case, lang);
    }
}

/// Before anything is sent: login, certificate, lists with nothing in them.
fn sitting(rig: &Rig, case: &Case, lang: Lang) {
    let mut walk = Walk::begin(rig, lang);
    let at = case.sender(1);
    walk.at("login", Door::Control, &format!("{at}/login"), "KJ から始まる", "KJ and twelve digits");
    rig.browser.write("#user", "KJ000000000000");
    rig.browser.write("#password", "chigau");
    rig.browser.click("form.stack button");
    walk.here("login-refused", "どうすればよいか", "What to do");
    log_in(&rig.browser);
    walk.here("top", "端末に入ります", "into this terminal");
    walk.at("password", Door::Control, &format!("{at}/password"), "電子請求受付システム", "the claims portal");
    walk.at("certificate", Door::Control, &format!("{at}/certificate"), "有効期間の終わり", "Valid until");
    rig.browser.click("input[value=expired]");
    rig.browser.click("form.stack button");
    walk.here("certificate-drill", "電子証明書を入れ替えました", "The certificate was replaced");
    walk.at(
        "certificate-refused",
        Door::Control,
        &format!("{at}/inbox"),
        "電子証明書を確かめる",
        "Look at the certificate",
    );
    let why = rig.browser.link(".refusal a[href*='/why/']");
    walk.at("why", Door::Control, &why, "よりどころ", "Source");
    rig.visit(Door::Control, &format!("{at}/certificate"));
    rig.browser.click("input[value=own]");
    rig.browser.click("form.stack button");
    rig.browser.find(".done");
    if lang == Lang::Ja {
        walk.at("inbox-empty", Door::Control, &format!("{at}/inbox"), "受信したものはありません", "");
        walk.at("sent-empty", Door::Control, &format!("{at}/sent"), "送信したものはありません", "");
        walk.at("drafts-empty", Door::Control, &format!("{at}/drafts"), "下書きはありません", "");
    }
    walk.end();
}

/// 新規作成 to its end, by way of a refusal.
fn sending(rig: &Rig, case: &Case, tray: &Tray, lang: Lang) {
    let (browser, at) = (&rig.browser, case.sender(1));
    let mut walk = Walk::begin(rig, lang);
    walk.at("compose-search", Door::Control, &format!("{at}/compose"), "送信先を選ぶ", "Choose the destination");
    let stranger = format!("{at}/compose?number=9979999999");
    walk.at("compose-stranger", Door::Control, &stranger, "登録されていない番号", "not registered");
    let compose = format!("{at}/compose?to={}", case.to.office);
    walk.at("compose", Door::Control, &compose, "ここにファイルをドロップ", "Drop files here");
    browser.drop_files("[data-zone=csv]", &case.files);
    browser.find("[data-checked] .verdict");
    walk.here("compose-checked", "このまま送れます", "It can be sent");
    browser.drop_files("[data-zone=csv]", &Case::of("samples/s0006-f_date_impossible").files);
    browser.find("[data-checked] .fault, [data-checked] .findings");
    browser.find("[data-checked] .verdict.bad");
    walk.here("compose-findings", "送信すると断られます", "A send would be refused");
    browser.drop_files("[data-zone=attachment]", &[tray.put("集計.xlsx", b"PK\x03\x04")]);
    browser.wait_for_words("[data-checked]", "集計.xlsx");
    browser.write("#message", "10月分の予定です。\n確認をお願いします。");
    browser.click("button[value=send]");
    browser.find(".refusal");
    walk.here("edit-refused", "下書きに保存しました", "kept as a draft");
    let draft = browser.link("a[href*='/drafts/'][href$='/forms']").replace("/forms", "");
    walk.at("edit", Door::Control, &draft, "下書きの編集", "Edit a draft");
    walk.at("edit-forms", Door::Control, &format!("{draft}/forms"), "帳票で見る", "See it as paper forms");
    walk.at(
        "edit-destination",
        Door::Control,
        &format!("{draft}/destination"),
        "この事業所あてにする",
        "Send it to this office",
    );
    walk.at("drafts", Door::Control, &format!("{at}/drafts"), "編集", "Edit");
    rig.visit(Door::Control, &compose);
    browser.choose("#csv", &case.files);
    browser.choose("#attachment", &[tray.put("サービス担当者会議の要点.pdf", b"%PDF-1.4")]);
    browser.find("[data-checked] .verdict.good, [data-checked] .verdict.warn");
    browser.write("#message", "10月分の予定です。\n確認をお願いします。");
    browser.click("button[value=send]");
    browser.find(".done");
    walk.here("message-sent", "送信しました", "Sent.");
    walk.at("sent", Door::Control, &format!("{at}/sent"), "開く", "Open");
    walk.end();
}

/// 一括送信.
fn queueing(rig: &Rig, case: &Case, lang: Lang) {
    let (browser, at) = (&rig.browser, case.sender(1));
    let mut walk = Walk::begin(rig, lang);
    walk.at("bulk", Door::Control, &format!("{at}/bulk"), "送信先ごとに分けます", "sorted by the destination");
    browser.drop_files("[data-zone=csv]", &case.files);
    browser.find("[data-checked] .verdict");
    browser.click("button[value=send]");
    browser.find("section.group");
    walk.here("bulk-queue", "まとめて送信", "Send all");
    browser.click("form.once button");
    browser.wait_for_words("h1", if lang == Lang::Ja { "結果" } else { "became" });
    walk.here("bulk-results", "送信しました", "sent");
    walk.end();
}

/// The other side.
fn receiving(rig: &Rig, case: &Case, lang: Lang) {
    let at = case.receiver(1);
    let mut walk = Walk::begin(rig, lang);
    rig.visit(Door::Control, &format!("{at}/login"));
    log_in(&rig.browser);
    walk.at("inbox", Door::Control, &format!("{at}/inbox"), "開く", "Open");
    let message = rig.browser.link(".letters li:last-child a.button");
    walk.at("message", Door::Control, &message, "サービス担当者会議の要点.pdf", "サービス担当者会議の要点.pdf");
    walk.at("message-forms", Door::Control, &format!("{message}/forms"), "第6表", "heet 6");
    walk.end();
}

/// With what stands on the note beside the form.
fn log_in(browser: &Browser) {
    for (field, nth) in [("#user", 1), ("#password", 2)] {
        let value = browser.read(&format!(".slip dd:nth-of-type({nth})"));
        browser.write(field, &value);
    }
    browser.click("form.stack button");
    browser.find(".done");
}
