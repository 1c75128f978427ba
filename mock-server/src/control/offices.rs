//! The offices of the environment.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use careplan::value::ServiceType;
use serde::Deserialize;
use serde_json::{Value, json};

use super::given::{Given, Number, bad_value, number};
use crate::offices::{Office, OfficeNo, Site};
use crate::refusals::{BAD_QUERY, NOT_FOUND, OFFICE_IN_USE, Problem};
use crate::state::AppState;

/// Offices in one page.
const PAGE: u32 = 200;
/// Characters of a name.
const NAME_CHARS: usize = 100;
/// Sites under one number.
const SITES: usize = 100;
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
    let limit = super::given::limit(limit, PAGE)?;
    let after = after.unwrap_or_default();
    if after.contains('\0') {
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
    let site = |site: &Site| json!({ "branch": site.branch, "name": site.name, "services": site.services });
    json!({
        "number": office.number.as_str(),
        "name": office.name,
        "prefecture": office.prefecture,
        "municipality": office.municipality,
        "services": office.services,
        "sites": office.sites.iter().map(site).collect::<Vec<_>>(),
    })
}

/// An office without its number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Described {
    name: String,
    services: Vec<String>,
    #[serde(default)]
    prefecture: String,
    #[serde(default)]
    municipality: String,
    /// What they offer is registered under the number, too.
    #[serde(default)]
    sites: Vec<DescribedSite>,
}

/// A site of an office.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DescribedSite {
    /// サテライト枝番: two characters of A–Z and 0–9.
    branch: String,
    name: String,
    services: Vec<String>,
}

/// `PUT offices/{number}`.
pub(super) async fn register(
    State(state): State<AppState>,
    path: Number,
    Given(described): Given<Described>,
) -> Result<Json<Value>, Problem> {
    let office = described.office(number(path)?)?;
    state.register(office.clone()).await?;
    Ok(Json(told(&office)))
}

impl Described {
    fn office(&self, number: OfficeNo) -> Result<Office, Problem> {
        if !is_name(&self.name) {
            return Err(bad_value("name"));
        }
        for (member, place) in [("prefecture", &self.prefecture), ("municipality", &self.municipality)] {
            if !place.is_empty() && !is_name(place) {
                return Err(bad_value(member));
            }
        }
        let office = Office::new(number, &self.name, &services(&self.services, "services")?);
        let mut office = office.at(&self.prefecture, &self.municipality);
        if self.sites.len() > SITES {
            return Err(bad_value("sites"));
        }
        for site in &self.sites {
            let is_branch = site.branch.len() == 2
                && site.branch.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
            if !is_branch || office.sites.iter().any(|other| other.branch == site.branch) {
                return Err(bad_value("branch"));
            }
            if !is_name(&site.name) {
                return Err(bad_value("name"));
            }
            office = office.with_site(&site.branch, &site.name, &services(&site.services, "services")?);
        }
        Ok(office)
    }
}

fn is_name(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= NAME_CHARS && !text.contains(char::is_control)
}

fn services<'a>(codes: &'a [String], member: &str) -> Result<Vec<&'a str>, Problem> {
    let is_sound = codes.iter().all(|code| ServiceType::parse(code.as_bytes()).is_some());
    if codes.is_empty() || codes.len() > SERVICES || !is_sound {
        return Err(bad_value(member));
    }
    Ok(codes.iter().map(String::as_str).collect())
}

/// `DELETE offices/{number}`.
pub(super) async fn remove(State(state): State<AppState>, path: Number) -> Result<StatusCode, Problem> {
    match state.store().remove(state.now_ms(), number(path)?).await? {
        Some(true) => Ok(StatusCode::NO_CONTENT),
        Some(false) => Err(Problem::from(&OFFICE_IN_USE)),
        None => Err(Problem::from(&NOT_FOUND)),
    }
}
