//! Logging in: locks, tokens, what is told and what is never written down.

use axum::http::StatusCode;
use mock_server::assumptions::Profile;
use mock_server::limits::Limits;
use mock_server::wire::{LicenceState, SessionBegun};
use mock_server::{AppState, Credential, Identity, Licence, RelayConfig, journal};
use serde_json::json;

use crate::common::{Form, OTHER, PLANNER, SERVICE, assuming, call_with, get, method, on_sqlite};
use crate::desk::{DAY, Desk, MINUTE, NOW, PASSWORD, request, signed};

const LIST: &str = "/v1/enrolment/certificates/list";

#[tokio::test]
async fn three_failures_lock_a_user_for_half_an_hour_whoever_asks_and_whether_there_is_one() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    let nobody = crate::desk::Member { user_id: "KJ999999999999".to_owned(), ..member.clone() };
    let mut told = Vec::new();
    for who in [&member, &nobody] {
        let mut answers = Vec::new();
        desk.at(NOW).await;
        for minute in 0..5 {
            desk.at(NOW + minute * MINUTE).await;
            answers.push(desk.post(LIST, &who.but("wrong-1").with(&json!({}))).await);
        }
        // The third failure was two minutes after the first: the lock ends half an hour after it.
        for (ms, password) in [(32 * MINUTE - 1, PASSWORD), (32 * MINUTE, "wrong-1")] {
            desk.at(NOW + ms).await;
            answers.push(desk.post(LIST, &who.but(password).with(&json!({}))).await);
        }
        told.push(answers);
    }
    let codes: Vec<_> = told[0].iter().map(Desk::code).collect();
    let (wrong, locked) = ("login-refused", "login-locked");
    assert_eq!(codes, [wrong, wrong, wrong, locked, locked, locked, wrong]);
    for (known, unknown) in told[0].iter().zip(&told[1]) {
        assert_eq!((known.status, &known.headers, &known.body), (unknown.status, &unknown.headers, &unknown.body));
    }
    assert_eq!(Desk::code(&desk.post(LIST, &member.with(&json!({}))).await), "200");
}

#[tokio::test]
async fn a_good_login_forgets_the_failures_before_it() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    for _ in 0..3 {
        for _ in 0..2 {
            desk.post(LIST, &member.but("wrong-1").with(&json!({}))).await;
        }
        assert_eq!(Desk::code(&desk.post(LIST, &member.with(&json!({}))).await), "200");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_guesses_that_come_at_once_no_more_than_three_are_looked_at() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    let tries: Vec<_> = (0..12)
        .map(|n| {
            let (app, body) = (desk.app.clone(), member.but(&format!("wrong-{n}")).with(&json!({})));
            tokio::spawn(async move { call_with(&app, Credential::None, request("POST", LIST, &body)).await })
        })
        .collect();
    let mut refused = 0;
    for one in tries {
        refused += usize::from(Desk::code(&one.await.unwrap()) == "login-refused");
    }
    assert_eq!(refused, 3);
    assert_eq!(Desk::code(&desk.post(LIST, &member.with(&json!({}))).await), "login-locked");
}

#[tokio::test]
async fn whether_a_password_is_temporary_or_expired_is_told_to_those_who_know_it() {
    let desk = Desk::open(&[]).await;
    let new = desk.newcomer(PLANNER).await;
    let member = desk.member(SERVICE).await;
    desk.at(NOW + 200 * DAY).await;
    assert_eq!(Desk::code(&desk.post(LIST, &new.but("wrong-1").with(&json!({}))).await), "login-refused");
    assert_eq!(Desk::code(&desk.post(LIST, &member.but("wrong-1").with(&json!({}))).await), "login-refused");
    assert_eq!(Desk::code(&desk.log_in(&member, "a").await), "password-expired");
    let body = member.with(&json!({ "new_password": "kunren-2026" }));
    assert_eq!(Desk::code(&desk.post("/v1/enrolment/password", &body).await), "200");
    assert_eq!(Desk::code(&desk.log_in(&member.but("kunren-2026"), "a").await), "201");
}

#[tokio::test]
async fn odd_passwords_are_refused_and_none_is_cut_short() {
    let desk = Desk::open(&[]).await;
    let member = desk.newcomer(PLANNER).await;
    let long = format!("{}1", "a".repeat(64));
    let with_id = format!("{}-a", member.user_id.to_lowercase());
    for password in ["", "kunren1", "12345678", "kunrenkun", "kunren\u{0}2025", "訓練訓練2025ab", &long, &with_id] {
        let body = member.with(&json!({ "new_password": password }));
        assert_eq!(Desk::code(&desk.post("/v1/enrolment/password", &body).await), "password-rules", "{password}");
    }
    let same = member.with(&json!({ "new_password": member.password }));
    assert_eq!(Desk::code(&desk.post("/v1/enrolment/password", &same).await), "password-rules");
    let full = "a1".repeat(32);
    let body = member.with(&json!({ "new_password": full }));
    assert_eq!(Desk::code(&desk.post("/v1/enrolment/password", &body).await), "200");
    assert_eq!(Desk::code(&desk.post(LIST, &member.but(&full).with(&json!({}))).await), "200");
    assert_eq!(Desk::code(&desk.post(LIST, &member.but(&format!("{full}a")).with(&json!({}))).await), "login-refused");
}

#[tokio::test]
async fn in_the_client_of_today_nothing_is_sent_or_received_without_a_login_on_this_terminal() {
    let desk = Desk::of(Profile::Client12, &[("login", "password")]).await;
    let (planner, service) = (desk.member(PLANNER).await, desk.member(SERVICE).await);
    let token = desk.token(&planner, "pc-1").await;
    let send = || Form::to(SERVICE).field("message", "a").request();
    assert_eq!(desk.ask(PLANNER, signed(send(), &token, "pc-1")).await.status, StatusCode::CREATED);
    let foreign = desk.token(&service, "pc-1").await;
    for (token, code) in [("", "no-session"), ("00", "no-session"), (foreign.as_str(), "no-session")] {
        assert_eq!(Desk::code(&desk.ask(PLANNER, signed(send(), token, "pc-1")).await), code);
    }
    assert_eq!(Desk::code(&desk.ask(PLANNER, signed(send(), &token, "pc-2")).await), "session-terminal");
    let out = || signed(method(axum::http::Method::DELETE, "/v1/session"), &token, "pc-1");
    assert_eq!(desk.ask(SERVICE, out()).await.refusal().code, "no-session");
    assert_eq!(desk.ask(PLANNER, out()).await.status, StatusCode::NO_CONTENT);
    assert_eq!(desk.ask(PLANNER, out()).await.refusal().code, "no-session");
    assert_eq!(Desk::code(&desk.ask(PLANNER, signed(send(), &token, "pc-1")).await), "no-session");
}

#[tokio::test]
async fn a_new_password_ends_all_logins() {
    let desk = Desk::of(Profile::Client12, &[("login", "password")]).await;
    let member = desk.member(PLANNER).await;
    for reset in [false, true] {
        let member = if reset { member.but("kunren-2026") } else { member.clone() };
        let token = desk.token(&member, "a").await;
        assert_eq!(desk.ask(PLANNER, signed(get("/v1/inbox"), &token, "a")).await.status, StatusCode::OK);
        if reset {
            desk.state.reset_password(&PLANNER.parse().unwrap()).await.unwrap();
        } else {
            let body = member.with(&json!({ "new_password": "kunren-2026" }));
            assert_eq!(Desk::code(&desk.post("/v1/enrolment/password", &body).await), "200");
        }
        assert_eq!(Desk::code(&desk.ask(PLANNER, signed(get("/v1/inbox"), &token, "a")).await), "no-session");
    }
}

#[tokio::test]
async fn a_login_tells_what_ends_soon() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    let log_in = async |days: i64| {
        let identity = Identity { not_after: NOW + days * DAY, ..Identity::of_office(PLANNER.parse().unwrap()) };
        let request = request("POST", "/v1/session", &member.with(&json!({})));
        call_with(&desk.app, Credential::from(identity), request).await.json::<SessionBegun>()
    };
    let codes = |begun: &SessionBegun| begun.notices.iter().map(|notice| notice.code.clone()).collect::<Vec<_>>();
    let begun = log_in(91).await;
    assert_eq!((begun.certificate_days_left, codes(&begun)), (91, vec![]));
    assert_eq!((begun.licence.state, begun.licence.automatic_renewal), (LicenceState::Active, true));
    assert_eq!(codes(&log_in(90).await), ["certificate-renewal"]);
    let licence = Licence { is_automatic: false, ..Licence::applied(NOW - 300 * DAY, 0) };
    desk.state.set_licence(&PLANNER.parse().unwrap(), Some(licence)).await.unwrap();
    assert_eq!(codes(&log_in(200).await), ["licence"]);
    desk.at(NOW + 170 * DAY).await;
    assert_eq!(codes(&log_in(300).await), ["password-expiry", "licence"]);
}

#[tokio::test]
async fn no_secret_is_in_the_tables_or_in_the_journal_and_every_event_is() {
    let folder = tempfile::tempdir().unwrap();
    let data = Some(folder.path().join("relay"));
    let assumed = assuming(Profile::Client12, &[("login", "password")]);
    // The bytes of the tables are looked at: those of the file that SQLite keeps.
    let config = RelayConfig { data, assumed, ..on_sqlite(Limits::default()) };
    let state = AppState::open(&config).await.unwrap();
    let desk = Desk { app: mock_server::app(state.clone()), state };
    desk.at(NOW).await;
    let new = desk.newcomer(PLANNER).await;
    let body = new.with(&json!({ "new_password": PASSWORD }));
    desk.post("/v1/enrolment/password", &body).await;
    let member = new.but(PASSWORD);
    let issued = desk.certificate(&member).await;
    let install = json!({ "form": "pkcs12", "install_password": "install-1" });
    desk.post("/v1/enrolment/certificates", &member.order(&install)).await;
    let path = format!("/v1/enrolment/certificates/{}/revoke", issued.entry.serial);
    desk.post(&path, &member.with(&json!({}))).await;
    let token = desk.token(&member, "a").await;
    desk.ask(PLANNER, signed(method(axum::http::Method::DELETE, "/v1/session"), &token, "a")).await;
    for _ in 0..3 {
        desk.post(LIST, &member.but("wrong-1").with(&json!({}))).await;
    }
    let reset = desk.state.reset_password(&PLANNER.parse().unwrap()).await.unwrap();
    let issuing = desk.state.reset_issuing_password(&PLANNER.parse().unwrap()).await.unwrap();
    desk.state.set_licence(&OTHER.parse().unwrap(), None).await.unwrap();

    let db = rusqlite::Connection::open(folder.path().join("relay/relay.sqlite3")).unwrap();
    let mut events = db.prepare("SELECT event FROM journal").unwrap();
    let events: Vec<String> = events.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for kind in [
        &journal::ACCOUNT_OPENED,
        &journal::PASSWORD_RESET,
        &journal::PASSWORD_CHANGED,
        &journal::ISSUING_PASSWORD_RENEWED,
        &journal::LOGIN_FAILED,
        &journal::USER_LOCKED,
        &journal::SESSION_BEGUN,
        &journal::SESSION_ENDED,
        &journal::CERTIFICATE_ISSUED,
        &journal::CERTIFICATE_WITHDRAWN,
        &journal::LICENCE_CHANGED,
    ] {
        assert!(events.iter().any(|event| event == kind.id), "{} is not in the journal", kind.id);
    }
    let key = issued.private_key_pem.as_ref().unwrap().0.lines().nth(1).unwrap();
    let secrets = [&new.password, &new.issuing, PASSWORD, "install-1", &token, "wrong-1", &reset.0, &issuing.0, key];
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder.path().join("relay")).unwrap() {
        let path = entry.unwrap().path();
        if path.file_name().unwrap().to_string_lossy().starts_with("relay.sqlite3") {
            bytes.extend(std::fs::read(path).unwrap());
        }
    }
    assert!(bytes.windows(14).any(|window| window == member.user_id.as_bytes()), "the tables were looked at");
    for secret in secrets {
        let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(!found, "a secret of {} characters is stored", secret.len());
    }
    let shown = format!("{issued:?}{new:?}", new = desk.state.account(&PLANNER.parse().unwrap()).await.unwrap());
    assert!(!shown.contains(key));
}
