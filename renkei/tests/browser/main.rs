//! The pages of the relay in a real browser: Debian's Chromium, as people see and use it.
//!
//! `ci/test` installs what is needed. Every page visited leaves pictures in `target/screenshots`.
#![cfg(unix)]

mod exchange;
mod front;
mod hostile;
mod keys;
mod pages;
mod password;
mod rig;
mod rig_itself;
mod scenarios;
mod seats;
#[path = "../process/up.rs"]
mod up;
