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

use crate::ca::office_of;
use crate::limits::Limits;
use crate::offices::Identity;

/// Serves one connection to its end. Whatever goes wrong here concerns this connection only.
pub(super) async fn serve(stream: TcpStream, acceptor: TlsAcceptor, router: Router, limits: Limits, watcher: Watcher) {
    if let Err(problem) = stream.set_nodelay(true) {
        tracing::debug!(%problem, "nodelay");
    }
    let mut stream = TimeoutStream::new(stream);
    stream.set_read_timeout(Some(limits.idle));
    stream.set_write_timeout(Some(limits.idle));
    let handshake = acceptor.accept(Box::pin(stream));
    let tls = match tokio::time::timeout(limits.handshake, handshake).await {
        Ok(Ok(tls)) => tls,
        Ok(Err(problem)) => {
            tracing::info!(%problem, "handshake refused");
            return;
        }
        Err(_) => {
            tracing::info!("handshake took too long");
            return;
        }
    };
    // The chain has been verified; its first certificate says who this is.
    let certificate = tls.get_ref().1.peer_certificates().and_then(<[_]>::first);
    let identity = certificate.and_then(|cert| office_of(cert)).map(Identity);

    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        if let Some(identity) = &identity {
            request.extensions_mut().insert(identity.clone());
        }
        router.clone().oneshot(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.headers)
        .max_headers(limits.headers_count)
        .max_header_size(limits.header_bytes)
        .serve_connection(TokioIo::new(tls), service);
    if let Err(problem) = watcher.watch(connection).await {
        tracing::debug!(%problem, "connection ended");
    }
}
