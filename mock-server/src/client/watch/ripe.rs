//! Which files have come to rest: another program may still be writing.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// What was seen of a file, and since when it is so.
#[derive(Clone, Copy, Debug)]
struct Seen {
    size: u64,
    changed: Option<SystemTime>,
    since: Instant,
}

/// The files of a folder over time.
#[derive(Debug, Default)]
pub(super) struct Ripeness(HashMap<PathBuf, Seen>);

impl Ripeness {
    /// Takes in how the files are now; those that are gone are forgotten.
    pub(super) fn note(&mut self, files: &[PathBuf], now: Instant) {
        let mut next = HashMap::with_capacity(files.len());
        for path in files {
            let Ok(state) = fs::metadata(path) else { continue };
            let (size, changed) = (state.len(), state.modified().ok());
            let before = self.0.get(path).filter(|seen| seen.size == size && seen.changed == changed);
            let since = before.map_or(now, |seen| seen.since);
            next.insert(path.clone(), Seen { size, changed, since });
        }
        self.0 = next;
    }

    /// How long the file has been as it is.
    pub(super) fn rest(&self, path: &Path, now: Instant) -> Duration {
        self.0.get(path).map_or(Duration::ZERO, |seen| now.saturating_duration_since(seen.since))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_grows_begins_to_rest_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let files = [path.clone()];
        let (mut ripeness, start) = (Ripeness::default(), Instant::now());
        let after = |seconds| start + Duration::from_secs(seconds);
        fs::write(&path, "1").unwrap();
        ripeness.note(&files, start);
        ripeness.note(&files, after(5));
        assert_eq!(ripeness.rest(&path, after(5)), Duration::from_secs(5));
        fs::write(&path, "12").unwrap();
        ripeness.note(&files, after(6));
        assert_eq!(ripeness.rest(&path, after(7)), Duration::from_secs(1));
        fs::remove_file(&path).unwrap();
        ripeness.note(&files, after(8));
        assert_eq!(ripeness.rest(&path, after(9)), Duration::ZERO);
    }
}
