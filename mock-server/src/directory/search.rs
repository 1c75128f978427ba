//! `GET /v1/directory`.

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Extensions;
use careplan::value::SERVICE_TYPES;
use serde::Deserialize;

use super::licences::is_addressable;
use crate::assumptions::DIRECTORY;
use crate::offices::{Office, users_of};
use crate::refusals::{DIRECTORY_QUERY, Problem};
use crate::state::AppState;
use crate::store::directory::{self, Member, Sought};
use crate::wire::{DirectoryEntry, DirectoryPage, ServiceEntry, SiteEntry, UserEntry};

/// Characters of one parameter.
const LONGEST: usize = 100;

/// What is looked for.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    #[param(max_length = 100, pattern = "^[^\\x00-\\x1F\\x7F-\\x9F\\uFFFD]*$")]
    number: Option<String>,
    #[param(max_length = 100, pattern = "^[^\\x00-\\x1F\\x7F-\\x9F\\uFFFD]*$")]
    name: Option<String>,
    #[param(max_length = 100, pattern = "^[^\\x00-\\x1F\\x7F-\\x9F\\uFFFD]*$")]
    service: Option<String>,
    #[param(max_length = 100, pattern = "^[^\\x00-\\x1F\\x7F-\\x9F\\uFFFD]*$")]
    prefecture: Option<String>,
    #[param(max_length = 100, pattern = "^[^\\x00-\\x1F\\x7F-\\x9F\\uFFFD]*$")]
    municipality: Option<String>,
    #[param(value_type = Option<u64>, minimum = 1, maximum = 4_294_967_295u64)]
    limit: Option<u32>,
    #[param(max_length = 100, pattern = "^[^\\x00-\\x1F\\x7F-\\x9F\\uFFFD]*$")]
    after: Option<String>,
}

/// One page of the offices that agree with all that is given, by number. More than the limit
/// allows is not an error: the page is as long as it may be, and says so by `next`.
#[utoipa::path(
    get, path = "/v1/directory", operation_id = "searchDirectory", tag = "directory",
    params(Wanted),
    responses((status = 200, body = DirectoryPage)),
)]
pub(super) async fn search(
    State(state): State<AppState>,
    extensions: Extensions,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<DirectoryPage>, Problem> {
    if state.assumed().is(&DIRECTORY, "certificate") {
        state.identity(&extensions)?;
    }
    let Query(wanted) = wanted.map_err(|_| &DIRECTORY_QUERY)?;
    let most = state.limits().page;
    let limit = wanted.limit.unwrap_or(most).min(most);
    if limit == 0 {
        return Err(Problem::from(&DIRECTORY_QUERY));
    }
    let sought = Sought {
        number: given(wanted.number)?,
        name: given(wanted.name)?,
        service: given(wanted.service)?,
        prefecture: given(wanted.prefecture)?,
        municipality: given(wanted.municipality)?,
        after: given(wanted.after)?,
    };
    let (members, more) = state.store().read(move |db| directory::search(db, &sought, limit)).await?;
    let next = members.last().filter(|_| more).map(|last| last.office.number.to_string());
    Ok(Json(DirectoryPage { items: members.iter().map(|member| entry(&state, member)).collect(), next }))
}

/// A parameter as it is looked for. What was no UTF-8 came as a replacement character; an empty
/// one is none, as forms of browsers send them.
fn given(text: Option<String>) -> Result<Option<String>, Problem> {
    match text {
        Some(text)
            if text.chars().count() > LONGEST
                || text.chars().any(|c| c.is_control() || c == char::REPLACEMENT_CHARACTER) =>
        {
            Err(Problem::from(&DIRECTORY_QUERY))
        }
        other => Ok(other.filter(|text| !text.is_empty())),
    }
}

fn entry(state: &AppState, member: &Member) -> DirectoryEntry {
    let office = Office::clone(&member.office);
    let users = users_of(&office.services).map(|user| UserEntry {
        slug: user.slug.to_owned(),
        ja: user.name.ja.to_owned(),
        en: user.name.en.to_owned(),
    });
    DirectoryEntry {
        number: office.number.to_string(),
        users: users.collect(),
        services: services(&office.services),
        sites: office
            .sites
            .into_iter()
            .map(|site| SiteEntry { services: services(&site.services), branch: site.branch, name: site.name })
            .collect(),
        name: office.name,
        prefecture: office.prefecture,
        municipality: office.municipality,
        addressable: is_addressable(state, member.licence.as_ref()),
    }
}

fn services(codes: &[String]) -> Vec<ServiceEntry> {
    let name = |code: &str| SERVICE_TYPES.iter().find(|row| row.code == code).map(|row| row.name.to_owned());
    codes.iter().map(|code| ServiceEntry { code: code.clone(), name: name(code) }).collect()
}
