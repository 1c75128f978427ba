//! Making a home, and making it anew.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::{CA, CERT, Home, HomeError, KEY, LEDGER, PASSWORD, SCHEMA, SETTINGS, Settings};
use crate::client::disk::{make_private, replace_private};
use crate::client::papers::Papers;
use crate::client::{Client, ClientError};
use crate::hash::sha256;

/// What a home is made of.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The address of the relay, `https://…`.
    pub url: String,
    /// Certificate, key and CA.
    pub papers: Papers,
    /// User id and password, where the relay asks for a login.
    pub login: Option<(String, String)>,
    /// The name of this terminal (1–64 of A–Z a–z 0–9 . _ -); one is made up, and kept, if none is
    /// given.
    pub terminal: Option<String>,
}

impl Setup {
    /// Writes the home. One that is there is set anew and keeps its ledger, if it is of the same
    /// office and environment.
    ///
    /// # Errors
    /// When the papers cannot be used together, [`HomeError::Another`], or when it cannot be
    /// written; then what was there before still holds.
    pub fn write(&self, folder: &Path) -> Result<Home, HomeError> {
        let Papers { ca_pem, cert_pem, key_pem } = &self.papers;
        let client = Client::new(&self.url, ca_pem, cert_pem, key_pem)?;
        if let Some(terminal) = &self.terminal {
            client.at_terminal(terminal)?;
        }
        let office = self.papers.certificate()?.office.to_string();
        let environment = sha256(&der(ca_pem)?);
        let before = match Home::open(folder) {
            Ok(home) => Some(home),
            Err(HomeError::NotSetUp(_)) => None,
            Err(other) => return Err(other),
        };
        if let Some(home) = &before {
            let same = home.settings.office == office && home.settings.environment == environment;
            if !same && folder.join(LEDGER).exists() {
                return Err(HomeError::Another(folder.to_owned()));
            }
        }
        let (id, kept) = match before {
            Some(home) => (home.settings.id, Some(home.settings.terminal)),
            None => (Uuid::new_v4().simple().to_string(), None),
        };
        let made_up = || format!("pc-{}", id.chars().take(8).collect::<String>());
        let settings = Settings {
            schema: SCHEMA.to_owned(),
            url: self.url.trim_end_matches('/').to_owned(),
            office,
            user: self.login.as_ref().map(|(user, _)| user.clone()),
            terminal: self.terminal.clone().or(kept).unwrap_or_else(made_up),
            id,
            environment,
        };
        make_private(folder).map_err(HomeError::file(folder))?;
        let put = |name: &str, bytes: &[u8]| {
            let path: PathBuf = folder.join(name);
            replace_private(&path, bytes).map_err(HomeError::file(&path))
        };
        put(CA, ca_pem.as_bytes())?;
        put(CERT, cert_pem.as_bytes())?;
        put(KEY, key_pem.as_bytes())?;
        if let Some((_, password)) = &self.login {
            put(PASSWORD, password.as_bytes())?;
        }
        // Last: only then is it a home.
        let text = serde_json::to_vec_pretty(&settings).map_err(|_| HomeError::Damaged(folder.join(SETTINGS)))?;
        put(SETTINGS, &text)?;
        Home::open(folder)
    }
}

fn der(pem: &str) -> Result<Vec<u8>, ClientError> {
    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject;
    Ok(CertificateDer::from_pem_slice(pem.as_bytes())?.to_vec())
}
