//! The database is stopped, started again and cut off in the middle. These tests disturb all
//! others, so they run alone.

use std::collections::HashMap;
use std::env;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::StatusCode;
use mock_server::wire::Envelope;
use tokio::task::JoinHandle;

use super::{apps, keyed, number, received, two};
use crate::common::{PLANNER, SERVICE, call, get};
use crate::postgres::connect;

/// Stops the server as a crash would, or starts it, by the command that `ci/postgres` gives.
fn server(word: &str) {
    let command =
        env::var(format!("RENKEI_TEST_POSTGRES_{word}")).expect("this test needs PostgreSQL: run ci/postgres");
    let mut words = command.split_whitespace();
    let run = Command::new(words.next().unwrap()).args(words).stdout(std::process::Stdio::null()).status();
    assert!(run.unwrap().success(), "{word}");
}

/// So many messages tell whether any is lost or doubled.
const ENOUGH: u32 = 50;

/// Sends message after message, each until it is acknowledged, now here and now there.
fn sender(apps: [Router; 2], next: Arc<AtomicU32>, stop: Arc<AtomicBool>) -> JoinHandle<Vec<(u32, Envelope)>> {
    tokio::spawn(async move {
        let mut acknowledged = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let n = next.fetch_add(1, Ordering::Relaxed);
            for app in apps.iter().cycle() {
                let answer = call(app, Some(PLANNER), keyed(n)).await;
                if answer.status == StatusCode::CREATED {
                    acknowledged.push((n, answer.json()));
                    break;
                }
                assert_eq!(answer.refusal().code, "store-unreachable");
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        acknowledged
    })
}

/// Sends under what `disturbance` does, and then looks: everything acknowledged is there, once,
/// as it was acknowledged, and nothing else is.
async fn nothing_is_lost_or_doubled_under(disturbance: impl AsyncFn([Router; 2])) {
    let states = two().await;
    let apps = apps(&states);
    let (next, stop) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicBool::new(false)));
    let senders: Vec<_> = (0..8).map(|_| sender(apps.clone(), Arc::clone(&next), Arc::clone(&stop))).collect();
    disturbance(apps.clone()).await;
    // On a slow disk it takes a while until there is enough to tell.
    while next.load(Ordering::Relaxed) <= ENOUGH {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    stop.store(true, Ordering::Relaxed);
    let mut acknowledged = HashMap::new();
    for sender in senders {
        acknowledged.extend(sender.await.unwrap());
    }
    assert!(acknowledged.len() > ENOUGH as usize, "too few messages to tell: {}", acknowledged.len());
    for app in &apps {
        let stored = received(app).await;
        assert_eq!(stored.len(), acknowledged.len());
        for envelope in stored {
            assert_eq!(acknowledged.get(&number(&envelope)), Some(&envelope));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn a_database_that_crashes_loses_nothing_acknowledged_and_the_relays_find_back_by_themselves() {
    nothing_is_lost_or_doubled_under(async |apps| {
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(300)).await;
            tokio::task::block_in_place(|| server("STOP"));
            for app in &apps {
                let began = Instant::now();
                for path in ["/v1/inbox", "/healthz", "/nothing"] {
                    let answer = call(app, Some(SERVICE), get(path)).await;
                    assert_eq!(answer.refusal().code, "store-unreachable", "{path}");
                    assert_eq!(answer.header("retry-after"), "5");
                }
                assert!(began.elapsed() < Duration::from_secs(5), "a refusal, not a wait: {:?}", began.elapsed());
            }
            tokio::task::block_in_place(|| server("START"));
            for app in &apps {
                // At once, on whichever connection: none of the old ones is used again.
                for _ in 0..10 {
                    assert_eq!(call(app, Some(SERVICE), get("/v1/inbox?limit=1")).await.status, StatusCode::OK);
                }
            }
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn connections_cut_at_any_moment_lose_nothing_and_double_nothing() {
    nothing_is_lost_or_doubled_under(async |_| {
        let other = connect().await;
        for n in 0..40 {
            // Some of them in the middle of a commit.
            tokio::time::sleep(Duration::from_micros(7_919 * n % 100_000)).await;
            let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'renkei'";
            other.batch_execute(sql).await.unwrap();
        }
    })
    .await;
}
