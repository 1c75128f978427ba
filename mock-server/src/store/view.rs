//! Through whose eyes messages are read.

use super::{Side, Value};
use crate::offices::OfficeNo;
use crate::wire::Status;

/// Who looks, and what is shown.
#[derive(Clone, Debug)]
pub(crate) struct View {
    /// The office.
    pub(crate) office: OfficeNo,
    /// The terminal; `None` where terminals are not told apart.
    pub(crate) terminal: Option<String>,
    /// What was accepted before is no longer given out, milliseconds since 1970.
    pub(crate) since: i64,
    /// Whether the received list shows what another terminal of the office has taken.
    pub(crate) shows_taken: bool,
    /// Whether the received list says what was received.
    pub(crate) shows_status: bool,
    /// Whether the sent list says what was received.
    pub(crate) shows_receipt: bool,
}

/// What has happened to a message since it was accepted.
#[derive(Debug)]
pub(super) struct Fate {
    pub(super) claimed_by: Option<String>,
    pub(super) received_at: Option<i64>,
    pub(super) recalled_at: Option<i64>,
}

impl View {
    /// Its office and terminal as parameters.
    pub(super) fn values(&self) -> [Value<'_>; 2] {
        [self.office.as_str().into(), self.terminal.as_ref().into()]
    }

    /// What a message is called, and when it was received, as far as this view shows it.
    pub(super) fn status(&self, side: Side, fate: &Fate) -> (Option<Status>, Option<i64>) {
        let received = if fate.received_at.is_some() { Status::Received } else { Status::Unreceived };
        match side {
            // Who took it back is told so in any case: nothing else would say it.
            Side::Sent if fate.recalled_at.is_some() => (Some(Status::Recalled), None),
            Side::Sent if self.shows_receipt => (Some(received), fate.received_at),
            Side::Inbox if self.terminal.is_some() && self.terminal != fate.claimed_by => (Some(Status::Taken), None),
            Side::Inbox if self.shows_status => (Some(received), fate.received_at),
            Side::Sent | Side::Inbox => (None, None),
        }
    }
}
