//! Every row of the table of refusals is given by at least one request.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request};
use careplan::name::FileName;
use mock_server::assumptions::Profile;
use mock_server::kind::{AGENT, DISABILITY};
use mock_server::limits::Limits;
use mock_server::refusals::{
    ASSUMPTION, CERTIFICATE_FOREIGN, CERTIFICATE_KIND, CERTIFICATE_MALFORMED, CERTIFICATE_OFFICE, REFUSALS,
};
use mock_server::{AppState, Credential, Identity, RelayConfig};

use crate::common::{
    CENTRE, Form, OTHER, PLANNER, SERIAL, SERVICE, STRANGER, Silence, assuming, call, call_with, config, get, house,
    method, on_sqlite, plan_name, post, send, stored, with, with_limits,
};
use crate::enrolment_refusals;

/// A request that is refused.
struct Case {
    code: &'static str,
    office: Option<&'static str>,
    limits: fn(&mut Limits),
    /// The profile, and what is chosen among the assumptions.
    assumed: (Profile, &'static [(&'static str, &'static str)]),
    request: fn() -> Request<Body>,
}

fn case(code: &'static str, request: fn() -> Request<Body>) -> Case {
    Case { code, office: Some(PLANNER), limits: |_| {}, assumed: (Profile::Web41, &[]), request }
}

impl Case {
    fn by(self, office: &'static str) -> Self {
        Self { office: Some(office), ..self }
    }

    fn at_terminals(self) -> Self {
        Self { assumed: (Profile::Client12, &[]), ..self }
    }

    fn assuming(self, choices: &'static [(&'static str, &'static str)]) -> Self {
        Self { assumed: (Profile::Web41, choices), ..self }
    }

    fn with(self, limits: fn(&mut Limits)) -> Self {
        Self { limits, ..self }
    }
}

/// A form to the service that holds one CSV.
fn csv(name: &str) -> Request<Body> {
    Form::to(SERVICE).file("csv", name, b"x").request()
}

/// A form to the service that holds one attachment.
fn attached(name: &str, body: &[u8]) -> Request<Body> {
    Form::to(SERVICE).file("attachment", name, body).request()
}

fn keyed(key: &'static str) -> Request<Body> {
    let mut request = Form::to(SERVICE).field("message", "a").request();
    request.headers_mut().insert("idempotency-key", key.parse().unwrap());
    request
}

fn cases() -> Vec<Case> {
    vec![
        Case { office: None, ..case("no-identity", || get("/v1/inbox")) },
        Case { office: None, ..case("no-identity", || Form::to(SERVICE).plan_set(SERIAL).request()) },
        case("unregistered-sender", || get("/v1/inbox")).by(STRANGER),
        case("unregistered-sender", || Form::to(SERVICE).plan_set(SERIAL).request()).by(STRANGER),
        case("not-found", || get("/nothing")),
        case("not-found", || get("/v1/messages/0")),
        case("not-found", || get("/v1/messages/0/files/1")),
        case("not-found", || get("/v1/messages/0/files/x")),
        case("not-found", || get("/v1/messages/%ff")),
        case("not-found", || get("/v1/messages/%00")),
        case("not-found", || get("/v1/messages/%00/files/1")),
        case("not-found", || get("/v1/messages/0/files/%ff")),
        case("not-found", || get("/v1/messages/0/files/4294967296")),
        case("method-not-allowed", || method(Method::DELETE, "/v1/inbox")),
        case("method-not-allowed", || get("/v1/messages")),
        case("bad-query", || get("/v1/inbox?limit=0")),
        case("bad-query", || get("/v1/inbox?limit=-1")),
        case("bad-query", || get("/v1/sent?limit=many")),
        case("bad-query", || get("/v1/sent?before=0")),
        case("bad-query", || get("/v1/sent?before=%00")),
        case("bad-query", || get("/v1/inbox?before=%00")),
        case("idempotency-key", || keyed("")),
        case("not-multipart", || Request::post("/v1/messages").body(Body::empty()).unwrap()),
        case("not-multipart", || {
            Request::post("/v1/messages").header("content-type", "application/json").body("{}".into()).unwrap()
        }),
        case("malformed-form", || {
            Request::post("/v1/messages").header("content-type", "multipart/form-data").body("".into()).unwrap()
        }),
        case("malformed-form", || post("")),
        case("malformed-form", || post(Form::to(SERVICE).plan_set(SERIAL).bytes()[..300].to_vec())),
        case("unexpected-field", || Form::to(SERVICE).field("from", PLANNER).request()),
        case("unexpected-field", || Form::to(SERVICE).field("to", OTHER).request()),
        case("unexpected-field", || Form::to(SERVICE).field("message", "a").field("message", "b").request()),
        case("too-slow", || post(Body::new(Silence))).with(|limits| limits.body = Duration::from_millis(20)),
        case("busy", || Form::to(SERVICE).plan_set(SERIAL).request()).with(|limits| {
            limits.waiting_bytes = 0;
            limits.body = Duration::from_millis(20);
        }),
        case("file-too-large", || attached("a.pdf", &[0; 1025])).with(|limits| limits.file_bytes = 1024),
        case("message-too-large", || {
            Form::to(SERVICE).file("attachment", "a.pdf", &[0; 900]).file("attachment", "b.pdf", &[0; 900]).request()
        })
        .with(|limits| limits.message_bytes = 1024),
        case("message-too-large", || attached("a.pdf", &[0; 3 << 20])).with(|limits| limits.message_bytes = 1024),
        case("too-many-files", || {
            Form::to(SERVICE).file("attachment", "a.pdf", b"").file("attachment", "b.pdf", b"").request()
        })
        .with(|limits| limits.files = 1),
        case("file-name", || attached("", b"")),
        case("file-name", || attached("../a.pdf", b"")),
        case("file-name", || attached("C:\\a.pdf", b"")),
        case("file-name", || attached("a\t.pdf", b"")),
        case("file-name", || attached(&format!("{}.pdf", "a".repeat(252)), b"")),
        case("file-name", || Form::to(SERVICE).field("attachment", "no name").request()),
        case("message-text", || Form::to(SERVICE).field("message", "a\u{0}b").request()),
        case("message-text", || post(not_utf8())),
        case("message-too-long", || Form::to(SERVICE).field("message", "字字字字").request())
            .with(|limits| limits.text_chars = 3),
        case("missing-destination", || Form::default().plan_set(SERIAL).request()),
        case("missing-destination", || Form::to("").plan_set(SERIAL).request()),
        case("same-office", || Form::to(PLANNER).plan_set(SERIAL).request()),
        case("unknown-destination", || Form::to(STRANGER).plan_set(SERIAL).request()),
        case("unknown-destination", || Form::to("9970000002'; --").plan_set(SERIAL).request()),
        case("unknown-destination", || Form::to(&"9".repeat(10_000)).plan_set(SERIAL).request()),
        case("unknown-destination", || Form::to("997000\u{0}").plan_set(SERIAL).request()),
        case("nothing-to-send", || Form::to(SERVICE).request()),
        case("nothing-to-send", || Form::to(SERVICE).field("message", " \n").request()),
        case("office-document", || attached("計画.DOCX", b"")),
        case("office-document", || attached("計画.xls", b"")),
        case("office-document", || attached("計画.pptx", b"")),
        case("office-document", || csv("計画.xlsx")),
        case("attachment-type", || attached("a.exe", b"")),
        case("attachment-type", || attached(&plan_name("UPPLAN", SERIAL), b"")),
        case("attachment-content", || attached("a.pdf", b"PK\x03\x04")),
        case("csv-name", || csv("実績.csv")),
        case("csv-name", || csv("a.pdf")),
        case("csv-name", || csv(&plan_name("UPPLAN", "20251317182009"))),
        case("csv-name-version", || csv("UPPLAN_202505_9970000001_9970000002_20250317182009.CSV")),
        case("csv-name-version", || csv("UPPLAN_202505_9970000001_431_9970000002_151_20250317182009.CSV")),
        case("same-file-twice", || Form::to(SERVICE).plan_set(SERIAL).plan_set(SERIAL).request()),
        case("same-file-twice", || {
            Form::to(SERVICE).file("attachment", "a.pdf", b"").file("attachment", "A.PDF", b"").request()
        }),
        case("sender-mismatch", || Form::to(SERVICE).plan_set(SERIAL).request()).by(CENTRE),
        case("destination-mismatch", || Form::to(OTHER).plan_set(SERIAL).request()),
        case("service-type", || csv("UPPLAN_202505_9970000001_46_9970000002_15_20250317182009.CSV")),
        case("service-type", || csv("UPPLAN_202505_9970000001_43_9970000002_16_20250317182009.CSV")),
        case("set-composition", || csv(&plan_name("UPPLAN", SERIAL))),
        case("set-composition", || {
            Form::to(SERVICE).plan_set(SERIAL).file("csv", &plan_name("UPJSK", SERIAL), b"").request()
        }),
        case("set-composition", || {
            let late = plan_name("UPHOSOKU", "20250317182010");
            let form = Form::to(SERVICE).file("csv", &plan_name("UPPLAN", SERIAL), b"");
            form.file("csv", &plan_name("UPSIKYU", SERIAL), b"").file("csv", &late, b"").request()
        }),
        case("set-direction", || csv(&plan_name("UPJSK", SERIAL))),
        case("terminal", || get("/v1/inbox")).at_terminals(),
        case("terminal", || get("/v1/drafts")).at_terminals(),
        case("terminal", || with(get("/v1/sent"), "renkei-terminal", "受付")).at_terminals(),
        case("terminal", || Form::to(SERVICE).plan_set(SERIAL).request()).at_terminals(),
        case("message-alone", || Form::to(SERVICE).field("message", "a").request())
            .assuming(&[("message-only", "refuse")]),
        case("kind-twice", || {
            let other_month = plan_name("UPPLAN", SERIAL).replace("_202505_", "_202506_");
            Form::to(SERVICE).plan_set(SERIAL).file("csv", &other_month, b"x").request()
        }),
        case("kind-twice", || {
            let of_plans = plan_name("UPHOSOKU", SERIAL).replace("_202505_", "_000000_");
            Form::to(SERVICE).plan_set(SERIAL).file("csv", &of_plans, b"x").request()
        }),
        case("zero-actuals", || Form::to(PLANNER).file("csv", &actuals(), b"\r\n\r\n").request()).by(SERVICE),
        case("zero-actuals", || Form::to(PLANNER).file("csv", &actuals(), b"").request()).by(SERVICE),
        case("no-records", || Form::to(SERVICE).file("csv", &plan_name("DLTPLAN", SERIAL), b"").request()),
        case("no-recall", || method(Method::POST, "/v1/messages/0/recall")),
        case("too-many-drafts", || Form::to(SERVICE).at_endpoint(Method::POST, "/v1/drafts"))
            .assuming(&[("drafts", "0")]),
        case("no-bulk", || Form::default().plan_set(SERIAL).at_endpoint(Method::POST, "/v1/bulk"))
            .assuming(&[("bulk", "none")]),
        case("no-bulk", || method(Method::POST, "/v1/bulk/send")).assuming(&[("bulk", "none")]),
        case("nothing-to-send", || Form::default().at_endpoint(Method::POST, "/v1/bulk")),
        case("unexpected-field", || Form::to(SERVICE).plan_set(SERIAL).at_endpoint(Method::POST, "/v1/bulk")),
        case("too-many-files", || Form::default().plan_set(SERIAL).at_endpoint(Method::POST, "/v1/bulk"))
            .assuming(&[("bulk-files", "2")]),
        case("not-found", || method(Method::DELETE, "/v1/drafts/0")),
        case("not-found", || method(Method::POST, "/v1/drafts/0/send")),
        case("not-found", || Form::to(SERVICE).at_endpoint(Method::PUT, "/v1/drafts/0")),
        case("bad-query", || get("/v1/drafts?before=0")),
        case("store-full", || attached("a.pdf", &[1; 900_000])).with(|limits| limits.database_bytes = Some(1_200_000)),
    ]
}

fn actuals() -> String {
    format!("UPJSK_202505_{SERVICE}_15_{PLANNER}_43_{SERIAL}.CSV")
}

fn not_utf8() -> Vec<u8> {
    let mut body = Form::to(SERVICE).field("message", "???").bytes();
    let at = body.windows(3).position(|bytes| bytes == b"???").unwrap();
    body[at] = 0xFF;
    body
}

#[tokio::test]
async fn every_case_is_refused_by_its_row_and_stores_nothing() {
    for Case { code, office, limits, assumed: (profile, choices), request } in cases() {
        let mut all = Limits::default();
        limits(&mut all);
        let config = RelayConfig { assumed: assuming(profile, choices), ..with_limits(all) };
        let app = mock_server::app(AppState::open(&config).await.unwrap());
        let problem = call(&app, office, request()).await.refusal();
        assert_eq!(problem.code, code, "{problem:?}");
        if profile == Profile::Web41 {
            assert_eq!(stored(&app).await, 0, "{code}");
        }
    }
}

/// Credentials that do not count. Which certificates come to them is told by the tests of the CA.
fn credentials() -> Vec<(&'static str, Credential)> {
    let identity = || Identity::of_office(PLANNER.parse().unwrap());
    let faulty = [&CERTIFICATE_FOREIGN, &CERTIFICATE_MALFORMED, &CERTIFICATE_OFFICE, &CERTIFICATE_KIND];
    let faulty = faulty.map(|refusal| (refusal.code, Credential::Faulty(refusal)));
    let others = [
        ("certificate-not-yet-valid", Identity { not_before: i64::MAX, ..identity() }),
        ("certificate-expired", Identity { not_after: 0, ..identity() }),
        ("certificate-revoked", Identity { serial: REVOKED.to_owned(), ..identity() }),
        ("certificate-agent", Identity { kind: &AGENT, ..identity() }),
        ("certificate-disability", Identity { kind: &DISABILITY, ..identity() }),
    ];
    faulty.into_iter().chain(others.map(|(code, identity)| (code, identity.into()))).collect()
}

const REVOKED: &str = "4e";

#[tokio::test]
async fn every_credential_that_does_not_count_is_refused_by_its_row_and_stores_nothing() {
    let state = AppState::open(&config(Limits::default())).await.unwrap();
    state.revocations().insert(REVOKED);
    let app = mock_server::app(state);
    for (code, credential) in credentials() {
        for request in [get("/v1/inbox"), get("/v1/messages/0/files/1"), Form::to(SERVICE).plan_set(SERIAL).request()] {
            let problem = call_with(&app, credential.clone(), request).await.refusal();
            assert_eq!(problem.code, code);
            assert!(matches!(problem.status, 401 | 403), "{problem:?}");
        }
        let page = call_with(&app, credential, get("/")).await;
        assert_eq!(page.status.as_u16(), 200, "{code}: the first page is open to all");
        assert!(!String::from_utf8_lossy(&page.body).contains(PLANNER), "{code}");
    }
    assert_eq!(stored(&app).await, 0);
}

#[tokio::test]
async fn every_refusal_of_the_table_is_given_by_some_request() {
    // Given in tests of their own, below, and in `shared` where a database is stopped; for too many connections it takes connections; the kind
    // that is assumed to be accepted is refused in the test of the kinds alone.
    let elsewhere =
        ["idempotency-conflict", "store-failed", "store-unreachable", "too-many-connections", "certificate-combined"];
    // Given where drafts, fetching and the assumptions are tested: it takes a message or a draft first.
    let after_something = ["draft-changed", "range", "set-again", "already-received"];
    let elsewhere = elsewhere.into_iter().chain(after_something).chain(enrolment_refusals::CODES.iter().copied());
    let credentials = credentials().into_iter().map(|(code, _)| code);
    // Given on purpose, in the tests of the faults; the control has cases of its own.
    let faults = ["unavailable", "maintenance", "locked-on-purpose"];
    let elsewhere = elsewhere.into_iter().chain(faults).chain(crate::steering_refusals::codes());
    let given: Vec<_> = cases().iter().map(|case| case.code).chain(elsewhere).chain(credentials).collect();
    for refusal in REFUSALS {
        assert!(given.contains(&refusal.code), "nothing is refused with {}", refusal.code);
    }
}

#[tokio::test]
async fn a_key_is_not_used_for_two_messages() {
    let app = house(Limits::default()).await;
    let with_key = |text: &str| {
        let mut request = Form::to(SERVICE).field("message", text).request();
        request.headers_mut().insert("idempotency-key", "k-1".parse().unwrap());
        request
    };
    let first = call(&app, Some(PLANNER), with_key("a")).await;
    let again = call(&app, Some(PLANNER), with_key("a")).await;
    assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 201));
    assert_eq!(first.body, again.body, "the first answer is given again");
    assert_eq!(first.header("location"), again.header("location"));
    let conflict = call(&app, Some(PLANNER), with_key("b")).await.refusal();
    assert_eq!(conflict.code, "idempotency-conflict");
    assert_eq!(stored(&app).await, 2, "one message, in two lists");
    // A key belongs to its office.
    assert_eq!(call(&app, Some(OTHER), with_key("b")).await.status.as_u16(), 201);
}

/// On SQLite: its file is opened behind the back of the relay.
#[tokio::test]
async fn a_failing_store_is_a_refusal_and_stores_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = Some(folder.path().join("relay"));
    let config = RelayConfig { data, ..on_sqlite(Limits::default()) };
    let app = mock_server::app(AppState::open(&config).await.unwrap());
    send(&app, PLANNER, Form::to(SERVICE).plan_set(SERIAL)).await;
    let db = rusqlite::Connection::open(folder.path().join("relay/relay.sqlite3")).unwrap();
    db.execute_batch("ALTER TABLE file RENAME TO gone").unwrap();
    let problem = call(&app, Some(PLANNER), Form::to(SERVICE).plan_set(SERIAL).request()).await.refusal();
    assert_eq!(problem.code, "store-failed");
    let problem = call(&app, Some(PLANNER), get("/v1/sent")).await.refusal();
    assert_eq!(problem.code, "store-failed");
    db.execute_batch("ALTER TABLE gone RENAME TO file").unwrap();
    assert_eq!(stored(&app).await, 2, "the first message, in two lists, and no half of the second");
}

#[tokio::test]
async fn a_refusal_speaks_the_language_that_is_asked_for_and_carries_both() {
    let app = house(Limits::default()).await;
    let ask = |lang: &'static str| {
        let mut request = csv(&plan_name("UPPLAN", SERIAL));
        request.headers_mut().insert("accept-language", lang.parse().unwrap());
        request
    };
    let japanese = call(&app, Some(PLANNER), csv(&plan_name("UPPLAN", SERIAL))).await.refusal();
    let answer = call(&app, Some(PLANNER), ask("en")).await;
    let english = answer.refusal();
    assert_eq!(answer.header("content-language"), "en");
    assert_eq!(japanese.title, japanese.title_ja);
    assert_eq!(english.title, english.title_en);
    assert_eq!(english.detail, english.detail_en);
    assert_eq!((&english.title_ja, &english.detail_ja), (&japanese.title, &japanese.detail));
    assert_eq!(english.kind, "urn:renkei:problem:set-composition");
    assert!(english.detail.contains("UPSIKYU"), "{}", english.detail);
}

#[test]
fn what_no_source_says_is_called_an_assumption() {
    // The rows that stand on a source alone; every other says what was assumed.
    let sourced = ["missing-destination", "unexpected-field", "office-document", "csv-name", "set-composition"];
    for refusal in REFUSALS.iter().filter(|refusal| refusal.code != "method-not-allowed") {
        assert!(refusal.source.contains(ASSUMPTION) || sourced.contains(&refusal.code), "{}", refusal.code);
    }
    assert!(FileName::parse(&plan_name("UPPLAN", SERIAL)).is_ok());
}
