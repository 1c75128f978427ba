//! Keeping the CA in a file: certificate and key together, whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use rcgen::KeyPair;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};

use super::CaError;

/// PEM of the certificate, the certificate, and the key that signs.
pub(super) type Kept = (String, CertificateDer<'static>, KeyPair);

/// Reads a kept CA; `None` if there is none.
pub(super) fn read(path: &Path) -> Result<Option<Kept>, CaError> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(problem) => return Err(problem.into()),
    };
    parse(&text).map(Some)
}

/// Reads a CA as [`text`] writes it.
pub(super) fn parse(text: &str) -> Result<Kept, CaError> {
    let cert = CertificateDer::from_pem_slice(text.as_bytes()).map_err(|_| CaError::Unreadable)?;
    let key = PrivatePkcs8KeyDer::from_pem_slice(text.as_bytes()).map_err(|_| CaError::Unreadable)?;
    let key = KeyPair::try_from(&key)?;
    let pem = text.split_inclusive(END).next().ok_or(CaError::Unreadable)?;
    Ok((format!("{pem}\n"), cert, key))
}

/// Certificate and key together.
pub(super) fn text(cert_pem: &str, key: &KeyPair) -> String {
    format!("{}\n{}", cert_pem.trim_end(), key.serialize_pem())
}

/// The last line of the certificate, which comes first in the file.
const END: &str = "-----END CERTIFICATE-----";

/// Writes a new CA: into a file beside, to the disk, then under its name. A temporary file is
/// open to its owner only (0600), and keeps that under its new name.
pub(super) fn write(path: &Path, cert_pem: &str, key: &KeyPair) -> Result<(), CaError> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text(cert_pem, key).as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|problem| problem.error)?;
    sync_folder(folder)?;
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn the_kept_key_is_open_to_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        write(&path, END, &KeyPair::generate().unwrap()).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_spoilt_file_is_reported_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        fs::write(&path, "nothing of ours").unwrap();
        assert!(matches!(read(&path), Err(CaError::Unreadable)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "nothing of ours");
    }
}
