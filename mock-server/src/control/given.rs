//! What a request to the control brings: JSON of a bounded size, and nothing that is not known;
//! what its parts mean, and what it is told when they mean nothing.

use axum::body::{Bytes, to_bytes};
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequest, Path, Request};
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::enrolment::{EnrolmentError, check_install_password};
use crate::offices::OfficeNo;
use crate::refusals::{ACCOUNT_EXISTS, BAD_JSON, BAD_QUERY, BAD_VALUE, BODY_TOO_LARGE, NOT_FOUND, NOT_JSON, Problem};
use crate::wire::{Delivery, Secret};

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

/// Nothing need be said; a body of JSON it is all the same, which no page of another site sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

/// 事業所番号 in a path.
pub(super) type Number = Result<Path<String>, PathRejection>;

/// 事業所番号 in a path, read.
pub(super) fn number(path: Number) -> Result<OfficeNo, Problem> {
    let Path(text) = path.map_err(|_| &NOT_FOUND)?;
    text.parse().map_err(|_| bad_value("number"))
}

/// How long a page is to be: at least 1, at most `most`, and that if nothing is said.
pub(super) fn limit(asked: Option<u32>, most: u32) -> Result<u32, Problem> {
    match asked.unwrap_or(most).min(most) {
        0 => Err(Problem::from(&BAD_QUERY)),
        limit => Ok(limit),
    }
}

/// The order for an install file under this password.
pub(super) fn install_file(install_password: Secret) -> Result<Delivery, Problem> {
    check_install_password(&install_password).map_err(|_| bad_value("password"))?;
    Ok(Delivery::Pkcs12 { install_password })
}

/// What enrolment did not do: an office or an account that is not there is not found.
pub(super) fn refused(problem: EnrolmentError) -> Problem {
    match problem {
        EnrolmentError::Unregistered(_) | EnrolmentError::NoAccount(_) | EnrolmentError::NoDrill(_) => {
            Problem::from(&NOT_FOUND)
        }
        EnrolmentError::HasAccount(_) => Problem::from(&ACCOUNT_EXISTS),
        other => Problem::from(other),
    }
}
