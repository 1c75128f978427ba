//! What `demo` and `serve` share: the mock relay inside this process, the certificates that its
//! offices use, and the end.

mod certificates;
mod stop;
mod trouble;

use std::future::Future;

pub(crate) use certificates::{Bundle, file_names, fingerprint};
pub(crate) use stop::Stop;
pub(crate) use trouble::Trouble;

/// Runs a relay and those who talk to it.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, Trouble>>) -> Result<T, Trouble> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(work)
}
