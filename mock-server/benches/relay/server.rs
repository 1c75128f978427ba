//! All that is known here of the relay: starting it, its offices, its certificates, its requests.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use bytes::Bytes;
use mock_server::clock::Clock;
use mock_server::limits::Limits;
use mock_server::{AppState, Credential, Identity, Office, OfficeNo, Relay, RelayConfig, app};
use serde::{Deserialize, Serialize};
use tokio::task::JoinSet;
use tower::ServiceExt;

use crate::Failure;
use crate::child::{Process, Role};

/// Sends that are under way at the same time; each has a sender of its own.
pub(crate) const SENDERS: usize = 64;
/// An answer of a few bytes.
pub(crate) const SMALL: &str = "/healthz";
/// The list of what an office received.
pub(crate) const INBOX: &str = "/v1/inbox";
const SEND: &str = "/v1/messages";
const BOUNDARY: &str = "----renkei-bench";

/// Offices whose lists are asked for; they receive nothing else.
pub(crate) const LISTED: usize = 32;

/// How a relay process is reached.
#[derive(Serialize, Deserialize)]
pub(crate) struct Reached {
    pub(crate) addr: std::net::SocketAddr,
    /// Certificate and key of each sender, PEM.
    pub(crate) senders: Vec<(String, String)>,
    /// The same of each office whose list is asked for.
    pub(crate) listed: Vec<(String, String)>,
}

/// The planner of this number among the senders.
pub(crate) fn sender(n: usize) -> String {
    format!("99700{n:05}")
}

/// The service that receives from it.
pub(crate) fn receiver(n: usize) -> String {
    format!("99710{n:05}")
}

/// A service whose list is asked for.
pub(crate) fn listed(n: usize) -> String {
    format!("99720{n:05}")
}

/// Where the relay process tells how it is reached.
fn told(folder: &Path) -> std::path::PathBuf {
    folder.join("reached.json")
}

/// The certificate of the CA and its key, PEM, as the relay keeps them.
pub(crate) fn authority(folder: &Path) -> Result<String, Failure> {
    Ok(fs::read_to_string(folder.join("ca.pem"))?)
}

/// Starts the relay as a process of its own.
pub(crate) fn start(folder: &Path) -> Result<(Process, Reached), Failure> {
    let mut process = Role::Relay(folder.to_path_buf()).start()?;
    let text = process.until(|| fs::read(told(folder)).ok())?;
    Ok((process, serde_json::from_slice(&text)?))
}

/// Is the relay, until killed.
pub(crate) fn serve(folder: &Path) -> Result<(), Failure> {
    // As `renkei serve` runs it; on one core, two threads take turns.
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(async {
        let planners = (0..SENDERS).map(|n| (sender(n), "43"));
        let services = (0..SENDERS).map(|n| (receiver(n), "15"));
        let offices = planners.chain(services).chain((0..LISTED).map(|n| (listed(n), "15")));
        let offices = offices.map(|(number, service)| Ok(Office::new(number.parse()?, "架空事業所", &[service])));
        let offices: Result<Vec<_>, Failure> = offices.collect();
        let relay =
            Relay::start(RelayConfig { data: Some(folder.to_path_buf()), offices: offices?, ..RelayConfig::default() })
                .await?;
        let mut reached = Reached { addr: relay.addr(), senders: Vec::new(), listed: Vec::new() };
        for (name, count, held) in
            [(sender as fn(usize) -> String, SENDERS, &mut reached.senders), (listed, LISTED, &mut reached.listed)]
        {
            for n in 0..count {
                let identity = relay.issue_office(&name(n).parse()?).await?;
                held.push((identity.cert_pem, identity.key_pem));
            }
        }
        let part = folder.join("reached.part");
        fs::write(&part, serde_json::to_vec(&reached)?)?;
        fs::rename(part, told(folder))?;
        std::future::pending().await
    })
}

/// A GET on a connection that stays, or that ends with the answer.
pub(crate) fn get(path: &str, stays: bool) -> Vec<u8> {
    let connection = if stays { "" } else { "Connection: close\r\n" };
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{connection}\r\n").into_bytes()
}

/// The head of a send whose body has so many bytes.
pub(crate) fn send_head(key: &str, length: usize) -> Vec<u8> {
    format!(
        "POST {SEND} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\n\
         Idempotency-Key: {key}\r\nContent-Length: {length}\r\n\r\n"
    )
    .into_bytes()
}

/// The body of a send.
pub(crate) fn send_body(to: &str, files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut body = Vec::with_capacity(files.iter().map(|(_, bytes)| bytes.len() + 256).sum::<usize>() + 256);
    let mut part = |attributes: &str, bytes: &[u8]| {
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {attributes}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    };
    part("name=\"to\"", to.as_bytes());
    for (name, bytes) in files {
        part(&format!("name=\"csv\"; filename=\"{name}\""), bytes);
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// The relay without sockets.
#[derive(Clone)]
pub(crate) struct House {
    state: AppState,
    app: Router,
}

impl House {
    pub(crate) async fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self, Failure> {
        // Sends wait for the store here, not for each other.
        let limits = Limits::default();
        let config = RelayConfig { data: Some(folder.to_path_buf()), clock, limits, ..RelayConfig::default() };
        let state = AppState::open(&config).await?;
        Ok(Self { app: app(state.clone()), state })
    }

    /// Registers offices: many at a time, so that the store commits many at once.
    pub(crate) async fn register(
        &self,
        offices: impl Iterator<Item = (String, &'static [&'static str])>,
    ) -> Result<(), Failure> {
        let mut under_way = JoinSet::new();
        for (number, services) in offices {
            let office = Office::new(number.parse()?, "架空事業所", services);
            let state = self.state.clone();
            under_way.spawn(async move { state.register(office).await });
            while under_way.len() >= 2 * SENDERS {
                under_way.join_next().await.transpose()?.transpose()?;
            }
        }
        while let Some(done) = under_way.join_next().await {
            done??;
        }
        Ok(())
    }

    /// Sends; `Ok` once the relay has answered 201.
    pub(crate) async fn send(&self, from: OfficeNo, key: &str, body: Vec<u8>) -> Result<(), Failure> {
        let request = Request::post(SEND)
            .header("content-type", format!("multipart/form-data; boundary={BOUNDARY}"))
            .header("idempotency-key", key)
            .body(Body::from(body))?;
        self.ask(from, request, 201).await.map(drop)
    }

    /// Lists what the office received.
    pub(crate) async fn inbox(&self, office: OfficeNo) -> Result<Bytes, Failure> {
        self.ask(office, Request::get(INBOX).body(Body::empty())?, 200).await
    }

    async fn ask(&self, office: OfficeNo, mut request: Request<Body>, expected: u16) -> Result<Bytes, Failure> {
        request.extensions_mut().insert(Credential::Good(Identity::of_office(office)));
        let answer = self.app.clone().oneshot(request).await?;
        let status = answer.status().as_u16();
        let body = axum::body::to_bytes(answer.into_body(), usize::MAX).await?;
        if status == expected {
            Ok(body)
        } else {
            Err(format!("status {status} instead of {expected}: {}", String::from_utf8_lossy(&body)).into())
        }
    }
}
