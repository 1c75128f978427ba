//! The relay against its peers: handshakes, kept connections, durable sends.

use std::time::Duration;

use careplan::text::Text;
use rustls::version::{TLS12, TLS13};

use crate::child::Process;
use crate::rounds::{Load, Series};
use crate::server::{self, INBOX, SENDERS, SMALL};
use crate::table::{Line, print};
use crate::tls::Dialer;
use crate::{Failure, control, durable, load, nginx};

/// Handshakes under way at the same time.
const DIALLING: usize = 16;
/// Messages in each inbox that is listed.
const MESSAGES: usize = 10;
/// Inserts in one commit, for the line of reference.
const GROUP: usize = 64;
const ROUNDS: usize = 5;
const ROUND_MS: u64 = 2_000;

/// How long one measure takes in one round.
pub(crate) fn round_time() -> Duration {
    Duration::from_millis(number("RENKEI_BENCH_ROUND_MS").unwrap_or(ROUND_MS))
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Everything that is measured in a round.
#[derive(Default)]
struct Measured {
    handshakes: [[Series; 2]; 2],
    small: Series,
    inbox: Series,
    nginx: Series,
    sends: Series,
    inserts: Series,
    grouped: Series,
}

pub(crate) fn run() -> Result<(), Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(measure())
}

async fn measure() -> Result<(), Failure> {
    let (rounds, time) = (number("RENKEI_BENCH_ROUNDS").map_or(ROUNDS, |rounds| rounds as usize), round_time());
    // In the build folder, not in /tmp: that may be memory, and then nothing is durable.
    let folder = tempfile::Builder::new().prefix("bench-relay-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (relay, reached) = server::start(&folder.path().join("relay"))?;
    let authority = server::authority(&folder.path().join("relay"))?;
    let (nginx, nginx_addr) = nginx::start(&folder.path().join("nginx"), &authority)?;
    let plain = folder.path().join("sqlite");
    let (senders, bytes) = durable::senders(&reached)?;
    let (first, listed) = (reached.senders.first().ok_or("no senders")?, reached.listed.iter());
    let kept = |addr| listed.clone().map(|who| Dialer::new(addr, who, &TLS13)).collect::<Result<Vec<_>, _>>();
    let (kept_relay, kept_nginx) = (kept(reached.addr)?, kept(nginx_addr)?);

    println!("{}", nginx::version()?);
    println!("rounds {rounds} x {} ms; a message of {bytes} bytes in 3 files; {SENDERS} senders", time.as_millis());
    load::fill(&durable::small(&reached)?, MESSAGES).await?;

    let mut measured = Measured::default();
    for round in 0..rounds {
        for (version, [ours, theirs]) in [&TLS13, &TLS12].into_iter().zip(&mut measured.handshakes) {
            let dialer = Dialer::new(reached.addr, first, version)?;
            timed(&relay, ours, load::handshakes(&dialer, SMALL, DIALLING, time)).await?;
            let dialer = Dialer::new(nginx_addr, first, version)?;
            timed(&nginx, theirs, load::handshakes(&dialer, nginx::FILE, DIALLING, time)).await?;
        }
        timed(&relay, &mut measured.inbox, load::kept(&kept_relay, INBOX, time)).await?;
        timed(&nginx, &mut measured.nginx, load::kept(&kept_nginx, nginx::FILE, time)).await?;
        timed(&relay, &mut measured.small, load::kept(&kept_relay, SMALL, time)).await?;
        control::round(&plain, bytes, 1, &mut measured.inserts)?;
        timed(&relay, &mut measured.sends, load::sends(&senders, round, time)).await?;
        control::round(&plain, bytes, GROUP, &mut measured.grouped)?;
    }
    report(&measured);
    println!("relay RSS {} MiB", relay.memory()? >> 20);
    Ok(())
}

async fn timed(
    server: &Process,
    series: &mut Series,
    load: impl Future<Output = Result<Load, Failure>>,
) -> Result<(), Failure> {
    let before = server.cpu()?;
    let load = load.await?;
    series.add(load, server.cpu()? - before);
    Ok(())
}

fn report(measured: &Measured) {
    let [[tls13, nginx13], [tls12, nginx12]] = &measured.handshakes;
    let line = |ja, en, relay, control, goal| Line { what: Text::new(ja, en), relay, control, goal };
    print(&[
        line(
            "TLS 1.3 相互認証のハンドシェイク＋GET 1回（再開なし）",
            "full mutual TLS 1.3 handshake + 1 GET",
            tls13,
            ("nginx", nginx13),
            Some(2.0),
        ),
        line(
            "TLS 1.2 相互認証のハンドシェイク＋GET 1回（再開なし）",
            "full mutual TLS 1.2 handshake + 1 GET",
            tls12,
            ("nginx", nginx12),
            Some(2.0),
        ),
        line(
            "接続を保った受信一覧（10通）",
            "kept connections: GET /v1/inbox, 10 messages",
            &measured.inbox,
            ("nginx static", &measured.nginx),
            Some(0.5),
        ),
        line(
            "接続を保った GET /healthz（参考）",
            "kept connections: GET /healthz, for reference",
            &measured.small,
            ("nginx static", &measured.nginx),
            None,
        ),
        line(
            "50 KB の組を検査して確実に保存（64 送信元。p99 の目標 25 ms）",
            "durable checked sends of 50 KB, 64 senders (goal for p99: 25 ms)",
            &measured.sends,
            ("SQLite FULL", &measured.inserts),
            Some(0.7),
        ),
        line(
            "同上（64 件ずつまとめた SQLite との比。参考）",
            "the same against SQLite in groups of 64, for reference",
            &measured.sends,
            ("SQLite FULL x64", &measured.grouped),
            None,
        ),
    ]);
}
