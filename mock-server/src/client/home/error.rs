//! Why a home, or something that is done with it, failed.

use std::io;
use std::path::{Path, PathBuf};

use crate::client::ClientError;
use crate::client::papers::PapersError;

/// Why a home, or something that is done with it, failed.
#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    /// The folder is no home yet.
    #[error("{0} is not set up")]
    NotSetUp(PathBuf),
    /// Another process sends or receives with it.
    #[error("{0} is in use")]
    InUse(PathBuf),
    /// It belongs to another office or another environment.
    #[error("{0} belongs to another office or environment")]
    Another(PathBuf),
    /// A file in it is not what was written there.
    #[error("{0} is damaged")]
    Damaged(PathBuf),
    /// A file or folder cannot be used.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Certificate and key cannot be used.
    #[error(transparent)]
    Papers(#[from] PapersError),
    /// A call to the relay failed.
    #[error(transparent)]
    Call(#[from] ClientError),
}

impl HomeError {
    pub(in crate::client) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }

    /// Whether the same may succeed later although nobody mends anything.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Call(error) if error.is_passing())
    }
}
