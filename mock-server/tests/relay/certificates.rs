//! What the certificate of a connection is worth, and that it is asked for anew every time.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::http::StatusCode;
use mock_server::ca::{DAY_MS, Request, Serial};
use mock_server::client::{Client, ClientError};
use mock_server::clock::Clock;
use mock_server::limits::Limits;
use mock_server::wire::ProblemDocument;
use mock_server::{Relay, RelayConfig, Running};
use reqwest::Method;
use time::OffsetDateTime;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::common::{PLANNER, SERVICE, config};
use crate::sockets::{BOTH, client, issue, nobody, office, pair, plan_set, relay, trusting};

/// The refusal of a call.
async fn refused(client: &Client) -> ProblemDocument {
    match client.inbox(None).await {
        Err(ClientError::Refused(problem)) => *problem,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn without_a_certificate_there_is_a_connection_but_no_mailbox() {
    let relay = relay(Limits::default()).await;
    office(&relay, PLANNER).await.send(plan_set()).await.unwrap();
    for version in BOTH {
        let nobody = nobody(&relay, &[version]);
        for open in ["/", "/v1/about", "/healthz"] {
            assert_eq!(nobody.request(Method::GET, open).send().await.unwrap().status(), StatusCode::OK, "{open}");
        }
        let problem = refused(&nobody).await;
        assert_eq!((problem.code.as_str(), problem.status), ("no-identity", 401));
        let outcome = nobody.send(plan_set()).await;
        assert!(matches!(&outcome, Err(ClientError::Refused(problem)) if problem.code == "no-identity"), "{outcome:?}");
        // Nothing of what is stored shows in the refusal.
        let shown = format!("{problem:?}");
        assert!(!shown.contains(PLANNER) && !shown.contains(SERVICE), "{shown}");
    }
    assert_eq!(office(&relay, SERVICE).await.inbox(None).await.unwrap().items.len(), 1);
}

#[tokio::test]
async fn a_certificate_of_another_ca_is_refused_in_words() {
    let (here, elsewhere) = (relay(Limits::default()).await, relay(Limits::default()).await);
    let foreign = issue(&elsewhere, PLANNER).await;
    let problem = refused(&client(&here, &foreign)).await;
    assert_eq!((problem.code.as_str(), problem.status), ("certificate-foreign", 401));
    assert!(!format!("{problem:?}").contains(PLANNER));
    assert!(client(&elsewhere, &foreign).inbox(None).await.is_ok());
}

#[derive(Debug)]
struct Moved(AtomicI64);

impl Clock for Moved {
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.0.load(Ordering::Relaxed) / 1_000).unwrap()
    }
}

const DAY: i64 = DAY_MS;
const NOW: i64 = 1_742_202_009_000;

async fn at(now: i64) -> (Running, Arc<Moved>) {
    let clock = Arc::new(Moved(AtomicI64::new(now)));
    let config = RelayConfig { clock: Arc::<Moved>::clone(&clock), ..config(Limits::default()) };
    (Relay::start(config).await.unwrap(), clock)
}

#[tokio::test]
async fn a_connection_that_is_kept_ends_and_begins_with_its_certificate_by_the_clock_of_the_environment() {
    let (relay, clock) = at(NOW).await;
    let planner = office(&relay, PLANNER).await;
    for (now, code) in [
        (NOW, None),
        (NOW + 1_096 * DAY, None),
        (NOW + 1_096 * DAY + 1_000, Some("certificate-expired")),
        (NOW - 1_000, Some("certificate-not-yet-valid")),
        (NOW + DAY, None),
    ] {
        clock.0.store(now, Ordering::Relaxed);
        match (planner.inbox(None).await, code) {
            (Ok(_), None) => {}
            (Err(ClientError::Refused(problem)), Some(code)) => assert_eq!(problem.code, code),
            other => panic!("{now}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_certificate_is_judged_by_the_clock_of_the_environment_from_the_first_connection_on() {
    // Years in which no machine runs this test.
    for now in [1_000_000_000_000, 3_000_000_000_000] {
        let (relay, _) = at(now).await;
        assert!(office(&relay, PLANNER).await.inbox(None).await.is_ok());
    }
}

#[tokio::test]
async fn a_revoked_certificate_is_refused_on_a_connection_that_is_kept() {
    let (relay, _) = at(NOW).await;
    let request = |byte| Request::new(PLANNER.parse().unwrap(), NOW, Serial::of([byte; 16]));
    let [lost, new] = [1, 2].map(|byte| relay.authority().issue(&request(byte)).unwrap());
    let [before, after] = [&lost, &new].map(|issued| client(&relay, &issued.identity));
    assert!(before.inbox(None).await.is_ok() && after.inbox(None).await.is_ok());
    relay.revocations().insert(lost.serial);
    assert_eq!(refused(&before).await.code, "certificate-revoked");
    assert!(after.inbox(None).await.is_ok(), "the office's other certificate is not concerned");
}

/// Sends one request for the inbox over a connection of its own.
async fn ask(relay: &Running, connector: &TlsConnector) -> (rustls::HandshakeKind, String) {
    let stream = TcpStream::connect(relay.addr()).await.unwrap();
    let mut stream = connector.connect("localhost".try_into().unwrap(), stream).await.unwrap();
    stream.write_all(b"GET /v1/inbox HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    (stream.get_ref().1.handshake_kind().unwrap(), String::from_utf8(answer).unwrap())
}

#[tokio::test]
async fn a_resumed_session_is_judged_like_a_new_one() {
    for version in BOTH {
        let (relay, clock) = at(NOW).await;
        let (chain, key) = pair(&issue(&relay, PLANNER).await);
        let tls = trusting(&relay, &[version]).with_client_auth_cert(chain, key).unwrap();
        let connector = TlsConnector::from(Arc::new(tls));
        let (first, answer) = ask(&relay, &connector).await;
        assert!(first != rustls::HandshakeKind::Resumed && answer.starts_with("HTTP/1.1 200"), "{answer}");
        let (second, answer) = ask(&relay, &connector).await;
        assert!(second == rustls::HandshakeKind::Resumed && answer.starts_with("HTTP/1.1 200"), "{second:?} {answer}");
        clock.0.store(NOW + 2_000 * DAY, Ordering::Relaxed);
        let (third, answer) = ask(&relay, &connector).await;
        assert_eq!(third, rustls::HandshakeKind::Resumed);
        assert!(answer.starts_with("HTTP/1.1 401") && answer.contains("certificate-expired"), "{answer}");
    }
}

#[tokio::test]
async fn an_office_that_takes_too_many_connections_is_refused_and_no_other() {
    let relay = relay(Limits { connections_per_office: 2, connections_without_office: 1, ..Limits::default() }).await;
    let planner = issue(&relay, PLANNER).await;
    // A client keeps its connection.
    let [first, second, third] = [0; 3].map(|_| client(&relay, &planner));
    assert!(first.inbox(None).await.is_ok() && second.inbox(None).await.is_ok());
    let answer = third.request(Method::GET, "/v1/inbox").header("accept-language", "en").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    for (header, value) in [("retry-after", "5"), ("connection", "close"), ("content-language", "en")] {
        assert_eq!(answer.headers().get(header).unwrap(), value, "{header}");
    }
    assert_eq!(answer.json::<ProblemDocument>().await.unwrap().code, "too-many-connections");
    assert!(office(&relay, SERVICE).await.inbox(None).await.is_ok());

    let [one, two] = [0; 2].map(|_| nobody(&relay, BOTH));
    assert_eq!(refused(&one).await.code, "no-identity");
    assert_eq!(refused(&two).await.code, "too-many-connections");
    assert!(first.inbox(None).await.is_ok());
    drop(second);
    let freed = async {
        while third.inbox(None).await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
    };
    assert!(tokio::time::timeout(std::time::Duration::from_secs(5), freed).await.is_ok());
}
