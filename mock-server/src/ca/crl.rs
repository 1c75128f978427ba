//! The list of revoked certificates (CRL), for programs other than the relay.

use rcgen::{CertificateRevocationListParams, KeyIdMethod, RevocationReason, RevokedCertParams, SerialNumber};

use super::profile::moment;
use super::term::DAY_MS;
use super::{Authority, CaError, Serial};

/// For how long a list is current.
const CURRENT_MS: i64 = 7 * DAY_MS;

/// A signed list.
#[derive(Clone, Debug)]
pub struct Crl {
    /// DER.
    pub der: Vec<u8>,
    /// PEM.
    pub pem: String,
}

impl Authority {
    /// Signs a list: which serial numbers are revoked, and since when (milliseconds since 1970).
    /// `number` grows with every list; `this_update` is the present. The list is current for
    /// seven days.
    ///
    /// # Errors
    /// [`CaError::Time`] when a time is out of range, or when the list cannot be signed.
    pub fn crl(&self, revoked: &[(Serial, i64)], number: u64, this_update: i64) -> Result<Crl, CaError> {
        let revoked_certs = revoked.iter().map(|(serial, at)| {
            Ok(RevokedCertParams {
                serial_number: SerialNumber::from_slice(&serial.0),
                revocation_time: moment(*at)?,
                reason_code: Some(RevocationReason::Unspecified),
                invalidity_date: None,
            })
        });
        let list = CertificateRevocationListParams {
            this_update: moment(this_update)?,
            next_update: moment(this_update.saturating_add(CURRENT_MS))?,
            crl_number: SerialNumber::from(number),
            issuing_distribution_point: None,
            revoked_certs: revoked_certs.collect::<Result<_, CaError>>()?,
            key_identifier_method: KeyIdMethod::Sha256,
        };
        let list = list.signed_by(&self.issuer)?;
        Ok(Crl { pem: list.pem()?, der: list.der().to_vec() })
    }
}

#[cfg(test)]
mod tests {
    use x509_parser::prelude::{CertificateRevocationList, FromDer, X509Certificate};

    use super::*;
    use crate::ca::Request;
    use crate::ca::tests::{NOW, openssl};

    #[test]
    fn a_list_is_signed_by_the_ca_and_names_what_is_revoked() {
        let ca = Authority::new().unwrap();
        let revoked = [(Serial::of([1; 16]), NOW - DAY_MS), (Serial::of([0xFF; 16]), NOW)];
        let crl = ca.crl(&revoked, 3, NOW).unwrap();
        let (_, list) = CertificateRevocationList::from_der(&crl.der).unwrap();
        let (_, cert) = X509Certificate::from_der(ca.der()).unwrap();
        assert!(list.verify_signature(cert.public_key()).is_ok());
        assert_eq!(list.crl_number().unwrap().to_string(), "3");
        assert_eq!(list.last_update().timestamp(), NOW / 1_000);
        let named: Vec<_> =
            list.iter_revoked_certificates().map(|row| format!("{:032x}", row.user_certificate)).collect();
        assert_eq!(named, revoked.map(|(serial, _)| serial.to_string()));
    }

    #[test]
    fn openssl_reads_a_list_and_refuses_what_it_names() {
        let ca = Authority::new().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        put("ca.pem", ca.pem());
        for (name, byte) in [("good.pem", 1), ("bad.pem", 2)] {
            let request = Request::new("9970000001".parse().unwrap(), NOW, Serial::of([byte; 16]));
            put(name, &ca.issue(&request).unwrap().identity.cert_pem);
        }
        put("crl.pem", &ca.crl(&[(Serial::of([2; 16]), NOW)], 1, NOW).unwrap().pem);
        let at = NOW / 1_000 + 60;
        let verify = |name: &str| {
            openssl(folder.path(), &format!("verify -attime {at} -crl_check -CAfile ca.pem -CRLfile crl.pem {name}"))
        };
        let (taken, said) = verify("good.pem");
        assert!(taken, "{said}");
        let (taken, said) = verify("bad.pem");
        assert!(!taken && said.contains("revoked"), "{said}");
    }

    #[test]
    fn an_empty_list_is_a_list_and_an_impossible_time_is_none() {
        let ca = Authority::new().unwrap();
        assert!(ca.crl(&[], 0, NOW).is_ok());
        assert!(matches!(ca.crl(&[], 0, i64::MAX), Err(CaError::Time)));
        assert!(matches!(ca.crl(&[(Serial::of([1; 16]), i64::MIN)], 0, NOW), Err(CaError::Time)));
    }
}
