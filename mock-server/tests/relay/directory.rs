//! The directory as WAM NET has one, and licences as their offices see them.

use std::time::Instant;

use axum::http::Method;
use mock_server::limits::Limits;
use mock_server::wire::{DirectoryPage, LicenceState, LicenceView};
use mock_server::{AppState, Licence, Office, app};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use crate::common::{CENTRE, OTHER, PLANNER, SERVICE, STRANGER, call, get, house, method, on_sqlite};
use crate::desk::{DAY, Desk, NOW, request};

fn path(parameters: &[(&str, &str)]) -> String {
    let all: Vec<_> = parameters
        .iter()
        .map(|(key, value)| format!("{key}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
        .collect();
    format!("/v1/directory?{}", all.join("&"))
}

async fn numbers(desk: &Desk, parameters: &[(&str, &str)]) -> Vec<String> {
    let page: DirectoryPage = call(&desk.app, None, get(&path(parameters))).await.json();
    page.items.into_iter().map(|entry| entry.number).collect()
}

async fn desk() -> Desk {
    let desk = Desk::open(&[]).await;
    let large = Office::new("9970000005".parse().unwrap(), "架空100%の_家", &["11"])
        .at("架空県", "見本市")
        .with_site("01", "架空の家 北サテライト", &["15", "11"])
        .with_site("02", "架空の家 南サテライト", &["A6"]);
    desk.state.register(large).await.unwrap();
    desk
}

#[tokio::test]
async fn offices_are_found_by_all_that_is_given_together() {
    let desk = desk().await;
    for (parameters, found) in [
        (vec![], vec![PLANNER, SERVICE, OTHER, CENTRE, "9970000005"]),
        (vec![("number", SERVICE)], vec![SERVICE]),
        (vec![("name", "ケア")], vec![SERVICE]),
        (vec![("name", "")], vec![PLANNER, SERVICE, OTHER, CENTRE, "9970000005"]),
        (vec![("service", "15")], vec![SERVICE, OTHER, "9970000005"]),
        (vec![("service", "15"), ("after", SERVICE)], vec![OTHER, "9970000005"]),
        (vec![("service", "15"), ("name", "デイ")], vec![OTHER]),
        (vec![("prefecture", "架空県")], vec!["9970000005"]),
        (vec![("prefecture", "架空県"), ("municipality", "見本市"), ("service", "A6")], vec!["9970000005"]),
        (vec![("prefecture", "架空県"), ("municipality", "別市")], vec![]),
        (vec![("number", STRANGER)], vec![]),
        // Nothing in a name is a wildcard or an instruction.
        (vec![("name", "%")], vec!["9970000005"]),
        (vec![("name", "_")], vec!["9970000005"]),
        (vec![("name", "!")], vec![]),
        (vec![("name", "' OR 1=1 --")], vec![]),
        (vec![("service", "15' OR '1'='1")], vec![]),
        (vec![("after", "zzzz")], vec![]),
    ] {
        assert_eq!(numbers(&desk, &parameters).await, found, "{parameters:?}");
    }
}

#[tokio::test]
async fn sites_and_services_stand_under_one_number_with_the_users_that_they_make() {
    let desk = desk().await;
    let page: DirectoryPage = call(&desk.app, None, get(&path(&[("number", "9970000005")]))).await.json();
    let office = &page.items[0];
    let codes = |services: &[mock_server::wire::ServiceEntry]| {
        services.iter().map(|service| service.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&office.services), ["11", "15", "A6"]);
    assert_eq!(office.services[0].name.as_deref(), Some("訪問介護"));
    assert_eq!(office.sites.len(), 2);
    assert_eq!(
        (office.sites[0].branch.as_str(), codes(&office.sites[0].services)),
        ("01", vec!["11".into(), "15".into()])
    );
    assert_eq!(office.users.iter().map(|user| user.slug.as_str()).collect::<Vec<_>>(), ["service", "preventive"]);
    assert!(office.addressable);
    // What a site offers is registered under the number; registering again replaces it all.
    desk.state.register(Office::new("9970000005".parse().unwrap(), "架空", &["11"])).await.unwrap();
    let page: DirectoryPage = call(&desk.app, None, get(&path(&[("number", "9970000005")]))).await.json();
    assert!(page.items[0].sites.is_empty() && page.items[0].prefecture.is_empty());
}

#[tokio::test]
async fn pages_are_bounded_and_lead_through_everything_once() {
    let desk = desk().await;
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let page: DirectoryPage = call(&desk.app, None, get(&path(&[("limit", "2"), ("after", &after)]))).await.json();
        assert!(page.items.len() <= 2);
        seen.extend(page.items.into_iter().map(|entry| entry.number));
        match page.next {
            Some(next) => after = next,
            None => break,
        }
    }
    assert_eq!(seen, [PLANNER, SERVICE, OTHER, CENTRE, "9970000005"]);
}

#[tokio::test]
async fn hostile_searches_are_refused_in_order() {
    let app = house(Limits::default()).await;
    let long = "架".repeat(101);
    for query in ["limit=0", "limit=-1", "limit=x", "name=a&name=b", "from=1", "name=%0a", "limit=4294967296"] {
        let answer = call(&app, None, get(&format!("/v1/directory?{query}"))).await;
        assert_eq!(answer.refusal().code, "directory-query", "{query}");
    }
    // U+0000 goes nowhere, whatever the path.
    assert_eq!(call(&app, None, get("/v1/directory?name=%00")).await.refusal().code, "bad-query");
    assert_eq!(call(&app, None, get(&path(&[("name", &long)]))).await.refusal().code, "directory-query");
    assert_eq!(call(&app, None, get("/v1/directory?name=%ff")).await.refusal().code, "directory-query");
    assert_eq!(call(&app, None, method(Method::POST, "/v1/directory")).await.refusal().code, "method-not-allowed");
}

#[tokio::test]
async fn only_offices_with_a_valid_licence_are_shown_as_addressable() {
    let desk = Desk::open(&[]).await;
    let lapsed = Licence { is_automatic: false, ..Licence::applied(NOW - 400 * DAY, 0) };
    for (office, licence) in [(OTHER, None), (SERVICE, Some(lapsed)), (CENTRE, Some(Licence::applied(NOW, DAY)))] {
        assert!(desk.state.set_licence(&office.parse().unwrap(), licence).await.unwrap());
    }
    assert!(!desk.state.set_licence(&STRANGER.parse().unwrap(), None).await.unwrap());
    let page: DirectoryPage = call(&desk.app, None, get("/v1/directory")).await.json();
    let addressable: Vec<_> = page.items.iter().filter(|entry| entry.addressable).map(|entry| &entry.number).collect();
    assert_eq!(addressable, [PLANNER]);
}

#[tokio::test]
async fn a_licence_is_applied_for_renews_itself_or_is_renewed_by_hand() {
    let desk = Desk::open(&[]).await;
    let office = PLANNER.parse().unwrap();
    let ask =
        async |verb: &str, path: &str, body: serde_json::Value| desk.ask(PLANNER, request(verb, path, &body)).await;
    desk.state.set_licence(&office, None).await.unwrap();
    let view: LicenceView = desk.ask(PLANNER, get("/v1/licence")).await.json();
    assert_eq!((view.state, view.applied_at), (LicenceState::None, None));
    assert_eq!(Desk::code(&ask("POST", "/v1/licence/renewal", json!({})).await), "licence-none");

    // One day before renewal became automatic.
    desk.at(NOW - DAY).await;
    let view: LicenceView = ask("POST", "/v1/licence", json!({})).await.json();
    assert_eq!((view.state, view.automatic_renewal), (LicenceState::Active, false));
    assert_eq!(view.until.as_deref(), Some("2026-05-31T00:00:00.000+09:00"));
    assert_eq!(Desk::code(&ask("POST", "/v1/licence", json!({})).await), "licence-valid");
    assert_eq!(Desk::code(&ask("POST", "/v1/licence/renewal", json!({})).await), "licence-valid");
    desk.at(NOW + 400 * DAY).await;
    assert_eq!(desk.state.licence(&office).await.unwrap().state, LicenceState::Lapsed);
    let choose = |automatic: bool| json!({ "automatic": automatic });
    assert_eq!(Desk::code(&ask("PUT", "/v1/licence/renewal", choose(true)).await), "licence-lapsed");
    let view: LicenceView = ask("POST", "/v1/licence/renewal", json!({})).await.json();
    assert_eq!((view.state, view.automatic_renewal), (LicenceState::Active, false));

    // From now on by itself, and then no longer.
    let view: LicenceView = ask("PUT", "/v1/licence/renewal", choose(true)).await.json();
    assert!(view.automatic_renewal);
    desk.at(NOW + 2_000 * DAY).await;
    assert_eq!(desk.state.licence(&office).await.unwrap().state, LicenceState::Active);
    ask("PUT", "/v1/licence/renewal", choose(false)).await;
    assert_eq!(desk.state.licence(&office).await.unwrap().state, LicenceState::Active);
    desk.at(NOW + 2_400 * DAY).await;
    assert_eq!(desk.state.licence(&office).await.unwrap().state, LicenceState::Lapsed);
}

#[tokio::test]
async fn an_office_applies_for_itself_alone() {
    let desk = Desk::open(&[]).await;
    for (verb, path) in [
        ("GET", "/v1/licence"),
        ("POST", "/v1/licence"),
        ("POST", "/v1/licence/renewal"),
        ("PUT", "/v1/licence/renewal"),
    ] {
        let request = || request(verb, path, &json!({ "automatic": true }));
        assert_eq!(call(&desk.app, None, request()).await.refusal().code, "no-identity", "{verb} {path}");
        assert_eq!(desk.ask(STRANGER, request()).await.refusal().code, "unregistered-sender", "{verb} {path}");
    }
}

/// As many offices as the country has: 181,566. Takes a while unoptimised: run it with
/// `cargo test --release -- --ignored`.
#[tokio::test]
#[ignore = "registers 181,566 offices"]
async fn the_directory_is_quick_with_all_offices_of_the_country() {
    // Over a socket, a statement for each row takes minutes: what is measured is the search.
    let state = AppState::open(&on_sqlite(Limits::default())).await.unwrap();
    let offices = (0..181_566).map(|n| {
        let services: &[&str] = if n % 10_000 == 0 { &["73"] } else { &["11", "15"] };
        Office::new(format!("98{n:08}").parse().unwrap(), format!("架空事業所{n}"), services)
            .at(format!("架空県{}", n % 47), format!("見本市{}", n % 1_700))
    });
    let began = Instant::now();
    state.register_all(offices.collect()).await.unwrap();
    assert!(began.elapsed().as_secs() < 300, "{:?}", began.elapsed());
    let app = app(state);
    for parameters in [
        vec![],
        vec![("after", "9800180000")],
        vec![("number", "9800180000")],
        vec![("name", "架空")],
        vec![("name", "所181565")],
        vec![("name", "ない名前")],
        vec![("service", "73")],
        vec![("service", "73"), ("name", "所180000")],
        vec![("service", "11"), ("prefecture", "架空県46"), ("municipality", "見本市1699")],
        vec![("municipality", "ない市")],
    ] {
        let began = Instant::now();
        let answer = call(&app, None, get(&path(&parameters))).await;
        let took = began.elapsed();
        assert_eq!(answer.status.as_u16(), 200);
        assert!(took.as_millis() < 500, "{took:?} {parameters:?}");
    }
}
