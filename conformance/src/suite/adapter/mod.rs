//! Ways to a software under test. One adapter opens sessions; a session is asked and answers.

mod config;
mod lines;
mod process;

use std::time::Duration;

use careplan::text::Message;

pub use config::{Command, Config, ConfigError};
pub use process::ProcessAdapter;

use super::protocol::{Ask, Reply};

/// A way to a software under test.
pub trait Adapter: Sync {
    /// Opens a session.
    ///
    /// # Errors
    /// The software cannot be started: a matter of configuration, no judgement.
    fn open(&self) -> Result<Box<dyn Session>, Message>;

    /// Whether one session serves many cases; else each case opens its own.
    fn stays(&self) -> bool;

    /// The word for the way, in results and records.
    fn kind(&self) -> &'static str {
        "other"
    }

    /// How many sessions may be open at once; a person or a folder has one.
    fn sessions(&self) -> usize {
        usize::MAX
    }
}

/// An open session.
pub trait Session {
    /// Asks and waits for the answer. After an error the session is of no more use.
    ///
    /// # Errors
    /// Why there is no answer.
    fn ask(&mut self, ask: Ask, limit: Duration) -> Result<Reply, Stopped>;
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The software ended, or its answer cannot be read.
    Crashed(Message),
    /// The time is over; the software was ended.
    TimedOut(Duration),
    /// The suite itself could not ask.
    Trouble(Message),
}
