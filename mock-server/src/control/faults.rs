//! The rules of faults.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::given::{Given, bad_value};
use crate::faults::{Asked, ENDPOINTS, FAULTS, FaultKind, MOST, Parameter, Rules};
use crate::journal::FAULT_RULE;
use crate::offices::OfficeNo;
use crate::refusals::{NOT_FOUND, Problem};
use crate::state::AppState;
use crate::store::{StoreError, faults as counters};

/// `GET faults/kinds`: what can be asked for.
pub(super) async fn kinds() -> Json<Value> {
    let parameter = |p: &Parameter| {
        json!({
            "name": p.name, "least": p.least, "most": p.most, "default": p.default,
            "ja": p.what.ja, "en": p.what.en,
        })
    };
    let kind = |kind: &FaultKind| {
        let parameters: Vec<_> = kind.parameters.iter().map(parameter).collect();
        let covered = ENDPOINTS.iter().filter(|endpoint| kind.scope.covers(endpoint)).map(|endpoint| endpoint.name);
        json!({
            "slug": kind.slug, "ja": kind.what.ja, "en": kind.what.en, "parameters": parameters,
            "endpoints": covered.collect::<Vec<_>>(),
        })
    };
    Json(json!({ "items": FAULTS.iter().map(kind).collect::<Vec<_>>() }))
}

/// `GET faults`: the rules in force, in the order in which they are asked.
pub(super) async fn list(State(state): State<AppState>) -> Json<Value> {
    let rules = state.faults().rules();
    Json(json!({ "items": rules.map(|all| all.rules.clone()).unwrap_or_default() }))
}

/// What became of a rule that was asked for.
enum Added {
    Rule(crate::faults::Rule),
    Wrong(String),
}

/// `POST faults`: one more rule, asked after the others.
pub(super) async fn add(
    State(state): State<AppState>,
    Given(asked): Given<Asked>,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let at = state.now_ms();
    let added = state
        .store()
        .write(move |tx| {
            let mut rules = Rules::of(tx)?;
            if rules.rules.len() >= MOST {
                return Ok(Added::Wrong("faults".to_owned()));
            }
            let rule = match rules.add(&asked, at) {
                Ok(rule) => rule,
                Err(wrong) => return Ok(Added::Wrong(wrong.0)),
            };
            let office = match rule.office.as_deref().map(str::parse::<OfficeNo>) {
                None => None,
                Some(Ok(number)) if crate::store::offices::find(tx.db(), &number)?.is_some() => {
                    Some(number.to_string())
                }
                Some(_) => return Ok(Added::Wrong("office".to_owned())),
            };
            rules.keep(tx)?;
            let detail = json!({ "made": rule });
            let event = FAULT_RULE.event().about(rule.id.to_string()).with(detail);
            tx.record(at, &crate::journal::Event { office, ..event })?;
            Ok(Added::Rule(rule))
        })
        .await?;
    match added {
        Added::Rule(rule) => {
            state.catch_up().await?;
            Ok((StatusCode::CREATED, Json(json!(rule))))
        }
        Added::Wrong(member) => Err(bad_value(&member)),
    }
}

/// `DELETE faults`: none from now on.
pub(super) async fn clear(State(state): State<AppState>) -> Result<StatusCode, Problem> {
    take_away(&state, None).await
}

/// `DELETE faults/{id}`.
pub(super) async fn remove(
    State(state): State<AppState>,
    id: Result<Path<i64>, PathRejection>,
) -> Result<StatusCode, Problem> {
    let Path(id) = id.map_err(|_| &NOT_FOUND)?;
    take_away(&state, Some(id)).await
}

/// Removes one rule, or all, and what was counted for it.
async fn take_away(state: &AppState, id: Option<i64>) -> Result<StatusCode, Problem> {
    let at = state.now_ms();
    let is_done = state
        .store()
        .write(move |tx| {
            let mut rules = Rules::of(tx)?;
            let before = rules.rules.len();
            rules.rules.retain(|rule| id.is_some_and(|id| rule.id != id));
            if id.is_some() && rules.rules.len() == before {
                return Ok(false);
            }
            rules.keep(tx)?;
            counters::forget(tx, id)?;
            let subject = id.map_or("all".to_owned(), |id| id.to_string());
            tx.record(at, &FAULT_RULE.event().about(subject).with(json!({ "removed": before - rules.rules.len() })))?;
            Ok::<_, StoreError>(true)
        })
        .await?;
    if !is_done {
        return Err(Problem::from(&NOT_FOUND));
    }
    state.catch_up().await?;
    Ok(StatusCode::NO_CONTENT)
}
