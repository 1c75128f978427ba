//! What happened, put together from the rows of the journal: a message with all that became of it
//! is one act, and so is a refusal.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::desk::screen::Screen;
use crate::endpoint::Endpoint;
use crate::journal::{
    ACCEPTED, ACCOUNT_OPENED, CERTIFICATE_ISSUED, CLAIMED, EVENTS, Entry, EventKind, FETCHED, OPENED, PASSWORD_CHANGED,
    RECALLED, REFUSED, REGISTERED,
};
use crate::noted::Noted;
use crate::offices::OfficeNo;
use crate::pages;
use crate::refusals::{REFUSALS, Refusal};
use crate::wire::Slot;

/// The requests by which messages are sent: method and path, as routers write it.
const SENDING: &[(&str, &str)] =
    &[("POST", "/v1/messages"), ("POST", "/v1/drafts/{id}/send"), ("POST", "/v1/bulk"), ("POST", "/v1/bulk/send")];

/// Events that set the scene, and are nothing to look at.
static QUIET: &[&EventKind] = &[&REGISTERED, &ACCOUNT_OPENED, &PASSWORD_CHANGED, &CERTIFICATE_ISSUED];

/// One thing that happened.
#[derive(Clone, Debug)]
pub(super) struct Act {
    /// The place of its first event in the journal.
    pub(super) seq: i64,
    /// The place of its latest event.
    pub(super) last: i64,
    /// When that was, milliseconds since 1970.
    pub(super) at: i64,
    /// The office that did it, or whose screen it was.
    pub(super) office: Option<OfficeNo>,
    /// The serial number of the certificate that was shown.
    pub(super) certificate: Option<String>,
    pub(super) what: What,
}

#[derive(Clone, Debug)]
pub(super) enum What {
    /// A message was accepted.
    Sent(Sent),
    /// Something was refused.
    Refused(Denied),
    /// Anything else.
    Event(&'static EventKind),
}

/// A message, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub(super) id: String,
    pub(super) to: OfficeNo,
    pub(super) files: Vec<SentFile>,
    /// The terminal that has taken it with its received list.
    pub(super) taken_by: Option<String>,
    /// Whether the receiver has got something of it.
    pub(super) is_received: bool,
    /// The files that were given out.
    pub(super) fetched: BTreeSet<u32>,
    pub(super) is_recalled: bool,
}

/// A file, as the journal has it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct SentFile {
    pub(super) slot: Slot,
    pub(super) size: u64,
    pub(super) sha256: String,
}

/// What was refused.
#[derive(Clone, Debug)]
pub(super) struct Denied {
    pub(super) refusal: &'static Refusal,
    /// Whether something was to be sent.
    pub(super) is_sending: bool,
    /// What was asked for, where it was something that there is.
    pub(super) endpoint: Option<&'static Endpoint>,
    pub(super) to: Option<OfficeNo>,
    /// Where it was asked for, if at this desk.
    pub(super) screen: Option<Screen>,
}

/// The detail of an `accepted` event.
#[derive(Debug, Deserialize)]
struct Accepted {
    to: String,
    files: Vec<SentFile>,
    certificate: Option<String>,
}

/// The detail of a `claimed` or `fetched` event.
#[derive(Debug, Default, Deserialize)]
struct Given {
    terminal: Option<String>,
    file: Option<u32>,
}

/// The acts of these rows, oldest first, as acts with the latest news first.
pub(super) fn acts(entries: &[Entry]) -> Vec<Act> {
    let mut acts: Vec<Act> = Vec::new();
    for entry in entries {
        let Some(kind) = EVENTS.iter().copied().find(|kind| kind.id == entry.event) else { continue };
        if is(kind, QUIET) || (is(kind, &[&CLAIMED, &OPENED, &FETCHED, &RECALLED]) && goes_on(&mut acts, kind, entry)) {
            continue;
        }
        acts.push(begun(kind, entry));
    }
    acts.sort_by_key(|act| std::cmp::Reverse(act.last));
    acts
}

fn is(kind: &EventKind, kinds: &[&EventKind]) -> bool {
    kinds.iter().any(|one| one.id == kind.id)
}

/// An event that is the next of a message; `false` if that one is not among the acts.
fn goes_on(acts: &mut [Act], kind: &EventKind, entry: &Entry) -> bool {
    let is_it = |act: &&mut Act| matches!(&act.what, What::Sent(sent) if Some(&sent.id) == entry.subject.as_ref());
    let Some(act) = acts.iter_mut().find(is_it) else { return false };
    (act.last, act.at) = (entry.seq, entry.at);
    let given: Given = serde_json::from_str(&entry.detail).unwrap_or_default();
    if let What::Sent(sent) = &mut act.what {
        match kind.id {
            id if id == CLAIMED.id => (sent.taken_by, sent.is_received) = (given.terminal, true),
            id if id == RECALLED.id => sent.is_recalled = true,
            _ => {
                sent.is_received = true;
                sent.fetched.extend(given.file);
            }
        }
    }
    true
}

fn begun(kind: &'static EventKind, entry: &Entry) -> Act {
    let office = entry.office.as_deref().and_then(|office| office.parse().ok());
    let act =
        |certificate, office, what| Act { seq: entry.seq, last: entry.seq, at: entry.at, office, certificate, what };
    if kind.id == ACCEPTED.id
        && let Some((certificate, sent)) = accepted(entry)
    {
        return act(certificate, office, What::Sent(sent));
    }
    if kind.id == REFUSED.id
        && let Some((certificate, denied)) = denied(entry)
    {
        let at_screen = denied.screen.map(|screen| screen.office);
        return act(certificate, at_screen.or(office), What::Refused(denied));
    }
    act(None, office, What::Event(kind))
}

fn accepted(entry: &Entry) -> Option<(Option<String>, Sent)> {
    let Accepted { to, files, certificate } = serde_json::from_str(&entry.detail).ok()?;
    let sent = Sent {
        id: entry.subject.clone()?,
        to: to.parse().ok()?,
        files,
        taken_by: None,
        is_received: false,
        fetched: BTreeSet::new(),
        is_recalled: false,
    };
    Some((certificate, sent))
}

fn denied(entry: &Entry) -> Option<(Option<String>, Denied)> {
    let Noted { code, method, path, to, certificate, desk } = serde_json::from_str(&entry.detail).ok()?;
    let denied = Denied {
        refusal: REFUSALS.iter().copied().find(|refusal| refusal.code == code)?,
        is_sending: SENDING.contains(&(&method, &path)),
        endpoint: pages::endpoints().find(|row| row.method == method && row.path == path),
        to: to.and_then(|to| to.parse().ok()),
        screen: desk.and_then(|screen| screen.parse().ok()),
    };
    Some((certificate, denied))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::journal::{CLOCK, Event};
    use crate::refusals::NO_IDENTITY;

    fn entry(seq: i64, event: &Event) -> Entry {
        Entry {
            seq,
            at: seq * 1_000,
            event: event.kind.id.to_owned(),
            office: event.office.clone(),
            subject: event.subject.clone(),
            detail: event.detail.to_string(),
            hash: String::new(),
        }
    }

    fn office(number: &str) -> OfficeNo {
        number.parse().unwrap()
    }

    #[test]
    fn every_way_of_sending_is_an_endpoint() {
        for (method, path) in SENDING {
            assert!(pages::endpoints().any(|row| row.method == *method && row.path == *path), "{method} {path}");
        }
    }

    #[test]
    fn a_message_and_what_became_of_it_is_one_act() {
        let (planner, service) = (office("9970000001"), office("9970000002"));
        let detail = json!({ "to": service.as_str(), "certificate": "0a", "terminal": "desk-1",
            "files": [{ "slot": "csv", "size": 5, "sha256": "ab" }] });
        let rows = [
            entry(1, &REGISTERED.by(&planner)),
            entry(2, &ACCEPTED.by(&planner).about("m").with(detail)),
            entry(3, &CLOCK.event()),
            entry(4, &CLAIMED.by(&service).about("m").with(json!({ "terminal": "desk-2" }))),
            entry(5, &FETCHED.by(&service).about("m").with(json!({ "file": 1, "from": 0, "terminal": "desk-2" }))),
        ];
        let acts = acts(&rows);
        let [first, second] = acts.as_slice() else { panic!("{acts:?}") };
        assert_eq!((first.seq, first.last, first.certificate.as_deref()), (2, 5, Some("0a")));
        let What::Sent(sent) = &first.what else { panic!("{first:?}") };
        assert_eq!((sent.to, sent.taken_by.as_deref(), sent.fetched.len()), (service, Some("desk-2"), 1));
        assert!(matches!(second.what, What::Event(kind) if kind.id == CLOCK.id));
    }

    #[test]
    fn without_a_certificate_the_screen_says_whose_refusal_it_is() {
        let noted = Noted {
            code: NO_IDENTITY.code.to_owned(),
            method: "POST".to_owned(),
            path: "/v1/messages".to_owned(),
            desk: Some("9970000001-2".to_owned()),
            ..Noted::default()
        };
        let acts = acts(&[entry(1, &noted.event(None))]);
        let What::Refused(denied) = &acts[0].what else { panic!("{acts:?}") };
        assert!(denied.is_sending && denied.refusal == &NO_IDENTITY);
        assert_eq!(acts[0].office, Some(office("9970000001")));
    }
}
