//! What was answered at the screens of a room: the journal knows what happened, not what somebody
//! has looked at and found empty, nor who was refused before it was known who it is.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use super::clerk::Refused;
use super::scenarios::List;
use super::screen::Screen;
use crate::refusals::Refusal;
use crate::wire::Page;

/// Answers that are remembered; the oldest go first.
const MOST: usize = 1_000;

/// The last answers of a room.
#[derive(Debug, Default)]
pub(crate) struct Answers(Mutex<Log>);

#[derive(Debug, Default)]
struct Log {
    /// How many there were.
    count: u64,
    kept: VecDeque<Noted>,
}

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noted {
    /// Its place, from 1.
    pub(crate) n: u64,
    /// Where it was asked for.
    pub(crate) screen: Screen,
    /// What it came to.
    pub(crate) came_to: CameTo,
}

/// What an answer came to, as far as that is of interest later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CameTo {
    /// A refusal.
    No(&'static Refusal),
    /// The first page of a list, with so many messages.
    Listed(List, usize),
}

impl Answers {
    /// Notes an answer, if it is of interest. `is_get`: nothing was to be changed.
    pub(super) fn note(&self, screen: Screen, path: &str, is_get: bool, answer: Result<&Bytes, &Refused>) {
        let came_to = match answer {
            Err(Refused::Problem(problem)) => Some(CameTo::No(problem.refusal)),
            Ok(body) if is_get => listed(path, body),
            _ => None,
        };
        if let Some(came_to) = came_to {
            let mut log = self.log();
            log.count += 1;
            let n = log.count;
            log.kept.push_back(Noted { n, screen, came_to });
            if log.kept.len() > MOST {
                log.kept.pop_front();
            }
        }
    }

    /// How many there were so far.
    pub(crate) fn count(&self) -> u64 {
        self.log().count
    }

    /// What was answered at a screen after a place, in order.
    pub(crate) fn after(&self, place: u64, screen: Screen) -> Vec<Noted> {
        self.log().kept.iter().filter(|noted| noted.n > place && noted.screen == screen).copied().collect()
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A list that was opened; not a page further down.
fn listed(path: &str, body: &[u8]) -> Option<CameTo> {
    let (address, query) = path.split_once('?').unwrap_or((path, ""));
    let list = match address {
        "/v1/inbox" => List::Inbox,
        "/v1/sent" => List::Sent,
        _ => return None,
    };
    let page: Page = serde_json::from_slice(body).ok()?;
    (!query.contains("before=")).then_some(CameTo::Listed(list, page.items.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusals::{NO_IDENTITY, Problem};

    #[test]
    fn refusals_and_opened_lists_are_noted_and_nothing_else() {
        let answers = Answers::default();
        let screen: Screen = "9970000001-1".parse().unwrap();
        let empty = Bytes::from_static(br#"{"items":[],"next":null}"#);
        let no = Refused::Problem(Box::new(Problem::from(&NO_IDENTITY)));
        answers.note(screen, "/v1/inbox", true, Ok(&empty));
        answers.note(screen, "/v1/inbox?before=1", true, Ok(&empty));
        answers.note(screen, "/v1/drafts", true, Ok(&empty));
        answers.note(screen, "/v1/messages", false, Ok(&empty));
        answers.note(screen, "/v1/messages", false, Err(&no));
        answers.note(screen, "/v1/messages", false, Err(&Refused::Severed));
        let came_to: Vec<_> = answers.after(0, screen).iter().map(|noted| noted.came_to).collect();
        assert_eq!(came_to, [CameTo::Listed(List::Inbox, 0), CameTo::No(&NO_IDENTITY)]);
        assert_eq!(answers.after(1, screen).len(), 1);
        assert!(answers.after(0, "9970000001-2".parse().unwrap()).is_empty());
    }

    #[test]
    fn the_oldest_are_forgotten() {
        let answers = Answers::default();
        let screen: Screen = "9970000001-1".parse().unwrap();
        let no = Refused::Problem(Box::new(Problem::from(&NO_IDENTITY)));
        (0..MOST + 5).for_each(|_| answers.note(screen, "/", false, Err(&no)));
        assert_eq!(answers.after(0, screen).len(), MOST);
        assert_eq!(answers.count(), (MOST + 5) as u64);
    }
}
