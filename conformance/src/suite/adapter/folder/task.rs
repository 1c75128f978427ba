//! One thing to do: written into its folder, waited for, read.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use careplan::layout::Kind;
use careplan::name;
use careplan::text::{Lang, Message};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::form::{self, Written};
use super::state::State;
use super::texts;
use super::watch::{Look, Patience, wait};
use crate::shown::visible;
use crate::suite::adapter::Stopped;
use crate::suite::adapter::files::{copied, given, trouble};
use crate::suite::adapter::person::to_export;
use crate::suite::protocol::{Export, Exported, Import, Imported, Outcome, Reply, Seen};
use crate::suite::screen::{Sheet, Walk, listing};

/// The form.
const FORM: &str = "answer.txt";

/// What only a program can say, below `out`.
const ANSWER: &str = "answer.json";

/// What of the answers cannot be understood.
const NOTICE: &str = "notice.txt";

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(200);

/// Things to do, given out one by one.
pub(super) struct Tasks {
    pub(super) folder: PathBuf,
    pub(super) lang: Lang,
    pub(super) quiet: Duration,
    pub(super) state: State,
}

/// A thing that is given out.
struct Task {
    key: String,
    folder: PathBuf,
    done: bool,
}

impl Task {
    fn out(&self) -> PathBuf {
        self.folder.join("out")
    }
}

impl Tasks {
    pub(super) fn import(&mut self, import: &Import, walk: &mut Walk, limit: Duration) -> Result<Reply, Stopped> {
        let files = given(import).map_err(|error| trouble(&error))?;
        let sheet = walk.import(&files);
        let head = texts::head(walk.case(), walk.step(), self.lang) + &texts::to_import(import, self.lang);
        let parts: Vec<(String, Vec<u8>)> =
            files.into_iter().map(|file| (format!("files/{}", file.name), file.bytes)).collect();
        let task = self.give(walk, &head, &form::of_import(&sheet, self.lang), &parts)?;
        let reply = self.wait(&task, limit, || read_import(&task, &sheet))?;
        if let Reply::Seen(seen) = &reply {
            walk.settle(seen.outcome);
        } else if let Reply::Import(Imported { receipt: Some(receipt), .. }) = &reply {
            walk.settle(if receipt.taken() > 0 { Outcome::Taken } else { Outcome::Refused });
        }
        Ok(reply)
    }

    pub(super) fn export(&mut self, export: &Export, walk: &Walk, limit: Duration) -> Result<Reply, Stopped> {
        let mut parts = Vec::new();
        let mut input = None;
        if let Some(scenario) = &export.scenario {
            let text: String = scenario.units.iter().map(|unit| listing(&unit.content, self.lang)).collect();
            parts.push(("input.txt".to_owned(), format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()));
            parts.push(("scenario.json".to_owned(), serde_json::to_vec_pretty(scenario).unwrap_or_default()));
            input = Some(Path::new("input.txt"));
        }
        let head = texts::head(walk.case(), walk.step(), self.lang)
            + &to_export(export, input, Path::new("out"), self.lang)
            + texts::at_end(self.lang);
        let task = self.give(walk, &head, &form::of_export(self.lang), &parts)?;
        let reply = self.wait(&task, limit, || read_export(&task, &export.kinds))?;
        match reply {
            Reply::Export(_) => {
                let files = copied(&task.out(), &export.folder, &[ANSWER]).map_err(|error| trouble(&error))?;
                Ok(Reply::Export(Exported { files }))
            }
            other => Ok(other),
        }
    }

    /// Writes the folder of a task, unless an earlier run did.
    fn give(&mut self, walk: &Walk, text: &str, form: &str, parts: &[(String, Vec<u8>)]) -> Result<Task, Stopped> {
        // Nothing more is given out.
        if let Some(message) = stopped(&self.folder) {
            return Err(Stopped::Trouble(message));
        }
        let key = format!("{}#{}", walk.id(), walk.step());
        let name = walk.place().replace('/', "_");
        let written = || -> io::Result<Task> {
            let given = self.state.give(&key, &name, &digest(text, form, parts))?;
            let task = Task { key, folder: self.folder.join(&given.folder), done: given.done };
            let mark = task.folder.join("instructions.txt");
            if !mark.is_file() {
                fs::create_dir_all(task.out())?;
                fs::create_dir_all(task.folder.join("files"))?;
                parts.iter().try_for_each(|(name, bytes)| fs::write(task.folder.join(name), bytes))?;
                texts::write(&task.folder.join(FORM), form)?;
                // The last file: where it is, the folder is whole.
                texts::write(&mark, text)?;
            }
            Ok(task)
        };
        written().map_err(|error| trouble(&error))
    }

    /// Waits for an answer; one that was there before is read at once.
    fn wait(
        &mut self,
        task: &Task,
        limit: Duration,
        look: impl FnMut() -> io::Result<Look<Reply>>,
    ) -> Result<Reply, Stopped> {
        let quiet = if task.done { Duration::ZERO } else { self.quiet };
        let pause = PAUSE.min(quiet.max(Duration::from_millis(5)));
        let notice = task.folder.join(NOTICE);
        let tell = |why: Option<&Message>| match why {
            Some(why) => texts::write(&notice, why.get(self.lang)),
            None if notice.is_file() => fs::remove_file(&notice),
            None => Ok(()),
        };
        let is_stopped = || stopped(&self.folder);
        let places = [task.folder.join(FORM), task.out()];
        let reply = wait(&places, Patience { limit, quiet, pause }, look, tell, is_stopped)?;
        self.state.done(&task.key).map_err(|error| trouble(&error))?;
        Ok(reply)
    }
}

/// Why the run ends here, if somebody wants it to.
fn stopped(folder: &Path) -> Option<Message> {
    folder.join(texts::STOP).exists().then(|| {
        Message::new(
            "途中で終えました。stop.txt を消して同じ命令を実行すると、続きから始まります",
            "stopped; remove stop.txt, and the same command goes on from here",
        )
    })
}

/// SHA-256 of all that is given.
fn digest(text: &str, form: &str, parts: &[(String, Vec<u8>)]) -> String {
    let mut hash = Sha256::new();
    let all = [text.as_bytes(), form.as_bytes()].into_iter();
    for part in all.chain(parts.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()])) {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn bytes_of(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// What the form says, and what the software says beside it.
fn read_import(task: &Task, sheet: &Sheet) -> io::Result<Look<Reply>> {
    let told = match bytes_of(&task.folder.join(FORM))?.map(|bytes| form::import(&bytes, sheet)).transpose() {
        Ok(told) => told.flatten(),
        Err(why) => return Ok(Look::Unclear(why)),
    };
    let Some(bytes) = bytes_of(&task.out().join(ANSWER))? else {
        return Ok(told.map_or(Look::NotYet, Look::There));
    };
    Ok(match answered(&bytes) {
        Err(why) => Look::Unclear(unreadable(&why)),
        Ok(Reply::Import(Imported { receipt: None, holds, .. })) => match (told, holds) {
            // Without a receipt, what is held may still tell.
            (Some(Reply::Seen(seen)), holds) => Look::There(Reply::Seen(Seen { holds, ..seen })),
            (Some(other), _) => Look::There(other),
            (None, Some(holds)) => {
                let seen = Seen { outcome: Outcome::Unknown, values: Vec::new(), holds: Some(holds) };
                Look::There(Reply::Seen(seen))
            }
            (None, None) => Look::NotYet,
        },
        Ok(reply) => Look::There(reply),
    })
}

/// An answer of `renkei.adapter/1`, or only what stands in one to `import`.
fn answered(bytes: &[u8]) -> Result<Reply, String> {
    let json: Json = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if !json.is_object() {
        return Err("{…}".to_owned());
    }
    if json.get("answer").is_none() {
        return serde_json::from_value(json).map(Reply::Import).map_err(|error| error.to_string());
    }
    match serde_json::from_value(json).map_err(|error| error.to_string())? {
        reply @ (Reply::Import(_) | Reply::NotImplemented { .. } | Reply::Error { .. }) => Ok(reply),
        other => Err(format!("answer: {}", other.word())),
    }
}

/// Files of every kind, or somebody who says that there are no more.
fn read_export(task: &Task, kinds: &[Kind]) -> io::Result<Look<Reply>> {
    let written = match bytes_of(&task.folder.join(FORM))?.map(|bytes| form::export(&bytes)).transpose() {
        Ok(written) => written.unwrap_or(Written::NotYet),
        Err(why) => return Ok(Look::Unclear(why)),
    };
    let there = Reply::Export(Exported { files: Vec::new() });
    Ok(match written {
        Written::Not(reply) => Look::There(reply),
        Written::Done => Look::There(there),
        Written::NotYet => {
            let mut found = BTreeSet::new();
            for entry in fs::read_dir(task.out())? {
                found.extend(name::parse(&entry?.file_name().to_string_lossy()).kind);
            }
            if kinds.iter().all(|kind| found.contains(kind)) { Look::There(there) } else { Look::NotYet }
        }
    })
}

fn unreadable(why: &str) -> Message {
    let why = visible(why);
    Message::new(format!("out/{ANSWER} を読めません（{why}）"), format!("out/{ANSWER} cannot be read ({why})"))
}
