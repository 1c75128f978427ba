//! One connection to the control: plain HTTP, which does not leave this machine.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::Watcher;
use tokio::net::TcpStream;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use crate::limits::Limits;

/// Connections at the same time; more wait to be accepted.
pub(super) const CONNECTIONS: usize = 32;
/// A snapshot of a large environment takes its time between two pieces.
const IDLE: Duration = Duration::from_secs(120);

/// Serves one connection to its end.
pub(super) async fn serve(stream: TcpStream, router: Router, limits: Limits, watcher: Watcher) {
    let mut stream = TimeoutStream::new(stream);
    stream.set_read_timeout(Some(IDLE));
    stream.set_write_timeout(Some(IDLE));
    let service = service_fn(move |request: hyper::Request<Incoming>| router.clone().oneshot(request.map(Body::new)));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers)
        .max_headers(limits.headers_count)
        .max_header_size(limits.header_bytes)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    if let Err(problem) = watcher.watch(connection).await {
        tracing::debug!(%problem, "a connection to the control ended");
    }
}
