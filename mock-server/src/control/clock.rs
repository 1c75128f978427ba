//! The simulated clock.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::given::{Given, bad_value};
use crate::clock::{ClockSetting, jst, unix_ms};
use crate::refusals::Problem;
use crate::state::AppState;

/// `GET clock`.
pub(super) async fn tell(State(state): State<AppState>) -> Json<Value> {
    Json(told(&state))
}

fn told(state: &AppState) -> Value {
    let setting = state.clock().setting();
    let mode = match setting {
        ClockSetting::Real => "real",
        ClockSetting::Running { .. } => "running",
        ClockSetting::Frozen { .. } => "frozen",
        ClockSetting::Paced { .. } => "paced",
    };
    let now = state.now_ms();
    json!({ "now": jst(now), "unix_ms": now, "mode": mode })
}

/// What is to be changed; several at once are done in this order.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Change {
    /// With the clock underneath again.
    real: Option<bool>,
    /// To this time, RFC 3339.
    set: Option<String>,
    /// By so many seconds; negative goes back.
    advance_seconds: Option<i64>,
    /// Standing still, or going on.
    freeze: Option<bool>,
}

/// `PUT clock`.
pub(super) async fn set(State(state): State<AppState>, Given(change): Given<Change>) -> Result<Json<Value>, Problem> {
    let Change { real, set, advance_seconds, freeze } = change;
    let setting = if real == Some(true) {
        if set.is_some() || advance_seconds.is_some() || freeze.is_some() {
            return Err(bad_value("real"));
        }
        ClockSetting::Real
    } else {
        if set.is_none() && advance_seconds.is_none() && freeze.is_none() {
            return Err(bad_value("set, advance_seconds, freeze, real"));
        }
        let start = match set {
            None => state.now_ms(),
            Some(text) => unix_ms(OffsetDateTime::parse(&text, &Rfc3339).map_err(|_| bad_value("set"))?),
        };
        let is_frozen = matches!(state.clock().setting(), ClockSetting::Frozen { .. });
        let ms = start.saturating_add(advance_seconds.unwrap_or(0).saturating_mul(1_000));
        state.clock().at(ms, freeze.unwrap_or(is_frozen)).ok_or_else(|| bad_value("set, advance_seconds"))?
    };
    state.set_clock(setting).await?;
    Ok(Json(told(&state)))
}
