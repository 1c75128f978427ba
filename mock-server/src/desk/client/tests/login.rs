//! client-1.2: login, the terminal that claims, and certificates.

use super::*;

async fn client() -> Browser {
    Browser::at(&desk(Profile::Client12, &[]).await, 1, PLANNER).await
}

/// The user id on the note of the seat.
fn note(page: &str) -> (String, String) {
    let codes: Vec<&str> = page.split("<code>").skip(1).map(|rest| rest.split("</code>").next().unwrap()).collect();
    (codes[0].to_owned(), codes[1].to_owned())
}

async fn log_in(browser: &Browser) {
    let (user, password) = note(browser.get("login").await.page());
    assert!(browser.typed("login", &format!("user_id={user}&password={password}")).await.to().contains("/top"));
}

#[tokio::test]
async fn one_logs_in_with_the_note_of_the_seat_and_out_again() {
    let browser = client().await;
    assert!(browser.get("top").await.to().ends_with("/login"), "the login comes first");
    let refused = browser.get("inbox").await;
    assert!(refused.status == 401 && refused.text.contains("ログインしていません。"), "{}", refused.text);
    log_in(&browser).await;
    assert!(browser.get("top").await.page().contains("受信一覧を開くと、届いているデータはこの端末に入ります。"));
    assert!(browser.get("inbox").await.page().contains("受信したものはありません。"));
    assert!(browser.typed("logout", "").await.to().contains("done=logged-out"));
    assert_eq!(browser.get("inbox").await.status, 401);
}

#[tokio::test]
async fn a_wrong_password_is_said_and_three_lock_the_user() {
    let browser = client().await;
    let (user, password) = note(browser.get("login").await.page());
    for _ in 0..3 {
        let got = browser.typed("login", &format!("user_id={user}&password=wrong-1")).await;
        assert!(got.status == 401 && got.text.contains("login-refused"), "{}", got.text);
    }
    let locked = browser.typed("login", &format!("user_id={user}&password={password}")).await;
    assert!(locked.status == 403 && locked.text.contains("login-locked"), "{}", locked.text);
}

#[tokio::test]
async fn a_password_that_has_expired_is_changed_and_the_note_follows() {
    let desk = desk(Profile::Client12, &[("password-days", "30")]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let (user, password) = note(browser.get("login").await.page());
    for _ in 0..2 {
        browser.typed("/desk/1/clock", "move=next-month").await.to();
    }
    let expired = browser.typed("login", &format!("user_id={user}&password={password}")).await;
    assert!(expired.status == 403 && expired.text.contains("/password\""), "{}", expired.text);
    let change =
        |new: &str, again: &str| format!("user_id={user}&password={password}&new_password={new}&again={again}");
    let different = browser.typed("password", &change("atarashii-1", "atarashii-2")).await;
    assert!(different.status == 422 && different.text.contains("2つの欄で違っています"), "{}", different.text);
    assert!(!different.text.contains("atarashii"), "what is secret is not written back");
    let weak = browser.typed("password", &change("kana", "kana")).await;
    assert!(weak.status == 422 && weak.text.contains("password-rules"), "{}", weak.text);
    let changed = browser.typed("password", &change("atarashii-1", "atarashii-1")).await;
    assert!(changed.to().contains("/login?done=password-changed"));
    assert_eq!(note(browser.get("login").await.page()), (user.clone(), "atarashii-1".to_owned()));
    log_in(&browser).await;
}

#[tokio::test]
async fn the_terminal_that_opens_the_list_first_has_everything() {
    let sender = client().await;
    let [first, second] = [1, 2].map(|terminal| sender.before(SERVICE, terminal));
    for browser in [&sender, &first, &second] {
        log_in(browser).await;
    }
    sender.post("compose", form(SERVICE, "こんにちは", "k-1", "send")).await.to();
    for _ in 0..2 {
        assert!(first.get("inbox").await.page().contains("/messages/"));
        assert!(!second.get("inbox").await.page().contains("/messages/"));
    }
    assert!(sender.get("sent").await.page().contains("/messages/"));
    let elsewhere = sender.before(PLANNER, 2);
    log_in(&elsewhere).await;
    assert!(!elsewhere.get("sent").await.page().contains("/messages/"), "the sent list stays with its terminal");
}

#[tokio::test]
async fn every_drill_is_installed_shown_and_refused_and_the_right_one_works_again() {
    let browser = Browser::at(&desk(Profile::Web41, &[]).await, 1, PLANNER).await;
    for drill in crate::ca::DRILLS {
        assert!(browser.typed("certificate", &format!("which={}", drill.slug)).await.to().contains("done=installed"));
        assert!(browser.get("certificate").await.page().contains(drill.what.ja), "{}", drill.slug);
        let refused = browser.get("drafts").await;
        let is_other = drill.slug == "other-office";
        assert_eq!(refused.text.contains(drill.refusal.title.ja), !is_other, "{}: {}", drill.slug, refused.text);
        let checked = browser.post("check", with(form(SERVICE, "", "k", "check"), Slot::Csv, &case(CASE))).await;
        assert!(is_other || checked.page().contains(drill.refusal.title.ja), "{}", drill.slug);
    }
    assert!(browser.typed("certificate", "which=own").await.to().contains("done=installed"));
    assert!(browser.get("drafts").await.page().contains("下書きはありません。"));
    assert_eq!(browser.typed("certificate", "which=nothing").await.status, 400);
}

#[tokio::test]
async fn where_the_certificate_is_enough_there_is_no_login() {
    let browser = Browser::at(&desk(Profile::Web41, &[]).await, 1, PLANNER).await;
    assert!(browser.get("login").await.page().contains("ログインはいりません。"));
    assert!(browser.get("top").await.page().contains("どの端末で開いても"));
    assert!(browser.typed("logout", "").await.to().contains("/login"));
}
