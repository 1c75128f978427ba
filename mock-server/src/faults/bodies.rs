//! Bodies that come slowly, or not to their end.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Error;
use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

/// How often a slow body lets something pass.
const STEP: Duration = Duration::from_millis(50);
/// Time that what was given before a cut has to reach the other side.
const PAUSE: Duration = Duration::from_millis(20);

/// A body that passes so many bytes a second.
pub(super) struct Slow {
    body: Pin<Box<Body>>,
    /// Bytes of one step.
    portion: usize,
    waiting: Bytes,
    pause: Pin<Box<Sleep>>,
}

impl Slow {
    pub(super) fn new(body: Body, bytes_per_second: i64) -> Self {
        let portion = usize::try_from(bytes_per_second / 20).unwrap_or(usize::MAX).max(1);
        Self { body: Box::pin(body), portion, waiting: Bytes::new(), pause: Box::pin(sleep(Duration::ZERO)) }
    }
}

impl HttpBody for Slow {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let this = self.get_mut();
        while this.waiting.is_empty() {
            match ready!(this.body.as_mut().poll_frame(cx)) {
                None => return Poll::Ready(None),
                Some(Err(problem)) => return Poll::Ready(Some(Err(problem))),
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => this.waiting = data,
                    Err(other) => return Poll::Ready(Some(Ok(other))),
                },
            }
        }
        ready!(this.pause.as_mut().poll(cx));
        this.pause = Box::pin(sleep(STEP));
        let portion = this.waiting.split_to(this.portion.min(this.waiting.len()));
        Poll::Ready(Some(Ok(Frame::data(portion))))
    }

    fn size_hint(&self) -> SizeHint {
        match self.body.size_hint().exact() {
            Some(rest) => SizeHint::with_exact(rest.saturating_add(self.waiting.len() as u64)),
            None => SizeHint::new(),
        }
    }
}

/// A body that says it is whole and breaks off.
pub(super) struct Cut {
    first: Bytes,
    /// Bytes that are promised and never come.
    missing: u64,
    pause: Pin<Box<Sleep>>,
}

impl Cut {
    /// Gives so much of the body, in percent.
    pub(super) fn new(mut whole: Bytes, percent: i64) -> Self {
        let given = whole.len().saturating_mul(usize::try_from(percent).unwrap_or(0)) / 100;
        let missing = whole.split_off(given.min(whole.len())).len() as u64;
        Self { first: whole, missing, pause: Box::pin(sleep(PAUSE)) }
    }
}

impl HttpBody for Cut {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if !self.first.is_empty() {
            let first = std::mem::take(&mut self.first);
            return Poll::Ready(Some(Ok(Frame::data(first))));
        }
        // Meanwhile the server passes on what it has.
        ready!(self.pause.as_mut().poll(cx));
        Poll::Ready(Some(Err(Error::new("cut on purpose"))))
    }

    fn is_end_stream(&self) -> bool {
        false
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact((self.first.len() as u64).saturating_add(self.missing).max(1))
    }
}

/// Reads so many bytes of a body and leaves the rest.
pub(super) async fn read_some(body: Body, most: i64) {
    let mut body = Box::pin(body);
    let mut left = usize::try_from(most).unwrap_or(0);
    while left > 0 {
        match std::future::poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
            Some(Ok(frame)) => left = left.saturating_sub(frame.data_ref().map_or(0, Bytes::len)),
            Some(Err(_)) | None => return,
        }
    }
}
