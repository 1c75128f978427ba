//! A command that stays up until it is told to stop.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
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

    /// The address of its pages.
    pub(crate) fn url(&self) -> &str {
        let at = self.said.find("https://").expect("an address");
        let end = self.said[at + 8..].find(|c: char| c != '.' && c != ':' && !c.is_ascii_digit());
        &self.said[at..end.map_or(self.said.len(), |end| at + 8 + end)]
    }

    /// Tells it to stop and gives its exit code.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status().expect("kill");
        assert!(asked.success());
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it does not stop");
    }
}

impl Drop for Up {
    /// A test that fails leaves nothing running.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Opens the mailbox of the office whose certificate lies in the folder; `Err` with the code where
/// the relay refuses, or with what went wrong on the way.
pub(crate) fn open_mailbox(url: &str, ca: &Path, cert: &Path, key: &Path) -> Result<(), String> {
    let read = |path: &Path| std::fs::read_to_string(path).expect("a PEM file");
    let client = mock_server::client::Client::new(url, &read(ca), &read(cert), &read(key)).expect("a client");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    match runtime.block_on(client.inbox(None)) {
        Ok(_) => Ok(()),
        Err(mock_server::client::ClientError::Refused(problem)) => Err(problem.code),
        Err(problem) => Err(problem.to_string()),
    }
}

/// Certificate and key of an office in a folder of certificates.
pub(crate) fn identity(clients: &Path, number: &str) -> (PathBuf, PathBuf) {
    (clients.join(number).join("cert.pem"), clients.join(number).join("key.pem"))
}
