//! `renkei client` against a real relay: what is cut, killed, slow or hostile.
#![cfg(unix)]

mod carry;
mod cut;
mod folders;
mod hostile;
mod killed;
mod proxy;
mod watcher;
mod words;
mod world;
