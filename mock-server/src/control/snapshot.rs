//! The whole environment as one file, and back.

use std::fs::File;
use std::io::Write;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Json;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use hyper::body::Frame;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::given::is;
use crate::refusals::{BODY_TOO_LARGE, NOT_JSON, Problem, SNAPSHOT_SPOILT, STORE_FAILED};
use crate::state::AppState;
use crate::store::StoreError;

/// Bytes of a piece; a few of them are on their way at the same time.
const PIECE: usize = 64 << 10;
/// Bytes of a file that is given back.
const MOST: u64 = 8 << 30;
/// The media type: a line of JSON for each row.
const NDJSON: &str = "application/x-ndjson";

/// `GET snapshot`: as the tables are at this moment. When it breaks off, the last line is missing,
/// and the file is of no use.
pub(super) async fn save(State(state): State<AppState>) -> impl IntoResponse {
    let (pieces, queue) = mpsc::channel(4);
    let store = state.store().clone();
    tokio::spawn(async move {
        let failed = pieces.clone();
        let saved = store.read(move |db| {
            let mut waiting = Vec::with_capacity(PIECE);
            let give = |bytes: Vec<u8>| {
                // Nobody listens any more: there is nothing more to read.
                pieces.blocking_send(Ok(Bytes::from(bytes))).map_err(|_| StoreError::Closed)
            };
            crate::store::snapshot::save(db, crate::state::NEVER_SAVED, &mut |line| {
                waiting.extend_from_slice(line);
                if waiting.len() < PIECE { Ok(()) } else { give(std::mem::take(&mut waiting)) }
            })?;
            give(waiting)
        });
        if let Err(problem) = saved.await {
            tracing::warn!(%problem, "a snapshot broke off");
            drop(failed.send(Err(problem)).await);
        }
    });
    let name = "attachment; filename=\"renkei-snapshot.ndjson\"";
    ([(CONTENT_TYPE, NDJSON), (CONTENT_DISPOSITION, name)], Body::new(Pieces(queue)))
}

struct Pieces(mpsc::Receiver<Result<Bytes, StoreError>>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = StoreError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, StoreError>>> {
        self.0.poll_recv(cx).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// `PUT snapshot`: everything is checked first; then all tables are replaced at once, or none.
pub(super) async fn restore(State(state): State<AppState>, request: Request) -> Result<Json<Value>, Problem> {
    if !is(request.headers(), &[NDJSON, "application/json"]) {
        return Err(Problem::from(&NOT_JSON));
    }
    let file = spool(request.into_body()).await?;
    state.restore(file).await.map_err(|problem| match problem {
        StoreError::Full | StoreError::Closed => Problem::from(problem),
        other => {
            tracing::info!(problem = %other, "a snapshot was not restored");
            Problem::from(&SNAPSHOT_SPOILT)
        }
    })?;
    tracing::info!("restored");
    Ok(Json(json!({ "restored": true })))
}

/// The body in a file without a name: it may be larger than the memory.
async fn spool(body: Body) -> Result<File, Problem> {
    let failed = |problem: std::io::Error| {
        tracing::warn!(%problem, "no room for a snapshot");
        Problem::from(&STORE_FAILED)
    };
    let mut file = tempfile::tempfile().map_err(failed)?;
    let (mut body, mut size) = (Box::pin(body), 0);
    while let Some(frame) = std::future::poll_fn(|cx| body.as_mut().poll_frame(cx)).await {
        let Ok(data) = frame.map_err(|_| &SNAPSHOT_SPOILT)?.into_data() else { continue };
        size += data.len() as u64;
        if size > MOST {
            return Err(Problem::from(&BODY_TOO_LARGE));
        }
        let written = tokio::task::spawn_blocking(move || file.write_all(&data).map(|()| file)).await;
        file = written.map_err(|_| &STORE_FAILED)?.map_err(failed)?;
    }
    Ok(file)
}
