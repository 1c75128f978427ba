//! Files that appear whole or not at all, and stay when the power goes.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::hash::hex;

/// Bytes that are read at once.
const BLOCK: usize = 64 << 10;

/// Makes a folder that is open to its owner only; one that exists is left as it is.
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Writes a file that is open to its owner only, in place of what was there.
pub(super) fn replace_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    // Temporary files are made with 0600, and keep it under their new name.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Opens a file to read and write, made if absent, open to its owner only.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Writes a new file and waits for the disk.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// What was made, renamed or removed in the folder is on disk afterwards.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    // Windows keeps names in its journal by itself, and opens no folder as a file.
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// Size and SHA-256 of a file, which is not held in memory.
pub(super) fn measure(path: &Path) -> io::Result<(u64, String)> {
    let (mut file, mut hash, mut size) = (File::open(path)?, Sha256::new(), 0);
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block)? {
            0 => return Ok((size, hex(&hash.finalize()))),
            read => {
                hash.update(block.get(..read).unwrap_or_default());
                size += read as u64;
            }
        }
    }
}

/// Moves a file; onto another disk it is copied. Nothing is overwritten: `false` where the name
/// is taken by a different file. The same file there counts as moved.
pub(super) fn shift(from: &Path, to: &Path) -> io::Result<bool> {
    // A link never takes the place of another file, a rename would; USB sticks know no links.
    if fs::hard_link(from, to).is_ok() {
        fs::remove_file(from)?;
        return Ok(true);
    }
    if to.exists() {
        if to.is_dir() || measure(from)? != measure(to)? {
            return Ok(false);
        }
        fs::remove_file(from)?;
        return Ok(true);
    }
    if fs::rename(from, to).is_err() {
        let folder = to.parent().unwrap_or(Path::new("."));
        let mut copy = tempfile::NamedTempFile::new_in(folder)?;
        io::copy(&mut File::open(from)?, &mut copy)?;
        copy.as_file().sync_all()?;
        copy.persist_noclobber(to).map_err(|error| error.error)?;
        fs::remove_file(from)?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_different_file_is_never_overwritten_and_the_same_one_counts_as_moved() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (folder.path().join("a"), folder.path().join("b"));
        fs::write(&a, "1").unwrap();
        fs::write(&b, "2").unwrap();
        assert!(!shift(&a, &b).unwrap());
        assert_eq!((fs::read(&a).unwrap(), fs::read(&b).unwrap()), (b"1".to_vec(), b"2".to_vec()));
        fs::write(&a, "2").unwrap();
        assert!(shift(&a, &b).unwrap() && !a.exists());
        fs::write(&a, "3").unwrap();
        assert!(shift(&a, &folder.path().join("c")).unwrap() && !a.exists());
    }
}
