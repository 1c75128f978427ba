//! Certificate and key of an office as a client holds them: read from PEM files or from an
//! install file (PKCS #12).

use p12_keystore::{KeyStore, Pkcs12ImportPolicy};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::FromDer;

use crate::ca::OFFICE_URI;
use crate::offices::OfficeNo;

/// What a client shows, and whom it trusts.
#[derive(Clone)]
pub struct Papers {
    /// The CA that is trusted, PEM.
    pub ca_pem: String,
    /// The certificate of the office, PEM.
    pub cert_pem: String,
    /// Its key, PEM.
    pub key_pem: String,
}

impl std::fmt::Debug for Papers {
    /// Without the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Papers").field("cert_pem", &self.cert_pem).finish_non_exhaustive()
    }
}

/// Why papers cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PapersError {
    /// The install file does not open: another password, or no install file.
    #[error("the install file does not open with this password")]
    Locked,
    /// There is no key with a certificate in it.
    #[error("the install file holds no key with its certificate")]
    Empty,
    /// The certificate of the CA is neither in the install file nor given.
    #[error("the certificate of the CA is missing")]
    NoCa,
    /// No certificate of an office can be read there.
    #[error("this is no certificate of an office")]
    NotAnOffice,
}

impl Papers {
    /// Opens an install file. The CA is the one inside, unless one is given.
    ///
    /// # Errors
    /// When it does not open, or lacks something.
    pub fn open(p12: &[u8], password: &str, ca_pem: Option<String>) -> Result<Self, PapersError> {
        let store = KeyStore::from_pkcs12(p12, password, Pkcs12ImportPolicy::Relaxed);
        let store = store.map_err(|_| PapersError::Locked)?;
        let (_, chain) = store.private_key_chain().ok_or(PapersError::Empty)?;
        let (own, above) = chain.certs().split_first().ok_or(PapersError::Empty)?;
        let pem = |tag: &str, der: &[u8]| pem::encode(&pem::Pem::new(tag, der));
        let inside = above.last().map(|ca| pem("CERTIFICATE", ca.as_der()));
        Ok(Self {
            ca_pem: ca_pem.or(inside).ok_or(PapersError::NoCa)?,
            cert_pem: pem("CERTIFICATE", own.as_der()),
            key_pem: pem("PRIVATE KEY", chain.key().as_der()),
        })
    }

    /// The serial number of the certificate, as the relay writes it: hexadecimal in lower case.
    ///
    /// # Errors
    /// [`PapersError::NotAnOffice`].
    pub fn serial(&self) -> Result<String, PapersError> {
        let der = CertificateDer::from_pem_slice(self.cert_pem.as_bytes()).map_err(|_| PapersError::NotAnOffice)?;
        let (_, read) = X509Certificate::from_der(&der).map_err(|_| PapersError::NotAnOffice)?;
        Ok(crate::hash::hex(read.raw_serial()))
    }

    /// What the certificate says of itself; whether it counts is for the relay to say.
    ///
    /// # Errors
    /// [`PapersError::NotAnOffice`].
    pub fn certificate(&self) -> Result<OfficeCertificate, PapersError> {
        OfficeCertificate::read(&self.cert_pem).ok_or(PapersError::NotAnOffice)
    }
}

/// What a certificate says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeCertificate {
    /// 事業所番号.
    pub office: OfficeNo,
    /// The last second in which it is valid, milliseconds since 1970; see
    /// [`days_left`](crate::ca::days_left).
    pub not_after: i64,
}

impl OfficeCertificate {
    fn read(pem: &str) -> Option<Self> {
        let der = CertificateDer::from_pem_slice(pem.as_bytes()).ok()?;
        let (_, read) = X509Certificate::from_der(&der).ok()?;
        let names = read.subject_alternative_name().ok()??;
        let office = names.value.general_names.iter().find_map(|name| match name {
            GeneralName::URI(uri) => uri.strip_prefix(OFFICE_URI)?.parse().ok(),
            _ => None,
        })?;
        Some(Self { office, not_after: read.validity().not_after.timestamp().saturating_mul(1_000) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ca::{Authority, DAY_MS, Request, Serial, VALIDITY_MS, days_left};

    const NOW: i64 = 1_742_202_009_000;

    #[test]
    fn an_install_file_gives_the_same_papers_as_the_pem_files() {
        let ca = Authority::new().unwrap();
        let issued = ca.issue(&Request::new("9970000001".parse().unwrap(), NOW, Serial::of([7; 16]))).unwrap();
        let file = ca.install_file(&issued, "kunren-1").unwrap();
        let papers = Papers::open(&file, "kunren-1", None).unwrap();
        let bare = |pem: &str| pem.replace("\r\n", "\n").trim().to_owned();
        assert_eq!(bare(&papers.cert_pem), bare(&issued.identity.cert_pem));
        assert_eq!(bare(&papers.key_pem), bare(&issued.identity.key_pem));
        assert_eq!(bare(&papers.ca_pem), bare(ca.pem()));
        assert!(matches!(Papers::open(&file, "kunren-2", None), Err(PapersError::Locked)));
        assert!(matches!(Papers::open(b"no install file", "kunren-1", None), Err(PapersError::Locked)));
    }

    #[test]
    fn a_certificate_tells_its_office_and_its_end() {
        let ca = Authority::new().unwrap();
        let issued = ca.issue(&Request::new("9970000001".parse().unwrap(), NOW, Serial::of([7; 16]))).unwrap();
        let papers = Papers {
            ca_pem: ca.pem().to_owned(),
            cert_pem: issued.identity.cert_pem,
            key_pem: issued.identity.key_pem,
        };
        let certificate = papers.certificate().unwrap();
        assert_eq!(certificate.office.as_str(), "9970000001");
        assert_eq!(papers.serial().unwrap(), issued.serial);
        assert_eq!(days_left(certificate.not_after, NOW), VALIDITY_MS / DAY_MS);
        let none = Papers { cert_pem: papers.ca_pem.clone(), ..papers };
        assert!(matches!(none.certificate(), Err(PapersError::NotAnOffice)));
    }
}
