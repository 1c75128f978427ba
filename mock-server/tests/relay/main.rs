//! The relay from outside: without sockets where that is enough, through TLS where not.
//!
//! On SQLite; `ci/postgres` runs the same tests on PostgreSQL, each relay in a schema of its own.
//! A test that asks for [`common::on_sqlite`] says why it does.

mod certificates;
mod common;
mod control;
mod drills;
mod exchange;
mod faults;
mod forms;
mod identity;
mod logs;
mod pages;
mod postgres;
mod privacy;
mod refusals;
mod room;
mod shared;
mod snapshot;
mod sockets;
mod steering;
mod steering_refusals;
mod tls;
mod versions;
