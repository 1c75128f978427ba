//! What has been given out so far: kept in the folder, so that another run goes on where one stopped.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::suite::adapter::ConfigError;
use crate::suite::protocol::Software;

/// The name and version of the document.
const SCHEMA: &str = "renkei.suite-folder/1";

const FILE: &str = "state.json";

/// What has been given out.
#[derive(Clone, Debug)]
pub(super) struct State {
    path: PathBuf,
    document: Document,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: String,
    software: Software,
    /// By case and step: `read/d1_basic-11#1`.
    tasks: BTreeMap<String, Given>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Given {
    /// The name of its folder.
    pub(super) folder: String,
    /// SHA-256 of all that was given.
    pub(super) digest: String,
    /// Whether it is answered.
    pub(super) done: bool,
}

impl State {
    /// Reads what was given out; a folder that is empty or not there has nothing yet.
    ///
    /// # Errors
    /// The folder holds something else, or is of another software.
    pub(super) fn open(folder: &Path, software: &Software) -> Result<Self, ConfigError> {
        let path = folder.join(FILE);
        let unread = |error| ConfigError::Unread { path: folder.to_owned(), error };
        let unclear = |why: String| ConfigError::Unclear { path: path.clone(), why };
        fs::create_dir_all(folder).map_err(unread)?;
        let document = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| unclear(error.to_string()))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if fs::read_dir(folder).map_err(unread)?.next().is_some() {
                    return Err(unclear("空のフォルダーを指定してください / the folder must be empty".to_owned()));
                }
                Document { schema: SCHEMA.to_owned(), software: software.clone(), tasks: BTreeMap::new() }
            }
            Err(error) => return Err(unread(error)),
        };
        if document.schema != SCHEMA {
            return Err(unclear(format!("schema: {SCHEMA}")));
        }
        if document.software != *software {
            let Software { name, version } = &document.software;
            return Err(unclear(format!("software: {name} {version}")));
        }
        let state = Self { path: path.clone(), document };
        // That it can be written is found before the run.
        state.write().map_err(|error| ConfigError::Unread { path, error })?;
        Ok(state)
    }

    /// What was given under a key, if it was the same; else it is given now, under the next number.
    pub(super) fn give(&mut self, key: &str, name: &str, digest: &str) -> io::Result<Given> {
        if let Some(given) = self.document.tasks.get(key).filter(|given| given.digest == digest) {
            return Ok(given.clone());
        }
        let number = |given: &Given| given.folder.split('_').next().and_then(|no| no.parse::<u32>().ok());
        let next = self.document.tasks.values().filter_map(number).max().unwrap_or_default().saturating_add(1);
        let given = Given { folder: format!("{next:04}_{name}"), digest: digest.to_owned(), done: false };
        self.document.tasks.insert(key.to_owned(), given.clone());
        self.write()?;
        Ok(given)
    }

    /// It is answered.
    pub(super) fn done(&mut self, key: &str) -> io::Result<()> {
        if let Some(given) = self.document.tasks.get_mut(key).filter(|given| !given.done) {
            given.done = true;
            self.write()?;
        }
        Ok(())
    }

    /// Writes it whole or not at all.
    fn write(&self) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, &self.document)?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist(&self.path).map(drop).map_err(|error| error.error)
    }
}
