//! Licences: into any state that the clock could bring, for tests of it.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::given::{Given, Number, bad_value, number};
use crate::ca::DAY_MS;
use crate::clock::{SimulatedClock, unix_ms};
use crate::directory::Licence;
use crate::refusals::{NOT_FOUND, Problem};
use crate::state::AppState;
use crate::wire::{LicenceState, LicenceView};

/// A licence as it is asked for: a state as of now, or dates (RFC 3339).
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    state: Option<LicenceState>,
    applied_at: Option<String>,
    from: Option<String>,
    /// The first moment after the first term; a year after `from` if absent.
    until: Option<String>,
    /// Whether each term is followed by the next.
    automatic: Option<bool>,
}

/// `GET offices/{number}/licence`.
pub(super) async fn show(State(state): State<AppState>, path: Number) -> Result<Json<LicenceView>, Problem> {
    let office = number(path)?;
    state.store().member(&office).await?.ok_or(&NOT_FOUND)?;
    Ok(Json(state.licence(&office).await?))
}

/// `PUT offices/{number}/licence`.
pub(super) async fn set(
    State(state): State<AppState>,
    path: Number,
    Given(asked): Given<Asked>,
) -> Result<Json<LicenceView>, Problem> {
    let office = number(path)?;
    let licence = licence(&asked, state.now_ms())?;
    if !state.set_licence(&office, licence).await? {
        return Err(Problem::from(&NOT_FOUND));
    }
    Ok(Json(state.licence(&office).await?))
}

/// `DELETE offices/{number}/licence`: the office has none from now on.
pub(super) async fn remove(State(state): State<AppState>, path: Number) -> Result<StatusCode, Problem> {
    if state.set_licence(&number(path)?, None).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::from(&NOT_FOUND))
    }
}

fn licence(asked: &Asked, now: i64) -> Result<Option<Licence>, Problem> {
    let has_dates = asked.applied_at.is_some() || asked.from.is_some() || asked.until.is_some();
    let licence = match asked.state {
        Some(_) if has_dates => return Err(bad_value("state, applied_at, from, until")),
        Some(LicenceState::None) if asked.automatic.is_some() => return Err(bad_value("automatic")),
        Some(LicenceState::None) => return Ok(None),
        Some(LicenceState::Applied) => Licence::applied(now, DAY_MS),
        Some(LicenceState::Active) => Licence::applied(now, 0),
        // It does not renew itself, or else it would not be over.
        Some(LicenceState::Lapsed) if asked.automatic == Some(true) => return Err(bad_value("automatic")),
        Some(LicenceState::Lapsed) => {
            let begun = Licence::applied(now.saturating_sub(2 * DAY_MS), 0);
            Licence { ends_at: now.saturating_sub(DAY_MS), is_automatic: false, ..begun }
        }
        None => dated(asked, now)?,
    };
    Ok(Some(Licence { is_automatic: asked.automatic.unwrap_or(licence.is_automatic), ..licence }))
}

fn dated(asked: &Asked, now: i64) -> Result<Licence, Problem> {
    let from = stamp(asked.from.as_deref(), "from")?.unwrap_or(now);
    let applied_at = stamp(asked.applied_at.as_deref(), "applied_at")?.unwrap_or(now.min(from));
    if applied_at > from {
        return Err(bad_value("applied_at"));
    }
    let licence = Licence::applied(applied_at, from.saturating_sub(applied_at));
    let ends_at = stamp(asked.until.as_deref(), "until")?.unwrap_or(licence.ends_at);
    if ends_at <= from { Err(bad_value("until")) } else { Ok(Licence { ends_at, ..licence }) }
}

/// A time at which the clock can stand, milliseconds since 1970.
fn stamp(text: Option<&str>, member: &str) -> Result<Option<i64>, Problem> {
    let Some(text) = text else { return Ok(None) };
    let ms = OffsetDateTime::parse(text, &Rfc3339).map(unix_ms).map_err(|_| bad_value(member))?;
    let (first, last) = SimulatedClock::RANGE_MS;
    if (first..=last).contains(&ms) { Ok(Some(ms)) } else { Err(bad_value(member)) }
}
