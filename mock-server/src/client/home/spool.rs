//! Messages under way, kept as they are sent: a second try sends the same bytes under the same
//! key, whatever happened to the folder they came from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Held, HomeError, Item};
use crate::client::disk::{make_private, sync_folder, write_new};
use crate::client::{Attachment, Outgoing};
use crate::hash::sha256;

const SPOOL: &str = "spool";
const PARCEL: &str = "parcel.json";

/// A message in the spool.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(in crate::client) struct Spooled {
    pub(in crate::client) to: String,
    pub(in crate::client) text: String,
    pub(in crate::client) files: Vec<Item>,
}

impl Held {
    fn spool_folder(&self, key: &str) -> PathBuf {
        self.home.folder.join(SPOOL).join(key)
    }

    /// Copies a message into the spool; `sources` are its files in the same order.
    ///
    /// # Errors
    /// When a file cannot be read, or is no longer what it was when it was looked at.
    pub(in crate::client) fn spool(&self, key: &str, message: &Spooled, sources: &[&Path]) -> Result<(), HomeError> {
        let folder = self.spool_folder(key);
        let failed = |error| HomeError::file(&folder)(error);
        let part = folder.with_extension("part");
        make_private(&part).map_err(failed)?;
        for (n, (item, source)) in message.files.iter().zip(sources).enumerate() {
            let bytes = fs::read(source).map_err(HomeError::file(source))?;
            if sha256(&bytes) != item.sha256 {
                let changed = io::Error::new(io::ErrorKind::InvalidData, "it is being changed");
                return Err(HomeError::file(source)(changed));
            }
            write_new(&part.join(n.to_string()), &bytes).map_err(failed)?;
        }
        let text = serde_json::to_vec(message).map_err(|error| failed(error.into()))?;
        write_new(&part.join(PARCEL), &text).map_err(failed)?;
        sync_folder(&part).map_err(failed)?;
        fs::rename(&part, &folder).map_err(failed)?;
        sync_folder(&self.home.folder.join(SPOOL)).map_err(failed)
    }

    /// A message of the spool, ready to be sent (again).
    pub(in crate::client) fn spooled(&self, key: &str) -> Result<(Spooled, Outgoing), HomeError> {
        let folder = self.spool_folder(key);
        let path = folder.join(PARCEL);
        let text = fs::read(&path).map_err(HomeError::file(&path))?;
        let message: Spooled = serde_json::from_slice(&text).map_err(|_| HomeError::Damaged(path))?;
        let mut outgoing = Outgoing::to(&message.to).message(&message.text).key(key);
        for (n, Item { slot, name, .. }) in message.files.iter().enumerate() {
            let path = folder.join(n.to_string());
            let body = fs::read(&path).map_err(HomeError::file(&path))?;
            outgoing.files.push(Attachment { slot: *slot, name: name.clone(), body: body.into() });
        }
        Ok((message, outgoing))
    }

    /// Takes a message out of the spool: the ledger says how it ended.
    pub(in crate::client) fn unspool(&self, key: &str) -> Result<(), HomeError> {
        let folder = self.spool_folder(key);
        fs::remove_dir_all(&folder).map_err(HomeError::file(&folder))
    }

    /// Takes away what was begun but never entered in the ledger, and what has ended.
    pub(super) fn sweep_spool(&self) -> Result<(), HomeError> {
        let folder = self.home.folder.join(SPOOL);
        make_private(&folder).map_err(HomeError::file(&folder))?;
        let pending = self.ledger.pending();
        for entry in fs::read_dir(&folder).map_err(HomeError::file(&folder))? {
            let path = entry.map_err(HomeError::file(&folder))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if !pending.iter().any(|key| key == name) {
                fs::remove_dir_all(&path).map_err(HomeError::file(&path))?;
            }
        }
        Ok(())
    }
}
