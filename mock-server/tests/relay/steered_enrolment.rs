//! Enrolment through the control: accounts, certificates, licences, and offices with their sites.

use axum::http::Method;
use mock_server::wire::DirectoryPage;
use serde_json::{Value, json};

use crate::common::{Answer, OTHER, PLANNER, SERVICE, call, get};
use crate::desk::request;
use crate::steering::{Place, ask, events, journal, order, place, steer, still};

impl Place {
    async fn put(&self, path: &str, body: &Value) -> Answer {
        steer(&self.control, order(Method::PUT, path, body)).await
    }

    async fn post(&self, path: &str, body: &Value) -> Answer {
        steer(&self.control, order(Method::POST, path, body)).await
    }

    async fn ask(&self, path: &str) -> Value {
        steer(&self.control, ask(path)).await.json()
    }
}

fn account(rest: &str) -> String {
    format!("offices/{PLANNER}/account{rest}")
}

fn text<'a>(value: &'a Value, member: &str) -> &'a str {
    value[member].as_str().unwrap_or_else(|| panic!("{member}: {value}"))
}

/// The list of certificates, as the office asks for it: what tells whether a password is right.
async fn list(place: &Place, user: &Value, password: &str) -> Answer {
    let body = json!({ "user_id": user["user_id"], "password": password });
    call(&place.app, None, request("POST", "/v1/enrolment/certificates/list", &body)).await
}

#[tokio::test]
async fn an_account_is_opened_locked_unlocked_and_given_new_passwords() {
    let place = place(&still()).await;
    let opened = place.post(&account(""), &json!({})).await;
    assert_eq!(opened.status.as_u16(), 201, "{opened:?}");
    let opened: Value = opened.json();
    let (temporary, issuing) = (text(&opened, "temporary_password"), text(&opened, "issuing_password"));
    assert_eq!(place.post(&account(""), &json!({})).await.refusal().code, "account-exists");
    let shown = place.ask(&account("")).await;
    assert_eq!(shown["user_id"], opened["user_id"]);
    assert_eq!((&shown["temporary"], &shown["locked"]), (&json!(true), &json!(false)));
    assert_eq!(list(&place, &opened, temporary).await.refusal().code, "temporary-password");

    for _ in 0..3 {
        list(&place, &opened, "wrong-1").await;
    }
    assert_eq!(list(&place, &opened, temporary).await.refusal().code, "login-locked");
    assert_eq!(place.ask(&account("")).await["locked"], true);
    let unlocked: Value = place.post(&account("/unlock"), &json!({})).await.json();
    assert_eq!(unlocked["locked"], false);
    assert_eq!(list(&place, &opened, temporary).await.refusal().code, "temporary-password");

    let renewed: Value = place.post(&account("/password"), &json!({})).await.json();
    assert_eq!(list(&place, &opened, temporary).await.refusal().code, "login-refused");
    let renewed = text(&renewed, "temporary_password");
    assert_eq!(list(&place, &opened, renewed).await.refusal().code, "temporary-password");
    let change = json!({ "user_id": opened["user_id"], "password": renewed, "new_password": "kunren-2026" });
    let changed = call(&place.app, None, request("POST", "/v1/enrolment/password", &change)).await;
    assert_eq!(changed.status.as_u16(), 200, "{changed:?}");
    let shown = place.ask(&account("")).await;
    assert_eq!((&shown["temporary"], text(&shown, "password_ends_at").len()), (&json!(false), 29));

    let reissued: Value = place.post(&account("/issuing-password"), &json!({})).await.json();
    for (password, status) in [(issuing, 403), (text(&reissued, "issuing_password"), 201)] {
        let body = json!({ "user_id": opened["user_id"], "password": "kunren-2026", "issuing_password": password });
        let answer = call(&place.app, None, request("POST", "/v1/enrolment/certificates", &body)).await;
        assert_eq!(answer.status.as_u16(), status, "{answer:?}");
    }
    let kinds = events(&place.control).await;
    for kind in ["account-opened", "user-locked", "user-unlocked", "password-reset", "issuing-password-renewed"] {
        assert_eq!(kinds.iter().filter(|event| *event == kind).count(), 1, "{kind}");
    }
}

#[tokio::test]
async fn certificates_are_issued_and_listed_in_pages() {
    let place = place(&still()).await;
    for (office, kind) in [(PLANNER, None), (SERVICE, Some("kaigo-dx")), (PLANNER, Some("dairinin"))] {
        let issued = place.post("certificates", &json!({"office": office, "kind": kind, "password": "kunren-1"})).await;
        assert_eq!(issued.status.as_u16(), 201, "{issued:?}");
        let issued: Value = issued.json();
        assert!(text(&issued, "cert_pem").starts_with("-----BEGIN CERTIFICATE"));
        assert!(text(&issued, "key_pem").contains("PRIVATE KEY") && text(&issued, "p12_base64").len() > 1_000);
        assert_eq!(text(&issued, "kind"), kind.unwrap_or("kaigo-hoken"));
    }
    let plain: Value = place.post("certificates", &json!({"office": OTHER})).await.json();
    assert_eq!(plain["p12_base64"], Value::Null);
    place.post("drills/expired", &json!({"office": OTHER})).await;
    place.put(&format!("revocations/{}", text(&plain, "serial")), &json!({})).await;

    let all = place.ask("certificates").await;
    let states: Vec<_> = all["items"].as_array().unwrap().iter().map(|item| text(item, "state")).collect();
    assert_eq!(states, ["valid", "valid", "valid", "revoked", "expired"]);
    let (mut paged, mut after) = (Vec::new(), json!(0));
    while !after.is_null() {
        let page = place.ask(&format!("certificates?limit=2&after={after}")).await;
        paged.extend(page["items"].as_array().unwrap().iter().cloned());
        after = page["next"].clone();
    }
    assert_eq!(json!(paged), all["items"]);
    let own = place.ask(&format!("certificates?office={PLANNER}")).await;
    let kinds: Vec<_> = own["items"].as_array().unwrap().iter().map(|item| text(item, "kind")).collect();
    assert_eq!(kinds, ["kaigo-hoken", "dairinin"]);
}

#[tokio::test]
async fn a_licence_is_put_into_every_state_by_its_name_or_its_dates() {
    let place = place(&still()).await;
    let path = format!("offices/{PLANNER}/licence");
    assert_eq!(place.ask(&path).await["state"], "active");
    for (body, state, automatic, inbox) in [
        (json!({"state": "applied"}), "applied", true, "licence-applied"),
        (json!({"state": "active", "automatic": false}), "active", false, "200"),
        (json!({"state": "none"}), "none", false, "licence-none"),
        (json!({"from": "2026-01-01T00:00:00+09:00"}), "active", true, "200"),
        (json!({"from": "2026-12-02T00:00:00+09:00"}), "applied", true, "licence-applied"),
        (
            json!({"from": "2025-01-01T00:00:00+09:00", "until": "2026-01-01T00:00:00+09:00", "automatic": false}),
            "lapsed",
            false,
            "200",
        ),
        (json!({"state": "lapsed"}), "lapsed", false, "200"),
    ] {
        let set = place.put(&path, &body).await;
        assert_eq!(set.status.as_u16(), 200, "{body} {set:?}");
        let set: Value = set.json();
        assert_eq!((text(&set, "state"), &set["automatic_renewal"]), (state, &json!(automatic)), "{body}");
        assert_eq!(place.ask(&path).await, set);
        let answer = call(&place.app, Some(PLANNER), get("/v1/inbox")).await;
        assert_eq!(crate::desk::Desk::code(&answer), inbox, "{body}");
    }
    let gone = steer(&place.control, order(Method::DELETE, &path, &Value::Null)).await;
    assert_eq!(gone.status.as_u16(), 204);
    assert_eq!(place.ask(&path).await["state"], "none");
    assert_eq!(events(&place.control).await.iter().filter(|event| *event == "licence-changed").count(), 8);
}

#[tokio::test]
async fn an_office_has_a_place_and_sites_whose_services_are_its_own() {
    let place = place(&still()).await;
    let office = json!({
        "name": "架空訪問看護", "services": ["13"], "prefecture": "架空県", "municipality": "見本市",
        "sites": [{"branch": "01", "name": "架空北サテライト", "services": ["15", "13"]}],
    });
    let made: Value = place.put("offices/9970000009", &office).await.json();
    assert_eq!(made["services"], json!(["13", "15"]));
    assert_eq!((&made["sites"], &made["municipality"]), (&office["sites"], &office["municipality"]));
    let listed = place.ask("offices?after=9970000008").await;
    assert_eq!(listed["items"][0]["prefecture"], "架空県");
    let page: DirectoryPage = call(&place.app, None, get("/v1/directory?service=15&after=9970000008")).await.json();
    assert_eq!(page.items[0].sites[0].branch, "01");
}

#[tokio::test]
async fn no_password_or_key_that_the_control_tells_is_in_the_journal() {
    let place = place(&still()).await;
    let mut secrets = Vec::new();
    for path in [account(""), account("/password"), account("/issuing-password")] {
        let told: Value = place.post(&path, &json!({})).await.json();
        let members = told.as_object().unwrap().iter().filter(|(name, _)| name.ends_with("password"));
        secrets.extend(members.map(|(_, value)| value.as_str().unwrap().to_owned()));
    }
    let issued: Value = place.post("certificates", &json!({"office": PLANNER, "password": "install-1"})).await.json();
    secrets.extend(["install-1".to_owned(), text(&issued, "key_pem").lines().nth(1).unwrap().to_owned()]);
    assert_eq!(secrets.len(), 6);
    let journal = json!(journal(&place.control).await).to_string();
    let answers = format!("{}{}", place.ask(&account("")).await, place.ask("certificates").await);
    for secret in secrets {
        assert!(!journal.contains(&secret) && !answers.contains(&secret), "{} characters", secret.len());
    }
}
