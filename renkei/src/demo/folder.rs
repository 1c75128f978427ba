//! Where the demonstration leaves its files: a folder that is new, empty, or its own from before.
//!
//! A list in the folder names every file before it is written. Only what the list names is ever
//! removed, so nothing foreign is overwritten or lost.

use std::fs::{self, File, TryLockError};
use std::io::{self, Seek, Write};
use std::path::{Component, Path, PathBuf};

use crate::relay::Trouble;

/// The list, which also marks the folder as ours.
const LIST: &str = "renkei-demo.txt";
/// Its first line.
const HEAD: &str = "renkei demo (訓練用): files of the last run; the next run replaces them";

/// The folder, held so that no second demonstration uses it at the same time.
#[derive(Debug)]
pub(super) struct OutFolder {
    root: PathBuf,
    list: File,
}

impl OutFolder {
    /// Takes the folder; made if absent. The files of an earlier run go.
    pub(super) fn take(root: &Path) -> Result<Self, Trouble> {
        let failed = |error: io::Error| Trouble::file(root, &error);
        fs::create_dir_all(root).map_err(failed)?;
        let at = root.join(LIST);
        if !at.exists() && fs::read_dir(root).map_err(failed)?.next().is_some() {
            return Err(foreign(root));
        }
        let unusable = |error: io::Error| Trouble::file(&at, &error);
        let mut list =
            File::options().create(true).truncate(false).read(true).write(true).open(&at).map_err(unusable)?;
        match list.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(in_use(root)),
            Err(TryLockError::Error(error)) => return Err(unusable(error)),
        }
        let earlier = io::read_to_string(&mut list).map_err(unusable)?;
        let mut lines = earlier.lines();
        if lines.next().is_some_and(|head| head != HEAD) {
            return Err(foreign(root));
        }
        let real = root.canonicalize().map_err(failed)?;
        for line in lines {
            remove(&real, line).map_err(unusable)?;
        }
        list.rewind().and_then(|()| list.set_len(0)).map_err(unusable)?;
        writeln!(list, "{HEAD}").map_err(unusable)?;
        Ok(Self { root: root.to_owned(), list })
    }

    /// The folder, as it was given.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Takes a name in the folder (parts between `/`) that nothing else has.
    pub(super) fn claim(&mut self, name: &str) -> Result<PathBuf, Trouble> {
        let path = self.root.join(name);
        if path.exists() {
            return Err(foreign(&path));
        }
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(|error| Trouble::file(folder, &error))?;
        writeln!(self.list, "{name}").map_err(|error| Trouble::file(&self.root, &error))?;
        Ok(path)
    }

    /// Writes a new file.
    pub(super) fn write(&mut self, name: &str, bytes: &[u8]) -> Result<PathBuf, Trouble> {
        let path = self.claim(name)?;
        let written = File::create_new(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| Trouble::file(&path, &error))?;
        Ok(path)
    }
}

/// Removes a file of an earlier run; a line that leads out of the folder is passed over.
fn remove(root: &Path, line: &str) -> io::Result<()> {
    let name = Path::new(line);
    let stays = !line.is_empty() && name.components().all(|part| matches!(part, Component::Normal(_)));
    let path = root.join(name);
    // A folder on the way may have become a link.
    let parent = path.parent().and_then(|parent| parent.canonicalize().ok());
    if !stays || !parent.is_some_and(|parent| parent.starts_with(root)) {
        return Ok(());
    }
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn foreign(path: &Path) -> Trouble {
    let path = conformance::shown::visible(&path.to_string_lossy());
    Trouble::new(
        format!("{path} には、デモのものではないファイルがあります。空のフォルダーを --out で指定してください。"),
        format!("{path} holds files that are not of a demonstration. Please give an empty folder with --out."),
    )
}

fn in_use(path: &Path) -> Trouble {
    let path = conformance::shown::visible(&path.to_string_lossy());
    Trouble::new(
        format!("{path} は、動いている別のデモが使っています。終えてから、または別のフォルダーでお試しください。"),
        format!("{path} is in use by another demonstration. Please end it first, or choose another folder."),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_an_earlier_run_go_and_foreign_ones_stay() {
        let parent = tempfile::tempdir().unwrap();
        let root = parent.path().join("out");
        let mut folder = OutFolder::take(&root).unwrap();
        let ours = folder.write("a/ours.txt", b"1").unwrap();
        drop(folder);
        fs::write(root.join("a/theirs.txt"), "2").unwrap();
        let mut folder = OutFolder::take(&root).unwrap();
        assert!(!ours.exists());
        assert!(folder.write("a/theirs.txt", b"3").is_err());
        assert_eq!(fs::read_to_string(root.join("a/theirs.txt")).unwrap(), "2");
    }

    #[test]
    fn a_foreign_folder_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("theirs.txt"), "1").unwrap();
        assert!(OutFolder::take(folder.path()).is_err());
        fs::write(folder.path().join(LIST), "something else\ntheirs.txt\n").unwrap();
        assert!(OutFolder::take(folder.path()).is_err());
        assert!(folder.path().join("theirs.txt").exists());
    }

    #[test]
    fn a_list_that_leads_out_of_the_folder_removes_nothing_there() {
        let parent = tempfile::tempdir().unwrap();
        let (root, outside) = (parent.path().join("out"), parent.path().join("outside.txt"));
        fs::create_dir(&root).unwrap();
        fs::write(&outside, "1").unwrap();
        fs::write(root.join(LIST), format!("{HEAD}\n../outside.txt\n{}\n", outside.display())).unwrap();
        assert!(OutFolder::take(&root).is_ok());
        assert!(outside.exists());
    }

    #[test]
    fn a_folder_belongs_to_one_demonstration_at_a_time() {
        let root = tempfile::tempdir().unwrap();
        let held = OutFolder::take(root.path()).unwrap();
        assert!(OutFolder::take(root.path()).is_err());
        drop(held);
        assert!(OutFolder::take(root.path()).is_ok());
    }
}
