//! Requests as JSON.

use axum::Json;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;

use crate::refusals::{MALFORMED_JSON, Problem};
use crate::state::AppState;

/// The body of a request. What is wrong with one is not repeated: it holds passwords.
#[derive(Debug)]
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<AppState> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Problem> {
        match Json::from_request(request, state).await {
            Ok(Json(body)) => Ok(Self(body)),
            Err(_) => Err(Problem::from(&MALFORMED_JSON)),
        }
    }
}
