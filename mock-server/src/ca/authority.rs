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

#[cfg(test)]
mod tests {
    use rustls::pki_types::pem::PemObject;
    use x509_parser::prelude::{FromDer, X509Certificate};

    use super::*;
    use crate::TRAINING;
    use crate::ca::tests::NOW;
    use crate::ca::{DAY_MS, Serial, VALIDITY_MS};
    use crate::offices::Credential;
    use crate::offices::kind::{DX, KINDS};

    fn request() -> Request {
        Request::new("9970000001".parse().unwrap(), NOW, Serial::of([0xAB; 16]))
    }

    fn der(pem: &str) -> CertificateDer<'static> {
        CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()
    }

    fn read_back(ca: &Authority, cert_pem: &str) -> Credential {
        ca.verifier().unwrap().credential(Some(&[der(cert_pem)]))
    }

    #[test]
    fn every_certificate_says_that_it_is_for_training() {
        let ca = Authority::new().unwrap();
        let server = ca.server(&["127.0.0.1".parse().unwrap()]).unwrap().0[0].clone();
        let offices =
            KINDS.iter().map(|&kind| der(&ca.issue(&Request { kind, ..request() }).unwrap().identity.cert_pem));
        for cert in offices.chain([der(ca.pem()), server]) {
            let (_, cert) = X509Certificate::from_der(&cert).unwrap();
            for name in [cert.subject(), cert.issuer()] {
                let common = name.iter_common_name().next().unwrap().as_str().unwrap();
                let organisation = name.iter_organization().next().unwrap().as_str().unwrap();
                assert!(common.contains(TRAINING) && organisation.contains(TRAINING));
            }
        }
    }

    #[test]
    fn what_was_asked_for_is_read_back_from_the_certificate() {
        let ca = Authority::new().unwrap();
        for &kind in KINDS {
            let issued = ca.issue(&Request { kind, not_after: NOW + 5 * DAY_MS, ..request() }).unwrap();
            let Credential::Good(identity) = read_back(&ca, &issued.identity.cert_pem) else { panic!("{}", kind.slug) };
            assert_eq!((identity.office, identity.kind), (request().office, kind));
            assert_eq!((identity.not_before, identity.not_after), (NOW, NOW + 5 * DAY_MS));
            assert_eq!((&identity.serial, &issued.serial), (&request().serial.to_string(), &identity.serial));
        }
    }

    #[test]
    fn a_certificate_lives_three_years_unless_told_otherwise() {
        assert_eq!(request().not_after - NOW, VALIDITY_MS);
        assert_eq!(VALIDITY_MS / DAY_MS, 3 * 365 + 1);
    }

    #[test]
    fn certificates_are_issued_wherever_the_clock_stands_and_never_at_an_impossible_time() {
        let ca = Authority::new().unwrap();
        // 2001, 2049, 2050 (where the form of a date changes) and 2090.
        for now in [978_307_200_000, 2_493_072_000_000, 2_556_144_000_000, 3_786_912_000_000] {
            let issued = ca.issue(&Request::new(request().office, now, Serial::random())).unwrap();
            let credential = read_back(&ca, &issued.identity.cert_pem);
            assert!(credential.judge(now, false, |_| false).is_ok(), "{now}: {credential:?}");
        }
        for now in [i64::MIN, i64::MAX, 253_402_300_800_000] {
            let impossible = ca.issue(&Request::new(request().office, now, Serial::random()));
            assert!(matches!(impossible, Err(CaError::Time)), "{now}");
        }
    }

    #[test]
    fn a_key_need_not_leave_where_it_was_made() {
        let ca = Authority::new().unwrap();
        let key = KeyPair::generate().unwrap();
        // Whatever the signing request says of names and purposes does not count.
        let asked = rcgen::CertificateParams::new(vec!["example.com".to_owned()]).unwrap();
        let csr = asked.serialize_request(&key).unwrap().pem().unwrap();
        let cert = ca.issue_csr(&csr, &Request { kind: &DX, ..request() }).unwrap();
        let Credential::Good(identity) = read_back(&ca, &cert) else { panic!("not ours") };
        assert_eq!((identity.office, identity.kind.slug), (request().office, DX.slug));
        let cert = der(&cert);
        let (_, cert) = X509Certificate::from_der(&cert).unwrap();
        assert_eq!(cert.public_key().subject_public_key.data.as_ref(), key.public_key_raw());
        assert!(
            !cert
                .subject_alternative_name()
                .unwrap()
                .unwrap()
                .value
                .general_names
                .iter()
                .any(|name| { matches!(name, x509_parser::extensions::GeneralName::DNSName(_)) })
        );
    }

    #[test]
    fn a_signing_request_that_is_none_or_not_its_keys_is_refused() {
        let ca = Authority::new().unwrap();
        let csr = rcgen::CertificateParams::default().serialize_request(&KeyPair::generate().unwrap()).unwrap();
        let mut forged = csr.der().to_vec();
        let last = forged.len() - 1;
        forged[last] ^= 1;
        let forged = pem("CERTIFICATE REQUEST", &forged);
        for csr in ["", "-----BEGIN CERTIFICATE REQUEST-----\n", ca.pem(), &forged] {
            assert!(matches!(ca.issue_csr(csr, &request()), Err(CaError::SigningRequest(_))), "{csr}");
        }
    }

    /// PEM, by hand.
    fn pem(label: &str, der: &[u8]) -> String {
        const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let text: String = der
            .chunks(3)
            .flat_map(|bytes| {
                let word =
                    bytes.iter().chain([&0, &0]).take(3).fold(0_usize, |word, &byte| word << 8 | usize::from(byte));
                (0..4).map(move |n| if n > bytes.len() { '=' } else { char::from(DIGITS[word >> (18 - 6 * n) & 63]) })
            })
            .collect();
        format!("-----BEGIN {label}-----\n{text}\n-----END {label}-----\n")
    }

    #[test]
    fn a_kept_authority_comes_back_with_the_same_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        let first = Authority::kept(&path).unwrap();
        let second = Authority::kept(&path).unwrap();
        assert_eq!(first.pem(), second.pem());
        assert_eq!(first.issuer.key().serialize_der(), second.issuer.key().serialize_der());
        let issued = second.issue(&request()).unwrap();
        assert!(matches!(read_back(&first, &issued.identity.cert_pem), Credential::Good(_)));
    }

    #[test]
    fn nothing_that_holds_a_key_shows_it() {
        let ca = Authority::new().unwrap();
        let issued = ca.issue(&request()).unwrap();
        let shown = format!("{ca:?}{issued:?}{:?}", issued.identity);
        assert!(!shown.contains("PRIVATE"));
        assert!(!shown.contains(issued.identity.key_pem.lines().nth(1).unwrap()));
    }
}
