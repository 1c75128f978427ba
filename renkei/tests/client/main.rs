//! `renkei client` against a real relay: what is cut, killed, slow or hostile.
#![cfg(unix)]

mod carry;
mod cut;
mod drafts;
mod folders;
mod hostile;
mod killed;
mod login;
mod proxy;
mod terminals;
mod watcher;
mod words;
mod world;
