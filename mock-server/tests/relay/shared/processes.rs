//! Relays in processes of their own, with sockets, one of them killed again and again.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use mock_server::client::{Client, ClientError, Outgoing};
use mock_server::wire::Envelope;
use mock_server::{ClientIdentity, Relay};
use serde::{Deserialize, Serialize};

use super::{config, environment, number};
use crate::common::{PLANNER, SERVICE};

/// The environment of a relay in a process of its own, and the file in which it says where it is.
const STORE: &str = "RENKEI_TEST_SHARED_STORE";
const READY: &str = "RENKEI_TEST_SHARED_READY";

/// What such a relay says once it is up.
#[derive(Clone, Serialize, Deserialize)]
struct Ready {
    url: String,
    ca: String,
    sender: (String, String),
    receiver: (String, String),
}

impl Ready {
    fn client(&self, (cert, key): &(String, String)) -> Client {
        Client::new(&self.url, &self.ca, cert, key).unwrap()
    }
}

/// The relay, when the test below starts this program for it; otherwise nothing.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn the_relay_of_a_process_of_its_own() {
    let (Ok(store), Some(ready)) = (env::var(STORE), env::var_os(READY).map(PathBuf::from)) else { return };
    let relay = Relay::start(config(&store)).await.unwrap();
    let issue = async |number: &str| {
        let ClientIdentity { cert_pem, key_pem } = relay.issue_office(&number.parse().unwrap()).await.unwrap();
        (cert_pem, key_pem)
    };
    let (sender, receiver) = (issue(PLANNER).await, issue(SERVICE).await);
    let says = Ready { url: relay.url(), ca: relay.ca_pem().to_owned(), sender, receiver };
    fs::write(ready.with_extension("part"), serde_json::to_vec(&says).unwrap()).unwrap();
    fs::rename(ready.with_extension("part"), ready).unwrap();
    std::future::pending::<()>().await;
}

/// A process; killed when dropped, and has no say in it.
struct Process(Child);

impl Process {
    async fn start(store: &str, ready: &Path) -> (Self, Ready) {
        // There is none at the first start.
        let _removed = fs::remove_file(ready);
        let child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "--ignored", "shared::processes::the_relay_of_a_process_of_its_own"])
            .env(STORE, store)
            .env(READY, ready)
            .stdout(Stdio::null())
            .spawn();
        let process = Self(child.unwrap());
        let began = Instant::now();
        loop {
            if let Ok(ready) = fs::read(ready) {
                return (process, serde_json::from_slice(&ready).unwrap());
            }
            assert!(began.elapsed() < Duration::from_secs(60), "the relay does not come up");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

fn message(n: u32) -> Outgoing {
    let outgoing = Outgoing::to(SERVICE).attachment(format!("{n}.pdf"), n.to_be_bytes().repeat(500));
    outgoing.key(format!("message-{n}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs PostgreSQL: ci/postgres"]
async fn of_two_processes_behind_one_address_one_is_killed_and_nothing_is_lost_or_doubled() {
    let (folder, store) = (tempfile::tempdir().unwrap(), environment());
    let place = |name: &str| folder.path().join(name);
    let (_steady, steady) = Process::start(&store, &place("steady")).await;
    let (mut doomed, first) = Process::start(&store, &place("doomed")).await;
    assert_eq!(steady.ca, first.ca);

    // Who sends reaches now one, now the other, with the certificate that either has issued.
    let behind = Arc::new(Mutex::new([steady.client(&first.sender), first.client(&steady.sender)]));
    let (next, stop) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicBool::new(false)));
    let senders: Vec<_> = (0..8)
        .map(|_| {
            let (behind, next, stop) = (Arc::clone(&behind), Arc::clone(&next), Arc::clone(&stop));
            tokio::spawn(async move {
                let mut acknowledged: Vec<(u32, Envelope)> = Vec::new();
                while !stop.load(Ordering::Relaxed) {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    for turn in (n as usize..).map(|turn| turn % 2) {
                        let client = behind.lock().unwrap()[turn].clone();
                        match client.send(message(n)).await {
                            Ok(envelope) => {
                                acknowledged.push((n, envelope));
                                break;
                            }
                            Err(ClientError::Connection(_)) => {}
                            Err(other) => panic!("message {n}: {other}"),
                        }
                    }
                }
                acknowledged
            })
        })
        .collect();
    for round in 0..4_u64 {
        tokio::time::sleep(Duration::from_millis(150 + 37 * round)).await;
        drop(doomed);
        let (again, ready) = Process::start(&store, &place("doomed")).await;
        behind.lock().unwrap()[1] = ready.client(&steady.sender);
        doomed = again;
    }
    tokio::time::sleep(Duration::from_millis(150)).await;
    stop.store(true, Ordering::Relaxed);
    let mut acknowledged = HashMap::new();
    for sender in senders {
        acknowledged.extend(sender.await.unwrap());
    }
    assert!(acknowledged.len() > 50, "too few messages to tell: {}", acknowledged.len());

    let receiver = steady.client(&steady.receiver);
    let page = receiver.inbox(None).await.unwrap();
    assert_eq!((page.items.len(), page.next), (acknowledged.len(), None));
    for envelope in page.items {
        let n = number(&envelope);
        assert_eq!(acknowledged.get(&n), Some(&envelope), "message {n}");
        assert_eq!(
            receiver.fetch(&envelope.id, &envelope.files[0]).await.unwrap(),
            message(n).files[0].body,
            "message {n}"
        );
    }
}
