//! One case after another through one session.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use careplan::set::DELETIONS;
use careplan::text::Message;
use tempfile::TempDir;

use super::Done;
use super::doctor::{Ready, Unready, open};
use super::trace::Trace;
use crate::mutation::File;
use crate::shown::io_reason;
use crate::suite::adapter::{Adapter, Session, Stopped};
use crate::suite::case::{Case, Step, Taking, Task};
use crate::suite::judge::{Given, Judged, Wanted, seen, taken, written};
use crate::suite::meaning::{Content, Model};
use crate::suite::protocol::{Ask, Export, Import, Reply};
use crate::suite::verdict::Verdict;

/// Runs cases; keeps its session where the adapter stays.
pub(super) struct Worker<'a> {
    adapter: &'a dyn Adapter,
    ready: &'a Ready,
    limit: Duration,
    trace: &'a dyn Trace,
    session: Option<Box<dyn Session>>,
    folders: TempDir,
}

/// What a case leaves from step to step.
#[derive(Default)]
struct State {
    model: Model,
    wrote: Vec<File>,
}

impl<'a> Worker<'a> {
    pub(super) fn new(
        adapter: &'a dyn Adapter,
        ready: &'a Ready,
        limit: Duration,
        trace: &'a dyn Trace,
    ) -> Result<Self, Unready> {
        let mut folders =
            tempfile::Builder::new().prefix("renkei-suite-").tempdir().map_err(|error| Unready::io(&error))?;
        folders.disable_cleanup(trace.keeps());
        Ok(Self { adapter, ready, limit, trace, session: None, folders })
    }

    /// Runs a case: its judgement, how long it took, and what it wrote.
    pub(super) fn run(&mut self, case: &Case) -> Done {
        let (since, mut state) = (Instant::now(), State::default());
        let judged = self.judge(case, &mut state).unwrap_or_else(|judged| judged);
        Done { judged, time: since.elapsed(), wrote: state.wrote }
    }

    fn judge(&mut self, case: &Case, state: &mut State) -> Result<Judged, Judged> {
        let mut folder = tempfile::Builder::new()
            .prefix("case-")
            .tempdir_in(self.folders.path())
            .map_err(|error| trouble(&error))?;
        folder.disable_cleanup(self.trace.keeps());
        self.trace.case(&case.id, folder.path());
        if self.session.is_none() {
            self.session = Some(open(self.adapter, self.limit).map_err(|unready| unjudged(unready.0))?.0);
        }
        if let Some(session) = &mut self.session {
            session.begin(case);
        }
        let judged = self.steps(case, folder.path(), state);
        if !self.adapter.stays() {
            self.session = None;
        }
        judged
    }

    fn steps(&mut self, case: &Case, folder: &Path, state: &mut State) -> Result<Judged, Judged> {
        match self.ask(Ask::Reset)? {
            Reply::Reset => {}
            // A new process holds nothing.
            Reply::NotImplemented { .. } if !self.adapter.stays() => {}
            Reply::NotImplemented { reason } => return Ok(not_implemented(&reason)),
            other => return Ok(self.unexpected("reset", &other)),
        }
        let mut whole = Judged::pass();
        for (at, step) in case.steps.iter().enumerate() {
            let judged = self.step(step, &folder.join(format!("{}", at + 1)), state)?;
            match judged.verdict {
                // How much was seen is told of what passes too.
                Verdict::Pass if whole.verdict == Verdict::Pass => whole.notes.extend(judged.notes),
                Verdict::Pass => {}
                // What cannot be seen does not keep the next step from being judged.
                Verdict::NotTestable => whole = judged,
                _ => return Ok(judged),
            }
        }
        Ok(whole)
    }

    fn step(&mut self, step: &Step, folder: &Path, state: &mut State) -> Result<Judged, Judged> {
        fs::create_dir(folder).map_err(|error| trouble(&error))?;
        match &step.task {
            Task::Import { files, taking } => self.import(step, files, *taking, folder, &mut state.model),
            Task::TakeBack => {
                let files = std::mem::take(&mut state.wrote);
                self.import(step, &files, taking_back(&files), folder, &mut state.model)
            }
            Task::Export { unit, kinds, scenario, free } => {
                let held = || state.model.must.only(kinds);
                let content: Content =
                    scenario.as_ref().and_then(|it| it.units.first()).map_or_else(held, |unit| unit.content.clone());
                let ask = Export {
                    role: step.role,
                    folder: folder.to_owned(),
                    unit: unit.into(),
                    kinds: kinds.clone(),
                    scenario: scenario.clone(),
                };
                match self.ask(Ask::Export(ask))? {
                    Reply::Export(answer) => {
                        let wanted = Wanted { unit, content: &content, free, scope: &self.ready.scope };
                        let (judged, files) = written(&wanted, folder, &answer.files);
                        state.wrote = files;
                        Ok(judged)
                    }
                    Reply::NotImplemented { reason } => Ok(not_implemented(&reason)),
                    Reply::NotTestable { reason } => Ok(not_testable(reason)),
                    Reply::Failed { reason } => Ok(Judged { verdict: Verdict::Fail, notes: vec![reason] }),
                    other => Ok(self.unexpected("export", &other)),
                }
            }
        }
    }

    fn import(
        &mut self,
        step: &Step,
        files: &[File],
        taking: Taking,
        folder: &Path,
        model: &mut Model,
    ) -> Result<Judged, Judged> {
        for file in files {
            fs::write(folder.join(&file.name), &file.bytes).map_err(|error| trouble(&error))?;
        }
        let names = files.iter().map(|file| file.name.clone()).collect();
        let ask = Import { role: step.role, folder: PathBuf::from(folder), files: names };
        match self.ask(Ask::Import(ask))? {
            Reply::Import(answer) => Ok(taken(&Given { files, taking, scope: &self.ready.scope }, &answer, model)),
            Reply::Seen(answer) => Ok(seen(&Given { files, taking, scope: &self.ready.scope }, &answer, model)),
            Reply::NotImplemented { reason } => Ok(not_implemented(&reason)),
            Reply::NotTestable { reason } => Ok(not_testable(reason)),
            other => Ok(self.unexpected("import", &other)),
        }
    }

    /// Asks; where no answer comes, the session is given up and the case is decided.
    fn ask(&mut self, ask: Ask) -> Result<Reply, Judged> {
        let Some(session) = &mut self.session else {
            return Err(unjudged(Message::new("セッションがありません", "there is no session")));
        };
        self.trace.asked(&ask);
        let answer = session.ask(ask, self.limit);
        self.trace.answered(&answer);
        match answer {
            Ok(Reply::Error { message }) => {
                let message = crate::shown::visible(&message);
                Err(unjudged(Message::new(
                    format!("アダプターが失敗しました：{message}"),
                    format!("the adapter failed: {message}"),
                )))
            }
            Ok(reply) => Ok(reply),
            Err(stopped) => {
                self.session = None;
                Err(match stopped {
                    Stopped::Crashed(message) => Judged { verdict: Verdict::Crash, notes: vec![message] },
                    Stopped::Trouble(message) => unjudged(message),
                    Stopped::TimedOut(limit) => {
                        let seconds = limit.as_secs();
                        let message = Message::new(
                            format!("{seconds} 秒待っても答えがありませんでした"),
                            format!("no answer within {seconds} s"),
                        );
                        Judged { verdict: Verdict::TimeOut, notes: vec![message] }
                    }
                })
            }
        }
    }

    /// An answer to something else: the session is out of step, so it is given up.
    fn unexpected(&mut self, asked: &str, reply: &Reply) -> Judged {
        self.session = None;
        let word = reply.word();
        Judged::because(
            Verdict::Crash,
            format!("{asked} に対して {word} と答えました"),
            format!("{asked} was answered with {word}"),
        )
    }
}

/// What is written must be taken back; a deletion of what is not held may be refused, as anywhere.
fn taking_back(files: &[File]) -> Taking {
    let deletes = |file: &File| DELETIONS.iter().any(|row| Some(row.deletion) == file.kind());
    if files.iter().all(deletes) { Taking::WholeOrNothing } else { Taking::Whole }
}

fn not_implemented(reason: &str) -> Judged {
    let reason = crate::shown::visible(reason);
    Judged::because(Verdict::NotImplemented, reason.clone(), reason)
}

fn not_testable(reason: Message) -> Judged {
    Judged { verdict: Verdict::NotTestable, notes: vec![reason] }
}

fn unjudged(message: Message) -> Judged {
    Judged { verdict: Verdict::CouldNotJudge, notes: vec![message] }
}

fn trouble(error: &io::Error) -> Judged {
    let why = io_reason(error);
    unjudged(Message::new(
        format!("作業フォルダーを使えません（{}）", why.ja),
        format!("the working folder cannot be used ({})", why.en),
    ))
}
