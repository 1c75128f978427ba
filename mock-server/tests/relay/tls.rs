//! TLS: who gets a connection, and what comes through it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use mock_server::client::{Client, ClientError, Outgoing};
use mock_server::limits::Limits;
use mock_server::{Relay, RelayConfig};
use reqwest::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::common::{PLANNER, SERVICE, STRANGER, on_sqlite};
use crate::sockets::{BOTH, client, issue, office, pair, plan_set, relay, trusting};

/// Whether there is no connection at all.
async fn is_shut_out(client: &Client) -> bool {
    let health = client.request(Method::GET, "/healthz").send().await;
    health.is_err() && matches!(client.inbox(None).await, Err(ClientError::Connection(_)))
}

#[tokio::test]
async fn what_one_office_sends_the_other_receives_through_mutual_tls() {
    let relay = relay(Limits::default()).await;
    let (planner, service) = (office(&relay, PLANNER).await, office(&relay, SERVICE).await);
    let odd = "実績「5月」 'a' ;%22 🙂.pdf";
    let sent = planner.send(plan_set().message("五月分").attachment(odd, vec![0, 1, 2])).await.unwrap();
    let inbox = service.inbox(None).await.unwrap();
    assert_eq!(inbox.items, std::slice::from_ref(&sent));
    assert_eq!(planner.sent(None).await.unwrap().items, std::slice::from_ref(&sent));
    assert_eq!(service.message(&sent.id).await.unwrap().message, "五月分");
    assert_eq!(sent.files[3].name, odd);
    assert_eq!(service.fetch(&sent.id, &sent.files[3]).await.unwrap(), [0, 1, 2]);
    assert_eq!(service.fetch(&sent.id, &sent.files[0]).await.unwrap(), b"\"UPPLAN\"\r\n");
    relay.shutdown().await;
}

#[tokio::test]
async fn a_refusal_reaches_the_client_as_data() {
    let relay = relay(Limits::default()).await;
    let outcome = office(&relay, SERVICE).await.send(plan_set()).await;
    let Err(ClientError::Refused(problem)) = outcome else { panic!("{outcome:?}") };
    assert_eq!((problem.code.as_str(), problem.status), ("same-office", 422));
}

#[tokio::test]
async fn a_client_does_not_talk_to_a_relay_of_another_ca() {
    let (here, elsewhere) = (relay(Limits::default()).await, relay(Limits::default()).await);
    let identity = issue(&here, PLANNER).await;
    let client = Client::new(&here.url(), elsewhere.ca_pem(), &identity.cert_pem, &identity.key_pem).unwrap();
    assert!(is_shut_out(&client).await);
}

#[tokio::test]
async fn an_office_that_is_not_registered_is_refused_with_its_valid_certificate() {
    let relay = relay(Limits::default()).await;
    let stranger = office(&relay, STRANGER).await;
    let outcome = stranger.inbox(None).await;
    assert!(matches!(&outcome, Err(ClientError::Refused(problem)) if problem.code == "unregistered-sender"));
    let number = STRANGER.parse().unwrap();
    relay.register(mock_server::Office::new(number, "架空", &["15"])).await.unwrap();
    assert!(stranger.inbox(None).await.is_ok());
}

/// On SQLite, in a folder that stays; what a shared environment keeps is told in `shared`.
#[tokio::test]
async fn a_restarted_relay_knows_its_certificates_and_its_messages() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || RelayConfig { data: Some(folder.path().join("relay")), ..on_sqlite(Limits::default()) };
    let first = Relay::start(kept()).await.unwrap();
    let (planner, service) = (issue(&first, PLANNER).await, issue(&first, SERVICE).await);
    let sent = client(&first, &planner).send(plan_set().key("once")).await.unwrap();
    first.shutdown().await;

    let second = Relay::start(kept()).await.unwrap();
    let receiver = client(&second, &service);
    assert_eq!(receiver.inbox(None).await.unwrap().items, std::slice::from_ref(&sent));
    let again = client(&second, &planner).send(plan_set().key("once")).await.unwrap();
    assert_eq!(again, sent, "a retry after the restart is the same message");
    assert_eq!(receiver.inbox(None).await.unwrap().items.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_offices_send_at_once_and_nothing_is_lost_or_mixed_up() {
    let relay = relay(Limits { page: 500, connections_per_office: 100, ..Limits::default() }).await;
    let identity = issue(&relay, PLANNER).await;
    let sends: Vec<_> = (0..60_u32)
        .map(|n| {
            let planner = client(&relay, &identity);
            tokio::spawn(async move {
                let body = n.to_be_bytes().repeat(1 + n as usize * 50);
                let outgoing = Outgoing::to(SERVICE).message(n.to_string()).attachment("a.pdf", body.clone());
                (planner.send(outgoing).await.unwrap(), n, body)
            })
        })
        .collect();
    let service = office(&relay, SERVICE).await;
    for send in sends {
        let (sent, n, body) = send.await.unwrap();
        assert_eq!(service.message(&sent.id).await.unwrap().message, n.to_string());
        assert_eq!(service.fetch(&sent.id, &sent.files[0]).await.unwrap(), body);
    }
    assert_eq!(service.inbox(None).await.unwrap().items.len(), 60);
}

#[tokio::test]
async fn who_sends_too_much_gets_the_refusal_and_not_a_broken_connection() {
    let relay = relay(Limits { file_bytes: 1 << 20, message_bytes: 2 << 20, ..Limits::default() }).await;
    let planner = office(&relay, PLANNER).await;
    for (sizes, code) in [(vec![3 << 20], "file-too-large"), (vec![1 << 20; 4], "message-too-large")] {
        let outgoing = sizes
            .iter()
            .enumerate()
            .fold(Outgoing::to(SERVICE), |outgoing, (n, size)| outgoing.attachment(format!("{n}.pdf"), vec![0; *size]));
        let outcome = planner.send(outgoing).await;
        assert!(matches!(&outcome, Err(ClientError::Refused(problem)) if problem.code == code), "{outcome:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn retries_that_overlap_make_one_message() {
    let relay = relay(Limits::default()).await;
    let planner = office(&relay, PLANNER).await;
    let sends: Vec<_> = (0..12)
        .map(|_| {
            let planner = planner.clone();
            tokio::spawn(async move { planner.send(plan_set().key("once")).await.unwrap() })
        })
        .collect();
    let mut ids = Vec::new();
    for send in sends {
        ids.push(send.await.unwrap().id);
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    assert_eq!(planner.sent(None).await.unwrap().items.len(), 1);
}

/// Whether the relay hangs up within the time, after these first bytes.
async fn hangs_up(addr: SocketAddr, first: &[u8]) -> bool {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(first).await.unwrap();
    let mut rest = Vec::new();
    tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await.is_ok()
}

#[tokio::test]
async fn who_says_nothing_or_speaks_no_tls_is_hung_up_on() {
    let relay = relay(Limits { handshake: Duration::from_millis(100), ..Limits::default() }).await;
    for first in [b"".as_slice(), b"\x16\x03\x01", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", &[0xFF; 600]] {
        assert!(hangs_up(relay.addr(), first).await, "{first:?}");
    }
}

#[tokio::test]
async fn who_begins_a_request_and_does_not_go_on_is_hung_up_on() {
    let limits = Limits { headers: Duration::from_millis(100), idle: Duration::from_millis(300), ..Limits::default() };
    let relay = relay(limits).await;
    let identity = issue(&relay, PLANNER).await;
    let (chain, key) = pair(&identity);
    let tls = trusting(&relay, BOTH).with_client_auth_cert(chain, key).unwrap();
    let connector = TlsConnector::from(Arc::new(tls));
    let body = "POST /v1/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n";
    for first in ["", "GET / HTTP/1.1\r\nhos", body] {
        let stream = TcpStream::connect(relay.addr()).await.unwrap();
        let mut stream = connector.connect("localhost".try_into().unwrap(), stream).await.unwrap();
        stream.write_all(first.as_bytes()).await.unwrap();
        let mut rest = Vec::new();
        let end = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await;
        assert!(end.is_ok(), "{first:?}");
    }
}

#[tokio::test]
async fn connections_that_only_wait_do_not_keep_others_out_for_long() {
    let limits = Limits { handshake: Duration::from_millis(200), connections: 4, ..Limits::default() };
    let relay = relay(limits).await;
    let mut waiting = Vec::new();
    for _ in 0..8 {
        waiting.push(TcpStream::connect(relay.addr()).await.unwrap());
    }
    assert!(office(&relay, PLANNER).await.inbox(None).await.is_ok());
}

#[tokio::test]
async fn stopping_lets_a_request_under_way_come_to_its_end_and_then_closes() {
    let relay = relay(Limits { grace: Duration::from_secs(5), ..Limits::default() }).await;
    let (url, planner) = (relay.addr(), office(&relay, PLANNER).await);
    let large = Outgoing::to(SERVICE).attachment("a.pdf", vec![9; 8 << 20]);
    let sending = tokio::spawn(async move { planner.send(large).await });
    tokio::time::sleep(Duration::from_millis(60)).await;
    let began = Instant::now();
    relay.shutdown().await;
    assert!(began.elapsed() < Duration::from_secs(5));
    // Either it was accepted whole, or the connection had not yet come about.
    match sending.await.unwrap() {
        Ok(envelope) => assert_eq!(envelope.files[0].size, 8 << 20),
        Err(problem) => assert!(matches!(problem, ClientError::Connection(_)), "{problem}"),
    }
    assert!(TcpStream::connect(url).await.is_err());
}

#[tokio::test]
async fn a_dropped_relay_stops_listening() {
    let relay = relay(Limits::default()).await;
    let addr = relay.addr();
    drop(relay);
    let closed = async {
        while TcpStream::connect(addr).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    assert!(tokio::time::timeout(Duration::from_secs(5), closed).await.is_ok());
}

/// On SQLite; with a store of its own the same is told in `shared`.
#[tokio::test]
async fn two_relays_do_not_share_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || RelayConfig { data: Some(folder.path().join("relay")), ..on_sqlite(Limits::default()) };
    let first = Relay::start(kept()).await.unwrap();
    assert!(matches!(Relay::start(kept()).await, Err(mock_server::StartError::InUse(_))));
    first.shutdown().await;
    assert!(Relay::start(kept()).await.is_ok());
}
