//! What a request to the control brings: JSON of a bounded size, and nothing that is not known.

use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;

use crate::refusals::{BAD_JSON, BAD_VALUE, BODY_TOO_LARGE, NOT_JSON, Problem};

/// Bytes of a body.
const MOST: usize = 64 << 10;

/// A body of JSON. Browsers do not send one to another site without asking first.
#[derive(Debug)]
pub(super) struct Given<T>(pub(super) T);

impl<S: Sync, T: DeserializeOwned> FromRequest<S> for Given<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        if !is(request.headers(), &["application/json"]) {
            return Err(Problem::from(&NOT_JSON));
        }
        let body: Bytes = to_bytes(request.into_body(), MOST).await.map_err(|_| &BODY_TOO_LARGE)?;
        let bad = |problem: serde_json::Error| {
            let place = format!("{}:{}", problem.line(), problem.column());
            Problem::new(&BAD_JSON, format!("{place}：{}", BAD_JSON.title.ja), format!("{place}: {problem}"))
        };
        serde_json::from_slice(&body).map(Self).map_err(bad)
    }
}

/// Whether the body is of one of these media types.
pub(super) fn is(headers: &HeaderMap, wanted: &[&str]) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let essence = given.unwrap_or_default().split(';').next().unwrap_or_default().trim();
    wanted.iter().any(|wanted| essence.eq_ignore_ascii_case(wanted))
}

/// A value that cannot be used, by the name of its member.
pub(super) fn bad_value(member: &str) -> Problem {
    Problem::new(&BAD_VALUE, format!("{member}：{}", BAD_VALUE.title.ja), format!("{member}: {}", BAD_VALUE.title.en))
}
