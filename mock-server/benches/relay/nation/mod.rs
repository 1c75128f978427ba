//! `--nation`: every office of the country, the turn of a month, and how the relay bears growth.
//!
//! In the process, without sockets: what is measured is the checks and the store. Contents are the
//! samples of `corpus/`; who writes to whom is drawn from a fixed seed.

mod country;
mod month;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use careplan::value::OfficeNo;
use tokio::task::JoinSet;

use crate::Failure;
use crate::child::resident;
use crate::messages::Samples;
use crate::rounds::percentile;
use crate::server::{House, SENDERS};
use country::OFFICES;
use month::{Calendar, Profile};

/// How many messages the store holds when it is looked at.
pub(crate) const SIZES: [u64; 2] = [10_000, 100_000];
/// Lists that are asked for at each size: of offices drawn, and of each of the largest.
const LISTS: u64 = 2_000;
const LISTS_OF_LARGE: u64 = 20;

/// Plays until each of the sizes is reached, and prints what it finds there.
pub(crate) fn run(sizes: &[u64]) -> Result<(), Failure> {
    if !sizes.is_sorted() {
        return Err("sizes ascend".into());
    }
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(play(sizes))
}

async fn play(sizes: &[u64]) -> Result<(), Failure> {
    let folder = tempfile::Builder::new().prefix("bench-nation-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let calendar = Arc::new(Calendar::default());
    let house = House::open(folder.path(), calendar.clone()).await?;
    let samples = Arc::new(Samples::read()?);

    let start = Instant::now();
    house.register((0..OFFICES).map(|n| (country::number(n), country::services(n)))).await?;
    println!(
        "事業所 / offices: {OFFICES}  {:.1} s  RSS {} MiB  DB {} MiB",
        start.elapsed().as_secs_f64(),
        resident("self")? >> 20,
        disk(folder.path())? >> 20
    );
    println!(
        "{:>9} {:<16} {:>8} {:>17} | {:>21} {:>21} | {:>8} {:>8} {:>10}",
        "通/msgs",
        "時期/time",
        "通/s",
        "送信 p50/p99 ms",
        "一覧/list p50/p99",
        "大口/large p50/p99",
        "RSS MiB",
        "DB MiB",
        "DB/payload"
    );
    let empty = disk(folder.path())?;
    let (mut done, mut payload) = (0, 0);
    let mut first = None;
    for (turn, &size) in sizes.iter().enumerate() {
        let month_end = done + (size - done) / 2;
        for (profile, until) in [(Profile::MonthEnd, month_end), (Profile::MonthStart, size)] {
            let sent = send(&house, &samples, &calendar, (turn, profile), done..until).await?;
            payload += sent.bytes;
            println!(
                "{until:>9} {:<16} {:>8.0} {:>8.2} / {:<8.2}|",
                profile.name(),
                (until - done) as f64 / sent.seconds,
                percentile(&sent.times, 50),
                percentile(&sent.times, 99)
            );
            done = until;
        }
        let lists = lists(&house, (0..LISTS).map(country::drawn)).await?;
        let large = lists_of_large(&house).await?;
        let (memory, held) = (resident("self")?, disk(folder.path())?);
        println!(
            "{size:>9} {:<52} | {:>10.2} / {:<8.2} {:>10.2} / {:<8.2} | {:>8} {:>8} {:>10.2}",
            "",
            percentile(&lists, 50),
            percentile(&lists, 99),
            percentile(&large, 50),
            percentile(&large, 99),
            memory >> 20,
            held >> 20,
            (held - empty) as f64 / payload as f64
        );
        let (size0, memory0, held0, p99) = *first.get_or_insert((size, memory, held - empty, percentile(&lists, 99)));
        if size0 < size {
            println!(
                "{:>9} 伸び / growth: messages {:.0}x, RSS {:.2}x, DB {:.2}x, list p99 {:.2}x",
                "",
                size as f64 / size0 as f64,
                memory as f64 / memory0 as f64,
                (held - empty) as f64 / held0 as f64,
                percentile(&lists, 99) / p99
            );
        }
    }
    println!("目標 / goal: 一覧の p99 はどの大きさでも 10 ms 未満 / p99 of lists under 10 ms at any size");
    Ok(())
}

/// What a stretch of sends gave.
struct Sent {
    seconds: f64,
    bytes: u64,
    times: Vec<Duration>,
}

/// Sends the messages of these numbers, many at a time.
async fn send(
    house: &House,
    samples: &Arc<Samples>,
    calendar: &Arc<Calendar>,
    (turn, profile): (usize, Profile),
    numbers: std::ops::Range<u64>,
) -> Result<Sent, Failure> {
    let start = Instant::now();
    let month = calendar.turn(turn, profile);
    let next = Arc::new(AtomicU64::new(numbers.start));
    let mut tasks = JoinSet::new();
    for _ in 0..SENDERS {
        let (house, samples, next, calendar) = (house.clone(), samples.clone(), next.clone(), calendar.clone());
        let (month, end) = (month.clone(), numbers.end);
        tasks.spawn(async move {
            let (mut times, mut bytes) = (Vec::new(), 0);
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                if n >= end {
                    return Ok::<_, Failure>((times, bytes));
                }
                calendar.tick();
                let message = month.message(&samples, profile, n);
                bytes += message.bytes;
                let start = Instant::now();
                house.send(message.from, &format!("nation-{n}"), message.body).await?;
                times.push(start.elapsed());
            }
        });
    }
    let (mut times, mut bytes) = (Vec::new(), 0);
    while let Some(done) = tasks.join_next().await {
        let (some, count) = done??;
        times.extend(some);
        bytes += count;
    }
    Ok(Sent { seconds: start.elapsed().as_secs_f64(), bytes, times })
}

async fn lists_of_large(house: &House) -> Result<Vec<Duration>, Failure> {
    let again = (0..LISTS_OF_LARGE).flat_map(|_| country::large());
    lists(house, again).await
}

/// Lists the inbox of each, one after the other.
async fn lists(house: &House, offices: impl Iterator<Item = u64>) -> Result<Vec<Duration>, Failure> {
    let mut times = Vec::new();
    for office in offices {
        let number: OfficeNo = country::number(office).parse()?;
        let start = Instant::now();
        house.inbox(number).await?;
        times.push(start.elapsed());
    }
    Ok(times)
}

/// Bytes of the database with its log.
fn disk(folder: &Path) -> Result<u64, Failure> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        bytes += entry?.metadata()?.len();
    }
    Ok(bytes)
}
