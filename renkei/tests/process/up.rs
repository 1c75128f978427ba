//! A command that stays up until it is told to stop.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The built binary.
pub(crate) fn renkei() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
    command.env_remove("RENKEI_LANG");
    command
}

/// A command that is up.
pub(crate) struct Up {
    child: Child,
    out: BufReader<ChildStdout>,
    /// What it has printed so far.
    pub(crate) said: String,
}

impl Up {
    /// Starts it and waits until it has printed a line with these words.
    pub(crate) fn start(command: &mut Command, words: &str) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the binary starts");
        let out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut up = Self { child, out, said: String::new() };
        while !up.said.contains(words) {
            let read = up.out.read_line(&mut up.said).expect("text");
            assert!(read > 0, "it ended early: {}", up.said);
        }
        up
    }

    /// The first address that it has printed with this scheme, such as `https://`; without a path.
    pub(crate) fn address(&self, scheme: &str) -> &str {
        let at = self.said.find(scheme).expect("an address");
        let host = at + scheme.len();
        let end = self.said[host..].find(|c: char| c != '.' && c != ':' && !c.is_ascii_digit());
        &self.said[at..end.map_or(self.said.len(), |end| host + end)]
    }

    /// Tells it to stop and gives its exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        self.end().expect("it does not stop").code()
    }

    /// Asks it to end and waits.
    fn end(&mut self) -> Option<ExitStatus> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill");
        let since = Instant::now();
        while asked.success() && since.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }
}

impl Drop for Up {
    /// A test that fails leaves nothing running, and no folder that what ran would have removed.
    fn drop(&mut self) {
        let is_over = matches!(self.child.try_wait(), Ok(Some(_)));
        if !is_over && self.end().is_none() {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}
