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

#[cfg(test)]
mod tests {
    use rcgen::{CertificateParams, CustomExtension, ExtendedKeyUsagePurpose, KeyPair, SanType};

    use super::*;
    use crate::ca::tests::NOW;
    use crate::ca::{Authority, Request, Serial, profile};
    use crate::refusals::Refusal;

    /// What a certificate comes to that differs from an office's in this way.
    fn judged(change: impl FnOnce(&mut CertificateParams)) -> Credential {
        let ca = Authority::new().unwrap();
        let mut params =
            profile::office(&Request::new("9970000001".parse().unwrap(), NOW, Serial::of([1; 16]))).unwrap();
        change(&mut params);
        let cert = params.signed_by(&KeyPair::generate().unwrap(), &ca.issuer).unwrap();
        ca.verifier().unwrap().credential(Some(&[cert.der().clone()]))
    }

    fn names(uris: &[&str]) -> Credential {
        judged(|params| {
            params.subject_alt_names = uris.iter().map(|uri| SanType::URI((*uri).try_into().unwrap())).collect();
        })
    }

    const OFFICE: &str = "urn:renkei:training:office:9970000001";
    const KIND: &str = "urn:renkei:training:kind:kaigo-hoken";

    #[test]
    fn a_certificate_that_does_not_name_one_office_and_one_known_kind_is_faulty() {
        let other = "urn:renkei:training:office:9970000002";
        let cases: [(&[&str], Option<&'static Refusal>); 9] = [
            (&[OFFICE, KIND], None),
            (&[KIND, OFFICE, "urn:example:more"], None),
            (&[], Some(&CERTIFICATE_OFFICE)),
            (&[KIND], Some(&CERTIFICATE_OFFICE)),
            (&[OFFICE, other, KIND], Some(&CERTIFICATE_OFFICE)),
            (&["urn:renkei:training:office:99700", KIND], Some(&CERTIFICATE_OFFICE)),
            (&[OFFICE], Some(&CERTIFICATE_KIND)),
            (&[OFFICE, "urn:renkei:training:kind:sonota"], Some(&CERTIFICATE_KIND)),
            (&[OFFICE, KIND, "urn:renkei:training:kind:kaigo-dx"], Some(&CERTIFICATE_KIND)),
        ];
        for (uris, refusal) in cases {
            match (names(uris), refusal) {
                (Credential::Good(identity), None) => assert_eq!(identity.office.as_str(), "9970000001"),
                (Credential::Faulty(given), Some(refusal)) => assert_eq!(given, refusal, "{uris:?}"),
                (given, _) => panic!("{uris:?}: {given:?}"),
            }
        }
    }

    #[test]
    fn a_certificate_for_another_purpose_is_faulty() {
        let faulty = Credential::Faulty(&CERTIFICATE_MALFORMED);
        assert_eq!(judged(|params| params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth]), faulty);
        assert_eq!(judged(|params| params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Constrained(0))), faulty);
        assert_eq!(
            judged(|params| {
                let mut unknown = CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![5, 0]);
                unknown.set_criticality(true);
                params.custom_extensions = vec![unknown];
            }),
            faulty
        );
    }

    #[test]
    fn a_certificate_that_another_ca_signed_is_faulty_even_under_the_same_name() {
        let (here, elsewhere) = (Authority::new().unwrap(), Authority::new().unwrap());
        let request = Request::new("9970000001".parse().unwrap(), NOW, Serial::of([1; 16]));
        let foreign = profile::office(&request).unwrap().signed_by(&KeyPair::generate().unwrap(), &elsewhere.issuer);
        let foreign = foreign.unwrap().der().clone();
        let verifier = here.verifier().unwrap();
        // Its CA comes with it, which makes no difference.
        for chain in [vec![foreign.clone()], vec![foreign, elsewhere.der().to_vec().into()]] {
            assert_eq!(verifier.credential(Some(&chain)), Credential::Faulty(&CERTIFICATE_FOREIGN));
        }
        let mut alone = profile::office(&request).unwrap();
        alone.distinguished_name = rcgen::DistinguishedName::new();
        let alone = alone.self_signed(&KeyPair::generate().unwrap()).unwrap().der().clone();
        assert_eq!(verifier.credential(Some(&[alone])), Credential::Faulty(&CERTIFICATE_FOREIGN));
    }

    #[test]
    fn no_certificate_is_nobody_and_whatever_bytes_come_are_judged() {
        let ca = Authority::new().unwrap();
        let verifier = ca.verifier().unwrap();
        assert_eq!(verifier.credential(None), Credential::None);
        assert_eq!(verifier.credential(Some(&[])), Credential::None);
        let issued = ca.issue(&Request::new("9970000001".parse().unwrap(), NOW, Serial::of([1; 16]))).unwrap();
        let whole: CertificateDer<'_> =
            rustls::pki_types::pem::PemObject::from_pem_slice(issued.identity.cert_pem.as_bytes()).unwrap();
        for end in 0..whole.len() {
            let cut = CertificateDer::from(whole[..end].to_vec());
            assert_eq!(verifier.credential(Some(&[cut])), Credential::Faulty(&CERTIFICATE_MALFORMED), "cut at {end}");
        }
        for at in 0..whole.len() {
            let mut spoilt = whole.to_vec();
            spoilt[at] ^= 1;
            let credential = verifier.credential(Some(&[spoilt.into()]));
            assert!(matches!(credential, Credential::Faulty(_)), "spoilt at {at}: {credential:?}");
        }
    }
}
