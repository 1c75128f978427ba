//! Every assumption of enrolment, logins, licences and the directory that can be switched makes a
//! difference.

use mock_server::Licence;
use mock_server::assumptions::Profile::Web41;
use mock_server::wire::{IssuedCertificate, PasswordChanged, SessionBegun};
use serde_json::json;

use crate::assumed::Case;
use crate::common::{Form, OTHER, PLANNER, SERVICE, call, get};
use crate::desk::{DAY, Desk, MINUTE, NOW, request};

pub(crate) const CASES: &[Case] = &[
    ("login", "certificate", Web41, "200"),
    ("login", "password", Web41, "no-session"),
    ("login-failures", "3", Web41, "login-refused login-locked"),
    ("login-failures", "4", Web41, "login-refused login-refused"),
    ("lock-minutes", "30", Web41, "login-locked"),
    ("lock-minutes", "29", Web41, "200"),
    ("password-days", "10", Web41, "2025-06-11T00:00:00.000+09:00"),
    ("password-days", "0", Web41, "never"),
    ("temporary-password-days", "10", Web41, "temporary-password-expired"),
    ("temporary-password-days", "11", Web41, "200"),
    ("password-length", "11", Web41, "200"),
    ("password-length", "12", Web41, "password-rules"),
    ("password-characters", "letters-and-digits", Web41, "password-rules"),
    ("password-characters", "any", Web41, "200"),
    ("session-minutes", "1", Web41, "2025-06-01T00:01:00.000+09:00"),
    ("session-minutes", "90", Web41, "2025-06-01T01:30:00.000+09:00"),
    ("certificate-years", "3", Web41, "1096"),
    ("certificate-years", "1", Web41, "366"),
    ("renewal-days", "90", Web41, "renewal-too-early"),
    ("renewal-days", "1096", Web41, "201"),
    ("licence-expired", "none", Web41, "licence-lapsed licence-lapsed"),
    ("licence-expired", "receive", Web41, "200 licence-lapsed"),
    ("licence-expired", "all", Web41, "200 201"),
    ("licence-destination", "refuse", Web41, "destination-unlicensed"),
    ("licence-destination", "accept", Web41, "201"),
    ("licence-start-days", "0", Web41, "active"),
    ("licence-start-days", "1", Web41, "applied"),
    ("directory", "public", Web41, "200"),
    ("directory", "certificate", Web41, "no-identity"),
];

const LIST: &str = "/v1/enrolment/certificates/list";

/// What shows how the row is set.
async fn observe(row: &str, desk: &Desk) -> String {
    let lapsed = Licence { is_automatic: false, ..Licence::applied(NOW - 400 * DAY, 0) };
    let send = |to: &str| Form::to(to).field("message", "a").request();
    let change = async |new: &str| {
        let member = desk.newcomer(PLANNER).await;
        desk.post("/v1/enrolment/password", &member.with(&json!({ "new_password": new }))).await
    };
    match row {
        "login" => Desk::code(&desk.ask(PLANNER, get("/v1/inbox")).await),
        "login-failures" => {
            let member = desk.member(PLANNER).await;
            let wrong = member.but("wrong-1").with(&json!({}));
            let mut codes = Vec::new();
            for _ in 0..4 {
                codes.push(Desk::code(&desk.post(LIST, &wrong).await));
            }
            codes[2..].join(" ")
        }
        "lock-minutes" => {
            let member = desk.member(PLANNER).await;
            for _ in 0..3 {
                desk.post(LIST, &member.but("wrong-1").with(&json!({}))).await;
            }
            desk.at(NOW + 30 * MINUTE - 1).await;
            Desk::code(&desk.post(LIST, &member.with(&json!({}))).await)
        }
        "password-days" => {
            let changed: PasswordChanged = change("kunren-2025").await.json();
            changed.expires_at.unwrap_or_else(|| "never".to_owned())
        }
        "temporary-password-days" => {
            let member = desk.newcomer(PLANNER).await;
            desk.at(NOW + 10 * DAY).await;
            let body = member.with(&json!({ "new_password": "kunren-2025" }));
            Desk::code(&desk.post("/v1/enrolment/password", &body).await)
        }
        "password-length" => Desk::code(&change("kunren-2025").await),
        "password-characters" => Desk::code(&change("kunren-kunren").await),
        "session-minutes" => {
            let member = desk.member(PLANNER).await;
            desk.log_in(&member, "a").await.json::<SessionBegun>().expires_at
        }
        "certificate-years" => desk.certificate(&desk.member(PLANNER).await).await.entry.days_left.to_string(),
        "renewal-days" => {
            let member = desk.member(PLANNER).await;
            let IssuedCertificate { entry, .. } = desk.certificate(&member).await;
            let path = format!("/v1/enrolment/certificates/{}/renew", entry.serial);
            Desk::code(&desk.post(&path, &member.with(&json!({}))).await)
        }
        "licence-expired" => {
            desk.state.set_licence(&PLANNER.parse().unwrap(), Some(lapsed)).await.unwrap();
            let receive = Desk::code(&desk.ask(PLANNER, get("/v1/inbox")).await);
            format!("{receive} {}", Desk::code(&desk.ask(PLANNER, send(SERVICE)).await))
        }
        "licence-destination" => {
            desk.state.set_licence(&OTHER.parse().unwrap(), Some(lapsed)).await.unwrap();
            Desk::code(&desk.ask(PLANNER, send(OTHER)).await)
        }
        "licence-start-days" => {
            desk.state.set_licence(&PLANNER.parse().unwrap(), None).await.unwrap();
            let answer = desk.ask(PLANNER, request("POST", "/v1/licence", &json!({}))).await;
            answer.json::<serde_json::Value>()["state"].as_str().unwrap().to_owned()
        }
        "directory" => Desk::code(&call(&desk.app, None, get("/v1/directory")).await),
        other => panic!("{other} is observed by nothing"),
    }
}

#[tokio::test]
async fn every_value_of_every_row_of_enrolment_is_what_is_observed() {
    for &(row, value, profile, expected) in CASES {
        let desk = Desk::of(profile, &[(row, value)]).await;
        assert_eq!(observe(row, &desk).await, expected, "{row}={value}");
    }
}
