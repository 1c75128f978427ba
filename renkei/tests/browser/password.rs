//! A password that has expired, or was given by whoever runs the environment, is changed where it is asked for.

use crate::rig::{Browser, Case, Door, Rig};

const NEW: &str = "atarashii-2027";

/// The exchange as it is until January 2027, which has a login.
fn rig(case: &Case) -> Rig {
    let mut args = case.offices();
    args.extend(["--profile", "client-1.2"].map(str::to_owned));
    Rig::serving(&args)
}

/// Types user id and password and presses the button.
fn log_in(browser: &Browser, user: &str, password: &str) {
    browser.write("#user", user);
    browser.write("#password", password);
    browser.follow("form.stack button");
}

/// From the refusal to the form, and through it: first with a slip of the hand.
fn change(browser: &Browser, user: &str, old: &str) {
    browser.follow(".refusal a[href$='/password']");
    for (again, came_to) in [("chigau-2027", ".refusal"), (NEW, ".done")] {
        browser.run(browser.find("#user").clear());
        for (field, text) in [("#user", user), ("#password", old), ("#new_password", NEW), ("#again", again)] {
            browser.write(field, text);
        }
        browser.follow("form.stack button");
        browser.find(came_to);
    }
    browser.wait_for_words(".done", "パスワードを変更しました");
}

#[test]
fn a_password_that_has_expired_is_changed_beside_the_login() {
    let case = Case::of("samples/d2_basic-21");
    let rig = rig(&case);
    let browser = &rig.browser;
    let login = format!("{}/login", case.sender(1));
    rig.visit(Door::Control, &login);
    let [user, old] = [1, 2].map(|nth| browser.read(&format!(".slip dd:nth-of-type({nth})")));
    // Half a year goes by.
    rig.visit(Door::Control, "/desk/1/clock");
    for _ in 0..7 {
        browser.follow("button[value=next-month]");
    }
    rig.visit(Door::Control, &login);
    log_in(browser, &user, &old);
    browser.wait_for_words(".refusal", "パスワードの有効期間が過ぎています");
    change(browser, &user, &old);
    assert_eq!(browser.read(".slip dd:nth-of-type(2)"), NEW, "the note tells what holds now");
    log_in(browser, &user, NEW);
    browser.wait_for_words(".done", "ログインしました");
}

#[test]
fn a_temporary_password_is_changed_before_the_first_login() {
    let case = Case::of("samples/d2_basic-21");
    let rig = rig(&case);
    let browser = &rig.browser;
    let login = format!("/desk/0/at/{}-1/login", case.from.office);
    rig.visit(Door::Control, "/desk");
    // Whoever runs the environment opens the account.
    let open = "const given = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };\
        return (await fetch(arguments[0], given)).json()";
    let told = browser.script(open, vec![format!("/control/v1/offices/{}/account", case.from.office).into()]);
    let [user, old] = ["user_id", "temporary_password"].map(|key| told[key].as_str().expect("a word").to_owned());
    rig.visit(Door::Control, &login);
    browser.wait_for_words(".slip", "管理者が出したもの");
    log_in(browser, &user, &old);
    browser.wait_for_words(".refusal", "仮パスワードのままでは利用できません");
    change(browser, &user, &old);
    log_in(browser, &user, NEW);
    browser.wait_for_words(".done", "ログインしました");
}
