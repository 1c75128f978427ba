//! The form of a send, by itself: whatever the boundaries and parts, and however they come.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{FromRequest, Multipart, Request};
use careplan::oracle::{Verdict, holds, same};
use hyper::body::Frame;

use super::wait;
use crate::exchange::form::{Fields, Form, read};
use crate::limits::Limits;
use crate::refusals::Problem;

/// Limits that small inputs meet.
fn limits() -> Limits {
    Limits { file_bytes: 64, message_bytes: 160, files: 3, file_name_bytes: 80, text_chars: 20, ..Limits::default() }
}

/// The forms that are read: of a message and of a bulk send, of software and of a page.
fn kinds(limits: &Limits) -> [(bool, bool, Fields); 4] {
    let (message, bulk) = (Fields::message(limits), Fields::bulk(limits.files));
    [
        (true, false, message),
        (false, false, bulk),
        (true, true, message.of_page(OTHERS)),
        (false, true, bulk.of_page(OTHERS)),
    ]
}

/// What a page may have of its own.
const OTHERS: &[&str] = &["draft", "do"];

/// The first line is what follows `boundary=` in the media type; the rest is the body.
pub(super) fn judge(bytes: &[u8]) -> Verdict {
    let (boundary, body) = bytes.split_at(bytes.iter().position(|byte| *byte == b'\n').unwrap_or(0));
    let Ok(boundary) = std::str::from_utf8(boundary) else { return Ok(()) };
    let body = body.strip_prefix(b"\n").unwrap_or(body);
    let limits = limits();
    for (is_message, of_page, fields) in kinds(&limits) {
        let whole = given(boundary, body, body.len(), &limits, fields)?;
        // What was read before a refusal is within the limits too.
        if let Some((form, _)) = &whole {
            sound(form, body, &limits, is_message, of_page)?;
        }
        for size in [1, 7, 64] {
            let pieces = given(boundary, body, size, &limits, fields)?;
            // Which of several faults is met first depends on how the body comes.
            same(&format!("in pieces of {size}"), &outcome(&pieces), &outcome(&whole))?;
        }
    }
    Ok(())
}

/// A form, and the refusal that ended it.
type Given = Option<(Form, Option<Problem>)>;

/// What becomes of a body that comes in pieces; `None` where the media type is none.
fn given(boundary: &str, body: &[u8], size: usize, limits: &Limits, fields: Fields) -> Result<Given, String> {
    let pieces = body.chunks(size.max(1)).map(Bytes::copy_from_slice).collect();
    let media_type = format!("multipart/form-data; boundary={boundary}");
    let Ok(request) = Request::post("/").header("content-type", media_type).body(Body::new(Pieces(pieces))) else {
        return Ok(None);
    };
    wait(async {
        match Multipart::from_request(request, &()).await {
            Ok(multipart) => Some(read(multipart, limits, fields).await),
            Err(_) => None,
        }
    })
}

fn outcome(given: &Given) -> Option<Result<String, ()>> {
    given.as_ref().map(|(form, problem)| if problem.is_none() { Ok(format!("{form:?}")) } else { Err(()) })
}

/// A form that is taken is within the limits, and all that it holds stood in the body.
fn sound(form: &Form, body: &[u8], limits: &Limits, is_message: bool, of_page: bool) -> Verdict {
    let stood = |part: &[u8]| part.is_empty() || body.windows(part.len()).any(|window| window == part);
    let all: usize = form.files.iter().map(|file| file.body.len()).sum();
    holds(form.files.len() <= limits.files && all <= limits.message_bytes, || format!("{form:?}"))?;
    for file in &form.files {
        let fits = file.body.len() <= limits.file_bytes && (1..=limits.file_name_bytes).contains(&file.name.len());
        let is_path = file.name.contains(|c: char| c.is_control() || matches!(c, '/' | '\\'));
        holds(fits && !is_path && stood(&file.body), || format!("{file:?}"))?;
    }
    let texts = [(&form.to, usize::MAX), (&form.text, limits.text_chars)];
    for (text, most) in texts.into_iter().filter_map(|(text, most)| Some((text.as_ref()?, most))) {
        // What a page holds is given back as it was typed, and judged when it is sent.
        let fits = of_page || text.chars().count() <= most && stood(text.as_bytes());
        holds(fits, || format!("{text:?}"))?;
    }
    holds(of_page || form.others.is_empty(), || format!("{:?}", form.others))?;
    holds(is_message || form.to.is_none(), || "a bulk send with a destination".to_owned())
}

/// A body that comes piece by piece.
struct Pieces(VecDeque<Bytes>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(piece))))
    }
}
