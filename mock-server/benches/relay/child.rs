//! Processes on the core of the servers, and what they have used of it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use crate::Failure;

/// The core of whatever is measured.
const CORE: &str = "0";
/// Says what a process of this program is to be.
const ROLE: &str = "RENKEI_BENCH_ROLE";
/// How long a process may take to be ready.
const PATIENCE: Duration = Duration::from_secs(20);
/// Ticks of `/proc/PID/stat` in a second: `USER_HZ`, 100 wherever Linux runs Rust.
const TICKS: f64 = 100.0;

/// What another process of this program does.
pub(crate) enum Role {
    /// Serves, with its data in the folder.
    Relay(PathBuf),
    /// Serves a training desk of so many seats; tells how it is reached in the folder.
    Desk { folder: PathBuf, seats: usize },
    /// Inserts blobs of so many bytes, so many in one commit.
    Sqlite { folder: PathBuf, bytes: usize, together: usize },
}

impl Role {
    pub(crate) fn of_this_process() -> Option<Self> {
        let text = env::var(ROLE).ok()?;
        let mut words = text.splitn(4, ' ');
        match (words.next()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?.into()) {
            ("sqlite", bytes, together, folder) => Some(Self::Sqlite { folder, bytes, together }),
            ("desk", seats, _, folder) => Some(Self::Desk { folder, seats }),
            ("relay", _, _, folder) => Some(Self::Relay(folder)),
            _ => None,
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Relay(folder) => format!("relay 0 0 {}", folder.display()),
            Self::Desk { folder, seats } => format!("desk {seats} 0 {}", folder.display()),
            Self::Sqlite { folder, bytes, together } => format!("sqlite {bytes} {together} {}", folder.display()),
        }
    }

    /// Starts this program in the role; what it prints can be read.
    pub(crate) fn start(&self) -> Result<Process, Failure> {
        let mut command = pinned(&env::current_exe()?);
        Process::start(command.env(ROLE, self.text()).stdout(Stdio::piped()))
    }
}

/// A program, to be run on the core of the servers.
pub(crate) fn pinned(program: &Path) -> Command {
    let mut command = Command::new("taskset");
    command.args(["-c", CORE]).arg(program).stdin(Stdio::null());
    command
}

/// A process that ends with this value.
pub(crate) struct Process(Child);

impl Process {
    pub(crate) fn start(command: &mut Command) -> Result<Self, Failure> {
        Ok(Self(command.spawn().map_err(|problem| format!("{command:?}: {problem}"))?))
    }

    /// Waits until it has done what it was asked, gives what it printed.
    pub(crate) fn output(mut self) -> Result<String, Failure> {
        use std::io::Read;
        let mut text = String::new();
        if let Some(mut out) = self.0.stdout.take() {
            out.read_to_string(&mut text)?;
        }
        let status = self.0.wait()?;
        if status.success() { Ok(text) } else { Err(format!("{status}").into()) }
    }

    /// Waits until `ready` gives something.
    pub(crate) fn until<T>(&mut self, mut ready: impl FnMut() -> Option<T>) -> Result<T, Failure> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(found) = ready() {
                return Ok(found);
            }
            if let Some(status) = self.0.try_wait()? {
                return Err(format!("a server ended at once: {status}").into());
            }
            thread::sleep(Duration::from_millis(10));
        }
        Err("a server was not ready in time".into())
    }

    /// Seconds of processor time, those of its children (nginx's worker) included.
    pub(crate) fn cpu(&self) -> Result<f64, Failure> {
        let pid = self.0.id();
        let children = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
        let mut ticks = used(&pid.to_string())?;
        for child in children.split_whitespace() {
            ticks += used(child)?;
        }
        Ok(ticks as f64 / TICKS)
    }

    /// Resident memory, bytes.
    pub(crate) fn memory(&self) -> Result<u64, Failure> {
        resident(&self.0.id().to_string())
    }

    /// Asks it to end, and waits.
    fn end(&mut self) {
        // nginx's worker ends with its master only when the master is asked, not killed.
        let asked = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status();
        let deadline = Instant::now() + Duration::from_secs(2);
        while asked.is_ok() && Instant::now() < deadline && matches!(self.0.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(10));
        }
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if matches!(self.0.try_wait(), Ok(None)) {
            self.end();
        }
    }
}

/// User and system time of a process and all its threads, in ticks.
fn used(pid: &str) -> Result<u64, Failure> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    // The name, in brackets, may hold spaces; fields 14 and 15 are counted from behind it.
    let fields: Vec<&str> =
        stat.rsplit_once(')').map(|(_, rest)| rest.split_whitespace().collect()).unwrap_or_default();
    let field = |n: usize| fields.get(n).and_then(|ticks| ticks.parse::<u64>().ok());
    match (field(11), field(12)) {
        (Some(user), Some(system)) => Ok(user + system),
        _ => Err(format!("/proc/{pid}/stat cannot be read").into()),
    }
}

/// Seconds of processor time of this process.
pub(crate) fn own_cpu() -> Result<f64, Failure> {
    Ok(used("self")? as f64 / TICKS)
}

/// Resident memory of a process, bytes; `self` is this one.
pub(crate) fn resident(pid: &str) -> Result<u64, Failure> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    Ok(kib.ok_or("VmRSS is missing")? << 10)
}
