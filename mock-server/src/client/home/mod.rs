//! The home of a client: a folder that knows the address, the office and what went on so far.
//!
//! ```text
//! HOME/home.json      address, office, user, terminal
//! HOME/ca.pem, cert.pem, key.pem, password
//! HOME/ledger.jsonl   what was sent and received at this terminal
//! HOME/spool/KEY/     messages under way, as they are sent
//! HOME/lock           held by whoever sends or receives
//! ```
//! Everything in it is open to its owner only.

mod error;
mod ledger;
mod setup;
mod spool;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use error::HomeError;
pub(super) use ledger::now;
pub use ledger::{Entry, Item, Ledger, pending};
pub use setup::Setup;
pub(super) use spool::Spooled;

use super::papers::Papers;
use super::parcels::{Fault, Issue};
use super::{Client, Patience, disk};
use crate::wire::SessionBegun;

const SETTINGS: &str = "home.json";
const CA: &str = "ca.pem";
const CERT: &str = "cert.pem";
const KEY: &str = "key.pem";
const PASSWORD: &str = "password";
const LEDGER: &str = "ledger.jsonl";
const LOCK: &str = "lock";

/// The form of `home.json`.
const SCHEMA: &str = "renkei.client/1";

/// What a home is set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    schema: String,
    /// Its own name, made at the first set-up: two homes may receive into one folder.
    id: String,
    /// The address of the relay.
    pub url: String,
    /// 事業所番号 of the certificate.
    pub office: String,
    /// The user id to log in with, if the relay asks for a login.
    pub user: Option<String>,
    /// The name of this terminal: what it received, no other terminal receives.
    pub terminal: String,
    /// SHA-256 of the CA: what the ledger says holds for its environment only.
    environment: String,
}

/// A home that is set up.
#[derive(Clone, Debug)]
pub struct Home {
    folder: PathBuf,
    settings: Settings,
}

/// A home that nobody else uses meanwhile, with its ledger open for more.
#[derive(Debug)]
pub struct Held {
    home: Home,
    /// What was sent and received so far.
    pub ledger: Ledger,
    /// Released by the system when the process ends, however it ends.
    _lock: File,
}

impl Home {
    /// Opens a home that was [set up](Setup::write).
    ///
    /// # Errors
    /// [`HomeError::NotSetUp`], or when its files cannot be read.
    pub fn open(folder: &Path) -> Result<Self, HomeError> {
        let path = folder.join(SETTINGS);
        let text = match fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(HomeError::NotSetUp(folder.to_owned()));
            }
            read => read.map_err(HomeError::file(&path))?,
        };
        match serde_json::from_slice::<Settings>(&text) {
            Ok(settings) if settings.schema == SCHEMA => Ok(Self { folder: folder.to_owned(), settings }),
            _ => Err(HomeError::Damaged(path)),
        }
    }

    /// What it is set to.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Its own name, which stands in names of files under way.
    pub(super) fn id(&self) -> &str {
        &self.settings.id
    }

    /// The certificate and key in it.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn papers(&self) -> Result<Papers, HomeError> {
        let read = |name: &str| {
            let path = self.folder.join(name);
            fs::read_to_string(&path).map_err(HomeError::file(&path))
        };
        Ok(Papers { ca_pem: read(CA)?, cert_pem: read(CERT)?, key_pem: read(KEY)? })
    }

    /// A client for it that has not logged in.
    ///
    /// # Errors
    /// When certificate or key cannot be used.
    pub fn client(&self, patience: Patience) -> Result<Client, HomeError> {
        let Papers { ca_pem, cert_pem, key_pem } = self.papers()?;
        let client = Client::new(&self.settings.url, &ca_pem, &cert_pem, &key_pem)?.with_patience(patience);
        Ok(client.at_terminal(&self.settings.terminal)?)
    }

    /// A client for it, logged in where the home has a user.
    ///
    /// # Errors
    /// When certificate or key cannot be used, or the login fails.
    pub async fn connect(&self, patience: Patience) -> Result<(Client, Option<SessionBegun>), HomeError> {
        let client = self.client(patience)?;
        let Some((user, password)) = self.login()? else { return Ok((client, None)) };
        let session = client.login(&user, &password).await?;
        Ok((client.with_session(&session)?, Some(session)))
    }

    /// The user id and the password with which it logs in, if it does.
    ///
    /// # Errors
    /// When the password cannot be read.
    pub fn login(&self) -> Result<Option<(String, String)>, HomeError> {
        let Some(user) = &self.settings.user else { return Ok(None) };
        let path = self.folder.join(PASSWORD);
        Ok(Some((user.clone(), fs::read_to_string(&path).map_err(HomeError::file(&path))?)))
    }

    /// Logs in with this password from now on.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn set_password(&self, password: &str) -> Result<(), HomeError> {
        let path = self.folder.join(PASSWORD);
        disk::replace_private(&path, password.as_bytes()).map_err(HomeError::file(&path))
    }

    /// What was sent and received, to look at; a line that is being written is not there yet.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn ledger(&self) -> Result<Vec<Entry>, HomeError> {
        Ledger::read(&self.folder.join(LEDGER))
    }

    /// Takes the home for oneself.
    ///
    /// # Errors
    /// [`HomeError::InUse`] while another sends or receives; when the ledger cannot be read.
    pub fn hold(&self) -> Result<Held, HomeError> {
        let path = self.folder.join(LOCK);
        let lock = disk::open_private(&path).map_err(HomeError::file(&path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(HomeError::InUse(self.folder.clone())),
            Err(TryLockError::Error(source)) => return Err(HomeError::File { path, source }),
        }
        let held = Held { home: self.clone(), ledger: Ledger::open(&self.folder.join(LEDGER))?, _lock: lock };
        held.sweep_spool()?;
        Ok(held)
    }
}

impl Held {
    /// The home itself.
    #[must_use]
    pub const fn home(&self) -> &Home {
        &self.home
    }

    /// Whether files that seem half a set are what is left of one that was sent: a run ended while
    /// it moved them away.
    #[must_use]
    pub fn is_rest(&self, issue: &Issue) -> bool {
        issue.fault == Fault::Incomplete && self.was_sent(&issue.paths)
    }

    /// Whether one message that the relay took held all these files, as they are now.
    fn was_sent(&self, paths: &[PathBuf]) -> bool {
        let item = |path: &PathBuf| Some((path.file_name()?.to_str()?.to_owned(), disk::measure(path).ok()?.1));
        let items: Option<Vec<(String, String)>> = paths.iter().map(item).collect();
        items.is_some_and(|items| {
            self.ledger.sent(0).iter().any(|message| {
                let holds = |(name, sha256): &(String, String)| {
                    message.files.iter().any(|file| file.name == *name && file.sha256 == *sha256)
                };
                items.iter().all(holds)
            })
        })
    }
}
