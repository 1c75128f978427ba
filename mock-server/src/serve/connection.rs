//! One connection: handshake, who it is, requests.

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::Watcher;
use tokio::net::TcpStream;
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use super::places::{Places, turned_away};
use super::wire::{Resets, Wire};
use crate::ca::Verifier;
use crate::faults::Severed;
use crate::limits::Limits;
use crate::metrics::Metrics;

/// What every connection is served with; clones share it.
#[derive(Clone)]
pub(super) struct House {
    pub(super) acceptor: TlsAcceptor,
    pub(super) verifier: Verifier,
    pub(super) places: Places,
    pub(super) router: Router,
    pub(super) limits: Limits,
    pub(super) metrics: Metrics,
}

/// The answer is not given on purpose.
#[derive(Debug, thiserror::Error)]
#[error("severed on purpose")]
struct OnPurpose;

/// Serves one connection to its end. Whatever goes wrong here concerns this connection only.
pub(super) async fn serve(stream: TcpStream, house: House, watcher: Watcher) {
    let House { acceptor, verifier, places, router, limits, metrics } = house;
    let _open = metrics.connected();
    if let Err(problem) = stream.set_nodelay(true) {
        tracing::debug!(%problem, "nodelay");
    }
    let resets = Resets::default();
    let mut stream = TimeoutStream::new(Wire::new(stream, resets.clone()));
    stream.set_read_timeout(Some(limits.idle));
    stream.set_write_timeout(Some(limits.idle));
    let handshake = acceptor.accept(Box::pin(stream));
    let tls = match tokio::time::timeout(limits.handshake, handshake).await {
        Ok(Ok(tls)) => tls,
        Ok(Err(problem)) => {
            metrics.handshake_failed();
            tracing::info!(%problem, "handshake refused");
            return;
        }
        Err(_) => {
            metrics.handshake_failed();
            tracing::info!("handshake took too long");
            return;
        }
    };
    let credential = verifier.credential(tls.get_ref().1.peer_certificates());
    let place = places.take(&credential, &limits);
    if place.is_none() {
        tracing::info!("a connection too many");
    }
    let router = if place.is_some() { router } else { turned_away() };

    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(credential.clone());
        let (answer, resets) = (router.clone().oneshot(request), resets.clone());
        async move {
            let Ok(response) = answer.await;
            match response.extensions().get() {
                None => return Ok(response),
                Some(Severed::Closed) => {}
                Some(Severed::Reset) => resets.ask(),
            }
            Err(OnPurpose)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        // Who is turned away is told so once, and not listened to further.
        .keep_alive(place.is_some())
        .header_read_timeout(limits.headers)
        .max_headers(limits.headers_count)
        .max_header_size(limits.header_bytes)
        .serve_connection(TokioIo::new(tls), service);
    if let Err(problem) = watcher.watch(connection).await {
        tracing::debug!(%problem, "connection ended");
    }
}
