//! Problem documents, read and written, and whatever else an office gets for an answer.

use axum::http::Response;
use axum::response::IntoResponse;
use careplan::oracle::{Verdict, holds, round_trip, same};
use careplan::text::Lang;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::wait;
use crate::client::{ClientError, answered};
use crate::refusals::{Problem, REFUSALS};
use crate::wire::{BulkAnswer, DraftPage, Letter, Login, Page, ProblemDocument, SessionBegun};

/// The media type of a problem document.
const MEDIA_TYPE: &str = "application/problem+json";

/// The first byte chooses a status, the second a refusal; the rest is what an answer holds.
pub(super) fn judge(bytes: &[u8]) -> Verdict {
    let [status, refusal, body @ ..] = bytes else { return Ok(()) };
    documents(body)?;
    let refusal = REFUSALS.get(usize::from(*refusal) % REFUSALS.len().max(1)).copied();
    if let Some(refusal) = refusal {
        written(&Problem::about_file(refusal, &String::from_utf8_lossy(body)))?;
    }
    let status = 200 + u16::from(*status) * 3;
    for media_type in [MEDIA_TYPE, "text/html", &String::from_utf8_lossy(body)] {
        received(status.min(599), media_type, body)?;
    }
    Ok(())
}

/// Whatever is read as a document comes back from its JSON as it was.
fn documents(json: &[u8]) -> Verdict {
    document::<ProblemDocument>(json)?;
    document::<Page>(json)?;
    document::<Letter>(json)?;
    document::<DraftPage>(json)?;
    document::<BulkAnswer>(json)?;
    document::<Login>(json)?;
    document::<SessionBegun>(json)
}

fn document<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(json: &[u8]) -> Verdict {
    round_trip(json, |json| serde_json::from_slice::<T>(json).ok(), |value| serde_json::to_vec(value).ok())
}

/// What the relay says is what its client reads.
fn written(problem: &Problem) -> Verdict {
    let response = problem.clone().into_response();
    let (status, document) = (response.status().as_u16(), problem.document(Lang::Ja));
    let body = wait(axum::body::to_bytes(response.into_body(), usize::MAX))?.map_err(|error| error.to_string())?;
    same("document", &serde_json::from_slice(&body).ok().as_ref(), &Some(&document))?;
    match received(status, MEDIA_TYPE, &body)? {
        Some(ClientError::Refused(read)) => same("as the client reads it", &*read, &document),
        other => Err(format!("{other:?} of {document:?}")),
    }
}

/// What a client makes of an answer: an error that can be told and weighed, or nothing to object to.
fn received(status: u16, media_type: &str, body: &[u8]) -> Result<Option<ClientError>, String> {
    let response = Response::builder().status(status).header("content-type", media_type);
    let Ok(response) = response.header("retry-after", media_type).body(body.to_vec()) else { return Ok(None) };
    let error = wait(answered(response.into()))?.err().map(|failure| failure.error);
    if let Some(error) = &error {
        // A refusal may speak for itself; everything else is told in words of our own.
        let is_told = !error.to_string().is_empty();
        holds(is_told, || format!("{error:?} says nothing"))?;
        let refused = matches!(error, ClientError::Refused(_));
        holds(refused || error.about_content().is_none(), || format!("{error:?} is about the content"))?;
        holds(!error.is_passing() || error.about_content().is_none(), || format!("{error:?} passes"))?;
    }
    same("an error", &error.is_none(), &(200..300).contains(&status))?;
    Ok(error)
}
