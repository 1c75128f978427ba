//! What a licence allows, and what its office does with it.

use axum::Json;
use axum::extract::State;
use axum::http::{Extensions, StatusCode};
use serde_json::json;

use super::licence::{Licence, Standing, standing};
use crate::assumptions::{LICENCE_DESTINATION, LICENCE_EXPIRED, LICENCE_START_DAYS};
use crate::ca::DAY_MS;
use crate::clock::jst;
use crate::journal::LICENCE_CHANGED;
use crate::json::Body;
use crate::offices::OfficeNo;
use crate::refusals::{LICENCE_APPLIED, LICENCE_LAPSED, LICENCE_NONE, LICENCE_VALID, Problem, UNREGISTERED_SENDER};
use crate::state::AppState;
use crate::store::{Store, StoreError, Tx, directory};
use crate::wire::{LicenceState, LicenceView, RenewalChoice};

/// What became of a change.
enum Changed {
    To(Licence),
    Refused(Standing),
}

/// Whether a licence allows to send, or else to receive.
///
/// # Errors
/// The refusal that says why it does not.
pub(crate) fn check(state: &AppState, licence: Option<&Licence>, to_send: bool) -> Result<(), Problem> {
    match standing(licence, state.now_ms()) {
        Standing::Active { .. } => Ok(()),
        Standing::None => Err(Problem::from(&LICENCE_NONE)),
        Standing::Applied => Err(Problem::from(&LICENCE_APPLIED)),
        Standing::Lapsed { .. } => match state.assumed().value(&LICENCE_EXPIRED) {
            "all" => Ok(()),
            "receive" if !to_send => Ok(()),
            _ => Err(Problem::from(&LICENCE_LAPSED)),
        },
    }
}

/// Whether messages can be sent to an office with this licence.
pub(crate) fn is_addressable(state: &AppState, licence: Option<&Licence>) -> bool {
    state.assumed().is(&LICENCE_DESTINATION, "accept")
        || matches!(standing(licence, state.now_ms()), Standing::Active { .. })
}

/// The licence of an office as it is shown.
pub(crate) fn view(office: &OfficeNo, licence: Option<&Licence>, now: i64) -> LicenceView {
    let (state, until) = match standing(licence, now) {
        Standing::None => (LicenceState::None, None),
        Standing::Applied => (LicenceState::Applied, licence.map(|licence| licence.ends_at)),
        Standing::Active { until } => (LicenceState::Active, Some(until)),
        Standing::Lapsed { since } => (LicenceState::Lapsed, Some(since)),
    };
    LicenceView {
        office: office.to_string(),
        state,
        applied_at: licence.map(|licence| jst(licence.applied_at)),
        from: licence.map(|licence| jst(licence.starts_at)),
        until: until.map(jst),
        automatic_renewal: licence.is_some_and(|licence| licence.is_automatic),
        fee_ja: "年額21,000円。2025年6月から無料（フリーパス）。この模擬環境では請求しません。".to_owned(),
        fee_en: "21,000 yen a year, waived since June 2025. This mock environment charges nothing.".to_owned(),
    }
}

/// `GET /v1/licence`.
#[utoipa::path(
    get, path = "/v1/licence", operation_id = "showLicence", tag = "directory",
    responses((status = 200, body = LicenceView)),
)]
pub(super) async fn show(State(state): State<AppState>, extensions: Extensions) -> Result<Json<LicenceView>, Problem> {
    let office = state.identity(&extensions)?.office;
    let member = state.store().member(&office).await?.ok_or(&UNREGISTERED_SENDER)?;
    Ok(Json(view(&office, member.licence.as_ref(), state.now_ms())))
}

/// `POST /v1/licence`: for an office that never had one.
#[utoipa::path(
    post, path = "/v1/licence", operation_id = "applyForLicence", tag = "directory",
    responses((status = 201, body = LicenceView)),
)]
pub(super) async fn apply(
    State(state): State<AppState>,
    extensions: Extensions,
) -> Result<(StatusCode, Json<LicenceView>), Problem> {
    let days = i64::try_from(state.assumed().number(&LICENCE_START_DAYS)).unwrap_or(i64::MAX);
    let at = state.now_ms();
    let applied = change(&state, &extensions, "applied", move |found| match found {
        None => Some(Licence::applied(at, days.saturating_mul(DAY_MS))),
        Some(_) => None,
    });
    Ok((StatusCode::CREATED, applied.await?))
}

/// `POST /v1/licence/renewal`: by hand, once it has lapsed (relay.md 36). The new term begins now.
#[utoipa::path(
    post, path = "/v1/licence/renewal", operation_id = "renewLicence", tag = "directory",
    responses((status = 200, body = LicenceView)),
)]
pub(super) async fn renew(State(state): State<AppState>, extensions: Extensions) -> Result<Json<LicenceView>, Problem> {
    let at = state.now_ms();
    let renewed = change(&state, &extensions, "renewed", move |found| {
        let found = found.filter(|found| matches!(found.standing(at), Standing::Lapsed { .. }))?;
        Some(Licence { is_automatic: found.is_automatic, ..Licence::applied(at, 0) })
    });
    renewed.await
}

/// `PUT /v1/licence/renewal`: whether each term is followed by the next.
#[utoipa::path(
    put, path = "/v1/licence/renewal", operation_id = "chooseRenewal", tag = "directory",
    request_body = RenewalChoice,
    responses((status = 200, body = LicenceView)),
)]
pub(super) async fn choose(
    State(state): State<AppState>,
    extensions: Extensions,
    Body(choice): Body<RenewalChoice>,
) -> Result<Json<LicenceView>, Problem> {
    let at = state.now_ms();
    let chosen = change(&state, &extensions, "chosen", move |found| {
        // One that has lapsed comes back by renewing it only.
        let found = found.filter(|found| !matches!(found.standing(at), Standing::Lapsed { .. }))?;
        Some(Licence { is_automatic: choice.automatic, ..found.settled(at) })
    });
    chosen.await
}

/// Changes the licence of the office that asks; `new` gives `None` where that cannot be.
async fn change(
    state: &AppState,
    extensions: &Extensions,
    what: &'static str,
    new: impl Fn(Option<Licence>) -> Option<Licence> + Send + 'static,
) -> Result<Json<LicenceView>, Problem> {
    let office = state.identity(extensions)?.office;
    let at = state.now_ms();
    let work = move |tx: &mut Tx<'_>| {
        let Some(member) = directory::member(tx.db(), &office)? else { return Ok(None) };
        let Some(licence) = new(member.licence) else {
            return Ok(Some(Changed::Refused(standing(member.licence.as_ref(), at))));
        };
        keep(tx, &office, Some(&licence), what, at)?;
        Ok(Some(Changed::To(licence)))
    };
    match state.store().write(work).await?.ok_or(&UNREGISTERED_SENDER)? {
        Changed::To(licence) => Ok(Json(view(&office, Some(&licence), at))),
        Changed::Refused(Standing::None) => Err(Problem::from(&LICENCE_NONE)),
        Changed::Refused(Standing::Lapsed { .. }) => Err(Problem::from(&LICENCE_LAPSED)),
        Changed::Refused(_) => Err(Problem::from(&LICENCE_VALID)),
    }
}

/// Keeps the licence of a registered office, and writes that down; `false` if it is not registered.
fn keep(
    tx: &mut Tx<'_>,
    office: &OfficeNo,
    licence: Option<&Licence>,
    what: &str,
    at: i64,
) -> Result<bool, StoreError> {
    let is_there = directory::set_licence(tx, office, licence)?;
    if is_there {
        let (ends_at, automatic) = (licence.map(|l| l.ends_at), licence.map(|l| l.is_automatic));
        let detail = json!({ "automatic": automatic, "ends_at": ends_at, "what": what });
        tx.record(at, &LICENCE_CHANGED.by(office).with(detail))?;
    }
    Ok(is_there)
}

async fn found(store: &Store, office: &OfficeNo) -> Result<Option<Licence>, StoreError> {
    let office = *office;
    store.read(move |db| directory::licence(db, &office)).await
}

impl AppState {
    /// Gives a registered office this licence, or takes its licence away; `false` if the office is
    /// not registered.
    ///
    /// # Errors
    /// When it could not be stored.
    pub async fn set_licence(&self, office: &OfficeNo, licence: Option<Licence>) -> Result<bool, StoreError> {
        let (office, at) = (*office, self.now_ms());
        self.store().write(move |tx| keep(tx, &office, licence.as_ref(), "set", at)).await
    }

    /// The licence of an office as it is shown.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn licence(&self, office: &OfficeNo) -> Result<LicenceView, StoreError> {
        Ok(view(office, found(self.store(), office).await?.as_ref(), self.now_ms()))
    }
}
