//! Nothing older than TLS 1.2, and nobody who only shows a certificate without holding its key.

use std::sync::Arc;
use std::time::Duration;

use mock_server::Running;
use mock_server::client::{Client, ClientError};
use mock_server::limits::Limits;
use reqwest::Method;
use rustls::SignatureScheme;
use rustls::client::ResolvesClientCert;
use rustls::sign::CertifiedKey;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::common::{PLANNER, SERVICE};
use crate::sockets::{BOTH, issue, pair, relay, speaking, trusting};

/// The first message of a client that speaks up to this version: `[3, 1]` is TLS 1.0.
fn hello(version: [u8; 2]) -> Vec<u8> {
    let mut body = version.to_vec();
    body.extend([7; 32]);
    // No session; ECDHE_ECDSA with AES-128 GCM and SHA-256, ECDHE_ECDSA with AES-128 and SHA-1; no compression.
    body.extend([0, 0, 4, 0xC0, 0x2B, 0xC0, 0x09, 1, 0]);
    // Extensions: secp256r1; uncompressed points; ecdsa_secp256r1_sha256.
    let extensions = [[0, 10, 0, 4, 0, 2, 0, 23].as_slice(), &[0, 11, 0, 2, 1, 0], &[0, 13, 0, 4, 0, 2, 4, 3]].concat();
    body.extend([0, u8::try_from(extensions.len()).unwrap()]);
    body.extend(extensions);
    let mut message = vec![1, 0, 0, u8::try_from(body.len()).unwrap()];
    message.extend(body);
    let mut record = vec![22, 3, 1, 0, u8::try_from(message.len()).unwrap()];
    record.extend(message);
    record
}

/// What comes back first.
async fn answer(relay: &Running, version: [u8; 2]) -> [u8; 7] {
    let mut stream = TcpStream::connect(relay.addr()).await.unwrap();
    stream.write_all(&hello(version)).await.unwrap();
    let mut answer = [0; 7];
    tokio::time::timeout(Duration::from_secs(5), stream.read_exact(&mut answer)).await.unwrap().unwrap();
    answer
}

#[tokio::test]
async fn tls_1_1_and_older_are_refused_by_name() {
    let relay = relay(Limits::default()).await;
    for version in [[3, 0], [3, 1], [3, 2]] {
        // A fatal alert: protocol_version.
        let [kind, .., level, reason] = answer(&relay, version).await;
        assert_eq!([kind, level, reason], [21, 2, 70], "{version:?}");
    }
    // With TLS 1.2 the same words are answered by a handshake: it was the version that was refused.
    assert_eq!(answer(&relay, [3, 3]).await[0], 22);
}

#[tokio::test]
async fn both_versions_that_are_spoken_give_the_same_identity() {
    let relay = relay(Limits::default()).await;
    let identity = issue(&relay, PLANNER).await;
    for version in BOTH {
        assert!(speaking(&relay, &identity, &[version]).inbox(None).await.is_ok(), "{version:?}");
    }
}

/// Shows one office's certificate and signs with another's key.
#[derive(Debug)]
struct Thief(Arc<CertifiedKey>);

impl ResolvesClientCert for Thief {
    fn resolve(&self, _: &[&[u8]], _: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }

    fn has_certs(&self) -> bool {
        true
    }
}

#[tokio::test]
async fn a_certificate_without_its_key_gives_no_connection() {
    let relay = relay(Limits::default()).await;
    let (stolen, _) = pair(&issue(&relay, PLANNER).await);
    let (_, own) = pair(&issue(&relay, SERVICE).await);
    let key = rustls::crypto::ring::sign::any_supported_type(&own).unwrap();
    let thief = Arc::new(Thief(Arc::new(CertifiedKey::new(stolen, key))));
    for version in BOTH {
        let tls = trusting(&relay, &[version]).with_client_cert_resolver(Arc::<Thief>::clone(&thief));
        let client = Client::with_tls(&relay.url(), tls).unwrap();
        assert!(client.request(Method::GET, "/healthz").send().await.is_err(), "{version:?}");
        assert!(matches!(client.inbox(None).await, Err(ClientError::Connection(_))), "{version:?}");
    }
}
