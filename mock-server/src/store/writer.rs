//! The one thread that writes. What queues up while a commit is under way goes into the next.

use std::thread::{self, JoinHandle};

use tokio::sync::{mpsc, oneshot};

use super::StoreError;
use super::db::{Db, Place};
use super::tx::Tx;

/// Jobs that wait; senders beyond that wait themselves.
const QUEUE: usize = 256;
/// Jobs in one commit at most, so that the first of them is not kept waiting.
const TOGETHER: usize = 64;

/// Something to be written. It may be performed more than once, and counts only when committed.
trait Work: Send {
    fn perform(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError>;
    /// Tells the one who asked; who no longer listens has hung up, and what is stored stays.
    fn tell(self: Box<Self>, committed: Result<(), StoreError>);
}

struct Job<F, T> {
    work: F,
    done: Option<T>,
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<F, T> Work for Job<F, T>
where
    F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send,
    T: Send,
{
    fn perform(&mut self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        self.done = Some((self.work)(tx)?);
        Ok(())
    }

    fn tell(self: Box<Self>, committed: Result<(), StoreError>) {
        let Self { done, answer, .. } = *self;
        let told = committed.and_then(|()| done.ok_or(StoreError::Closed));
        drop(answer.send(told));
    }
}

/// The writing thread; it ends when this is dropped, after what is queued.
#[derive(Debug)]
pub(super) struct Writer {
    /// `None` only while being dropped.
    jobs: Option<mpsc::Sender<Box<dyn Work>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Opens the tables and starts the thread.
    pub(super) fn start(place: &Place) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel(QUEUE);
        let (opened, told) = std::sync::mpsc::sync_channel(1);
        let place = place.clone();
        // The connection is opened by its thread: a client of PostgreSQL blocks.
        let thread = thread::Builder::new().name("relay-store".to_owned()).spawn(move || match place.open() {
            Ok(db) => {
                drop(opened.send(Ok(())));
                run(db, &place, queue);
            }
            Err(problem) => drop(opened.send(Err(problem))),
        });
        let thread = thread.map_err(|_| StoreError::Closed)?;
        told.recv().map_err(|_| StoreError::Closed)??;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Performs the work in a transaction that excludes all others, together with what else is
    /// waiting; returns after the commit. If the commit fails, the work may be performed again,
    /// alone: it must not change anything but through its transaction.
    pub(super) async fn write<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        self.queue(work).await?.await.map_err(|_| StoreError::Closed)?
    }

    /// Performs the work in its turn, as [`write`](Self::write) does; returns as soon as it is queued.
    pub(super) async fn later<F>(&self, work: F) -> Result<(), StoreError>
    where
        F: FnMut(&mut Tx<'_>) -> Result<(), StoreError> + Send + 'static,
    {
        self.queue(work).await.map(drop)
    }

    async fn queue<T, F>(&self, work: F) -> Result<oneshot::Receiver<Result<T, StoreError>>, StoreError>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    {
        let (answer, told) = oneshot::channel();
        let jobs = self.jobs.as_ref().ok_or(StoreError::Closed)?;
        jobs.send(Box::new(Job { work, done: None, answer })).await.map_err(|_| StoreError::Closed)?;
        Ok(told)
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

fn run(mut db: Db, place: &Place, mut queue: mpsc::Receiver<Box<dyn Work>>) {
    while let Some(first) = queue.blocking_recv() {
        let mut jobs = vec![first];
        while jobs.len() < TOGETHER {
            match queue.try_recv() {
                Ok(job) => jobs.push(job),
                Err(_) => break,
            }
        }
        if db.is_closed() {
            match place.open() {
                Ok(again) => db = again,
                Err(problem) => tracing::error!(%problem, "the database cannot be reached"),
            }
        }
        commit(&mut db, jobs);
    }
}

/// All in one commit; if that fails, each in its own, so that one cannot spoil another.
fn commit(db: &mut Db, mut jobs: Vec<Box<dyn Work>>) {
    match together(db, &mut jobs) {
        Ok(()) => jobs.into_iter().for_each(|job| job.tell(Ok(()))),
        Err(_) if jobs.len() > 1 => jobs.into_iter().for_each(|job| commit(db, vec![job])),
        Err(problem) => {
            tracing::warn!(%problem, "nothing stored");
            // There is one job at most.
            if let Some(job) = jobs.into_iter().next() {
                job.tell(Err(problem));
            }
        }
    }
}

fn together(db: &mut Db, jobs: &mut [Box<dyn Work>]) -> Result<(), StoreError> {
    db.exclusive(|db| {
        let mut tx = Tx::new(db);
        jobs.iter_mut().try_for_each(|job| job.perform(&mut tx))
    })
}
