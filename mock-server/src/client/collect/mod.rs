//! Receiving into a folder: every message once, complete or not at all.
//!
//! ```text
//! FOLDER/.renkei-part/HOME/ID/N.part   under way; a cut is resumed from here
//! FOLDER/NUMBER_ID/…                   by message: the files, message.json, message.txt
//! FOLDER/…                             flat: the files, NUMBER_ID.message.json, NUMBER_ID.message.txt
//! ```
//! Files get their names when all of a message are on disk; the line in the ledger comes last. A
//! different file that has the name already is never overwritten: a flat message then goes into a
//! folder of its own, and a folder gets another name.

mod names;
mod place;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use self::names::is_token;
use self::place::{Parts, put};
use super::home::{Entry, Held, HomeError, Item, now};
use super::{Client, ClientError, disk};
use crate::wire::{Envelope, Letter, Status};

/// The folder of what is under way, below the one that is received into.
pub const UNDER_WAY: &str = ".renkei-part";

/// How messages lie in a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Each in a folder of its own.
    #[default]
    ByMessage,
    /// All files in one folder, as care software reads them.
    Flat,
}

/// How many of the lists are looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// To the end.
    All,
    /// To the first page that holds nothing new: enough after a run that came to its end.
    Recent,
}

/// A message that was received.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// What it is.
    pub envelope: Envelope,
    /// The folder it lies in.
    pub place: PathBuf,
    /// The names that its files have there, in their order.
    pub names: Vec<String>,
    /// Whether it lies elsewhere than asked for, since different files had its names.
    pub aside: bool,
}

/// What is told while receiving.
#[derive(Debug)]
pub enum Receipt {
    /// A message was received.
    Arrived(Box<Arrival>),
    /// The relay does not give a message out; the others are.
    Withheld(Box<Envelope>, ClientError),
    /// Another terminal of the office has these messages; told where the relay shows that, when
    /// the lists are looked through to the end.
    Elsewhere(Vec<Envelope>),
}

/// Receives everything new into a folder, oldest first; tells of each message.
///
/// # Errors
/// When the relay cannot be reached or a file cannot be written. What is complete by then stays;
/// the next run goes on.
pub async fn collect(
    held: &mut Held,
    client: &Client,
    folder: &Path,
    layout: Layout,
    depth: Depth,
    mut tell: impl FnMut(Receipt),
) -> Result<(), HomeError> {
    fs::create_dir_all(folder).map_err(HomeError::file(folder))?;
    let Fresh { fresh, elsewhere } = fresh(held, client, depth).await?;
    if !elsewhere.is_empty() && depth == Depth::All {
        tell(Receipt::Elsewhere(elsewhere));
    }
    for envelope in fresh.into_iter().rev() {
        match receive(held, client, folder, layout, &envelope).await {
            Ok(arrival) => tell(Receipt::Arrived(Box::new(arrival))),
            Err(HomeError::Call(error)) if is_withheld(&error) => {
                tell(Receipt::Withheld(Box::new(envelope), error));
            }
            Err(error) => return Err(error),
        }
    }
    sweep(held, &folder.join(UNDER_WAY)).map_err(HomeError::file(folder))
}

/// Takes away what is left of messages that are complete: a run may end between the line in the
/// ledger and that. Folders that others use, or that hold what is still under way, stay.
fn sweep(held: &Held, under_way: &Path) -> io::Result<()> {
    let own = under_way.join(held.home().id());
    if own.exists() {
        let complete = held.ledger.received();
        for left in fs::read_dir(&own)? {
            let left = left?.path();
            if left.file_name().and_then(|id| id.to_str()).is_some_and(|id| complete.contains(id)) {
                fs::remove_dir_all(left)?;
            }
        }
        // Here and below, a folder goes only if it is empty.
        let _still_used = fs::remove_dir(own);
    }
    let _still_used = fs::remove_dir(under_way);
    Ok(())
}

/// Another terminal has it, or it is gone: no reason to leave the others.
fn is_withheld(error: &ClientError) -> bool {
    matches!(error, ClientError::Refused(problem) if matches!(problem.status, 404 | 409 | 410))
}

/// What the ledger does not know, newest first.
#[derive(Default)]
struct Fresh {
    /// To be received here.
    fresh: Vec<Envelope>,
    /// Received at another terminal.
    elsewhere: Vec<Envelope>,
}

async fn fresh(held: &Held, client: &Client, depth: Depth) -> Result<Fresh, HomeError> {
    let known = held.ledger.received();
    let (mut found, mut before) = (Fresh::default(), None::<String>);
    loop {
        let page = client.inbox(before.as_deref()).await?;
        let (all, sofar) = (page.items.len(), found.fresh.len());
        for envelope in page.items.into_iter().filter(|envelope| !known.contains(envelope.id.as_str())) {
            match envelope.status {
                Some(Status::Taken) => found.elsewhere.push(envelope),
                Some(Status::Recalled) => {}
                Some(Status::Unreceived | Status::Received) | None => found.fresh.push(envelope),
            }
        }
        let nothing_new = found.fresh.len() == sofar;
        match page.next {
            Some(next) if all > 0 && !(nothing_new && depth == Depth::Recent) => before = Some(next),
            _ => return Ok(found),
        }
    }
}

async fn receive(
    held: &mut Held,
    client: &Client,
    folder: &Path,
    layout: Layout,
    envelope: &Envelope,
) -> Result<Arrival, HomeError> {
    // They become parts of paths, here and in addresses.
    if !is_token(&envelope.id) || !is_token(&envelope.from) {
        return Err(ClientError::Unexpected(200).into());
    }
    let letter: Letter = client.message(&envelope.id).await?;
    let parts = Parts::new(folder.join(UNDER_WAY).join(held.home().id()).join(&envelope.id), letter);
    disk::make_private(&parts.folder).map_err(HomeError::file(&parts.folder))?;
    for (file, path) in parts.files() {
        client.download(&envelope.id, file, &path).await?;
    }
    let (place, aside) = put(&parts, folder, layout)?;
    let files = parts.letter.envelope.files.iter().zip(&parts.names).map(|(file, name)| Item {
        slot: file.slot,
        name: file.name.clone(),
        size: file.size,
        sha256: file.sha256.clone(),
        saved_as: (*name != file.name).then(|| name.clone()),
    });
    let files = files.collect();
    held.ledger.add(Entry::Received {
        at: now(),
        id: envelope.id.clone(),
        from: envelope.from.clone(),
        accepted_at: envelope.accepted_at.clone(),
        place: place.to_string_lossy().into_owned(),
        files,
    })?;
    Ok(Arrival { envelope: parts.letter.envelope, place, names: parts.names, aside })
}
