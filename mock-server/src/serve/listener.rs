//! Accepting connections, a bounded number at a time, until told to stop.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinSet;

/// How long to wait when the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(50);

/// What listens, and how many connections it holds at the same time.
pub(super) struct Door {
    pub(super) listener: TcpListener,
    pub(super) connections: usize,
    /// Time that requests under way are given when it stops.
    pub(super) grace: Duration,
    pub(super) stopped: oneshot::Receiver<()>,
}

/// Serves every connection with `each`.
pub(super) async fn serve<F>(door: Door, each: impl Fn(TcpStream, Watcher) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let Door { listener, connections, grace, mut stopped } = door;
    let room = Arc::new(Semaphore::new(connections));
    let graceful = GracefulShutdown::new();
    let mut tasks = JoinSet::new();
    loop {
        while tasks.try_join_next().is_some() {}
        let next = async {
            let place = Arc::clone(&room).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            // Also when the sender is gone: the relay was dropped.
            _ = &mut stopped => break,
            next = next => next,
        };
        match accepted {
            Ok((stream, _)) => {
                let serving = each(stream, graceful.watcher());
                tasks.spawn(async move {
                    serving.await;
                    drop(place);
                });
            }
            Err(problem) => {
                tracing::warn!(%problem, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(grace, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests under way were cut off");
    }
    tasks.shutdown().await;
}
