//! The CA at work.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use rcgen::{CertificateParams, Issuer, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig};

use super::{CaError, ClientIdentity, keep, profile};
use crate::config::StartError;
use crate::offices::OfficeNo;

/// The CA: its certificate, and the key that signs.
pub(crate) struct Authority {
    cert: CertificateDer<'static>,
    pem: String,
    issuer: Issuer<'static, KeyPair>,
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
    pub(crate) fn pem(&self) -> &str {
        &self.pem
    }

    /// A client certificate for an office.
    pub(crate) fn issue_office(&self, number: &OfficeNo) -> Result<ClientIdentity, CaError> {
        let key = KeyPair::generate()?;
        let cert = profile::office(number)?.signed_by(&key, &self.issuer)?;
        Ok(ClientIdentity { cert_pem: cert.pem(), key_pem: key.serialize_pem() })
    }

    /// TLS of the relay: a fresh server certificate, and no connection without a client
    /// certificate of this CA. TLS 1.2 and 1.3, nothing older.
    pub(crate) fn server_config(&self, addresses: &[IpAddr]) -> Result<ServerConfig, StartError> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut roots = RootCertStore::empty();
        roots.add(self.cert.clone())?;
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&provider))
            .build()
            .map_err(|problem| rustls::Error::General(problem.to_string()))?;
        let (chain, key) = self.issue(&profile::server(addresses)?)?;
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])?
            .with_client_cert_verifier(verifier)
            .with_single_cert(chain, key)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(config)
    }

    fn issue(
        &self,
        params: &CertificateParams,
    ) -> Result<(Vec<CertificateDer<'static>>, PrivateKeyDer<'static>), CaError> {
        let key = KeyPair::generate()?;
        let cert = params.signed_by(&key, &self.issuer)?;
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        Ok((vec![cert.der().clone()], key.into()))
    }
}

#[cfg(test)]
mod tests {
    use rustls::pki_types::pem::PemObject;
    use x509_parser::prelude::{FromDer, X509Certificate};

    use super::*;
    use crate::TRAINING;
    use crate::ca::office_of;

    fn der(pem: &str) -> CertificateDer<'static> {
        CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()
    }

    #[test]
    fn every_certificate_says_that_it_is_for_training() {
        let ca = Authority::new().unwrap();
        let number = "9970000001".parse().unwrap();
        let office = ca.issue_office(&number).unwrap();
        let server = ca.issue(&profile::server(&["127.0.0.1".parse().unwrap()]).unwrap()).unwrap();
        for cert in [der(ca.pem()), der(&office.cert_pem), server.0[0].clone()] {
            let (_, cert) = X509Certificate::from_der(&cert).unwrap();
            for name in [cert.subject(), cert.issuer()] {
                let common = name.iter_common_name().next().unwrap().as_str().unwrap();
                let organisation = name.iter_organization().next().unwrap().as_str().unwrap();
                assert!(common.contains(TRAINING) && organisation.contains(TRAINING));
            }
        }
    }

    #[test]
    fn an_office_is_read_back_from_its_certificate() {
        let ca = Authority::new().unwrap();
        let number: OfficeNo = "9970000001".parse().unwrap();
        let office = ca.issue_office(&number).unwrap();
        assert_eq!(office_of(&der(&office.cert_pem)), Some(number));
        assert_eq!(office_of(&der(ca.pem())), None);
    }

    #[test]
    fn a_kept_authority_comes_back_with_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        let first = Authority::kept(&path).unwrap();
        let second = Authority::kept(&path).unwrap();
        assert_eq!(first.pem(), second.pem());
        assert_eq!(first.issuer.key().serialize_der(), second.issuer.key().serialize_der());
    }

    #[test]
    fn neither_authority_nor_identity_shows_its_key() {
        let ca = Authority::new().unwrap();
        let office = ca.issue_office(&"9970000001".parse().unwrap()).unwrap();
        assert!(!format!("{ca:?}{office:?}").contains("PRIVATE"));
    }
}
