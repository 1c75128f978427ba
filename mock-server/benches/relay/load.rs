//! The hot loops: many tasks on one thread until the time is up.

use std::time::{Duration, Instant};

use tokio::task::{JoinSet, LocalSet};

use crate::Failure;
use crate::durable::Sender;
use crate::rounds::Load;
use crate::server;
use crate::tls::Dialer;

/// Full handshakes with one GET each, so many at a time.
pub(crate) async fn handshakes(dialer: &Dialer, path: &str, at_once: usize, time: Duration) -> Result<Load, Failure> {
    let request = server::get(path, false);
    let until = Instant::now() + time;
    let tasks = (0..at_once).map(|_| {
        let (dialer, request) = (dialer.clone(), request.clone());
        async move {
            let mut times = Vec::new();
            while Instant::now() < until {
                let start = Instant::now();
                let mut connection = dialer.open().await?;
                connection.ask(&[&request], 200).await?;
                times.push(start.elapsed());
                connection.closed().await;
            }
            Ok(times)
        }
    });
    together(tasks).await
}

/// GETs over kept connections, one for each dialer. Opening them is not counted.
pub(crate) async fn kept(dialers: &[Dialer], path: &str, time: Duration) -> Result<Load, Failure> {
    let request = server::get(path, true);
    let mut open = Vec::new();
    for dialer in dialers {
        let mut connection = dialer.open().await?;
        connection.ask(&[&request], 200).await?;
        open.push(connection);
    }
    let until = Instant::now() + time;
    let tasks = open.into_iter().map(|mut connection| {
        let request = request.clone();
        async move {
            let mut times = Vec::new();
            while Instant::now() < until {
                let start = Instant::now();
                connection.ask(&[&request], 200).await?;
                times.push(start.elapsed());
            }
            Ok(times)
        }
    });
    together(tasks).await
}

/// Sends over kept connections, one for each dialer with its body; `run` makes the keys differ
/// from those of other rounds.
pub(crate) async fn sends(senders: &[Sender], run: usize, time: Duration) -> Result<Load, Failure> {
    let mut open = Vec::new();
    for (dialer, body) in senders {
        let mut connection = dialer.open().await?;
        connection.ask(&[&server::get(server::SMALL, true)], 200).await?;
        open.push((connection, body.clone()));
    }
    let until = Instant::now() + time;
    let tasks = open.into_iter().map(|(mut connection, body)| async move {
        let mut times = Vec::new();
        while Instant::now() < until {
            let start = Instant::now();
            let head = server::send_head(&format!("{run}-{}", times.len()), body.len());
            connection.ask(&[&head, &body], 201).await?;
            times.push(start.elapsed());
        }
        Ok(times)
    });
    together(tasks).await
}

/// Sends each body so many times.
pub(crate) async fn fill(senders: &[Sender], times: usize) -> Result<(), Failure> {
    for (dialer, body) in senders {
        let mut connection = dialer.open().await?;
        for n in 0..times {
            let head = server::send_head(&format!("fill-{n}"), body.len());
            connection.ask(&[&head, body], 201).await?;
        }
    }
    Ok(())
}

async fn together<F>(tasks: impl Iterator<Item = F>) -> Result<Load, Failure>
where
    F: Future<Output = Result<Vec<Duration>, Failure>> + 'static,
{
    let start = Instant::now();
    let local = LocalSet::new();
    let mut set = JoinSet::new();
    for task in tasks {
        set.spawn_local_on(task, &local);
    }
    let times = local.run_until(async {
        let mut all = Vec::new();
        while let Some(done) = set.join_next().await {
            all.extend(done??);
        }
        Ok::<_, Failure>(all)
    });
    let times = times.await?;
    Ok(Load { seconds: start.elapsed().as_secs_f64(), times })
}
