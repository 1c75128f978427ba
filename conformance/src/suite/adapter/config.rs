//! How the software under test is reached: a small JSON document, or a command line.
//!
//! ```json
//! {"schema":"renkei.suite-adapter/1","kind":"process","command":["python3","adapter.py"],"stays":true,"seconds":30}
//! {"schema":"renkei.suite-adapter/1","kind":"folder","folder":"exchange","software":{"name":"…","version":"1.0"},"roles":["kyotaku"]}
//! ```

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use careplan::text::Message;
use serde::Deserialize;

use super::folder::FolderAdapter;
use super::process::ProcessAdapter;
use super::{Adapter, Session};
use crate::shown::{io_reason, visible};
use crate::story::Role;
use crate::suite::protocol::{Hello, Software};

/// The name and version of the document.
const SCHEMA: &str = "renkei.suite-adapter/1";

/// How long one answer may take, unless it is said otherwise.
const SECONDS: u64 = 30;

/// A program with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The program.
    pub program: OsString,
    /// Its arguments.
    pub args: Vec<OsString>,
    /// Where it runs; `None` = where the suite runs.
    pub folder: Option<PathBuf>,
}

/// How the software under test is reached.
#[derive(Clone, Debug)]
pub struct Config {
    /// The way.
    pub adapter: Way,
    /// How long one answer may take.
    pub limit: Duration,
}

/// A way that a document can describe.
#[derive(Clone, Debug)]
pub enum Way {
    /// A program.
    Process(ProcessAdapter),
    /// A folder that people look into.
    Folder(FolderAdapter),
}

impl Adapter for Way {
    fn open(&self) -> Result<Box<dyn Session>, Message> {
        match self {
            Self::Process(process) => process.open(),
            Self::Folder(folder) => folder.open(),
        }
    }

    fn stays(&self) -> bool {
        match self {
            Self::Process(process) => process.stays(),
            Self::Folder(folder) => folder.stays(),
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Process(process) => process.kind(),
            Self::Folder(folder) => folder.kind(),
        }
    }

    fn sessions(&self) -> usize {
        match self {
            Self::Process(process) => process.sessions(),
            Self::Folder(folder) => folder.sessions(),
        }
    }
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum Document {
    Process {
        schema: String,
        command: Vec<String>,
        #[serde(default)]
        stays: bool,
        seconds: Option<u64>,
    },
    Folder {
        schema: String,
        folder: PathBuf,
        software: Software,
        roles: Vec<Role>,
        #[serde(default)]
        own_fields: Vec<String>,
        seconds: Option<u64>,
    },
}

/// Why there is no adapter.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The document cannot be read.
    #[error("{}: {error}", path.display())]
    Unread {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The document is not of its form.
    #[error("{}: {why}", path.display())]
    Unclear {
        /// Which.
        path: PathBuf,
        /// Why.
        why: String,
    },
}

impl ConfigError {
    /// One sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unread { path, error } => {
                let (path, why) = (visible(&path.to_string_lossy()), io_reason(error));
                Message::new(
                    format!("{path} を読めません（{}）", why.ja),
                    format!("{path} cannot be read ({})", why.en),
                )
            }
            Self::Unclear { path, why } => {
                let (path, why) = (visible(&path.to_string_lossy()), visible(why));
                Message::new(
                    format!("{path} の書き方が合いません（{why}）"),
                    format!("{path} is not of the form ({why})"),
                )
            }
        }
    }
}

impl Config {
    /// A program from a command line; `None` where it is empty.
    #[must_use]
    pub fn of_command(command: &[OsString], stays: bool) -> Option<Self> {
        let (program, args) = command.split_first()?;
        let command = Command { program: program.clone(), args: args.to_vec(), folder: None };
        let process = ProcessAdapter { command, stays };
        Some(Self { adapter: Way::Process(process), limit: Duration::from_secs(SECONDS) })
    }

    /// A folder that people look into.
    #[must_use]
    pub const fn of_folder(folder: FolderAdapter) -> Self {
        Self { adapter: Way::Folder(folder), limit: Duration::from_secs(FolderAdapter::SECONDS) }
    }

    /// Reads the document. Paths in it are meant from where it lies, and programs run there.
    ///
    /// # Errors
    /// It cannot be read, or is not of its form.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let bytes = fs::read(path).map_err(|error| ConfigError::Unread { path: path.to_owned(), error })?;
        let unclear = |why: String| ConfigError::Unclear { path: path.to_owned(), why };
        let document: Document = serde_json::from_slice(&bytes).map_err(|error| unclear(error.to_string()))?;
        let beside = path.parent().filter(|it| !it.as_os_str().is_empty());
        let (schema, mut config, seconds) = match document {
            Document::Process { schema, command, stays, seconds } => {
                let (program, args) = command.split_first().ok_or_else(|| unclear("command: []".to_owned()))?;
                let command = Command {
                    program: program.into(),
                    args: args.iter().map(OsString::from).collect(),
                    folder: beside.map(Path::to_owned),
                };
                let adapter = Way::Process(ProcessAdapter { command, stays });
                (schema, Self { adapter, limit: Duration::from_secs(SECONDS) }, seconds)
            }
            Document::Folder { schema, folder, software, roles, own_fields, seconds } => {
                let folder = beside.map_or_else(|| folder.clone(), |beside| beside.join(&folder));
                let hello = Hello { software, roles, own_fields };
                (schema, Self::of_folder(FolderAdapter::new(folder, hello)), seconds)
            }
        };
        if schema != SCHEMA {
            return Err(unclear(format!("schema: {SCHEMA}")));
        }
        if let Some(seconds) = seconds {
            config.limit = Duration::from_secs(seconds.max(1));
        }
        Ok(config)
    }
}
