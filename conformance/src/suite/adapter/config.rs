//! How the software under test is reached: a small JSON document, or a command line.
//!
//! ```json
//! {"schema":"renkei.suite-adapter/1","kind":"process","command":["python3","adapter.py"],"stays":true,"seconds":30}
//! ```

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use careplan::text::Message;
use serde::Deserialize;

use super::process::ProcessAdapter;
use crate::shown::{io_reason, visible};

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

/// How the software under test is reached, read from a document.
#[derive(Clone, Debug)]
pub struct Config {
    /// The program.
    pub adapter: ProcessAdapter,
    /// How long one answer may take.
    pub limit: Duration,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
enum Way {
    Process {
        schema: String,
        command: Vec<String>,
        #[serde(default)]
        stays: bool,
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
        Some(Self { adapter: ProcessAdapter { command, stays }, limit: Duration::from_secs(SECONDS) })
    }

    /// Reads the document. The program runs in the folder of the document, so that paths in it are
    /// meant from there.
    ///
    /// # Errors
    /// It cannot be read, or is not of its form.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let bytes = fs::read(path).map_err(|error| ConfigError::Unread { path: path.to_owned(), error })?;
        let unclear = |why: String| ConfigError::Unclear { path: path.to_owned(), why };
        let way: Way = serde_json::from_slice(&bytes).map_err(|error| unclear(error.to_string()))?;
        let Way::Process { schema, command, stays, seconds } = way;
        if schema != SCHEMA {
            return Err(unclear(format!("schema: {SCHEMA}")));
        }
        let command: Vec<OsString> = command.into_iter().map(OsString::from).collect();
        let mut config = Self::of_command(&command, stays).ok_or_else(|| unclear("command: []".to_owned()))?;
        config.adapter.command.folder = path.parent().filter(|it| !it.as_os_str().is_empty()).map(Path::to_owned);
        config.limit = Duration::from_secs(seconds.unwrap_or(SECONDS).max(1));
        Ok(config)
    }
}
