//! Certificates of an office: issue, list, renew, issue again, revoke; drills.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;

use super::issue::{Given, Order};
use super::login::{login, may_issue, number};
use crate::assumptions::RENEWAL_DAYS;
use crate::ca::{DRILLS, Drill, days_left, renewal_due};
use crate::clock::jst;
use crate::json::Body;
use crate::offices::kind::INSURANCE;
use crate::offices::{CertificateKind, OfficeNo};
use crate::refusals::{
    CERTIFICATE_OVER, DRILL_BY_TRAINER, NOT_FOUND, Problem, RENEWAL_TOO_EARLY, SIGNING_REQUEST, UNKNOWN_KIND,
};
use crate::state::AppState;
use crate::store::StoreError;
use crate::store::certificates::{self, Recorded};
use crate::wire::{
    CertificateEntry, CertificateList, CertificateOrder, CertificateReissue, CertificateRenewal, CertificateRevocation,
    CertificateState, Delivery, DrillAnswer, DrillEntry, DrillList, IssuedCertificate, Login,
};

/// Certificates in one list.
const MOST: u32 = 200;

type Serial = Result<Path<String>, PathRejection>;

/// Issues a certificate.
#[utoipa::path(
    post, path = "/v1/enrolment/certificates", operation_id = "issueCertificate", tag = "enrolment", security(()),
    request_body = CertificateOrder,
    responses((status = 201, body = IssuedCertificate)),
)]
pub(super) async fn issue(
    State(state): State<AppState>,
    Body(asked): Body<CertificateOrder>,
) -> Result<(StatusCode, Json<IssuedCertificate>), Problem> {
    let account = login(&state, &asked.login).await?;
    may_issue(&state, &account, &asked.issuing_password).await?;
    let kind = match &asked.kind {
        None => &INSURANCE,
        Some(slug) => CertificateKind::of_slug(slug).ok_or(&UNKNOWN_KIND)?,
    };
    give(&state, account.office, kind, asked.delivery, None).await
}

/// Lists the certificates of the office.
#[utoipa::path(
    post, path = "/v1/enrolment/certificates/list", operation_id = "listCertificates", tag = "enrolment", security(()),
    request_body = Login,
    responses((status = 200, body = CertificateList)),
)]
pub(super) async fn list(
    State(state): State<AppState>,
    Body(asked): Body<Login>,
) -> Result<Json<CertificateList>, Problem> {
    let office = login(&state, &asked).await?.office;
    Ok(Json(CertificateList { items: state.certificates(&office).await? }))
}

/// Issues the certificate that follows on another; that one stays valid to its end.
#[utoipa::path(
    post, path = "/v1/enrolment/certificates/{serial}/renew", operation_id = "renewCertificate", tag = "enrolment", security(()),
    request_body = CertificateRenewal,
    responses((status = 201, body = IssuedCertificate)),
)]
pub(super) async fn renew(
    State(state): State<AppState>,
    serial: Serial,
    Body(asked): Body<CertificateRenewal>,
) -> Result<(StatusCode, Json<IssuedCertificate>), Problem> {
    let office = login(&state, &asked.login).await?.office;
    let old = own(&state, serial, &office).await?;
    let now = state.now_ms();
    if state_of(&old, now) != CertificateState::Valid {
        return Err(Problem::from(&CERTIFICATE_OVER));
    }
    if days_left(old.not_after, now) > number(&state, &RENEWAL_DAYS) {
        return Err(Problem::from(&RENEWAL_TOO_EARLY));
    }
    give(&state, office, kind_of(&old)?, asked.delivery, None).await
}

/// Issues a certificate in the place of one that was lost, which is revoked.
#[utoipa::path(
    post, path = "/v1/enrolment/certificates/{serial}/reissue", operation_id = "reissueCertificate", tag = "enrolment", security(()),
    request_body = CertificateReissue,
    responses((status = 201, body = IssuedCertificate)),
)]
pub(super) async fn reissue(
    State(state): State<AppState>,
    serial: Serial,
    Body(asked): Body<CertificateReissue>,
) -> Result<(StatusCode, Json<IssuedCertificate>), Problem> {
    let account = login(&state, &asked.login).await?;
    may_issue(&state, &account, &asked.issuing_password).await?;
    let old = own(&state, serial, &account.office).await?;
    if matches!(state_of(&old, state.now_ms()), CertificateState::Expired | CertificateState::Revoked) {
        return Err(Problem::from(&CERTIFICATE_OVER));
    }
    give(&state, account.office, kind_of(&old)?, asked.delivery, Some(old.serial)).await
}

/// Revokes a certificate.
#[utoipa::path(
    post, path = "/v1/enrolment/certificates/{serial}/revoke", operation_id = "revokeCertificate", tag = "enrolment", security(()),
    request_body = CertificateRevocation,
    responses((status = 200, body = CertificateEntry)),
)]
pub(super) async fn revoke(
    State(state): State<AppState>,
    serial: Serial,
    Body(asked): Body<CertificateRevocation>,
) -> Result<Json<CertificateEntry>, Problem> {
    let office = login(&state, &asked.login).await?.office;
    let old = own(&state, serial, &office).await?;
    if !state.withdraw(old.serial.clone(), office, asked.reason).await? {
        return Err(Problem::from(&CERTIFICATE_OVER));
    }
    let now = state.store().read(move |db| certificates::find(db, &old.serial)).await?.ok_or(&NOT_FOUND)?;
    Ok(Json(entry(&now, state.now_ms())))
}

/// Lists the drills.
#[utoipa::path(
    get, path = "/v1/enrolment/drills", operation_id = "listDrills", tag = "enrolment", security(()),
    responses((status = 200, body = DrillList)),
)]
pub(super) async fn drills() -> Json<DrillList> {
    Json(DrillList { items: DRILLS.iter().map(drill_entry).collect() })
}

/// Gives the certificate of a drill to the office that asks.
#[utoipa::path(
    post, path = "/v1/enrolment/drills/{slug}", operation_id = "holdDrill", tag = "enrolment", security(()),
    request_body = CertificateRenewal,
    responses((status = 201, body = DrillAnswer)),
)]
pub(super) async fn drill(
    State(state): State<AppState>,
    slug: Result<Path<String>, PathRejection>,
    Body(asked): Body<CertificateRenewal>,
) -> Result<(StatusCode, Json<DrillAnswer>), Problem> {
    let office = login(&state, &asked.login).await?.office;
    let Path(slug) = slug.map_err(|_| &NOT_FOUND)?;
    let drill = Drill::of_slug(&slug).ok_or(&NOT_FOUND)?;
    if !drill.is_own() {
        return Err(Problem::from(&DRILL_BY_TRAINER));
    }
    if matches!(asked.delivery, Delivery::Csr { .. }) {
        return Err(Problem::new(
            &SIGNING_REQUEST,
            "訓練用の証明書の鍵は、模擬環境が作ります。delivery は pem か pkcs12 にしてください。",
            "The keys of drills are made by the mock environment: give pem or pkcs12 as delivery.",
        ));
    }
    let drilled = state.hold(drill, office, office).await?;
    let mut answer =
        DrillAnswer { drill: drill_entry(drill), certificate_pem: None, private_key_pem: None, pkcs12_base64: None };
    if let Some(issued) = &drilled.issued {
        answer.certificate_pem = Some(issued.identity.cert_pem.clone());
        (answer.private_key_pem, answer.pkcs12_base64) = state.pack(issued, asked.delivery).await?;
    }
    Ok((StatusCode::CREATED, Json(answer)))
}

impl AppState {
    /// The certificates of an office, newest first, 200 at most.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn certificates(&self, office: &OfficeNo) -> Result<Vec<CertificateEntry>, StoreError> {
        let (office, now) = (*office, self.now_ms());
        let all = self.store().read(move |db| certificates::of_office(db, &office, MOST)).await?;
        Ok(all.iter().map(|record| entry(record, now)).collect())
    }

    /// A page of the certificates on record, those of one office or all, oldest first; each with
    /// its place. The page begins after the place `after`.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(crate) async fn certificate_page(
        &self,
        office: Option<OfficeNo>,
        after: i64,
        limit: u32,
    ) -> Result<Vec<(i64, CertificateEntry)>, StoreError> {
        let now = self.now_ms();
        let page = self.store().read(move |db| certificates::page(db, office.as_ref(), after, limit)).await?;
        Ok(page.iter().map(|(n, record)| (*n, entry(record, now))).collect())
    }
}

async fn give(
    state: &AppState,
    office: OfficeNo,
    kind: &'static CertificateKind,
    delivery: Delivery,
    replaces: Option<String>,
) -> Result<(StatusCode, Json<IssuedCertificate>), Problem> {
    let csr = match &delivery {
        Delivery::Csr { csr } => Some(csr.clone()),
        Delivery::Pkcs12 { install_password } => {
            // Before anything is issued.
            super::check_install_password(install_password)?;
            None
        }
        Delivery::Pem => None,
    };
    let Given { record, issued } = state.give(Order { office, kind, csr, replaces }).await?;
    let (private_key_pem, pkcs12_base64) = state.pack(&issued, delivery).await?;
    let answer = IssuedCertificate {
        entry: entry(&record, state.now_ms()),
        ca_pem: state.authority().pem().to_owned(),
        certificate_pem: issued.identity.cert_pem,
        private_key_pem,
        pkcs12_base64,
    };
    Ok((StatusCode::CREATED, Json(answer)))
}

/// The certificate of this serial number, if it is the office's own.
async fn own(state: &AppState, serial: Serial, office: &OfficeNo) -> Result<Recorded, Problem> {
    let Path(serial) = serial.map_err(|_| &NOT_FOUND)?;
    let found = state.store().read(move |db| certificates::find(db, &serial)).await?;
    found.filter(|found| found.office == *office).ok_or_else(|| Problem::from(&NOT_FOUND))
}

fn kind_of(record: &Recorded) -> Result<&'static CertificateKind, Problem> {
    CertificateKind::of_slug(&record.kind).ok_or_else(|| Problem::from(&UNKNOWN_KIND))
}

fn state_of(record: &Recorded, now: i64) -> CertificateState {
    if record.revoked.is_some() {
        CertificateState::Revoked
    } else if now.div_euclid(1_000) < record.not_before.div_euclid(1_000) {
        CertificateState::NotYetValid
    } else if now.div_euclid(1_000) > record.not_after.div_euclid(1_000) {
        CertificateState::Expired
    } else {
        CertificateState::Valid
    }
}

fn entry(record: &Recorded, now: i64) -> CertificateEntry {
    let kind = CertificateKind::of_slug(&record.kind).map_or(INSURANCE.name, |kind| kind.name);
    let state = state_of(record, now);
    CertificateEntry {
        serial: record.serial.clone(),
        office: record.office.to_string(),
        kind: record.kind.clone(),
        kind_ja: kind.ja.to_owned(),
        kind_en: kind.en.to_owned(),
        state,
        not_before: jst(record.not_before),
        not_after: jst(record.not_after),
        days_left: days_left(record.not_after, now),
        renewal_due: state == CertificateState::Valid && renewal_due(record.not_after, now),
        revoked_at: record.revoked.as_ref().map(|(at, _)| jst(*at)),
        reason: record.revoked.as_ref().map(|(_, reason)| reason.clone()),
        drill: record.drill.clone(),
    }
}

fn drill_entry(drill: &Drill) -> DrillEntry {
    DrillEntry {
        slug: drill.slug.to_owned(),
        ja: drill.what.ja.to_owned(),
        en: drill.what.en.to_owned(),
        refusal: drill.refusal.code.to_owned(),
        by_office: drill.is_own(),
    }
}
