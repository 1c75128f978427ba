//! Accepting connections, a bounded number at a time, until told to stop.

use std::sync::Arc;
use std::time::Duration;

use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinSet;

use super::connection::{self, House};

/// How long to wait when the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(50);

pub(super) async fn serve(listener: TcpListener, house: House, mut stopped: oneshot::Receiver<()>) {
    let room = Arc::new(Semaphore::new(house.limits.connections));
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
                let serving = connection::serve(stream, house.clone(), graceful.watcher());
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
    if tokio::time::timeout(house.limits.grace, graceful.shutdown()).await.is_err() {
        tracing::warn!("requests under way were cut off");
    }
    tasks.shutdown().await;
}
