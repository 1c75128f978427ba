//! What must hold whatever forms, answers, certificates and requests come: see
//! [`careplan::oracle`]. Not part of the interface.

mod ask;
mod certificate;
mod country;
mod form;
mod problem;
mod request;

use std::future::Future;

use careplan::oracle::{Feed, Oracle};

/// The form of a send.
pub const FORM: Oracle = Oracle { name: "form", feed: Feed::Nothing, judge: form::judge };
/// Problem documents, and whatever else an office gets for an answer.
pub const PROBLEM: Oracle = Oracle { name: "problem", feed: Feed::Nothing, judge: problem::judge };
/// The certificates of a connection.
pub const CERTIFICATE: Oracle = Oracle { name: "certificate", feed: Feed::Nothing, judge: certificate::judge };
/// Requests: sessions, cookies, terminals, bodies.
pub const REQUEST: Oracle = Oracle { name: "request", feed: Feed::Nothing, judge: request::judge };

/// Those of this crate.
pub const ORACLES: &[Oracle] = &[FORM, PROBLEM, CERTIFICATE, REQUEST];

/// Runs to its end on this thread.
fn wait<T>(work: impl Future<Output = T>) -> Result<T, String> {
    thread_local! {
        static RUNTIME: Result<tokio::runtime::Runtime, String> =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| error.to_string());
    }
    RUNTIME.with(|runtime| runtime.as_ref().map(|runtime| runtime.block_on(work)).map_err(Clone::clone))
}
