//! A client of the relay: mutual TLS, one office. What `renkei client` does, for programs.
//!
//! ```text
//! Client ── the calls: login, send, drafts, bulk, inbox, sent, message, fetch, download, logout;
//!   ▲        and those of enrolment: passwords and certificates
//!   ▲
//! Home ──── a folder with address, certificate and the ledger of what was sent and received
//!   ▲
//! parcels ── files in folders ⇄ messages        post ── sends parcels, each once, whatever is cut
//! queue ──── drafts and 一括送信               collect ── what is new, into a folder
//! watch ──── outbox and inbox of a care software
//! ```

pub mod collect;
mod disk;
mod download;
mod drafts;
mod enrolment;
mod error;
pub mod home;
mod outgoing;
pub mod papers;
pub mod parcels;
mod patience;
pub mod post;
pub mod queue;
mod session;
pub mod watch;

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use reqwest::{Method, RequestBuilder, Response};
use rustls::client::WantsClientCert;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, ConfigBuilder, RootCertStore};
use serde::de::DeserializeOwned;

pub use enrolment::KeyRequest;
pub use error::{Cause, ClientError};
pub use outgoing::{Attachment, Outgoing};
pub use patience::Patience;

use self::drafts::keyed;
use self::patience::Failure;
use self::session::Secret;
use crate::hash::sha256;
use crate::wire::{Envelope, FileEntry, Letter, Page};

/// A client that acts for one office.
#[derive(Clone, Debug)]
pub struct Client {
    base: String,
    http: reqwest::Client,
    terminal: Option<HeaderValue>,
    bearer: Option<Arc<Secret>>,
    patience: Patience,
}

impl Client {
    /// How long one call may take.
    const PATIENCE: Duration = Duration::from_secs(180);

    /// `base_url` as [`Running::url`](crate::Running::url) gives it; `ca_pem` is the only CA that
    /// is trusted.
    ///
    /// # Errors
    /// When a PEM text cannot be read.
    pub fn new(base_url: &str, ca_pem: &str, cert_pem: &str, key_pem: &str) -> Result<Self, ClientError> {
        let chain = vec![CertificateDer::from_pem_slice(cert_pem.as_bytes())?];
        let key = PrivateKeyDer::from_pem_slice(key_pem.as_bytes())?;
        Self::with_tls(base_url, trusting(ca_pem)?.with_client_auth_cert(chain, key)?)
    }

    /// Without a certificate: for enrolment, where one is asked for.
    ///
    /// # Errors
    /// When the PEM text cannot be read.
    pub fn without_certificate(base_url: &str, ca_pem: &str) -> Result<Self, ClientError> {
        Self::with_tls(base_url, trusting(ca_pem)?.with_no_client_auth())
    }

    /// With TLS settings of one's own.
    ///
    /// # Errors
    /// When the HTTP client cannot be made of them.
    pub fn with_tls(base_url: &str, tls: ClientConfig) -> Result<Self, ClientError> {
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .no_proxy()
            .timeout(Self::PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        let base = base_url.trim_end_matches('/').to_owned();
        Ok(Self { base, http, terminal: None, bearer: None, patience: Patience::NONE })
    }

    /// The same client with more patience. A send without an idempotency key is never repeated.
    #[must_use]
    pub fn with_patience(&self, patience: Patience) -> Self {
        Self { patience, ..self.clone() }
    }

    /// Sends a message; returns once the relay has it on disk.
    ///
    /// # Errors
    /// [`ClientError::Refused`] with the reason, or a failed connection.
    pub async fn send(&self, outgoing: Outgoing) -> Result<Envelope, ClientError> {
        let key = outgoing.idempotency_key.clone();
        let client = self.patient_with(key.as_deref());
        let request = || client.request(Method::POST, "/v1/messages").multipart(outgoing.clone().form());
        client.json(|| keyed(request(), key.as_deref())).await
    }

    /// A page of what the office received, newest first.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn inbox(&self, before: Option<&str>) -> Result<Page, ClientError> {
        self.json(|| self.list("/v1/inbox", before)).await
    }

    /// A page of what the office sent, newest first.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn sent(&self, before: Option<&str>) -> Result<Page, ClientError> {
        self.json(|| self.list("/v1/sent", before)).await
    }

    /// One message with its text.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn message(&self, id: &str) -> Result<Letter, ClientError> {
        self.json(|| self.request(Method::GET, &format!("/v1/messages/{id}"))).await
    }

    /// A file of a message, held against the SHA-256 of its entry.
    ///
    /// # Errors
    /// A refusal, a failed connection, or [`ClientError::Corrupted`].
    pub async fn fetch(&self, id: &str, file: &FileEntry) -> Result<Vec<u8>, ClientError> {
        let path = format!("/v1/messages/{id}/files/{}", file.n);
        self.patience
            .keep(|| async {
                let response = answered(self.request(Method::GET, &path).send().await?).await?;
                let bytes = response.bytes().await?;
                if sha256(&bytes) == file.sha256 {
                    Ok(bytes.into())
                } else {
                    Err(ClientError::Corrupted(file.n).into())
                }
            })
            .await
    }

    /// What the relay says of itself: `GET /v1/about`. It takes no certificate, and opens no mailbox.
    ///
    /// # Errors
    /// A failed connection.
    pub async fn about(&self) -> Result<serde_json::Value, ClientError> {
        self.json(|| self.request(Method::GET, "/v1/about")).await
    }

    /// A request of one's own to a path of the relay.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let mut request = self.http.request(method, format!("{}{path}", self.base));
        if let Some(terminal) = &self.terminal {
            request = request.header("renkei-terminal", terminal);
        }
        if let Some(bearer) = &self.bearer {
            request = request.header(AUTHORIZATION, &bearer.0);
        }
        request
    }

    fn list(&self, path: &str, before: Option<&str>) -> RequestBuilder {
        // Ids consist of hexadecimal digits and hyphens, which need no encoding.
        let query = before.map(|id| format!("?before={id}")).unwrap_or_default();
        self.request(Method::GET, &format!("{path}{query}"))
    }

    /// The answer to a request, which is made anew for every try.
    async fn json<T: DeserializeOwned>(&self, request: impl Fn() -> RequestBuilder) -> Result<T, ClientError> {
        self.patience.keep(|| async { Ok::<T, Failure>(answered(request().send().await?).await?.json().await?) }).await
    }

    /// As [`Self::json`], where the answer says nothing more.
    async fn empty(&self, request: impl Fn() -> RequestBuilder) -> Result<(), ClientError> {
        self.patience.keep(|| async { answered(request().send().await?).await.map(drop) }).await
    }
}

/// TLS settings that trust this CA and no other, up to the certificate of the client.
fn trusting(ca_pem: &str) -> Result<ConfigBuilder<ClientConfig, WantsClientCert>, ClientError> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(ca_pem.as_bytes())?)?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = [&rustls::version::TLS13, &rustls::version::TLS12];
    Ok(ClientConfig::builder_with_provider(provider).with_protocol_versions(&versions)?.with_root_certificates(roots))
}

/// The answer, or the refusal that it is.
pub(crate) async fn answered(response: Response) -> Result<Response, Failure> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let asked = patience::asked(response.headers());
    let media_type = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    let error = if media_type == Some(b"application/problem+json") {
        ClientError::Refused(Box::new(response.json().await?))
    } else {
        ClientError::Unexpected(status.as_u16())
    };
    Err(Failure { error, asked })
}
