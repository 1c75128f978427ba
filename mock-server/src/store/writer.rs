//! The one thread that writes. What queues up while a commit is under way goes into the next.

use std::thread::{self, JoinHandle};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::{Accepted, Outcome, StoreError, accept, offices};
use crate::offices::Office;

/// Jobs that wait; senders beyond that wait themselves.
const QUEUE: usize = 64;
/// Jobs in one commit at most, so that the first of them is not kept waiting.
const TOGETHER: usize = 32;

type Answer<T> = oneshot::Sender<Result<T, StoreError>>;

enum Job {
    Accept(Box<Accepted>, Answer<Outcome>),
    Register(Office, Answer<()>),
}

/// What a job gave, not yet told: it counts only once it is committed.
enum Done {
    Accepted(Outcome),
    Registered,
}

/// The writing thread; it ends when this is dropped, after what is queued.
#[derive(Debug)]
pub(super) struct Writer {
    /// `None` only while being dropped.
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(db: Connection) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let thread = thread::Builder::new()
            .name("relay-store".to_owned())
            .spawn(move || run(db, queue))
            .map_err(|_| StoreError::Closed)?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) async fn accept(&self, message: Accepted) -> Result<Outcome, StoreError> {
        let (answer, told) = oneshot::channel();
        self.give(Job::Accept(Box::new(message), answer)).await?;
        told.await.map_err(|_| StoreError::Closed)?
    }

    pub(super) async fn register(&self, office: Office) -> Result<(), StoreError> {
        let (answer, told) = oneshot::channel();
        self.give(Job::Register(office, answer)).await?;
        told.await.map_err(|_| StoreError::Closed)?
    }

    async fn give(&self, job: Job) -> Result<(), StoreError> {
        let jobs = self.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(job).await.map_err(|_| StoreError::Closed)
    }
}

impl Drop for Writer {
    /// Waits for the thread, so that the file is closed when the store is gone.
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing more to write.
            let _ended = thread.join();
        }
    }
}

fn run(mut db: Connection, mut queue: mpsc::Receiver<Job>) {
    while let Some(first) = queue.blocking_recv() {
        let mut jobs = vec![first];
        while jobs.len() < TOGETHER {
            match queue.try_recv() {
                Ok(job) => jobs.push(job),
                Err(_) => break,
            }
        }
        commit(&mut db, jobs);
    }
}

/// All in one commit; if that fails, each in its own, so that one cannot spoil another.
fn commit(db: &mut Connection, jobs: Vec<Job>) {
    match together(db, &jobs) {
        Ok(done) => jobs.into_iter().zip(done).for_each(|(job, done)| tell(job, Ok(done))),
        Err(_) if jobs.len() > 1 => jobs.into_iter().for_each(|job| commit(db, vec![job])),
        Err(problem) => {
            tracing::warn!(%problem, "nothing stored");
            // There is one job at most.
            if let Some(job) = jobs.into_iter().next() {
                tell(job, Err(problem));
            }
        }
    }
}

fn together(db: &mut Connection, jobs: &[Job]) -> Result<Vec<Done>, StoreError> {
    let change = db.transaction()?;
    let done = jobs.iter().map(|job| perform(&change, job)).collect::<Result<_, _>>()?;
    change.commit()?;
    Ok(done)
}

fn perform(db: &Connection, job: &Job) -> Result<Done, StoreError> {
    match job {
        Job::Accept(message, _) => accept::accept(db, message).map(Done::Accepted),
        Job::Register(office, _) => offices::register(db, office).map(|()| Done::Registered),
    }
}

/// Answers; who no longer listens has hung up, and what is stored stays stored.
fn tell(job: Job, done: Result<Done, StoreError>) {
    match (job, done) {
        (Job::Accept(_, answer), Ok(Done::Accepted(outcome))) => drop(answer.send(Ok(outcome))),
        (Job::Register(_, answer), Ok(Done::Registered)) => drop(answer.send(Ok(()))),
        (Job::Accept(_, answer), Err(problem)) => drop(answer.send(Err(problem))),
        (Job::Register(_, answer), Err(problem)) => drop(answer.send(Err(problem))),
        // `perform` gives each job its own kind; dropping the answer tells `Closed`.
        (Job::Accept(..), Ok(Done::Registered)) | (Job::Register(..), Ok(Done::Accepted(_))) => {}
    }
}
