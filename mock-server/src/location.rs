//! Where a relay keeps its things: a folder that stays, or one that vanishes with it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::config::StartError;

/// The folder of one relay, held so that no second relay uses it at the same time.
#[derive(Debug)]
pub(crate) struct Location {
    folder: PathBuf,
    /// Removes a temporary folder when dropped.
    temporary: Option<TempDir>,
    /// Released by the system when the process ends, however it ends.
    _lock: File,
}

impl Location {
    /// Takes the folder (made if absent, open to its owner only), or a temporary one.
    ///
    /// # Errors
    /// When the folder cannot be made, or another relay holds it.
    pub(crate) fn take(data: Option<&Path>) -> Result<Self, StartError> {
        let (folder, temporary) = match data {
            Some(folder) => {
                make_private(folder).map_err(|source| failed(folder, source))?;
                (folder.to_path_buf(), None)
            }
            None => {
                let made = tempfile::Builder::new().prefix("renkei-relay-").tempdir();
                let made = made.map_err(|source| failed(&std::env::temp_dir(), source))?;
                (made.path().to_path_buf(), Some(made))
            }
        };
        let lock = lock(&folder)?;
        Ok(Self { folder, temporary, _lock: lock })
    }

    /// Whether the folder stays after the relay.
    pub(crate) const fn stays(&self) -> bool {
        self.temporary.is_none()
    }

    /// The file of the database, made if absent, open to its owner only.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn database(&self) -> Result<PathBuf, StartError> {
        let path = self.folder.join("relay.sqlite3");
        private_file(&path).map_err(|source| failed(&path, source))?;
        Ok(path)
    }

    pub(crate) fn authority(&self) -> PathBuf {
        self.folder.join("ca.pem")
    }
}

fn lock(folder: &Path) -> Result<File, StartError> {
    let path = folder.join("relay.lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(|source| failed(&path, source))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StartError::InUse(folder.to_path_buf())),
        Err(TryLockError::Error(source)) => Err(failed(&path, source)),
    }
}

fn failed(path: &Path, source: io::Error) -> StartError {
    StartError::Folder { path: path.to_path_buf(), source }
}

/// An empty file that its owner alone can open, if there is none yet. SQLite fills it, and gives
/// the files beside it the same permissions.
#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    File::options().create(true).truncate(false).write(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(path)
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_belongs_to_one_relay_at_a_time() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("relay");
        let held = Location::take(Some(&folder)).unwrap();
        assert!(matches!(Location::take(Some(&folder)), Err(StartError::InUse(_))));
        drop(held);
        assert!(Location::take(Some(&folder)).unwrap().stays());
    }

    #[cfg(unix)]
    #[test]
    fn the_database_is_open_to_its_owner_only_even_in_a_folder_open_to_all() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let location = Location::take(Some(folder.path())).unwrap();
        let mode = fs::metadata(location.database().unwrap()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_temporary_folder_vanishes_with_its_relay() {
        let location = Location::take(None).unwrap();
        let folder = location.folder.clone();
        assert!(folder.exists());
        drop(location);
        assert!(!folder.exists());
    }
}
