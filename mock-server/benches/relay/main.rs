//! The relay under load, held against named peers in the same run: nginx for handshakes and kept
//! connections, SQLite without anything around it for durable sends. Run it by `ci/bench-relay`.
//!
//! Only ratios mean anything: machines and disks differ, rounds are interleaved, medians are
//! printed. Nothing fails by being slow, but an answer that is not the expected one ends the run
//! with exit 2.
//!
//! Servers and controls are processes of their own on one core (`taskset -c 0`), the load comes
//! from another. Each measure is also given per second of the server's processor time: that
//! figure stays true when other programs take part of the core.
#![expect(
    clippy::float_arithmetic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark prints ratios; no money is computed"
)]

mod child;
mod complaints;
mod control;
mod durable;
mod http;
mod load;
mod messages;
mod nation;
mod nginx;
mod peers;
mod rounds;
mod seats;
mod server;
mod table;
mod tls;

/// Whatever goes wrong ends the run.
type Failure = Box<dyn std::error::Error + Send + Sync>;

fn main() -> std::process::ExitCode {
    match run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("測定を続けられませんでした。 / The measurement ended early: {problem}");
            std::process::ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Failure> {
    complaints::listen();
    // Another process of this program: the relay, or the control of the database.
    if let Some(role) = child::Role::of_this_process() {
        return match role {
            child::Role::Relay(folder) => server::serve(&folder),
            child::Role::Desk { folder, seats } => seats::desk::serve(&folder, seats),
            child::Role::Sqlite { folder, bytes, together } => control::run(&folder, bytes, together),
        };
    }
    // `cargo bench` adds `--bench` of its own.
    let mut given = std::env::args().skip(1).filter(|word| word != "--bench");
    match given.next().as_deref() {
        None => peers::run(),
        Some("--nation") => {
            let sizes = given.map(|word| word.replace(['_', ','], "").parse()).collect::<Result<Vec<u64>, _>>()?;
            nation::run(if sizes.is_empty() { &nation::SIZES } else { &sizes })
        }
        Some("--seats") => seats::run(),
        Some(other) => Err(format!("{other}: --nation [MESSAGES…], --seats").into()),
    }
}
