//! SIGKILL at any moment: nothing acknowledged is lost, and there are no half messages.
//!
//! The test starts itself a second time as the relay, kills that process at seeded moments
//! while messages are being sent, starts it again over the same folder, and looks. On SQLite: the
//! file in the folder is what may suffer; PostgreSQL has its own turn in the tests of the relay.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use mock_server::client::{Client, ClientError, Outgoing};
use mock_server::limits::Limits;
use mock_server::wire::Envelope;
use mock_server::{ClientIdentity, Office, Relay, RelayConfig};
use serde::{Deserialize, Serialize};

/// Names the data folder, and makes this program the relay.
const FOLDER: &str = "RENKEI_TEST_RELAY_FOLDER";
const SENDER: &str = "9970000001";
const RECEIVER: &str = "9970000002";
const ROUNDS: u32 = 8;
const SENDERS: u32 = 6;

/// What the relay tells the test once it is up.
#[derive(Clone, Serialize, Deserialize)]
struct Ready {
    url: String,
    ca: String,
    sender: (String, String),
    receiver: (String, String),
}

/// The relay, when started by the test below; otherwise nothing.
#[tokio::test(flavor = "multi_thread")]
async fn the_relay_that_is_killed() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    let office = |number: &str, service| Office::new(number.parse().unwrap(), "架空事業所", &[service]);
    let config = RelayConfig {
        data: Some(folder.clone()),
        offices: vec![office(SENDER, "43"), office(RECEIVER, "15")],
        limits: Limits { page: 10_000, ..Limits::default() },
        ..RelayConfig::default()
    };
    let relay = Relay::start(config).await.unwrap();
    let issue = async |number: &str| {
        let ClientIdentity { cert_pem, key_pem } = relay.issue_office(&number.parse().unwrap()).await.unwrap();
        (cert_pem, key_pem)
    };
    let ready = Ready {
        url: relay.url(),
        ca: relay.ca_pem().to_owned(),
        sender: issue(SENDER).await,
        receiver: issue(RECEIVER).await,
    };
    fs::write(folder.join("ready.part"), serde_json::to_vec(&ready).unwrap()).unwrap();
    fs::rename(folder.join("ready.part"), folder.join("ready.json")).unwrap();
    std::future::pending::<()>().await;
}

/// The process of the relay; killed when dropped, whatever the test comes to.
struct Process(Child);

impl Process {
    fn start(folder: &Path) -> Self {
        let ready = folder.join("ready.json");
        if ready.exists() {
            fs::remove_file(ready).unwrap();
        }
        let child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "the_relay_that_is_killed"])
            .env(FOLDER, folder)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        Self(child)
    }

    async fn ready(folder: &Path) -> (Self, Ready) {
        let process = Self::start(folder);
        let began = Instant::now();
        loop {
            if let Ok(ready) = fs::read(folder.join("ready.json")) {
                return (process, serde_json::from_slice(&ready).unwrap());
            }
            assert!(began.elapsed() < Duration::from_secs(60), "the relay does not come up");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Drop for Process {
    /// `Child::kill` is SIGKILL: the process has no say in it.
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// What message `n` holds: two files whose sizes and bytes follow from its number.
fn message(n: u32) -> Outgoing {
    let body = |salt: u32| n.wrapping_mul(salt).to_be_bytes().repeat((n as usize * 977) % 5_000);
    Outgoing::to(RECEIVER)
        .message(n.to_string())
        .attachment(format!("{n}.pdf"), body(2_654_435_761))
        .attachment(format!("{n}.txt"), body(40_503))
        .key(format!("message-{n}"))
}

/// Sends until the connection breaks; gives what was acknowledged, and the number that was not.
async fn send_until_killed(client: Client, next: Arc<AtomicU32>) -> (Vec<(u32, Envelope)>, u32) {
    let mut acknowledged = Vec::new();
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        match client.send(message(n)).await {
            Ok(envelope) => acknowledged.push((n, envelope)),
            Err(ClientError::Connection(_)) => return (acknowledged, n),
            Err(other) => panic!("message {n}: {other}"),
        }
    }
}

/// Every stored message by its number; fails on one that lacks a file or is there twice.
async fn received(client: &Client) -> HashMap<u32, Envelope> {
    let mut all = HashMap::new();
    let mut before = None;
    loop {
        let page = client.inbox(before.as_deref()).await.unwrap();
        for envelope in page.items {
            let n: u32 = envelope.files[0].name.strip_suffix(".pdf").unwrap().parse().unwrap();
            let wanted = message(n);
            assert_eq!(envelope.files.len(), wanted.files.len(), "message {n} is not whole");
            for (file, wanted) in envelope.files.iter().zip(wanted.files) {
                assert_eq!((&file.name, file.size), (&wanted.name, wanted.body.len() as u64), "message {n}");
            }
            assert!(all.insert(n, envelope).is_none(), "message {n} is there twice");
        }
        match page.next {
            Some(next) => before = Some(next),
            None => return all,
        }
    }
}

/// Everything acknowledged is there as it was acknowledged, and nothing else but what may be.
fn compare(stored: &HashMap<u32, Envelope>, acknowledged: &HashMap<u32, Envelope>, may_be: &[u32]) {
    for (n, envelope) in acknowledged {
        assert_eq!(stored.get(n), Some(envelope), "message {n} was acknowledged and is not there");
    }
    for n in stored.keys() {
        assert!(acknowledged.contains_key(n) || may_be.contains(n), "message {n} was not acknowledged");
    }
}

/// Seeded, so that a failure can be run again.
fn moment(seed: &mut u64, most: u64) -> Duration {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    Duration::from_micros((*seed >> 33) % (most * 1_000))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_when_the_relay_is_killed_at_any_moment() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("relay");
    fs::create_dir(&folder).unwrap();
    let mut seed = 0x0725_0317;

    // While it starts: the CA and the database are being made.
    for _ in 0..ROUNDS {
        let process = Process::start(&folder);
        tokio::time::sleep(moment(&mut seed, 40)).await;
        drop(process);
    }

    let next = Arc::new(AtomicU32::new(0));
    let mut acknowledged: HashMap<u32, Envelope> = HashMap::new();
    let mut lost_answers = Vec::new();
    let mut first: Option<Ready> = None;
    for _ in 0..ROUNDS {
        let (process, ready) = Process::ready(&folder).await;
        // Certificates of the first start stay good.
        let identity = first.get_or_insert_with(|| ready.clone());
        let client = |(cert, key): &(String, String)| Client::new(&ready.url, &identity.ca, cert, key).unwrap();
        let sender = client(&identity.sender);

        // Retries of what got no answer make no second message.
        for n in std::mem::take(&mut lost_answers) {
            acknowledged.insert(n, sender.send(message(n)).await.unwrap());
        }
        let stored = received(&client(&identity.receiver)).await;
        compare(&stored, &acknowledged, &[]);

        let senders: Vec<_> =
            (0..SENDERS).map(|_| tokio::spawn(send_until_killed(sender.clone(), Arc::clone(&next)))).collect();
        tokio::time::sleep(Duration::from_millis(10) + moment(&mut seed, 200)).await;
        drop(process);
        for sender in senders {
            let (done, unanswered) = sender.await.unwrap();
            acknowledged.extend(done);
            lost_answers.push(unanswered);
        }
    }

    let (_process, ready) = Process::ready(&folder).await;
    let receiver = Client::new(&ready.url, &ready.ca, &ready.receiver.0, &ready.receiver.1).unwrap();
    let stored = received(&receiver).await;
    for (n, envelope) in &stored {
        for (file, wanted) in envelope.files.iter().zip(message(*n).files) {
            assert!(receiver.fetch(&envelope.id, file).await.unwrap() == wanted.body, "message {n} changed");
        }
    }
    compare(&stored, &acknowledged, &lost_answers);
    assert!(acknowledged.len() > ROUNDS as usize, "too few messages to tell: {}", acknowledged.len());
}
