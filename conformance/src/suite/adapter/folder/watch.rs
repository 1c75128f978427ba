//! Waiting for files. They are looked at again and again: a watcher of the system would miss what lies
//! on a share of the network, where such software often runs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use careplan::text::Message;

use super::super::files::trouble;
use crate::suite::adapter::Stopped;

/// How long files are waited for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// In all.
    pub(super) limit: Duration,
    /// A file that has not changed for so long is complete.
    pub(super) quiet: Duration,
    /// Between two looks.
    pub(super) pause: Duration,
}

/// What a look at files gives that have come to rest.
pub(super) enum Look<T> {
    /// The answer.
    There(T),
    /// Nothing yet.
    NotYet,
    /// There is something, but it cannot be understood: it may still be mended.
    Unclear(Message),
}

/// Waits until a look at files that have come to rest gives an answer. What is told of a file that
/// cannot be understood goes to `tell`; where it is not mended in time, it is a crash.
pub(super) fn wait<T>(
    places: &[PathBuf],
    patience: Patience,
    mut look: impl FnMut() -> io::Result<Look<T>>,
    tell: impl Fn(Option<&Message>) -> io::Result<()>,
    is_stopped: impl Fn() -> Option<Message>,
) -> Result<T, Stopped> {
    let begun = Instant::now();
    let mut last = snapshot(places).map_err(|error| trouble(&error))?;
    let (mut since, mut looked, mut why) = (begun, false, None);
    loop {
        if let Some(message) = is_stopped() {
            return Err(Stopped::Trouble(message));
        }
        let now = snapshot(places).map_err(|error| trouble(&error))?;
        if now != last {
            (last, since, looked) = (now, Instant::now(), false);
        } else if !looked && since.elapsed() >= patience.quiet {
            looked = true;
            match look().map_err(|error| trouble(&error))? {
                Look::There(answer) => {
                    tell(None).map_err(|error| trouble(&error))?;
                    return Ok(answer);
                }
                Look::NotYet => why = None,
                Look::Unclear(message) => {
                    tell(Some(&message)).map_err(|error| trouble(&error))?;
                    why = Some(message);
                }
            }
        }
        if begun.elapsed() >= patience.limit {
            return Err(why.map_or(Stopped::TimedOut(patience.limit), Stopped::Crashed));
        }
        thread::sleep(patience.pause);
    }
}

type Snapshot = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// Sizes and times of files, and of those in folders.
fn snapshot(places: &[PathBuf]) -> io::Result<Snapshot> {
    let mut found = Vec::new();
    for place in places {
        if place.is_dir() {
            for entry in fs::read_dir(place)? {
                look_at(&entry?.path(), &mut found);
            }
        } else {
            look_at(place, &mut found);
        }
    }
    found.sort();
    Ok(found)
}

fn look_at(path: &Path, found: &mut Snapshot) {
    // A file may go away between being listed and being looked at: then it is not there.
    if let Ok(about) = fs::metadata(path) {
        found.push((path.to_owned(), about.len(), about.modified().ok()));
    }
}
