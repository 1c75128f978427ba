//! What a home keeps at the relay before it is sent: drafts, and the queue of 一括送信.
//!
//! What is sent from there is entered in the ledger when the relay tells of it. Should a run end
//! before that, nothing is sent twice: a draft goes in the moment in which it is sent.

use std::collections::HashSet;
use std::fs;
use std::io;

use uuid::Uuid;

use super::home::{Entry, HomeError, Item, now};
use super::parcels::{Parcel, Set, Source, loads};
use super::post::{Delivery, Fate, Post};
use super::{Attachment, Client, Outgoing};
use crate::hash::sha256;
use crate::wire::{BulkGroup, DraftEntry, Envelope, FileEntry, Origin};

/// What became of files that were given to the queue.
#[derive(Clone, Debug, Default)]
pub struct Queued {
    /// Sent before; nothing was done.
    pub before: Vec<Delivery>,
    /// In the queue already; nothing was done.
    pub waiting: Vec<Parcel>,
    /// What the relay did with the others, destination by destination.
    pub groups: Vec<BulkGroup>,
}

impl Post<'_> {
    /// Keeps a parcel as drafts: one, unless it is too large for one message.
    ///
    /// # Errors
    /// When the relay cannot be reached or refuses, or a file cannot be read.
    pub async fn keep(&mut self, parcel: Parcel) -> Result<Vec<DraftEntry>, HomeError> {
        let mut kept = Vec::new();
        for load in loads(parcel, self.limits()) {
            let mut outgoing = Outgoing::to(&load.to).message(&load.text);
            outgoing.files = load.files().map(attachment).collect::<Result<_, _>>()?;
            kept.push(self.client().create_draft(outgoing).await?);
        }
        Ok(kept)
    }

    /// 一括送信: gives the sets of all parcels to the relay, which sorts them by the destination
    /// in their names; with a text, the same for all. What was sent before, or waits in the queue
    /// already, is left out.
    ///
    /// # Errors
    /// When the relay cannot be reached or refuses the whole, or a file cannot be read.
    pub async fn queue(&mut self, parcels: Vec<Parcel>, text: &str) -> Result<Queued, HomeError> {
        let waiting = queued(self.client()).await?;
        let waits =
            |set: &Set| set.files.iter().all(|file| waiting.contains(&mark(&file.item.name, &file.item.sha256)));
        let mut queued = Queued::default();
        let mut outgoing = Outgoing::default().message(text).key(Uuid::new_v4().to_string());
        for parcel in parcels {
            let (mut parcel, already) = self.unsent(parcel);
            queued.before.extend(already.map(|parcel| Delivery { parcel, fate: Fate::Already }));
            let (waiting, sets): (Vec<Set>, Vec<Set>) = parcel.sets.drain(..).partition(waits);
            if !waiting.is_empty() {
                queued.waiting.push(Parcel { to: parcel.to, sets: waiting, ..Parcel::default() });
            }
            for file in sets.iter().flat_map(|set| &set.files) {
                outgoing.files.push(attachment(file)?);
            }
        }
        if !outgoing.files.is_empty() {
            queued.groups = self.client().bulk(outgoing).await?.groups;
            self.enter_groups(&queued.groups)?;
        }
        Ok(queued)
    }

    /// Sends everything that is queued.
    ///
    /// # Errors
    /// When the relay cannot be reached or refuses the whole.
    pub async fn send_queued(&mut self) -> Result<Vec<BulkGroup>, HomeError> {
        let groups = self.client().bulk_send(Some(&Uuid::new_v4().to_string())).await?.groups;
        self.enter_groups(&groups)?;
        Ok(groups)
    }

    /// Sends one draft.
    ///
    /// # Errors
    /// When the relay cannot be reached or refuses it.
    pub async fn send_draft(&mut self, id: &str) -> Result<Envelope, HomeError> {
        let envelope = self.client().send_draft(id, Some(&Uuid::new_v4().to_string())).await?;
        self.enter(dispatched(&envelope))?;
        Ok(envelope)
    }

    fn enter_groups(&mut self, groups: &[BulkGroup]) -> Result<(), HomeError> {
        groups.iter().filter_map(|group| group.message.as_ref()).try_for_each(|sent| self.enter(dispatched(sent)))
    }
}

/// All drafts, newest first.
///
/// # Errors
/// When the relay cannot be reached or refuses.
pub async fn drafts(client: &Client) -> Result<Vec<DraftEntry>, HomeError> {
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let page = client.drafts(before.as_deref()).await?;
        all.extend(page.items);
        before = page.next;
        if before.is_none() {
            return Ok(all);
        }
    }
}

/// The files that wait in the queue.
async fn queued(client: &Client) -> Result<HashSet<(String, String)>, HomeError> {
    let drafts = drafts(client).await?.into_iter().filter(|draft| draft.origin == Origin::Bulk);
    Ok(drafts.flat_map(|draft| draft.files).map(|file| mark(&file.name, &file.sha256)).collect())
}

fn mark(name: &str, sha256: &str) -> (String, String) {
    (name.to_owned(), sha256.to_owned())
}

fn attachment(source: &Source) -> Result<Attachment, HomeError> {
    let Source { path, item: Item { slot, name, sha256: wanted, .. } } = source;
    let body = fs::read(path).map_err(HomeError::file(path))?;
    if sha256(&body) == *wanted {
        Ok(Attachment { slot: *slot, name: name.clone(), body: body.into() })
    } else {
        Err(HomeError::file(path)(io::Error::new(io::ErrorKind::InvalidData, "it is being changed")))
    }
}

fn dispatched(envelope: &Envelope) -> Entry {
    let files = envelope.files.iter().cloned();
    let files =
        files.map(|FileEntry { slot, name, size, sha256, .. }| Item { slot, name, size, sha256, saved_as: None });
    Entry::Dispatched {
        at: now(),
        id: envelope.id.clone(),
        to: envelope.to.clone(),
        accepted_at: envelope.accepted_at.clone(),
        files: files.collect(),
    }
}
