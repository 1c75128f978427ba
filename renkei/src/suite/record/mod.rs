//! `renkei suite key|record|verify|badge`: the signed record of a run.

mod args;
mod badge;
mod file;
pub(crate) mod help;
mod key;
mod make;
mod verify;

pub(crate) use args::{BadgeArgs, KeyArgs, RecordArgs, VerifyArgs};

pub(super) use badge::run as badge;
pub(super) use file::write;
pub(super) use key::run as key;
pub(super) use make::run as record;
pub(super) use verify::run as verify;
