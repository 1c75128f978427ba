//! Doing what a fault is: before the call, or to its answer.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{MatchedPath, Request, State};
use axum::http::header::{DATE, RETRY_AFTER};
use axum::http::{Extensions, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use time::OffsetDateTime;
use time::format_description::StaticFormatDescription;
use time::macros::format_description;

use super::bodies::{Cut, Slow, read_some};
use super::decide::{Applied, Call, decide};
use super::endpoints::{Callers, Endpoint};
use super::kinds::Effect;
use super::rewrite::{duplicate, reorder, rewrite, skew};
use crate::offices::Credential;
use crate::refusals::{FAULT_LOCKED, FAULT_MAINTENANCE, FAULT_UNAVAILABLE, Problem, Refusal};
use crate::state::AppState;

/// `Date` as HTTP writes it.
const HTTP_DATE: StaticFormatDescription =
    format_description!("[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT");

/// Among the extensions of a response: it is not given, the connection ends instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Severed {
    /// As if the other side had gone away.
    Closed,
    /// With a reset.
    Reset,
}

impl IntoResponse for Severed {
    /// What stands for it where there is no connection.
    fn into_response(self) -> Response {
        let mut response = StatusCode::BAD_GATEWAY.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Among the extensions of a request: how many days its certificate is said to have left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DaysLeft(i64);

/// How many days the certificate of the request is to be said to have left, whatever it has;
/// `None` where no fault says so. A login asks here for its notice.
#[must_use]
pub fn days_left(request: &Extensions) -> Option<i64> {
    request.get().map(|DaysLeft(days)| *days)
}

/// The header by which an answer tells it.
const DAYS_LEFT: &str = "renkei-certificate-days-left";

/// Middleware: the faults of a call.
pub(crate) async fn act(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    if state.faults().rules().is_none() {
        return next.run(request).await;
    }
    let Some(call) = call(&request) else { return next.run(request).await };
    let applied = match decide(&state, call).await {
        Ok(applied) => applied,
        Err(problem) => return Problem::from(problem).into_response(),
    };
    for fault in &applied {
        state.metrics().fault(fault.kind.slug);
        request = match before(fault, request).await {
            Ok(request) => request,
            Err(instead) => return instead,
        };
    }
    let mut response = next.run(request).await;
    for fault in &applied {
        response = after(&state, fault, response).await;
    }
    response
}

/// The call, if it is one that faults can befall.
fn call(request: &Request) -> Option<Call> {
    let path = request.extensions().get::<MatchedPath>()?;
    let endpoint = Endpoint::of(request.method(), path.as_str())?;
    match (request.extensions().get(), endpoint.callers) {
        (Some(Credential::Good(identity)), _) => Some(Call { office: Some(identity.office), endpoint }),
        (_, Callers::Everybody) => Some(Call { office: None, endpoint }),
        (_, Callers::Offices) => None,
    }
}

/// The request that goes on, or the answer instead.
async fn before(fault: &Applied, mut request: Request) -> Result<Request, Response> {
    match fault.kind.effect {
        Effect::Latency => {
            let wait = u64::try_from(fault.parameter("milliseconds")).unwrap_or_default();
            tokio::time::sleep(Duration::from_millis(wait)).await;
        }
        Effect::Bandwidth => {
            let rate = fault.parameter("bytes_per_second");
            request = request.map(|body| Body::new(Slow::new(body, rate)));
        }
        Effect::CutUpload => {
            read_some(request.into_body(), fault.parameter("bytes")).await;
            return Err(Severed::Closed.into_response());
        }
        Effect::Reset => return Err(Severed::Reset.into_response()),
        Effect::Unavailable => return Err(later(&FAULT_UNAVAILABLE, fault.parameter("retry_after"))),
        Effect::Maintenance => return Err(later(&FAULT_MAINTENANCE, fault.until_end())),
        Effect::LockOut => return Err(Problem::from(&FAULT_LOCKED).into_response()),
        Effect::ExpiringCertificate => {
            request.extensions_mut().insert(DaysLeft(fault.parameter("days")));
        }
        Effect::CutDownload | Effect::Duplicate | Effect::Reorder | Effect::LostAnswer | Effect::ClockSkew => {}
    }
    Ok(request)
}

async fn after(state: &AppState, fault: &Applied, response: Response) -> Response {
    match fault.kind.effect {
        Effect::Bandwidth => {
            let rate = fault.parameter("bytes_per_second");
            response.map(|body| Body::new(Slow::new(body, rate)))
        }
        // The words of a refusal are put in afterwards: there is nothing of it to give half of.
        Effect::CutDownload if response.extensions().get::<Problem>().is_some() => Severed::Closed.into_response(),
        Effect::CutDownload => {
            let (parts, body) = response.into_parts();
            match to_bytes(body, usize::MAX).await {
                Ok(whole) => Response::from_parts(parts, Body::new(Cut::new(whole, fault.parameter("percent")))),
                Err(_) => Severed::Closed.into_response(),
            }
        }
        Effect::LostAnswer => Severed::Closed.into_response(),
        Effect::Duplicate => rewrite(response, duplicate).await,
        Effect::Reorder => {
            let seed = state.seed();
            rewrite(response, |page| reorder(page, &seed, fault)).await
        }
        Effect::ExpiringCertificate => with_header(response, DAYS_LEFT, fault.parameter("days").into()),
        Effect::ClockSkew => {
            let seconds = fault.parameter("seconds");
            let response = rewrite(response, |value| skew(value, seconds)).await;
            let at = OffsetDateTime::from_unix_timestamp(fault.at.div_euclid(1_000).saturating_add(seconds));
            let date = at.ok().and_then(|at| at.format(&HTTP_DATE).ok());
            match date.and_then(|date| HeaderValue::try_from(date).ok()) {
                Some(date) => with_header(response, DATE.as_str(), date),
                None => response,
            }
        }
        Effect::Latency
        | Effect::CutUpload
        | Effect::Reset
        | Effect::Unavailable
        | Effect::Maintenance
        | Effect::LockOut => response,
    }
}

fn later(refusal: &'static Refusal, seconds: i64) -> Response {
    with_header(Problem::from(refusal).into_response(), RETRY_AFTER.as_str(), seconds.into())
}

fn with_header(mut response: Response, name: &'static str, value: HeaderValue) -> Response {
    response.headers_mut().insert(name, value);
    response
}
