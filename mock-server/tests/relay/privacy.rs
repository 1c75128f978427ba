//! Nobody but sender and receiver sees a message, or learns that it exists.

use mock_server::limits::Limits;
use mock_server::wire::Page;

use crate::common::{CENTRE, Form, OTHER, PLANNER, SERIAL, SERVICE, STRANGER, call, get, house, send};

#[tokio::test]
async fn a_foreign_message_and_an_absent_one_are_answered_alike() {
    let app = house(Limits::default()).await;
    let id = send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await.id;
    let absent = "01960000-0000-7000-8000-000000000000";
    let endpoints = ["/v1/messages/{id}", "/v1/messages/{id}/files/1", "/v1/inbox?before={id}", "/v1/sent?before={id}"];
    for office in [OTHER, CENTRE, STRANGER] {
        for endpoint in endpoints {
            let foreign = call(&app, Some(office), get(&endpoint.replace("{id}", &id))).await;
            let nothing = call(&app, Some(office), get(&endpoint.replace("{id}", absent))).await;
            assert!(foreign.status.is_client_error(), "{office} {endpoint}");
            assert_eq!((foreign.status, &foreign.body), (nothing.status, &nothing.body), "{office} {endpoint}");
            assert_eq!(foreign.headers, nothing.headers, "{office} {endpoint}");
        }
    }
    for office in [OTHER, CENTRE] {
        for list in ["/v1/inbox", "/v1/sent"] {
            let page: Page = call(&app, Some(office), get(list)).await.json();
            assert!(page.items.is_empty() && page.next.is_none(), "{office} {list}");
        }
    }
}

#[tokio::test]
async fn without_a_certificate_nothing_of_the_exchange_is_answered() {
    let app = house(Limits::default()).await;
    let id = send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await.id;
    for path in
        ["/v1/inbox".into(), "/v1/sent".into(), format!("/v1/messages/{id}"), format!("/v1/messages/{id}/files/1")]
    {
        assert_eq!(call(&app, None, get(&path)).await.refusal().code, "no-identity", "{path}");
    }
}
