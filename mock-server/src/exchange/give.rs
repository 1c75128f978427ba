//! Giving out a file: whole, from a place on (`Range: bytes=N-`), or not at all where the one who
//! asks has it (`If-None-Match`). Large files go piece by piece.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::{Body, HttpBody};
use axum::http::header::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE,
    RANGE,
};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use hyper::body::{Frame, SizeHint};
use tokio::sync::mpsc;

use super::check::media_type;
use super::disposition::disposition;
use crate::refusals::{NOT_FOUND, Problem, RANGE_BEYOND};
use crate::state::AppState;
use crate::store::pieces::{self, Found};
use crate::store::{Db, Store, StoreError};

/// What a request asks for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    is_head: bool,
    have: Option<String>,
    from: Option<u64>,
    only_of: Option<String>,
}

/// What it is given.
#[derive(Debug)]
pub(super) struct Given {
    found: Found,
    what: What,
}

#[derive(Debug)]
enum What {
    /// The bytes from this place on, of which these are the first.
    Bytes(u64, Bytes),
    /// The headers only.
    Head,
    /// Nothing: it has the file.
    Same,
    /// Nothing: the file ends before.
    Beyond,
}

impl Asked {
    pub(super) fn of(method: &Method, headers: &HeaderMap) -> Self {
        let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        Self {
            is_head: method == Method::HEAD,
            have: text(IF_NONE_MATCH),
            // Other forms of ranges are answered with the whole file, as RFC 9110 14.2 allows.
            from: text(RANGE).and_then(|range| range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok()),
            only_of: text(IF_RANGE),
        }
    }

    /// From which place on bytes are to be given, or why none are.
    fn judge(&self, found: &Found) -> Result<u64, What> {
        let tag = tag(&found.sha256);
        let is_it = |one: &str| one == "*" || one.trim_start_matches("W/") == tag;
        let has = |list: &str| list.split(',').any(|one| is_it(one.trim()));
        if self.have.as_deref().is_some_and(has) {
            return Err(What::Same);
        }
        if self.is_head {
            return Err(What::Head);
        }
        match self.from.filter(|_| self.only_of.as_ref().is_none_or(|only| *only == tag)) {
            None | Some(0) => Ok(0),
            Some(from) if from < found.size => Ok(from),
            Some(_) => Err(What::Beyond),
        }
    }
}

/// Finds a file and the first of the bytes that are asked for.
pub(super) async fn find(
    state: &AppState,
    asked: Asked,
    find: impl FnOnce(&mut Db) -> Result<Option<Found>, StoreError> + Send + 'static,
) -> Result<Given, Problem> {
    let given = state.store().read(move |db| {
        let Some(found) = find(db)? else { return Ok(None) };
        let what = match asked.judge(&found) {
            Err(what) => what,
            Ok(from) => match pieces::piece(db, found.at, from)? {
                Some(bytes) => What::Bytes(from, bytes.into()),
                None => return Ok(None),
            },
        };
        Ok(Some(Given { found, what }))
    });
    given.await?.ok_or_else(|| Problem::from(&NOT_FOUND))
}

impl Given {
    /// The place from which bytes are given; `None` if none are.
    pub(super) const fn from(&self) -> Option<u64> {
        match &self.what {
            What::Bytes(from, _) => Some(*from),
            What::Head | What::Same | What::Beyond => None,
        }
    }

    /// Whether this is the first that the receiver gets of the message.
    pub(super) const fn is_first(&self) -> bool {
        self.found.is_first
    }

    pub(super) fn response(self, state: &AppState) -> Result<Response, Problem> {
        let Self { found, what } = self;
        let tag = (ETAG, tag(&found.sha256));
        let size = found.size;
        let headers = [
            tag.clone(),
            (CONTENT_TYPE, media_type(found.slot, &found.name).to_owned()),
            (CONTENT_DISPOSITION, disposition(&found.name)),
            (ACCEPT_RANGES, "bytes".to_owned()),
        ];
        match what {
            What::Same => Ok((StatusCode::NOT_MODIFIED, [tag]).into_response()),
            What::Beyond => Err(Problem::new(
                &RANGE_BEYOND,
                format!("{}大きさは {size} バイトです。", RANGE_BEYOND.title.ja),
                format!("{} It has {size} bytes.", RANGE_BEYOND.title.en),
            )),
            What::Head => Ok((headers, [(CONTENT_LENGTH, size.to_string())]).into_response()),
            What::Bytes(0, first) => Ok((headers, body(state, &found, 0, first)).into_response()),
            What::Bytes(from, first) => {
                let range = [(CONTENT_RANGE, format!("bytes {from}-{}/{size}", size.saturating_sub(1)))];
                Ok((StatusCode::PARTIAL_CONTENT, headers, range, body(state, &found, from, first)).into_response())
            }
        }
    }
}

fn tag(sha256: &str) -> String {
    format!("\"{sha256}\"")
}

/// The bytes from a place on, of which the first are at hand.
fn body(state: &AppState, found: &Found, from: u64, first: Bytes) -> Body {
    let left = found.size.saturating_sub(from);
    if first.len() as u64 == left {
        return Body::from(first);
    }
    // One piece waits while another is being sent.
    let (pieces, queue) = mpsc::channel(1);
    tokio::spawn(read_on(state.store().clone(), found.at, from, found.size, first, pieces));
    Body::new(Pieces { queue, left })
}

/// Reads piece after piece until the end, or until nobody takes them any more.
async fn read_on(
    store: Store,
    at: pieces::At,
    mut from: u64,
    size: u64,
    first: Bytes,
    queue: mpsc::Sender<Result<Bytes, StoreError>>,
) {
    let mut piece = Ok(first);
    loop {
        let len = piece.as_ref().map_or(0, Bytes::len) as u64;
        from = from.saturating_add(len);
        let is_last = len == 0 || from >= size;
        if queue.send(piece).await.is_err() || is_last {
            return;
        }
        let next = store.read(move |db| pieces::piece(db, at, from)).await;
        // Removed meanwhile: the connection is cut, and the receiver sees that bytes are missing.
        piece = next.and_then(|bytes| bytes.map(Bytes::from).ok_or(StoreError::Closed));
    }
}

/// A body of known length, of which the pieces come one by one.
#[derive(Debug)]
struct Pieces {
    queue: mpsc::Receiver<Result<Bytes, StoreError>>,
    left: u64,
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = StoreError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, StoreError>>> {
        let piece = ready!(self.queue.poll_recv(context));
        Poll::Ready(match piece {
            Some(Ok(bytes)) => {
                self.left = self.left.saturating_sub(bytes.len() as u64);
                Some(Ok(Frame::data(bytes)))
            }
            Some(Err(problem)) => Some(Err(problem)),
            None if self.left > 0 => Some(Err(StoreError::Closed)),
            None => None,
        })
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
