//! Certificates: what is on record, issuing and revoking.

use axum::Json;
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::given::{Given, Nothing, bad_value, install_file, limit, refused};
use crate::ca::Serial;
use crate::clock::jst;
use crate::offices::kind::INSURANCE;
use crate::offices::{CertificateKind, OfficeNo};
use crate::refusals::{BAD_QUERY, NOT_FOUND, Problem};
use crate::state::AppState;
use crate::wire::{CertificateEntry, RevocationReason, Secret};

/// Certificates in one page.
const PAGE: u32 = 200;

/// Which page.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    office: Option<String>,
    after: Option<i64>,
    limit: Option<u32>,
}

/// `GET certificates`: of one office or all, drills too, oldest first. `next` is given as `after`
/// to go on, absent at the end.
pub(super) async fn list(
    State(state): State<AppState>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<Value>, Problem> {
    let Query(wanted) = wanted.map_err(|_| &BAD_QUERY)?;
    let office = wanted.office.map(|number| number.parse::<OfficeNo>()).transpose().map_err(|_| &BAD_QUERY)?;
    let limit = limit(wanted.limit, PAGE)?;
    let mut page = state.certificate_page(office, wanted.after.unwrap_or(0), limit + 1).await?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let is_more = page.len() > most;
    page.truncate(most);
    let next = page.last().filter(|_| is_more).map(|(n, _)| *n);
    let items: Vec<CertificateEntry> = page.into_iter().map(|(_, entry)| entry).collect();
    Ok(Json(json!({ "items": items, "next": next })))
}

/// What is to be issued.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    office: String,
    /// The slug of its kind; `kaigo-hoken` if absent.
    kind: Option<String>,
    /// Of the install file; none is made without.
    password: Option<Secret>,
}

/// `POST certificates`: certificate and key, and the install file as base64. The relay keeps no
/// copy of the key.
pub(super) async fn issue(
    State(state): State<AppState>,
    Given(order): Given<Order>,
) -> Result<(StatusCode, Json<Value>), Problem> {
    let office: OfficeNo = order.office.parse().map_err(|_| bad_value("office"))?;
    let kind = match &order.kind {
        None => &INSURANCE,
        Some(slug) => CertificateKind::of_slug(slug).ok_or_else(|| bad_value("kind"))?,
    };
    let delivery = order.password.map(install_file).transpose()?;
    let issued = state.issue(&office, kind).await.map_err(refused)?;
    let install_file = match delivery {
        Some(delivery) => state.pack(&issued, delivery).await?.1,
        None => None,
    };
    let answer = json!({
        "serial": issued.serial,
        "office": office.as_str(),
        "kind": kind.slug,
        "not_before": jst(issued.not_before),
        "not_after": jst(issued.not_after),
        "cert_pem": issued.identity.cert_pem,
        "key_pem": issued.identity.key_pem,
        "p12_base64": install_file,
    });
    Ok((StatusCode::CREATED, Json(answer)))
}

/// `PUT revocations/{serial}`.
pub(super) async fn revoke(
    State(state): State<AppState>,
    serial: Result<Path<String>, PathRejection>,
    _: Given<Nothing>,
) -> Result<Json<Value>, Problem> {
    let Path(text) = serial.map_err(|_| &NOT_FOUND)?;
    let serial: Serial = text.parse().map_err(|_| bad_value("serial"))?;
    if !state.revoke(&serial.to_string(), RevocationReason::Unspecified).await? {
        return Err(Problem::from(&NOT_FOUND));
    }
    Ok(Json(json!({ "serial": serial.to_string(), "revoked": true })))
}
