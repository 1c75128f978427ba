//! The CA at work.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use rcgen::{CertificateSigningRequestParams, Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use super::strict::{Asking, Verifier};
use super::{CaError, ClientIdentity, Issued, Request, keep, profile};
use crate::config::StartError;

/// The CA: its certificate, and the key that signs.
pub struct Authority {
    cert: CertificateDer<'static>,
    pem: String,
    pub(super) issuer: Issuer<'static, KeyPair>,
}

impl std::fmt::Debug for Authority {
    /// Without the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Authority").field("pem", &self.pem).finish_non_exhaustive()
    }
}

impl Authority {
    /// A new CA in memory.
    pub(crate) fn new() -> Result<Self, CaError> {
        let key = KeyPair::generate()?;
        let params = profile::authority();
        let cert = params.self_signed(&key)?;
        Ok(Self { cert: cert.der().clone(), pem: cert.pem(), issuer: Issuer::new(params, key) })
    }

    /// The CA kept in the file; a new one is made and kept if there is none.
    pub(crate) fn kept(path: &Path) -> Result<Self, CaError> {
        if let Some((pem, cert, key)) = keep::read(path)? {
            let issuer = Issuer::from_ca_cert_der(&cert, key)?;
            return Ok(Self { cert, pem, issuer });
        }
        let new = Self::new()?;
        keep::write(path, &new.pem, new.issuer.key())?;
        Ok(new)
    }

    /// The certificate of the CA, PEM.
    #[must_use]
    pub fn pem(&self) -> &str {
        &self.pem
    }

    /// The certificate of the CA, DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.cert
    }

    /// Issues a certificate with a new key. Keys are random always, also in a seeded run.
    ///
    /// # Errors
    /// When the times are out of range, or the certificate cannot be made.
    pub fn issue(&self, request: &Request) -> Result<Issued, CaError> {
        let key = KeyPair::generate()?;
        let cert = profile::office(request)?.signed_by(&key, &self.issuer)?;
        let identity = ClientIdentity { cert_pem: cert.pem(), key_pem: key.serialize_pem() };
        Ok(Issued {
            identity,
            serial: request.serial.to_string(),
            name: request.name(),
            not_before: request.not_before,
            not_after: request.not_after,
        })
    }

    /// Issues a certificate, PEM, for a key that stays where it was made. Of the signing request
    /// (PKCS #10, PEM) the key alone is taken, once it has been proved by its signature: what the
    /// certificate says is ours to say.
    ///
    /// # Errors
    /// [`CaError::SigningRequest`] when it cannot be read or proved, and as [`Authority::issue`].
    pub fn issue_csr(&self, csr_pem: &str, request: &Request) -> Result<String, CaError> {
        let mut csr = CertificateSigningRequestParams::from_pem(csr_pem).map_err(CaError::SigningRequest)?;
        csr.params = profile::office(request)?;
        Ok(csr.signed_by(&self.issuer)?.pem())
    }

    /// Judges the certificates that clients present.
    pub(crate) fn verifier(&self) -> Result<Verifier, StartError> {
        Ok(Verifier::new(&self.cert)?)
    }

    /// TLS of the relay: a fresh server certificate; a client certificate is asked for, not
    /// demanded. TLS 1.2 and 1.3, nothing older.
    pub(crate) fn server_config(&self, addresses: &[IpAddr], verifier: Verifier) -> Result<ServerConfig, StartError> {
        let (chain, key) = self.server(addresses)?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?
            .with_client_cert_verifier(Arc::new(Asking(verifier)))
            .with_single_cert(chain, key)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }

    fn server(&self, addresses: &[IpAddr]) -> Result<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>), CaError> {
        let key = KeyPair::generate()?;
        let cert = profile::server(addresses)?.signed_by(&key, &self.issuer)?;
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        Ok((vec![cert.der().clone()], key.into()))
    }
}
