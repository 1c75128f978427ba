//! The offices of the environment.

use axum::Json;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use careplan::value::ServiceType;
use serde::Deserialize;
use serde_json::{Value, json};

use super::given::{Given, bad_value};
use crate::offices::{Office, OfficeNo};
use crate::refusals::{BAD_QUERY, NOT_FOUND, OFFICE_IN_USE, Problem};
use crate::state::AppState;

/// Offices in one page.
const PAGE: u32 = 200;
/// Characters of a name.
const NAME_CHARS: usize = 100;
/// Service types under one number.
const SERVICES: usize = 100;

/// Which page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    after: Option<String>,
    limit: Option<u32>,
}

/// `GET offices`, by number.
pub(super) async fn list(
    State(state): State<AppState>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(Wanted { after, limit }) = wanted.map_err(|_| &BAD_QUERY)?;
    let limit = limit.unwrap_or(PAGE).min(PAGE);
    let after = after.unwrap_or_default();
    if limit == 0 || after.contains('\0') {
        return Err(Problem::from(&BAD_QUERY));
    }
    let mut offices = state.store().offices(after, limit + 1).await?;
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let is_more = offices.len() > wanted;
    offices.truncate(wanted);
    let next = offices.last().filter(|_| is_more).map(|office| office.number.to_string());
    Ok(Json(json!({ "items": offices.iter().map(told).collect::<Vec<_>>(), "next": next })))
}

fn told(office: &Office) -> Value {
    json!({ "number": office.number.as_str(), "name": office.name, "services": office.services })
}

/// An office without its number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Described {
    name: String,
    services: Vec<String>,
}

type Number = Result<Path<String>, PathRejection>;

fn number(path: Number) -> Result<OfficeNo, Problem> {
    let Path(text) = path.map_err(|_| &NOT_FOUND)?;
    text.parse().map_err(|_| bad_value("number"))
}

/// `PUT offices/{number}`.
pub(super) async fn register(
    State(state): State<AppState>,
    path: Number,
    Given(Described { name, services }): Given<Described>,
) -> Result<Json<Value>, Problem> {
    let number = number(path)?;
    if name.trim().is_empty() || name.chars().count() > NAME_CHARS || name.contains(char::is_control) {
        return Err(bad_value("name"));
    }
    let is_sound = services.iter().all(|code| ServiceType::parse(code.as_bytes()).is_some());
    if services.is_empty() || services.len() > SERVICES || !is_sound {
        return Err(bad_value("services"));
    }
    let services: Vec<&str> = services.iter().map(String::as_str).collect();
    let office = Office::new(number, name, &services);
    state.register(office.clone()).await?;
    Ok(Json(told(&office)))
}

/// `DELETE offices/{number}`.
pub(super) async fn remove(State(state): State<AppState>, path: Number) -> Result<StatusCode, Problem> {
    match state.store().remove(state.now_ms(), number(path)?).await? {
        Some(true) => Ok(StatusCode::NO_CONTENT),
        Some(false) => Err(Problem::from(&OFFICE_IN_USE)),
        None => Err(Problem::from(&NOT_FOUND)),
    }
}
