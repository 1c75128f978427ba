//! The ledger: one JSON object a line, only ever added to, on disk before anything is done that
//! rests on it. A last line that was cut off is dropped; it was never relied on.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::HomeError;
use crate::client::disk::open_private;
use crate::clock::{Clock, SystemClock, jst, unix_ms};
use crate::wire::Slot;

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Entry {
    /// A message is about to be sent under this idempotency key; it lies in the spool.
    Sending {
        /// When, RFC 3339 in Japanese time, by the clock of this machine.
        at: String,
        /// The idempotency key.
        key: String,
        /// 送信先 事業所番号.
        to: String,
        /// Its files.
        files: Vec<Item>,
        /// SHA-256 of text and attachments, where there are any.
        extras: Option<String>,
    },
    /// The relay has it.
    Sent {
        /// When.
        at: String,
        /// The idempotency key.
        key: String,
        /// The id of the message.
        id: String,
        /// When the relay accepted it.
        accepted_at: String,
    },
    /// The relay sent what it kept: a draft, or what was queued.
    Dispatched {
        /// When.
        at: String,
        /// The id of the message.
        id: String,
        /// 送信先 事業所番号.
        to: String,
        /// When the relay accepted it.
        accepted_at: String,
        /// Its files.
        files: Vec<Item>,
    },
    /// The relay will not have it.
    Refused {
        /// When.
        at: String,
        /// The idempotency key.
        key: String,
        /// The code of the refusal.
        code: String,
    },
    /// A message lies complete in its folder.
    Received {
        /// When.
        at: String,
        /// The id of the message.
        id: String,
        /// 送信元 事業所番号.
        from: String,
        /// When the relay accepted it.
        accepted_at: String,
        /// Where it was put.
        place: String,
        /// Its files.
        files: Vec<Item>,
    },
}

/// A file in the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Where it was put.
    pub slot: Slot,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its name in the folder, where the name it was sent under cannot be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saved_as: Option<String>,
}

/// A message that the relay took.
#[derive(Clone, Copy, Debug)]
pub(in crate::client) struct SentMessage<'a> {
    pub(in crate::client) to: &'a str,
    pub(in crate::client) files: &'a [Item],
    pub(in crate::client) extras: Option<&'a str>,
}

/// The present by the clock of this machine, as it stands in the ledger.
pub(in crate::client) fn now() -> String {
    jst(unix_ms(SystemClock.now()))
}

/// The ledger, open for more.
#[derive(Debug)]
pub struct Ledger {
    path: PathBuf,
    file: File,
    length: u64,
    entries: Vec<Entry>,
}

impl Ledger {
    /// The entries, without a last line that is not complete.
    pub(super) fn read(path: &Path) -> Result<Vec<Entry>, HomeError> {
        let bytes = match fs::read(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            read => read.map_err(HomeError::file(path))?,
        };
        Ok(parse(&bytes, path)?.0)
    }

    /// Opens it; made if absent.
    pub(super) fn open(path: &Path) -> Result<Self, HomeError> {
        let mut file = open_private(path).map_err(HomeError::file(path))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(HomeError::file(path))?;
        let (entries, whole) = parse(&bytes, path)?;
        let mut ledger = Self { path: path.to_owned(), file, length: whole, entries };
        ledger.rewind().map_err(HomeError::file(path))?;
        Ok(ledger)
    }

    /// Adds a line; it is on disk when this returns.
    pub(in crate::client) fn add(&mut self, entry: Entry) -> Result<(), HomeError> {
        let mut line = serde_json::to_vec(&entry).map_err(|_| HomeError::Damaged(self.path.clone()))?;
        line.push(b'\n');
        if let Err(error) = self.file.write_all(&line).and_then(|()| self.file.sync_data()) {
            // A disk that is full: what was half written goes again.
            let _best_effort = self.rewind();
            return Err(HomeError::file(&self.path)(error));
        }
        self.length += line.len() as u64;
        self.entries.push(entry);
        Ok(())
    }

    /// To the end of what counts; what stands behind it goes.
    fn rewind(&mut self) -> std::io::Result<()> {
        self.file.set_len(self.length)?;
        self.file.seek(SeekFrom::Start(self.length)).map(drop)
    }

    /// All entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The keys under which something is still on its way, oldest first.
    #[must_use]
    pub fn pending(&self) -> Vec<String> {
        pending(&self.entries)
    }

    /// The ids of what was received.
    #[must_use]
    pub fn received(&self) -> HashSet<&str> {
        let ids = self.entries.iter().filter_map(|entry| match entry {
            Entry::Received { id, .. } => Some(id.as_str()),
            _ => None,
        });
        ids.collect()
    }

    /// What the relay took, of all entries but the first so many.
    pub(in crate::client) fn sent(&self, from: usize) -> Vec<SentMessage<'_>> {
        let mut begun = HashMap::new();
        let mut sent = Vec::new();
        for (n, entry) in self.entries.iter().enumerate() {
            match entry {
                Entry::Sending { key, to, files, extras, .. } => {
                    begun.insert(key.as_str(), SentMessage { to, files, extras: extras.as_deref() });
                }
                Entry::Sent { key, .. } if n >= from => sent.extend(begun.remove(key.as_str())),
                Entry::Dispatched { to, files, .. } if n >= from => sent.push(SentMessage { to, files, extras: None }),
                Entry::Sent { .. } | Entry::Dispatched { .. } | Entry::Refused { .. } | Entry::Received { .. } => {}
            }
        }
        sent
    }
}

/// The keys under which something is still on its way, oldest first.
#[must_use]
pub fn pending(entries: &[Entry]) -> Vec<String> {
    let ended = entries.iter().filter_map(|entry| match entry {
        Entry::Sent { key, .. } | Entry::Refused { key, .. } => Some(key),
        Entry::Sending { .. } | Entry::Dispatched { .. } | Entry::Received { .. } => None,
    });
    let done: HashSet<&String> = ended.collect();
    let begun = entries.iter().filter_map(|entry| match entry {
        Entry::Sending { key, .. } if !done.contains(key) => Some(key.clone()),
        _ => None,
    });
    begun.collect()
}

/// The entries, and the length of the lines that are complete.
fn parse(bytes: &[u8], path: &Path) -> Result<(Vec<Entry>, u64), HomeError> {
    let (mut entries, mut whole) = (Vec::new(), 0);
    let mut lines = bytes.split_inclusive(|&byte| byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let complete = line.ends_with(b"\n");
        match serde_json::from_slice(line) {
            Ok(entry) if complete => {
                entries.push(entry);
                whole += line.len() as u64;
            }
            // Cut off while it was written, or not written through before the power went.
            _ if lines.peek().is_none() => break,
            _ => return Err(HomeError::Damaged(path.to_owned())),
        }
    }
    Ok((entries, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(key: &str) -> Entry {
        Entry::Sent { at: now(), key: key.to_owned(), id: format!("id-{key}"), accepted_at: now() }
    }

    fn sending(key: &str) -> Entry {
        Entry::Sending { at: now(), key: key.to_owned(), to: "9970000002".to_owned(), files: Vec::new(), extras: None }
    }

    #[test]
    fn a_line_cut_off_at_any_byte_is_dropped_and_the_next_one_stands_in_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.add(sending("a")).unwrap();
        let first = fs::metadata(&path).unwrap().len() as usize;
        ledger.add(sent("a")).unwrap();
        drop(ledger);
        let whole = fs::read(&path).unwrap();
        for cut in first..whole.len() {
            fs::write(&path, &whole[..cut]).unwrap();
            assert_eq!(Ledger::read(&path).unwrap().len(), 1, "{cut}");
            let mut ledger = Ledger::open(&path).unwrap();
            assert_eq!(ledger.pending(), ["a"], "{cut}");
            ledger.add(sent("a")).unwrap();
            drop(ledger);
            assert_eq!(Ledger::read(&path).unwrap().len(), 2, "{cut}");
        }
    }

    #[test]
    fn a_ledger_that_is_damaged_in_the_middle_is_not_guessed_at() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.jsonl");
        let mut ledger = Ledger::open(&path).unwrap();
        ledger.add(sending("a")).unwrap();
        ledger.add(sent("a")).unwrap();
        drop(ledger);
        let mut bytes = fs::read(&path).unwrap();
        bytes[3] = 0;
        fs::write(&path, bytes).unwrap();
        assert!(matches!(Ledger::open(&path), Err(HomeError::Damaged(_))));
    }

    #[test]
    fn only_what_was_begun_and_not_ended_is_pending() {
        let folder = tempfile::tempdir().unwrap();
        let mut ledger = Ledger::open(&folder.path().join("ledger.jsonl")).unwrap();
        for key in ["a", "b", "c"] {
            ledger.add(sending(key)).unwrap();
        }
        ledger.add(sent("a")).unwrap();
        ledger.add(Entry::Refused { at: now(), key: "c".to_owned(), code: "csv-name".to_owned() }).unwrap();
        assert_eq!(ledger.pending(), ["b"]);
        assert_eq!(ledger.sent(0).len(), 1);
    }
}
