//! From the certificates of a connection to what they come to.
//!
//! The handshake asks for a certificate and makes sure that the other end holds its key, no more:
//! who comes without one, or with one that is of no use, is answered in words and not by a broken
//! connection. What a certificate is worth is decided here, after the handshake, by the full
//! verification against the CA; nothing else makes an identity.

use std::sync::Arc;

use rustls::client::danger::HandshakeSignatureValid;
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{CertificateError, DigitallySignedStruct, DistinguishedName, Error, RootCertStore, SignatureScheme};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::FromDer;

use super::profile::{KIND_URI, OFFICE_URI};
use crate::offices::{CertificateKind, Credential, Identity};
use crate::refusals::{CERTIFICATE_FOREIGN, CERTIFICATE_KIND, CERTIFICATE_MALFORMED, CERTIFICATE_OFFICE, Refusal};

/// Judges client certificates by one CA.
#[derive(Clone, Debug)]
pub(crate) struct Verifier(Arc<dyn ClientCertVerifier>);

impl Verifier {
    /// By this CA.
    pub(super) fn new(ca: &CertificateDer<'static>) -> Result<Self, Error> {
        let mut roots = RootCertStore::empty();
        roots.add(ca.clone())?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
        Ok(Self(verifier.build().map_err(|problem| Error::General(problem.to_string()))?))
    }

    /// What the certificates that were presented come to, the own one first.
    pub(crate) fn credential(&self, chain: Option<&[CertificateDer<'_>]>) -> Credential {
        match chain.and_then(<[_]>::split_first) {
            None => Credential::None,
            Some((own, others)) => self.identity(own, others).map_or_else(Credential::Faulty, Credential::Good),
        }
    }

    fn identity(&self, own: &CertificateDer<'_>, others: &[CertificateDer<'_>]) -> Result<Identity, &'static Refusal> {
        let (_, read) = X509Certificate::from_der(own).map_err(|_| &CERTIFICATE_MALFORMED)?;
        let validity = read.validity();
        let (from, to) = (validity.not_before.timestamp(), validity.not_after.timestamp());
        // Signatures and purpose, at a moment at which the certificate itself is valid: whether it
        // is so now is asked of every request, by a clock that may be moved meanwhile.
        let moment =
            UnixTime::since_unix_epoch(std::time::Duration::from_secs(u64::try_from(from).unwrap_or_default()));
        self.0.verify_client_cert(own, others, moment).map_err(|problem| refusal(&problem))?;
        let office = only(&read, OFFICE_URI).and_then(|number| number.parse().ok()).ok_or(&CERTIFICATE_OFFICE)?;
        let kind = only(&read, KIND_URI).and_then(CertificateKind::of_slug).ok_or(&CERTIFICATE_KIND)?;
        let serial = read.serial.to_bytes_be().iter().map(|byte| format!("{byte:02x}")).collect();
        let ms = |seconds: i64| seconds.saturating_mul(1_000);
        Ok(Identity { office, kind, serial, not_before: ms(from), not_after: ms(to) })
    }
}

/// What a failed verification comes to.
fn refusal(problem: &Error) -> &'static Refusal {
    match problem {
        Error::InvalidCertificate(CertificateError::UnknownIssuer | CertificateError::BadSignature) => {
            &CERTIFICATE_FOREIGN
        }
        _ => &CERTIFICATE_MALFORMED,
    }
}

/// What follows the prefix in the only alternative name that begins with it.
fn only<'a>(certificate: &'a X509Certificate<'_>, prefix: &str) -> Option<&'a str> {
    let names = certificate.subject_alternative_name().ok()??;
    let mut found = names.value.general_names.iter().filter_map(|name| match name {
        GeneralName::URI(uri) => uri.strip_prefix(prefix),
        _ => None,
    });
    match (found.next(), found.next()) {
        (Some(rest), None) => Some(rest),
        _ => None,
    }
}

/// The side of the handshake: asks for a certificate, demands none, and verifies that whoever
/// presents one holds its key. The last is rustls' own code, for both versions of TLS.
#[derive(Debug)]
pub(super) struct Asking(pub(super) Verifier);

impl ClientCertVerifier for Asking {
    fn client_auth_mandatory(&self) -> bool {
        false
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        self.0.0.root_hint_subjects()
    }

    /// Any: [`Verifier::credential`] decides after the handshake.
    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.0.0.verify_tls12_signature(message, cert, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.0.0.verify_tls13_signature(message, cert, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.0.supported_verify_schemes()
    }
}
