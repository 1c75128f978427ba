//! Issuing certificates to offices.

use rcgen::{CertificateSigningRequestParams, KeyPair};

use super::{Authority, CaError, ClientIdentity, Issued, Request, profile};

impl Authority {
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
}

#[cfg(test)]
mod tests {
    use rustls::pki_types::CertificateDer;
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
        // One digit of the signature, which comes last.
        let mut forged = csr.pem().unwrap();
        let at = forged.find("-----END").unwrap() - 10;
        let other = if forged[at..].starts_with('A') { "B" } else { "A" };
        forged.replace_range(at..=at, other);
        for csr in ["", "-----BEGIN CERTIFICATE REQUEST-----\n", ca.pem(), &forged] {
            assert!(matches!(ca.issue_csr(csr, &request()), Err(CaError::SigningRequest(_))), "{csr}");
        }
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
