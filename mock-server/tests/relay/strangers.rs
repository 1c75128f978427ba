//! Enrolment, logins and licences asked for by those they do not belong to: no certificate, another
//! office's, another terminal, another's password. Nothing is seen, renewed or revoked.

use axum::body::Body;
use axum::http::Request;
use mock_server::assumptions::Profile;
use mock_server::wire::CertificateList;
use mock_server::{Credential, endpoints};
use serde_json::{Value, json};

use crate::common::{Answer, OTHER, PLANNER, SERVICE, STRANGER, call_with};
use crate::desk::{Desk, Member, request, signed};

const ABSENT: &str = "00000000000000000000000000000000";

/// What an endpoint asks for, and so what it has to be refused without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Needs {
    /// A certificate; walked in `foreign`.
    Message,
    /// User and password; with the serial number of a certificate, that of its office.
    Password,
    /// A certificate, of which everything follows: no other office can be named.
    Certificate,
    /// Nothing: it is for everybody.
    Nothing,
}

/// Every endpoint that is not about messages; a new one has to be entered here.
const WALK: &[(&str, &str, Needs)] = &[
    ("POST", "/v1/enrolment/password", Needs::Password),
    ("POST", "/v1/enrolment/issuing-password", Needs::Password),
    ("POST", "/v1/enrolment/certificates", Needs::Password),
    ("POST", "/v1/enrolment/certificates/list", Needs::Password),
    ("POST", "/v1/enrolment/certificates/{serial}/renew", Needs::Password),
    ("POST", "/v1/enrolment/certificates/{serial}/reissue", Needs::Password),
    ("POST", "/v1/enrolment/certificates/{serial}/revoke", Needs::Password),
    ("GET", "/v1/enrolment/drills", Needs::Nothing),
    ("POST", "/v1/enrolment/drills/{slug}", Needs::Password),
    ("GET", "/v1/ca.pem", Needs::Nothing),
    ("GET", "/v1/crl", Needs::Nothing),
    ("GET", "/v1/crl.pem", Needs::Nothing),
    ("POST", "/v1/session", Needs::Certificate),
    ("DELETE", "/v1/session", Needs::Certificate),
    ("GET", "/v1/directory", Needs::Nothing),
    ("GET", "/v1/licence", Needs::Certificate),
    ("POST", "/v1/licence", Needs::Certificate),
    ("POST", "/v1/licence/renewal", Needs::Certificate),
    ("PUT", "/v1/licence/renewal", Needs::Certificate),
];

fn needing(wanted: Needs) -> impl Iterator<Item = (&'static str, &'static str)> {
    WALK.iter().filter(move |(_, _, needs)| *needs == wanted).map(|(verb, path, _)| (*verb, *path))
}

/// A body that would do for whoever asks, whatever the endpoint.
fn body(member: &Member) -> Value {
    member.with(&json!({
        "issuing_password": member.issuing, "new_password": "kunren-2027", "delivery": {"form": "pem"},
        "automatic": false,
    }))
}

fn ask(verb: &str, path: &str, serial: &str, member: &Member) -> Request<Body> {
    request(verb, &path.replace("{serial}", serial).replace("{slug}", "expired"), &body(member))
}

/// All that an office owns, as it sees it.
async fn owned(desk: &Desk, member: &Member) -> (CertificateList, Value) {
    let list = desk.post("/v1/enrolment/certificates/list", &member.with(&json!({}))).await.json();
    (list, desk.ask(member.number, crate::common::get("/v1/licence")).await.json())
}

fn same(foreign: &Answer, absent: &Answer, about: &str) {
    assert!(foreign.status.is_client_error(), "{about}: {foreign:?}");
    assert_eq!((foreign.status, &foreign.headers, &foreign.body), (absent.status, &absent.headers, &absent.body));
}

#[test]
fn every_endpoint_is_walked_here_or_with_the_messages() {
    let messages = mock_server::ENDPOINTS.iter().map(|row| (row.method, row.path, Needs::Message));
    let walked: Vec<_> = messages.chain(WALK.iter().copied()).map(|(verb, path, _)| (verb, path)).collect();
    assert_eq!(walked, endpoints().map(|row| (row.method, row.path)).collect::<Vec<_>>());
}

#[tokio::test]
async fn certificates_of_another_office_are_as_those_that_do_not_exist() {
    let desk = Desk::open(&[]).await;
    let (planner, other) = (desk.member(PLANNER).await, desk.member(OTHER).await);
    let serial = desk.certificate(&planner).await.entry.serial;
    let before = owned(&desk, &planner).await;
    for (verb, path) in needing(Needs::Password).filter(|(_, path)| path.contains("{serial}")) {
        for certificate in [None, Some(OTHER), Some(PLANNER)] {
            let mut answers = Vec::new();
            for serial in [serial.as_str(), ABSENT] {
                let request = ask(verb, path, serial, &other);
                answers.push(match certificate {
                    None => call_with(&desk.app, Credential::None, request).await,
                    Some(office) => desk.ask(office, request).await,
                });
            }
            same(&answers[0], &answers[1], path);
            assert_eq!(answers[0].refusal().code, "not-found", "{path}");
        }
    }
    assert_eq!(owned(&desk, &planner).await, before, "nothing of it changed");
}

#[tokio::test]
async fn without_the_password_enrolment_gives_nothing_whatever_the_certificate() {
    let desk = Desk::open(&[("login-failures", "100")]).await;
    let planner = desk.member(PLANNER).await;
    let other = desk.member(OTHER).await;
    let serial = desk.certificate(&planner).await.entry.serial;
    let before = owned(&desk, &planner).await;
    // The user of one office, the password of another; and a user that there is none of.
    let mixed = Member { password: "kunren-2024".to_owned(), ..planner.clone() };
    let nobody = Member { user_id: "KJ999999999999".to_owned(), ..other };
    for (verb, path) in needing(Needs::Password) {
        for member in [&mixed, &nobody] {
            let request = || ask(verb, path, &serial, member);
            let answer = call_with(&desk.app, Credential::None, request()).await;
            assert_eq!(answer.refusal().code, "login-refused", "{path}");
            assert_eq!(desk.ask(PLANNER, request()).await.refusal().code, "login-refused", "{path}");
        }
    }
    assert_eq!(owned(&desk, &planner).await, before);
}

#[tokio::test]
async fn without_a_certificate_there_is_no_login_and_no_licence() {
    let desk = Desk::open(&[]).await;
    let planner = desk.member(PLANNER).await;
    for (verb, path) in needing(Needs::Certificate) {
        let request = || ask(verb, path, "", &planner);
        let answer = call_with(&desk.app, Credential::None, request()).await;
        assert_eq!(answer.refusal().code, "no-identity", "{verb} {path}");
        // A certificate of the CA whose office is not registered.
        let code = desk.ask(STRANGER, request()).await.refusal().code;
        let expected = if verb == "DELETE" { "no-session" } else { "unregistered-sender" };
        assert_eq!(code, expected, "{verb} {path}");
    }
}

#[tokio::test]
async fn what_an_office_does_with_its_licence_changes_no_other() {
    let desk = Desk::open(&[]).await;
    let (planner, other) = (desk.member(PLANNER).await, desk.member(OTHER).await);
    let before = owned(&desk, &planner).await;
    for (verb, path) in needing(Needs::Certificate).filter(|(_, path)| path.contains("licence")) {
        desk.ask(OTHER, ask(verb, path, "", &other)).await;
        // The office is that of the certificate, whatever a path or a body says.
        let named = format!("{path}?office={PLANNER}");
        desk.ask(OTHER, ask(verb, &named, "", &planner)).await;
    }
    assert_eq!(owned(&desk, &planner).await, before);
    assert_eq!(owned(&desk, &other).await.1["automatic_renewal"], false, "its own did change");
}

#[tokio::test]
async fn a_session_is_good_for_its_own_office_and_terminal_at_every_endpoint_of_the_exchange() {
    let desk = Desk::of(Profile::Client12, &[("login", "password")]).await;
    let (planner, service) = (desk.member(PLANNER).await, desk.member(SERVICE).await);
    let (own, foreign) = (desk.token(&planner, "a").await, desk.token(&service, "a").await);
    for row in mock_server::ENDPOINTS {
        let path = row.path.replace("{id}", "01960000-0000-7000-8000-000000000000").replace("{n}", "1");
        for (token, terminal, code) in [
            (foreign.as_str(), "a", "no-session"),
            ("", "a", "no-session"),
            (&own[1..], "a", "no-session"),
            (&own, "b", "session-terminal"),
        ] {
            let request = signed(request(row.method, &path, &json!({})), token, terminal);
            let answer = desk.ask(PLANNER, request).await;
            assert_eq!(answer.refusal().code, code, "{} {path} {terminal}", row.method);
        }
    }
    // The user of one office with the certificate of another: no session begins.
    assert_eq!(desk.ask(SERVICE, ask("POST", "/v1/session", "", &planner)).await.refusal().code, "terminal");
    let crossed = signed(ask("POST", "/v1/session", "", &planner), "", "a");
    assert_eq!(desk.ask(SERVICE, crossed).await.refusal().code, "login-other-office");
    // Nobody logs another out.
    let out = signed(ask("DELETE", "/v1/session", "", &planner), &own, "a");
    assert_eq!(desk.ask(SERVICE, out).await.refusal().code, "no-session");
    let still = signed(crate::common::get("/v1/inbox"), &own, "a");
    assert_eq!(desk.ask(PLANNER, still).await.status.as_u16(), 200);
}
