//! The certificates of a relay as files, for browsers and other programs.
//!
//! ```text
//! FOLDER/ca.pem                   what to trust
//! FOLDER/9970000001/cert.pem      who the office is
//! FOLDER/9970000001/key.pem       its key: for its owner only (0600)
//! ```

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use careplan::text::{Lang, Message};
use conformance::shown::visible;
use mock_server::{OfficeNo, Running};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use sha2::{Digest, Sha256};

use super::Trouble;

const CA: &str = "ca.pem";
const CERT: &str = "cert.pem";
const KEY: &str = "key.pem";

/// The files of a folder of certificates, parts between `/`.
pub(crate) fn file_names<'a>(offices: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut names = vec![CA.to_owned()];
    names.extend(offices.into_iter().flat_map(|number| [CERT, KEY].map(|file| format!("{number}/{file}"))));
    names
}

/// A folder of certificates.
#[derive(Debug)]
pub(crate) struct Bundle {
    folder: PathBuf,
    /// Whether the office certificates that lie there already are of this relay's CA.
    is_current: bool,
}

impl Bundle {
    /// Puts the certificate of the relay's CA into the folder, which is made if need be.
    pub(crate) fn of(running: &Running, folder: &Path) -> Result<Self, Trouble> {
        make_private(folder).map_err(|error| Trouble::file(folder, &error))?;
        let bundle = Self { folder: folder.to_owned(), is_current: false };
        let ca = bundle.ca();
        let is_current = fs::read_to_string(&ca).is_ok_and(|kept| kept == running.ca_pem());
        if !is_current {
            replace(&ca, running.ca_pem()).map_err(|error| Trouble::file(&ca, &error))?;
        }
        Ok(Self { is_current, ..bundle })
    }

    /// The certificate to trust.
    pub(crate) fn ca(&self) -> PathBuf {
        self.folder.join(CA)
    }

    /// The certificate and the key of an office.
    pub(crate) fn office(&self, number: &str) -> (PathBuf, PathBuf) {
        let folder = self.folder.join(number);
        (folder.join(CERT), folder.join(KEY))
    }

    /// How a person opens the pages of the relay as one of its offices.
    pub(crate) fn how_to_use(&self, url: &str, number: &str, lang: Lang) -> String {
        let (cert, key) = self.office(number);
        let [folder, ca, cert, key] = [&self.folder, &self.ca(), &cert, &key].map(|path| quoted(path));
        let curl = format!("curl --cacert {ca} --cert {cert} --key {key} {url}/");
        let p12 = format!("openssl pkcs12 -export -in {cert} -inkey {key} -out {number}.p12");
        match lang {
            Lang::Ja => format!(
                "画面のアドレス：{url}/ （訓練用。送受信には事業所の電子証明書が要ります）\n\
                 電子証明書の置き場所：{folder}\n\
                 コマンドで開く：\n  {curl}\n\
                 ブラウザーで開く：次の命令で1つにまとめ、{number}.p12 と {ca} をブラウザーに読み込みます\n\
                 （訓練が終わったら、ブラウザーから消してください）。\n  {p12}\n\
                 止めるには Ctrl-C を押してください。\n"
            ),
            Lang::En => format!(
                "Pages: {url}/ (訓練用, for training; to send and receive takes the certificate of an office)\n\
                 Certificates: {folder}\n\
                 From a terminal:\n  {curl}\n\
                 In a browser: pack them as follows, import {number}.p12 and {ca}\n\
                 (and remove both when the training is over).\n  {p12}\n\
                 Ctrl-C stops it.\n"
            ),
        }
    }

    /// Issues a certificate to an office, unless it holds one of this CA already.
    pub(crate) async fn issue(&self, running: &Running, number: &OfficeNo) -> Result<(), Trouble> {
        let (cert, key) = self.office(number.as_str());
        if self.is_current && cert.is_file() && key.is_file() {
            return Ok(());
        }
        let folder = self.folder.join(number.as_str());
        make_private(&folder).map_err(|error| Trouble::file(&folder, &error))?;
        let identity = running.issue_office(number).await?;
        for (path, pem) in [(key, identity.key_pem), (cert, identity.cert_pem)] {
            replace(&path, &pem).map_err(|error| Trouble::file(&path, &error))?;
        }
        Ok(())
    }
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let path = visible(&path.to_string_lossy());
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

/// A sentence with the SHA-256 of the CA's certificate, in two halves that fit a line.
pub(crate) fn fingerprint(ca_pem: &str) -> Result<Message, Trouble> {
    let certificate = CertificateDer::from_pem_slice(ca_pem.as_bytes())?;
    let hash: String = Sha256::digest(certificate).iter().map(|byte| format!("{byte:02x}")).collect();
    let (half, rest) = hash.split_at_checked(32).unwrap_or((&hash, ""));
    Ok(Message::new(
        format!("認証局の指紋 SHA-256 {half} {rest}"),
        format!("fingerprint of the CA: SHA-256 {half} {rest}"),
    ))
}

/// Makes a folder that is open to its owner only; one that exists is left as it is.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a file that is open to its owner only; it appears whole or not at all.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    // Temporary files are made with 0600, and keep it under their new name.
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map(drop).map_err(|error| error.error)
}
