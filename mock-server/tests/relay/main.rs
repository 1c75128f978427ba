//! The relay from outside: without sockets where that is enough, through TLS where not.
//!
//! On SQLite; `ci/postgres` runs the same tests on PostgreSQL, each relay in a schema of its own.
//! A test that asks for [`common::on_sqlite`] says why it does.

mod assumed;
mod bulk;
mod certificates;
mod common;
mod control;
mod desk;
mod directory;
mod drafts;
mod drills;
mod enrolment;
mod enrolment_assumed;
mod enrolment_refusals;
mod entrusted;
mod exchange;
mod faults;
mod fetch;
mod foreign;
mod forms;
mod identity;
mod logins;
mod logs;
mod openapi;
mod pages;
mod postgres;
mod privacy;
mod recall;
mod refusals;
mod room;
mod shared;
mod snapshot;
mod sockets;
mod steered_enrolment;
mod steering;
mod steering_refusals;
mod strangers;
mod terminals;
mod tls;
mod versions;
