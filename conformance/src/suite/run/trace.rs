//! The exchange of a case as it happens, for whoever replays it.

use std::path::Path;

use super::super::adapter::Stopped;
use super::super::protocol::{Ask, Reply};

/// Is told of every request and answer.
pub trait Trace: Sync {
    /// A case begins; its files are in this folder.
    fn case(&self, id: &str, folder: &Path);
    /// A request.
    fn asked(&self, ask: &Ask);
    /// Its answer.
    fn answered(&self, answer: &Result<Reply, Stopped>);
    /// Whether the folder of a case stays when it is over.
    fn keeps(&self) -> bool;
}

/// Tells nobody.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoTrace;

impl Trace for NoTrace {
    fn case(&self, _id: &str, _folder: &Path) {}
    fn asked(&self, _ask: &Ask) {}
    fn answered(&self, _answer: &Result<Reply, Stopped>) {}
    fn keeps(&self) -> bool {
        false
    }
}
