//! A software under test that is a program: requests on its standard input, answers on its standard
//! output, one JSON document a line. Standard error is for people; its end is told with a failure.

use std::process::{ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use careplan::text::Message;
#[cfg(windows)]
use process_wrap::std::JobObject;
#[cfg(unix)]
use process_wrap::std::ProcessGroup;
use process_wrap::std::{ChildWrapper, CommandWrap};

use super::config::Command;
use super::lines::{Cut, Tail, reader, writer};
use super::{Adapter, Session, Stopped};
use crate::shown::{io_reason, name_of_bytes, visible};
use crate::suite::protocol::{Answer, Ask, Reply, Request, SCHEMA};

/// How long a process may take to end after its input is closed.
const GRACE: Duration = Duration::from_secs(2);

/// How much of what a process said is told.
const TOLD: usize = 600;

/// Starts a program for each session.
#[derive(Clone, Debug)]
pub struct ProcessAdapter {
    /// The program.
    pub command: Command,
    /// Whether a process serves many cases.
    pub stays: bool,
}

impl Adapter for ProcessAdapter {
    fn open(&self) -> Result<Box<dyn Session>, Message> {
        let mut command = CommandWrap::with_new(&self.command.program, |command| {
            command.args(&self.command.args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            if let Some(folder) = &self.command.folder {
                command.current_dir(folder);
            }
        });
        #[cfg(unix)]
        command.wrap(ProcessGroup::leader());
        #[cfg(windows)]
        command.wrap(JobObject);
        let mut child = command.spawn().map_err(|error| {
            let (program, why) = (visible(&self.command.program.to_string_lossy()), io_reason(&error));
            Message::new(
                format!("{program} を起動できません（{}）", why.ja),
                format!("{program} cannot be started ({})", why.en),
            )
        })?;
        let streams = (child.stdin().take(), child.stdout().take(), child.stderr().take());
        let (Some(stdin), Some(stdout), Some(stderr)) = streams else {
            return Err(Message::new("プロセスにつながりません", "the process has no streams"));
        };
        Ok(Box::new(Process {
            child,
            requests: Some(writer(stdin)),
            answers: reader(stdout),
            said: Tail::of(stderr),
            asked: 0,
        }))
    }

    fn stays(&self) -> bool {
        self.stays
    }

    fn kind(&self) -> &'static str {
        "process"
    }
}

struct Process {
    child: Box<dyn ChildWrapper>,
    requests: Option<Sender<Vec<u8>>>,
    answers: Receiver<Result<Vec<u8>, Cut>>,
    said: Tail,
    asked: u64,
}

impl Session for Process {
    fn ask(&mut self, ask: Ask, limit: Duration) -> Result<Reply, Stopped> {
        self.asked += 1;
        let request = Request { schema: SCHEMA.to_owned(), id: self.asked, ask };
        let mut line = serde_json::to_vec(&request).map_err(|error| {
            Stopped::Trouble(Message::new(format!("要求を作れません（{error}）"), format!("no request: {error}")))
        })?;
        line.push(b'\n');
        if let Some(requests) = &self.requests {
            // Where it does not read any more, no answer will come: that is told below.
            let _ = requests.send(line);
        }
        match self.answers.recv_timeout(limit) {
            Ok(Ok(line)) => self.read(&line),
            Ok(Err(Cut::TooLong)) => Err(crashed("答えが長すぎます", "the answer is too long", "")),
            Ok(Err(Cut::Broken(error))) => {
                let why = io_reason(&error);
                Err(crashed(
                    &format!("答えが途切れました（{}）", why.ja),
                    &format!("the answer broke off ({})", why.en),
                    "",
                ))
            }
            Err(RecvTimeoutError::Timeout) => {
                self.end();
                Err(Stopped::TimedOut(limit))
            }
            Err(RecvTimeoutError::Disconnected) => Err(self.ended()),
        }
    }
}

impl Process {
    fn read(&self, line: &[u8]) -> Result<Reply, Stopped> {
        let unreadable = |why: &str| {
            crashed(
                &format!("答えを読めません（{why}）"),
                &format!("the answer cannot be read ({why})"),
                &name_of_bytes(line),
            )
        };
        let answer: Answer = serde_json::from_slice(line).map_err(|error| unreadable(&error.to_string()))?;
        if answer.schema != SCHEMA {
            return Err(unreadable(&format!("schema: {SCHEMA}")));
        }
        if answer.id != self.asked {
            return Err(unreadable(&format!("id: {}", self.asked)));
        }
        Ok(answer.reply)
    }

    /// Its output is closed: how it ended, and what it said last.
    fn ended(&mut self) -> Stopped {
        let status = self.wait(GRACE);
        // Standard error may arrive a moment later than the end.
        thread::sleep(Duration::from_millis(20));
        let how = status.map_or_else(|| "?".to_owned(), |status| status.to_string());
        crashed(
            &format!("答える前に終わりました（{how}）"),
            &format!("it ended before it answered ({how})"),
            &self.said.text(),
        )
    }

    fn wait(&mut self, limit: Duration) -> Option<ExitStatus> {
        let since = Instant::now();
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return Some(status),
                Ok(None) if since.elapsed() < limit => thread::sleep(Duration::from_millis(5)),
                Ok(None) | Err(_) => return None,
            }
        }
    }

    /// Ends it with everything that it started.
    fn end(&mut self) {
        // Both fail only where nothing is left to end.
        let _ = self.child.start_kill();
        let _ = self.child.wait();
    }
}

impl Drop for Process {
    /// Closes its input, lets it end by itself, and ends what is left.
    fn drop(&mut self) {
        self.requests = None;
        self.wait(GRACE);
        self.end();
    }
}

fn crashed(ja: &str, en: &str, said: &str) -> Stopped {
    let mut said: Vec<char> = said.trim().chars().rev().take(TOLD).collect();
    said.reverse();
    let said = visible(&said.into_iter().collect::<String>());
    let behind = |separator: &str| if said.is_empty() { String::new() } else { format!("{separator}{said}") };
    Stopped::Crashed(Message::new(format!("{ja}{}", behind("：")), format!("{en}{}", behind(": "))))
}
