//! Sending parcels: each goes once, whatever is cut or killed in between.
//!
//! ```text
//! spool (a copy on disk) ─▶ ledger: sending, under a key ─▶ POST with the key ─▶ ledger: sent
//! ```
//! A run that ends in the middle leaves a line without its end; the next run first sends what lies
//! in the spool again, under the same key, and the relay knows it. What the ledger says was sent
//! is not sent a second time, unless that is asked for.

use uuid::Uuid;

use super::home::{Entry, Held, HomeError, Item, Spooled, now};
use super::parcels::{Issue, Parcel, Set, loads};
use super::{Client, Outgoing};
use crate::limits::Limits;
use crate::wire::{Envelope, ProblemDocument};

/// What became of a parcel.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The parcel; of one that an earlier run left under way only destination and names are known.
    pub parcel: Parcel,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a parcel.
#[derive(Clone, Debug)]
pub enum Fate {
    /// The relay has it.
    Sent(Box<Envelope>),
    /// The same was sent before; nothing was done.
    Already,
    /// The relay will not have it.
    Refused(Box<ProblemDocument>),
}

/// What an earlier run left under way, and what became of it.
#[derive(Clone, Debug)]
pub struct Settled {
    /// 送信先 事業所番号.
    pub to: String,
    /// Its files.
    pub files: Vec<Item>,
    /// What became of it.
    pub fate: Fate,
}

/// Sends for one home.
#[derive(Debug)]
pub struct Post<'a> {
    held: &'a mut Held,
    client: &'a Client,
    limits: Limits,
    /// Entries before this one do not count as sent.
    from: usize,
}

impl<'a> Post<'a> {
    /// `again`: what was sent before this run is sent once more.
    pub fn new(held: &'a mut Held, client: &'a Client, again: bool) -> Self {
        let from = if again { held.ledger.entries().len() } else { 0 };
        Self { held, client, limits: Limits::default(), from }
    }

    /// 事業所番号 of the home.
    #[must_use]
    pub fn office(&self) -> &str {
        &self.held.home().settings().office
    }

    /// Whether the files are what is left of a set that was sent.
    #[must_use]
    pub fn is_rest(&self, issue: &Issue) -> bool {
        self.held.is_rest(issue)
    }

    /// Brings what an earlier run left under way to its end.
    ///
    /// # Errors
    /// When the relay cannot be reached or a file cannot be read; then it stays under way.
    pub async fn settle(&mut self) -> Result<Vec<Settled>, HomeError> {
        let mut settled = Vec::new();
        for key in self.held.ledger.pending() {
            let (Spooled { to, files, .. }, outgoing) = self.held.spooled(&key)?;
            let fate = self.finish(&key, outgoing).await?;
            settled.push(Settled { to, files, fate });
        }
        Ok(settled)
    }

    /// Sends a parcel, in several messages where it is too large for one; tells of each. Where the
    /// relay refuses several sets together, each is tried by itself, so that one that is at fault
    /// holds up no other.
    ///
    /// # Errors
    /// When the relay cannot be reached, or refuses for a reason that is not in the parcel.
    pub async fn deliver(&mut self, parcel: Parcel, mut tell: impl FnMut(Delivery)) -> Result<(), HomeError> {
        let (parcel, already) = self.unsent(parcel);
        if let Some(already) = already {
            tell(Delivery { parcel: already, fate: Fate::Already });
        }
        let mut waiting: Vec<Parcel> = loads(parcel, &self.limits);
        waiting.retain(|load| load.files().next().is_some() || !load.text.is_empty());
        waiting.reverse();
        while let Some(load) = waiting.pop() {
            let fate = self.send(&load).await?;
            let plain = load.text.is_empty() && load.attachments.is_empty();
            if matches!(fate, Fate::Refused(_)) && plain && load.sets.len() > 1 {
                let Parcel { to, sets, .. } = load;
                let alone = |set| Parcel { to: to.clone(), sets: vec![set], ..Parcel::default() };
                waiting.extend(sets.into_iter().rev().map(alone));
            } else {
                tell(Delivery { parcel: load, fate });
            }
        }
        Ok(())
    }

    pub(super) const fn client(&self) -> &Client {
        self.client
    }

    pub(super) const fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(super) fn enter(&mut self, entry: Entry) -> Result<(), HomeError> {
        self.held.ledger.add(entry)
    }

    /// Parts a parcel in what is still to be sent and what was sent before.
    pub(super) fn unsent(&self, mut parcel: Parcel) -> (Parcel, Option<Parcel>) {
        let mut sent = self.held.ledger.sent(self.from);
        sent.retain(|message| message.to == parcel.to);
        let was_sent = |set: &Set| {
            let holds = |files: &[Item], item: &Item| {
                files.iter().any(|sent| sent.name == item.name && sent.sha256 == item.sha256)
            };
            sent.iter().any(|message| set.files.iter().all(|file| holds(message.files, &file.item)))
        };
        let (before, sets): (Vec<Set>, Vec<Set>) = parcel.sets.drain(..).partition(was_sent);
        let extras = parcel.extras();
        let extras_sent = extras.is_some() && sent.iter().any(|message| message.extras == extras.as_deref());
        let mut already = Parcel { to: parcel.to.clone(), sets: before, ..Parcel::default() };
        parcel.sets = sets;
        if parcel.sets.is_empty() && extras_sent {
            already.text = std::mem::take(&mut parcel.text);
            already.attachments = std::mem::take(&mut parcel.attachments);
        }
        let is_something = already.files().next().is_some() || !already.text.is_empty();
        (parcel, is_something.then_some(already))
    }

    async fn send(&mut self, parcel: &Parcel) -> Result<Fate, HomeError> {
        let key = Uuid::new_v4().to_string();
        let files: Vec<Item> = parcel.files().map(|file| file.item.clone()).collect();
        let message = Spooled { to: parcel.to.clone(), text: parcel.text.clone(), files: files.clone() };
        let sources: Vec<_> = parcel.files().map(|file| file.path.as_path()).collect();
        self.held.spool(&key, &message, &sources)?;
        let (to, extras) = (parcel.to.clone(), parcel.extras());
        self.held.ledger.add(Entry::Sending { at: now(), key: key.clone(), to, files, extras })?;
        let (_, outgoing) = self.held.spooled(&key)?;
        self.finish(&key, outgoing).await
    }

    /// Sends what lies in the spool and enters how it ended.
    async fn finish(&mut self, key: &str, outgoing: Outgoing) -> Result<Fate, HomeError> {
        let sent = self.client.send(outgoing).await;
        let (at, key) = (now(), key.to_owned());
        let (entry, fate) = match sent {
            Ok(envelope) => {
                let (id, accepted_at) = (envelope.id.clone(), envelope.accepted_at.clone());
                (Entry::Sent { at, key: key.clone(), id, accepted_at }, Fate::Sent(Box::new(envelope)))
            }
            Err(error) => match error.about_content() {
                Some(problem) => {
                    let entry = Entry::Refused { at, key: key.clone(), code: problem.code.clone() };
                    (entry, Fate::Refused(Box::new(problem.clone())))
                }
                None => return Err(error.into()),
            },
        };
        self.held.ledger.add(entry)?;
        self.held.unspool(&key)?;
        Ok(fate)
    }
}
