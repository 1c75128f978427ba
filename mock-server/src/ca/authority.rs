//! The CA: its key, where it is kept, and the TLS of the relay.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use rcgen::{Issuer, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use super::strict::{Asking, Verifier};
use super::{CaError, keep, profile};
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
        if let Some(kept) = keep::read(path)? {
            return Self::of(kept);
        }
        let new = Self::new()?;
        keep::write(path, &new.pem, new.issuer.key())?;
        Ok(new)
    }

    /// The CA of a text that [`Self::secret_text`] gave.
    pub(crate) fn from_secret_text(text: &str) -> Result<Self, CaError> {
        Self::of(keep::parse(text)?)
    }

    /// Certificate and key, for the store of a shared environment and for nothing else.
    pub(crate) fn secret_text(&self) -> String {
        keep::text(&self.pem, self.issuer.key())
    }

    fn of((pem, cert, key): keep::Kept) -> Result<Self, CaError> {
        let issuer = Issuer::from_ca_cert_der(&cert, key)?;
        Ok(Self { cert, pem, issuer })
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

    pub(super) fn server(
        &self,
        addresses: &[IpAddr],
    ) -> Result<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>), CaError> {
        let key = KeyPair::generate()?;
        let cert = profile::server(addresses)?.signed_by(&key, &self.issuer)?;
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        Ok((vec![cert.der().clone()], key.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_authority_comes_back_with_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        let first = Authority::kept(&path).unwrap();
        let second = Authority::kept(&path).unwrap();
        assert_eq!(first.pem(), second.pem());
        assert_eq!(first.issuer.key().serialize_der(), second.issuer.key().serialize_der());
    }
}
