//! Certificates that do not work, for drills.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::given::{Given, bad_value, install_file};
use crate::ca::{DRILLS, Drill, Drilled};
use crate::clock::jst;
use crate::offices::OfficeNo;
use crate::refusals::{NOT_FOUND, Problem};
use crate::state::AppState;
use crate::wire::Secret;

/// `GET drills`.
pub(super) async fn drills() -> Json<Value> {
    let told = |drill: &Drill| json!({ "slug": drill.slug, "ja": drill.what.ja, "en": drill.what.en, "refusal": drill.refusal.code });
    Json(json!({ "items": DRILLS.iter().map(told).collect::<Vec<_>>() }))
}

/// For whom a drill is held.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Order {
    office: String,
    /// The office whose certificate is mixed up with the own one; where the drill takes one.
    other: Option<String>,
    /// Of the install file; none is made without.
    password: Option<Secret>,
}

/// `POST drills/{slug}`: certificate and key, and the install file as base64. The relay keeps no
/// copy.
pub(super) async fn drill(
    State(state): State<AppState>,
    slug: Result<Path<String>, PathRejection>,
    Given(order): Given<Order>,
) -> Result<Json<Value>, Problem> {
    let Path(slug) = slug.map_err(|_| &NOT_FOUND)?;
    let drill = Drill::of_slug(&slug).ok_or(&NOT_FOUND)?;
    let office: OfficeNo = order.office.parse().map_err(|_| bad_value("office"))?;
    let other: OfficeNo = order.other.as_deref().unwrap_or(&order.office).parse().map_err(|_| bad_value("other"))?;
    if drill.slug == "other-office" && other == office {
        return Err(bad_value("other"));
    }
    let delivery = order.password.map(install_file).transpose()?;
    let Drilled { issued, revoke, .. } = state.drill(&slug, &office, &other).await?;
    let install_file = match (&issued, delivery) {
        (Some(issued), Some(delivery)) => state.pack(issued, delivery).await?.1,
        _ => None,
    };
    Ok(Json(json!({
        "slug": drill.slug,
        "refusal": drill.refusal.code,
        "cert_pem": issued.as_ref().map(|issued| &issued.identity.cert_pem),
        "key_pem": issued.as_ref().map(|issued| &issued.identity.key_pem),
        "p12_base64": install_file,
        "serial": issued.as_ref().map(|issued| &issued.serial),
        "not_before": issued.as_ref().map(|issued| jst(issued.not_before)),
        "not_after": issued.as_ref().map(|issued| jst(issued.not_after)),
        "revoked": revoke,
    })))
}
