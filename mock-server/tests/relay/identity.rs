//! Who you are is your certificate; no header says otherwise.

use axum::http::HeaderName;
use mock_server::limits::Limits;
use mock_server::wire::Page;

use crate::common::{Form, OTHER, PLANNER, SERIAL, SERVICE, call, get, house, send};

/// Headers by which proxies and applications commonly pass an identity on.
const HEADERS: &[&str] = &[
    "authorization",
    "cookie",
    "forwarded",
    "from",
    "ssl-client-cert",
    "ssl-client-s-dn",
    "x-client-cert",
    "x-forwarded-client-cert",
    "x-forwarded-for",
    "x-forwarded-user",
    "x-identity",
    "x-office",
    "x-real-ip",
    "x-remote-user",
    "x-ssl-client-cert",
];

#[tokio::test]
async fn no_header_gives_or_changes_an_identity() {
    let app = house(Limits::default()).await;
    send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    for header in HEADERS {
        for value in
            [SERVICE.to_owned(), format!("CN=訓練用 {SERVICE}"), format!("urn:renkei:training:office:{SERVICE}")]
        {
            let request = || {
                let mut request = get("/v1/inbox");
                let name = HeaderName::from_static(header);
                request.headers_mut().insert(name, value.as_bytes().try_into().unwrap());
                request
            };
            assert_eq!(call(&app, None, request()).await.refusal().code, "no-identity", "{header}");
            let page: Page = call(&app, Some(OTHER), request()).await.json();
            assert!(page.items.is_empty(), "{header} made one office another");
        }
    }
}

#[tokio::test]
async fn a_message_names_its_sender_by_the_certificate() {
    let app = house(Limits::default()).await;
    let envelope = send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    assert_eq!((envelope.from.as_str(), envelope.to.as_str()), (PLANNER, SERVICE));
}
