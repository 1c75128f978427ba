//! What the tests of commands that stay up have in common.

mod mailbox;
mod up;

pub(crate) use mailbox::{identity, open_mailbox};
pub(crate) use up::{Up, renkei};
