//! A lesson: twenty seats, ten actions a second at each, all through the pages of the desk. It is
//! asked that nothing is refused; times are printed as they are, from the moment at which the
//! action was due.

mod browser;
pub(crate) mod desk;

use std::time::{Duration, Instant};

use tokio::task::{JoinSet, LocalSet};
use tokio::time::MissedTickBehavior;

use self::browser::{ACTIONS, Action, Browser};
use crate::Failure;
use crate::rounds::percentile;
use crate::tls::Dialer;

const SEATS: usize = 20;
/// Between two actions at one seat.
const PAUSE: Duration = Duration::from_millis(100);
const LESSON: Duration = Duration::from_secs(20);

/// What one seat has seen.
#[derive(Default)]
struct Seen {
    times: Vec<(Action, Duration)>,
    refused: Vec<String>,
}

/// Measures, prints, and fails if anything was refused.
pub(crate) fn run() -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let (process, reached) = desk::start(folder.path(), SEATS)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let empty = process.memory()?;
    let (seen, opened, start, cpu) = LocalSet::new().block_on(&runtime, async {
        let dialer = Dialer::browser(reached.addr)?;
        let mut browsers = Vec::new();
        let start = Instant::now();
        for (n, code) in reached.codes.iter().enumerate() {
            browsers.push(Browser::sit(&dialer, n + 1, code).await?);
        }
        let (opened, cpu, start) = (start.elapsed(), process.cpu()?, Instant::now());
        let mut seats = JoinSet::new();
        for (n, browser) in browsers.into_iter().enumerate() {
            seats.spawn_local(lesson(browser, n));
        }
        let mut seen = Seen::default();
        while let Some(one) = seats.join_next().await {
            let Seen { times, refused } = one?;
            seen.times.extend(times);
            seen.refused.extend(refused);
        }
        Ok::<_, Failure>((seen, opened, start, cpu))
    })?;
    let seconds = start.elapsed().as_secs_f64();
    let share = (process.cpu()? - cpu) / seconds;
    println!("{SEATS} 席 × 毎秒 10 操作 / {SEATS} seats × 10 actions a second, {seconds:.0} s");
    println!("  席を開く / opening all seats, with a first send each: {} ms", opened.as_millis());
    println!("  メモリー / memory: {} MiB → {} MiB", empty >> 20, process.memory()? >> 20);
    println!(
        "  操作 / actions: {} ({:.0}/s), CPU {:.0}%",
        seen.times.len(),
        seen.times.len() as f64 / seconds,
        100.0 * share
    );
    for (action, name, _) in ACTIONS {
        let times: Vec<_> = seen.times.iter().filter(|(one, _)| one == action).map(|(_, time)| *time).collect();
        println!(
            "  {name}: {}  p50 {:.1} ms  p99 {:.1} ms",
            times.len(),
            percentile(&times, 50),
            percentile(&times, 99)
        );
    }
    println!("  お断り / refused: {}", seen.refused.len());
    match seen.refused.first() {
        None => Ok(()),
        Some(first) => Err(format!("{} refused, the first: {first}", seen.refused.len()).into()),
    }
}

/// Ten actions a second until the lesson is over, each in its turn.
async fn lesson(mut browser: Browser, n: usize) -> Seen {
    let mut seen = Seen::default();
    let turns: Vec<Action> =
        ACTIONS.iter().flat_map(|(action, _, share)| std::iter::repeat_n(*action, *share)).collect();
    // Nobody at a desk acts in the same moment as everybody else, nor in blocks.
    let stride = 7;
    let begin = tokio::time::Instant::now() + PAUSE / u32::try_from(SEATS).unwrap_or(1) * u32::try_from(n).unwrap_or(0);
    let mut clock = tokio::time::interval_at(begin, PAUSE);
    clock.set_missed_tick_behavior(MissedTickBehavior::Burst);
    for turn in (n * 3..).step_by(stride) {
        let due = clock.tick().await;
        if due.duration_since(begin) >= LESSON {
            break;
        }
        let Some(action) = turns.get(turn % turns.len()) else { break };
        match browser.act(*action).await {
            Ok(()) => seen.times.push((*action, due.elapsed())),
            Err(problem) => seen.refused.push(problem.to_string()),
        }
    }
    seen
}
