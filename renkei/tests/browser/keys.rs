//! The whole way with the keyboard alone: nothing is clicked.

use fantoccini::key::Key;

use crate::rig::{Case, Door, Rig};

#[test]
fn the_keyboard_alone_leads_from_the_code_to_the_others_received_list() {
    let case = Case::of("samples/d2_basic-21");
    let mut args = case.offices();
    args.extend(["--profile", "client-1.2"].map(str::to_owned));
    let rig = Rig::serving(&args);
    let browser = &rig.browser;
    rig.visit(Door::Exchange, "/desk");
    browser.tab_to("席のコード");
    browser.type_text(rig.relay.code(1));
    browser.press(Key::Enter);
    browser.wait_for_words("h1", "この席でできること");
    // Past what every page begins with.
    browser.tab_to("本文へ");
    browser.press(Key::Enter);

    browser.tab_to("端末1 見本居宅介護支援事業所");
    browser.press(Key::Enter);
    log_in(&rig);
    browser.tab_to("新規作成");
    browser.press(Key::Enter);
    browser.wait_for_words("h1", "送信先を選ぶ");
    browser.tab_to("事業所名（一部でも）");
    browser.type_text("デイサービス");
    browser.press(Key::Enter);
    browser.find("input[type=search][value=デイサービス]");
    browser.tab_to("見本デイサービスセンター");
    browser.press(Key::Space);
    browser.tab_to_button("この事業所あてに作成する");
    browser.press(Key::Enter);
    browser.wait_for_words("h1", "新規作成");
    browser.tab_to("メッセージ");
    browser.type_text("キーボードだけで送ります。");
    // The dialogue in which files are chosen is the browser's own.
    browser.tab_to("添付ファイル(CSV)");
    browser.choose("#csv", &case.files);
    browser.wait_for_words("[data-checked]", "このまま送れます");
    browser.tab_to_button("送信");
    browser.press(Key::Enter);
    browser.wait_for_words(".done", "送信しました");
    browser.tab_to("席に戻る");
    browser.press(Key::Enter);
    browser.wait_for_words("h1", "この席でできること");

    browser.tab_to("端末1 見本デイサービスセンター");
    browser.press(Key::Enter);
    log_in(&rig);
    browser.tab_to("受信一覧");
    browser.press(Key::Enter);
    browser.wait_for_words("h1", "受信一覧");
    browser.tab_to("開く：見本居宅介護支援事業所");
    browser.press(Key::Enter);
    browser.wait_for_words(".text", "キーボードだけで送ります。");
    browser.tab_to("帳票で見る");
    browser.press(Key::Enter);
    browser.find("table.calendar");
}

/// With what is read from the note beside the form.
fn log_in(rig: &Rig) {
    let browser = &rig.browser;
    browser.wait_for_words("h1", "ログイン");
    let [user, password] = [1, 2].map(|nth| browser.read(&format!(".slip dd:nth-of-type({nth})")));
    browser.tab_to("ユーザーID");
    browser.type_text(&user);
    browser.tab_to("パスワード");
    browser.type_text(&password);
    browser.press(Key::Enter);
    browser.wait_for_words(".done", "ログインしました");
}
