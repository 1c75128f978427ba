//! A client of the relay, for demonstrations and tests: mutual TLS, one office.

mod outgoing;

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use reqwest::{Method, RequestBuilder, Response};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore};
use serde::de::DeserializeOwned;

pub use outgoing::{Attachment, Outgoing};

use crate::hash::sha256;
use crate::wire::{Envelope, FileEntry, Letter, Page, ProblemDocument};

/// Why a call did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The relay refused; the document says why.
    #[error("{}: {} / {}", .0.code, .0.detail_ja, .0.detail_en)]
    Refused(Box<ProblemDocument>),
    /// A certificate or key is not readable PEM.
    #[error("certificate or key: {0}")]
    Pem(#[from] rustls::pki_types::pem::Error),
    /// The TLS settings were refused.
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
    /// The connection failed, in the handshake or later. A send whose answer is lost in this way
    /// may have been accepted: send it again under the same idempotency key.
    #[error("connection: {0}")]
    Connection(#[from] reqwest::Error),
    /// The answer is not one that the relay gives.
    #[error("unexpected answer, status {0}")]
    Unexpected(u16),
    /// A file did not arrive as its entry describes it.
    #[error("file {0} differs from its SHA-256")]
    Corrupted(u32),
}

/// A client that acts for one office.
#[derive(Clone, Debug)]
pub struct Client {
    base: String,
    http: reqwest::Client,
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
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(ca_pem.as_bytes())?)?;
        let chain = vec![CertificateDer::from_pem_slice(cert_pem.as_bytes())?];
        let key = PrivateKeyDer::from_pem_slice(key_pem.as_bytes())?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?
            .with_root_certificates(roots)
            .with_client_auth_cert(chain, key)?;
        Self::with_tls(base_url, tls)
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
        Ok(Self { base: base_url.trim_end_matches('/').to_owned(), http })
    }

    /// Sends a message; returns once the relay has it on disk.
    ///
    /// # Errors
    /// [`ClientError::Refused`] with the reason, or a failed connection.
    pub async fn send(&self, outgoing: Outgoing) -> Result<Envelope, ClientError> {
        let mut request = self.request(Method::POST, "/v1/messages");
        if let Some(key) = &outgoing.idempotency_key {
            request = request.header("idempotency-key", key);
        }
        json(request.multipart(outgoing.form())).await
    }

    /// A page of what the office received, newest first.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn inbox(&self, before: Option<&str>) -> Result<Page, ClientError> {
        json(self.list("/v1/inbox", before)).await
    }

    /// A page of what the office sent, newest first.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn sent(&self, before: Option<&str>) -> Result<Page, ClientError> {
        json(self.list("/v1/sent", before)).await
    }

    /// One message with its text.
    ///
    /// # Errors
    /// A refusal, or a failed connection.
    pub async fn message(&self, id: &str) -> Result<Letter, ClientError> {
        json(self.request(Method::GET, &format!("/v1/messages/{id}"))).await
    }

    /// A file of a message, held against the SHA-256 of its entry.
    ///
    /// # Errors
    /// A refusal, a failed connection, or [`ClientError::Corrupted`].
    pub async fn fetch(&self, id: &str, file: &FileEntry) -> Result<Vec<u8>, ClientError> {
        let path = format!("/v1/messages/{id}/files/{}", file.n);
        let response = answered(self.request(Method::GET, &path).send().await?).await?;
        let bytes = response.bytes().await?;
        if sha256(&bytes) == file.sha256 { Ok(bytes.into()) } else { Err(ClientError::Corrupted(file.n)) }
    }

    /// A request of one's own to a path of the relay.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base))
    }

    fn list(&self, path: &str, before: Option<&str>) -> RequestBuilder {
        // Ids consist of hexadecimal digits and hyphens, which need no encoding.
        let query = before.map(|id| format!("?before={id}")).unwrap_or_default();
        self.request(Method::GET, &format!("{path}{query}"))
    }
}

async fn json<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, ClientError> {
    Ok(answered(request.send().await?).await?.json().await?)
}

/// The answer, or the refusal that it is.
async fn answered(response: Response) -> Result<Response, ClientError> {
    let status = response.status();
    if status.is_success() {
        return Ok(response);
    }
    let media_type = response.headers().get(CONTENT_TYPE).map(reqwest::header::HeaderValue::as_bytes);
    if media_type == Some(b"application/problem+json") {
        return Err(ClientError::Refused(Box::new(response.json().await?)));
    }
    Err(ClientError::Unexpected(status.as_u16()))
}
