//! The install file (PKCS #12): key, certificate and CA in one, as Windows 10, browsers and
//! OpenSSL 3 import it: PBES2 with AES-256, and a MAC with SHA-256.

use p12_keystore::{
    Certificate, EncryptionAlgorithm, KeyStore, KeyStoreEntry, MacAlgorithm, PrivateKey, PrivateKeyChain,
};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};

use super::{Authority, CaError, Issued};

impl Authority {
    /// The install file of a certificate, under its name 「訓練用 9970000001 介護保険証明書」.
    ///
    /// # Errors
    /// [`CaError::Password`] when the password is empty or not printable ASCII, which programs
    /// read differently; [`CaError::InstallFile`] when the file cannot be made.
    pub fn install_file(&self, issued: &Issued, password: &str) -> Result<Vec<u8>, CaError> {
        if password.is_empty() || !password.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Err(CaError::Password);
        }
        let file = |problem: &dyn std::fmt::Display| CaError::InstallFile(problem.to_string());
        let own =
            CertificateDer::from_pem_slice(issued.identity.cert_pem.as_bytes()).map_err(|problem| file(&problem))?;
        let key = PrivatePkcs8KeyDer::from_pem_slice(issued.identity.key_pem.as_bytes());
        let key = key.map_err(|problem| file(&problem))?;
        let make = || {
            let chain = [Certificate::from_der(&own)?, Certificate::from_der(self.der())?];
            let key = PrivateKey::from_der(key.secret_pkcs8_der())?;
            let mut store = KeyStore::new();
            let chain = PrivateKeyChain::new(issued.serial.as_str(), key, chain);
            store.add_entry(&issued.name, KeyStoreEntry::PrivateKeyChain(chain));
            let writer = store.writer(password);
            let writer = writer.encryption_algorithm(EncryptionAlgorithm::PbeWithHmacSha256AndAes256);
            writer.mac_algorithm(MacAlgorithm::HmacSha256).write()
        };
        make().map_err(|problem: p12_keystore::error::Error| file(&problem))
    }
}

#[cfg(test)]
mod tests {
    use p12_keystore::Pkcs12ImportPolicy;

    use super::*;
    use crate::ca::tests::{NOW, openssl};
    use crate::ca::{Request, Serial};

    fn issued(ca: &Authority) -> Issued {
        ca.issue(&Request::new("9970000001".parse().unwrap(), NOW, Serial::of([7; 16]))).unwrap()
    }

    #[test]
    fn an_install_file_gives_back_key_certificate_and_ca() {
        let ca = Authority::new().unwrap();
        let issued = issued(&ca);
        let file = ca.install_file(&issued, "kunren-1").unwrap();
        let store = KeyStore::from_pkcs12(&file, "kunren-1", Pkcs12ImportPolicy::Strict).unwrap();
        let (name, chain) = store.private_key_chain().unwrap();
        assert_eq!(name, "訓練用 9970000001 介護保険証明書");
        let key = PrivatePkcs8KeyDer::from_pem_slice(issued.identity.key_pem.as_bytes()).unwrap();
        assert_eq!(chain.key().as_der(), key.secret_pkcs8_der());
        let own = CertificateDer::from_pem_slice(issued.identity.cert_pem.as_bytes()).unwrap();
        assert_eq!(chain.certs().iter().map(Certificate::as_der).collect::<Vec<_>>(), [&*own, ca.der()]);
        assert!(KeyStore::from_pkcs12(&file, "kunren-2", Pkcs12ImportPolicy::Strict).is_err());
    }

    #[test]
    fn openssl_imports_the_install_file_with_modern_ciphers_only() {
        let ca = Authority::new().unwrap();
        let file = ca.install_file(&issued(&ca), "kunren-1").unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("office.p12"), file).unwrap();
        let import = |password: &str| {
            openssl(folder.path(), &format!("pkcs12 -in office.p12 -info -nodes -passin pass:{password}"))
        };
        let (read, said) = import("kunren-1");
        assert!(read, "{said}");
        assert_eq!(said.matches("BEGIN CERTIFICATE").count(), 2, "{said}");
        assert_eq!(said.matches("BEGIN PRIVATE KEY").count(), 1, "{said}");
        assert!(
            said.contains("AES-256-CBC") && said.to_lowercase().contains("sha256") && !said.contains("RC2"),
            "{said}"
        );
        let (read, said) = import("kunren-2");
        assert!(!read && !said.contains("BEGIN"), "{said}");
    }

    #[test]
    fn a_password_that_programs_read_differently_is_not_taken() {
        let ca = Authority::new().unwrap();
        let issued = issued(&ca);
        for password in ["", "暗証", "a\tb"] {
            assert!(matches!(ca.install_file(&issued, password), Err(CaError::Password)), "{password:?}");
        }
    }
}
