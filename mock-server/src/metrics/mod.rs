//! What is counted while the relay runs, for `GET /control/v1/metrics`. Labels are routes, codes
//! and slugs of our own tables: nothing that a caller makes up.

mod text;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;

use crate::faults::Severed;
use crate::refusals::Problem;
use crate::state::AppState;

pub(crate) use text::text;

/// The counters of one relay; clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Metrics(Arc<Counters>);

#[derive(Debug, Default)]
struct Counters {
    /// By method, route and status (0: the connection ended instead).
    requests: Family<(&'static str, String, u16)>,
    /// By code.
    refusals: Family<&'static str>,
    /// By slug.
    faults: Family<&'static str>,
    connections: AtomicU64,
    open: AtomicU64,
    handshakes_failed: AtomicU64,
}

/// Counters under labels.
#[derive(Debug)]
struct Family<K>(RwLock<BTreeMap<K, AtomicU64>>);

impl<K> Default for Family<K> {
    fn default() -> Self {
        Self(RwLock::default())
    }
}

impl<K: Ord + Clone> Family<K> {
    fn add(&self, key: &K) {
        if let Some(counter) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            counter.fetch_add(1, Ordering::Relaxed);
            return;
        }
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        all.entry(key.clone()).or_default().fetch_add(1, Ordering::Relaxed);
    }

    fn all(&self) -> Vec<(K, u64)> {
        let all = self.0.read().unwrap_or_else(PoisonError::into_inner);
        all.iter().map(|(key, counter)| (key.clone(), counter.load(Ordering::Relaxed))).collect()
    }
}

/// A connection that is open; it is counted as long as this lives.
#[derive(Debug)]
pub(crate) struct Open(Metrics);

impl Metrics {
    /// A connection was accepted.
    pub(crate) fn connected(&self) -> Open {
        self.0.connections.fetch_add(1, Ordering::Relaxed);
        self.0.open.fetch_add(1, Ordering::Relaxed);
        Open(self.clone())
    }

    /// A handshake came to nothing.
    pub(crate) fn handshake_failed(&self) {
        self.0.handshakes_failed.fetch_add(1, Ordering::Relaxed);
    }

    /// A fault befell a call.
    pub(crate) fn fault(&self, slug: &'static str) {
        self.0.faults.add(&slug);
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.0.open.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Middleware: counts a request by what became of it.
pub(crate) async fn count(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let method = match *request.method() {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        // Anybody can make up others.
        _ => "-",
    };
    let path = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let status = match response.extensions().get::<Severed>() {
        Some(_) => 0,
        None => response.status().as_u16(),
    };
    let counters = &state.metrics().0;
    counters.requests.add(&(method, path, status));
    if let Some(problem) = response.extensions().get::<Problem>() {
        counters.refusals.add(&problem.refusal.code);
    }
    response
}
