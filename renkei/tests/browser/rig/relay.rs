//! The relay whose pages are looked at: `renkei serve`, as a trainer starts it.

use std::ffi::OsStr;

use crate::up::{Up, renkei};

/// Printed last, when it is up.
const READY: &str = "Ctrl-C";

/// Where pages are served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// The exchange itself: HTTPS with a certificate of its own CA.
    Exchange,
    /// The control, on this machine only: plain HTTP.
    Control,
}

impl Door {
    const fn scheme(self) -> &'static str {
        match self {
            Self::Exchange => "https://",
            Self::Control => "http://",
        }
    }
}

pub(crate) struct Relay(Up);

impl Relay {
    /// Starts it with these arguments.
    pub(super) fn start<S: AsRef<OsStr>>(args: &[S]) -> Self {
        Self(Up::start(renkei().args(["serve", "--lang", "ja"]).args(args), READY))
    }

    /// The address of a page; `path` begins with a slash.
    pub(crate) fn url(&self, door: Door, path: &str) -> String {
        format!("{}{path}", self.0.address(door.scheme()))
    }

    /// The code of a seat (from 1), as it is told to whoever starts the relay.
    pub(crate) fn code(&self, seat: usize) -> &str {
        let codes = self.0.said.split("席のコード：").nth(1).and_then(|rest| rest.lines().next()).expect("codes");
        let number = format!("{seat} ");
        let code = codes.split('、').find_map(|one| one.trim().strip_prefix(&number));
        code.expect("a seat with this number")
    }

    /// Tells it to stop and gives its exit code.
    pub(crate) fn stop(self) -> Option<i32> {
        self.0.stop()
    }
}
