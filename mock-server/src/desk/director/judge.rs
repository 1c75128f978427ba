//! Whether a step is done: read from the journal, from the answers at its screen, and from how
//! things stand. Who did it does not matter.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::play::{Play, Since};
use crate::desk::answers::CameTo;
use crate::desk::room::Room;
use crate::desk::scenarios::{Expect, Step};
use crate::desk::screen::Screen;
use crate::hash::sha256;
use crate::journal::{ACCEPTED, CLAIMED, Entry, FETCHED};
use crate::offices::OfficeNo;
use crate::store::StoreError;

/// Entries that are read together.
const TOGETHER: u32 = 500;
/// Entries of one step that are looked at; nobody does more by hand.
const MOST: usize = 20_000;

/// What the detail of a journal entry says, as far as it is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Detail {
    to: String,
    files: Vec<Filed>,
    terminal: String,
    file: usize,
}

#[derive(Debug, Deserialize)]
struct Filed {
    slot: String,
    sha256: String,
}

/// An entry with its detail.
struct Read {
    entry: Entry,
    detail: Detail,
}

/// Whether the step is done, and from where on the next one counts.
pub(super) async fn judge(room: &Room, play: &Play, step: &Step) -> Result<Option<Since>, StoreError> {
    let Some(screen) = play.screen(step.who) else { return Ok(None) };
    let since = play.since;
    let now = async || Ok::<_, StoreError>(Some(Since::now(room).await?));
    match step.expect {
        Expect::Read => Ok(None),
        Expect::Installed => match room.installed(screen).await {
            Ok(installed) if installed.drill.is_none() => now().await,
            _ => Ok(None),
        },
        Expect::Registered => match room.state().store().member(&screen.office).await? {
            Some(_) => now().await,
            None => Ok(None),
        },
        Expect::Refused(refusal) => {
            let found = answered(room, since, screen, |came_to| came_to == CameTo::No(refusal));
            Ok(found.map(|answers| Since { answers, ..since }))
        }
        Expect::Empty(list) => {
            let found = answered(room, since, screen, |came_to| came_to == CameTo::Listed(list, 0));
            Ok(found.map(|answers| Since { answers, ..since }))
        }
        Expect::Accepted { to, sets, attached } => {
            let Some(to) = play.number(to) else { return Ok(None) };
            let entries = entries(room, since.journal, screen.office).await?;
            let sent = entries.iter().filter(|read| read.entry.event == ACCEPTED.id && read.detail.to == to.as_str());
            Ok(accepted(sent, wanted(play, sets), attached).map(|journal| since.at(journal, room)))
        }
        Expect::Claimed(count) => {
            let entries = entries(room, since.journal, screen.office).await?;
            let claimed = entries.iter().filter(|read| is_at(read, CLAIMED.id, screen)).map(|read| read.entry.seq);
            Ok(claimed.skip(count.saturating_sub(1)).last().map(|journal| since.at(journal, room)))
        }
        Expect::Saved(sets) => saved(room, play, screen, sets).await,
    }
}

/// The first answer at a screen that came to this.
fn answered(room: &Room, since: Since, screen: Screen, is: impl Fn(CameTo) -> bool) -> Option<u64> {
    room.answers().after(since.answers, screen).iter().find(|noted| is(noted.came_to)).map(|noted| noted.n)
}

/// Whether something happened at the terminal of a screen.
fn is_at(read: &Read, event: &str, screen: Screen) -> bool {
    read.entry.event == event && read.detail.terminal == screen.terminal_name()
}

/// The digests of the files of some sets; two files may hold the same.
fn wanted(play: &Play, sets: &[usize]) -> Vec<String> {
    let sets = sets.iter().filter_map(|set| play.told.sets.get(*set));
    sets.flat_map(|set| &set.files).map(|paper| sha256(&paper.bytes)).collect()
}

/// The entry with which all that is wanted has been accepted, in one message or in several.
fn accepted<'a>(sent: impl Iterator<Item = &'a Read>, mut wanted: Vec<String>, mut attached: usize) -> Option<i64> {
    for read in sent {
        for file in &read.detail.files {
            strike(&mut wanted, &file.sha256);
            attached = attached.saturating_sub(usize::from(file.slot == "attachment"));
        }
        if wanted.is_empty() && attached == 0 {
            return Some(read.entry.seq);
        }
    }
    None
}

/// Takes one digest off a list.
fn strike(wanted: &mut Vec<String>, sha256: &str) {
    if let Some(place) = wanted.iter().position(|one| one == sha256) {
        wanted.swap_remove(place);
    }
}

/// Whether every file of the sets was given out to the terminal.
async fn saved(room: &Room, play: &Play, screen: Screen, sets: &[usize]) -> Result<Option<Since>, StoreError> {
    let (mut wanted, mut seen) = (wanted(play, sets), BTreeSet::new());
    // Who has fetched something is noted after the answer: what was asked for is waited for.
    room.state().store().write(|_| Ok(())).await?;
    // What was accepted lies before the step; who sent it does not matter.
    let sent = all(room, 0, None).await?;
    let own = entries(room, play.since.journal, screen.office).await?;
    for read in own.iter().filter(|read| is_at(read, FETCHED.id, screen)) {
        let is_about = |one: &&Read| one.entry.event == ACCEPTED.id && one.entry.subject == read.entry.subject;
        let file = sent.iter().find(is_about).and_then(|one| one.detail.files.get(read.detail.file.checked_sub(1)?));
        let is_new = seen.insert((&read.entry.subject, read.detail.file));
        if let Some(file) = file.filter(|_| is_new) {
            strike(&mut wanted, &file.sha256);
        }
        if wanted.is_empty() {
            return Ok(Some(play.since.at(read.entry.seq, room)));
        }
    }
    Ok(None)
}

async fn entries(room: &Room, after: i64, office: OfficeNo) -> Result<Vec<Read>, StoreError> {
    all(room, after, Some(office)).await
}

/// The journal after a place.
async fn all(room: &Room, after: i64, office: Option<OfficeNo>) -> Result<Vec<Read>, StoreError> {
    let (state, mut after, mut found) = (room.state(), after, Vec::new());
    while found.len() < MOST {
        let page = state.store().journal(after, office.map(|office| office.to_string()), TOGETHER).await?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        found.extend(page.into_iter().map(|entry| {
            // What cannot be read is of another kind.
            let detail = serde_json::from_str(&entry.detail).unwrap_or_default();
            Read { entry, detail }
        }));
    }
    Ok(found)
}
