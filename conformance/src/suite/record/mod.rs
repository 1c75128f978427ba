//! The record of a self-test: an in-toto Statement with the predicate test-result v0.1, signed in a
//! DSSE envelope, that anyone with the public key can verify without a network.
//!
//! ```text
//! result (renkei.suite/1) ─make─▶ Statement ─seal─▶ envelope ─verify─▶ Verified ─badge─▶ SVG
//! ```
//! It holds no values of cases, no paths and no names of machines. It is never a certification.

mod badge;
mod check;
mod envelope;
mod key;
mod known;
mod make;
mod refused;
mod result;
mod show;
mod statement;
mod strict;
mod subject;
mod verify;

pub use badge::badge;
pub use envelope::{MOST_BYTES, PAYLOAD_TYPE, seal};
pub use key::{KeyError, SigningKey, VerifyingKey};
pub use known::lines as known_digests;
pub use make::make;
pub use refused::Refused;
pub use show::show;
pub use statement::{
    Adapter, Counts, Outcome, PREDICATE_TYPE, Predicate, Resource, SCHEMA, STATEMENT_TYPE, SelfTest, Series, Skipped,
    Statement, Waiver,
};
pub use subject::{Subject, SubjectError};
pub use verify::{Verified, verify};

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;
