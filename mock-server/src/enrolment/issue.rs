//! Issuing certificates and putting them on record, in one step.

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use super::EnrolmentError;
use super::login::number;
use crate::assumptions::CERTIFICATE_YEARS;
use crate::ca::{ClientIdentity, DAY_MS, Drill, DrillOrder, Drilled, Issued, Request, Serial};
use crate::ids;
use crate::journal::{CERTIFICATE_ISSUED, CERTIFICATE_WITHDRAWN};
use crate::offices::{CertificateKind, OfficeNo};
use crate::state::{AppState, REVOKED};
use crate::store::certificates::{self, Recorded};
use crate::store::{StoreError, Tx};
use crate::wire::{Delivery, RevocationReason, Secret};

/// What is issued, and in whose place.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub(super) office: OfficeNo,
    pub(super) kind: &'static CertificateKind,
    /// A signing request (PEM), where the key is made elsewhere.
    pub(super) csr: Option<String>,
    /// The certificate that is revoked in the same step.
    pub(super) replaces: Option<String>,
}

/// A certificate that was issued and is on record.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) record: Recorded,
    /// With an empty key where it was made elsewhere.
    pub(super) issued: Issued,
}

impl AppState {
    /// Issues a certificate and puts it on record. The serial number follows from the seed and
    /// its place in the journal; keys are random.
    pub(super) async fn give(&self, order: Order) -> Result<Given, EnrolmentError> {
        let (authority, seed, at) = (Arc::clone(self.authority()), self.seed(), self.now_ms());
        let days = number(self, &CERTIFICATE_YEARS).saturating_mul(365).saturating_add(1);
        let is_replacing = order.replaces.is_some();
        let work = move |tx: &mut Tx<'_>| {
            let n = tx.next()?;
            let not_after = at.saturating_add(days.saturating_mul(DAY_MS));
            let request = Request { kind: order.kind, not_after, ..Request::new(order.office, at, serial(&seed, n)) };
            let issued = match &order.csr {
                None => authority.issue(&request),
                Some(csr) => authority.issue_csr(csr, &request).map(|cert_pem| Issued {
                    identity: ClientIdentity { cert_pem, key_pem: String::new() },
                    serial: request.serial.to_string(),
                    name: request.name(),
                    not_before: request.not_before,
                    not_after: request.not_after,
                }),
            };
            // Nothing was changed yet: this is an answer, and not a failure of the store.
            let issued = match issued {
                Ok(issued) => issued,
                Err(problem) => return Ok(Err(EnrolmentError::from(problem))),
            };
            let record = record(&request, None);
            put(tx, at, n, &record)?;
            if let Some(serial) = &order.replaces {
                revoke(tx, serial, &order.office, at, RevocationReason::Replaced)?;
            }
            Ok(Ok(Given { record, issued }))
        };
        let given = self.store().write(work).await??;
        if is_replacing {
            self.catch_up().await?;
        }
        Ok(given)
    }

    /// Makes the certificate of a drill and puts it on record, unless it is another CA's.
    pub(super) async fn hold(
        &self,
        drill: &'static Drill,
        of: OfficeNo,
        other: OfficeNo,
    ) -> Result<Drilled, EnrolmentError> {
        let (authority, seed, at) = (Arc::clone(self.authority()), self.seed(), self.now_ms());
        let work = move |tx: &mut Tx<'_>| {
            let n = tx.next()?;
            let order = DrillOrder { office: of, other, now_ms: at, serial: serial(&seed, n) };
            let drilled = match authority.drill(drill, &order) {
                Ok(drilled) => drilled,
                Err(problem) => return Ok(Err(EnrolmentError::from(problem))),
            };
            if let Some(request) = &drilled.request {
                put(tx, at, n, &record(request, Some(drill.slug)))?;
                if drilled.revoke {
                    revoke(tx, &request.serial.to_string(), &request.office, at, RevocationReason::Drill)?;
                }
            }
            Ok(Ok(drilled))
        };
        let drilled = self.store().write(work).await??;
        self.catch_up().await?;
        Ok(drilled)
    }

    /// Revokes a certificate of the office; `false` if it has none of this serial number, or it is
    /// revoked already. From the next answer on, of every relay of the environment, the
    /// certificate no longer counts.
    pub(super) async fn withdraw(
        &self,
        serial: String,
        office: OfficeNo,
        reason: RevocationReason,
    ) -> Result<bool, StoreError> {
        let at = self.now_ms();
        let done = self.store().write(move |tx| revoke(tx, &serial, &office, at, reason)).await?;
        self.catch_up().await?;
        Ok(done)
    }

    /// What is handed over besides the certificate: the key in PEM, or an install file in Base64.
    pub(crate) async fn pack(
        &self,
        issued: &Issued,
        delivery: Delivery,
    ) -> Result<(Option<Secret>, Option<Secret>), EnrolmentError> {
        match delivery {
            Delivery::Csr { .. } => Ok((None, None)),
            Delivery::Pem => Ok((Some(Secret(issued.identity.key_pem.clone())), None)),
            Delivery::Pkcs12 { install_password } => {
                let (authority, issued) = (Arc::clone(self.authority()), issued.clone());
                // Deriving the key of the file takes a while.
                let packed = tokio::task::spawn_blocking(move || authority.install_file(&issued, &install_password.0));
                let file = packed.await.map_err(|_| StoreError::Closed)??;
                Ok((None, Some(Secret(BASE64_STANDARD.encode(file)))))
            }
        }
    }
}

fn serial(seed: &str, n: i64) -> Serial {
    let [bytes @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = ids::bytes(seed, "certificate", n);
    Serial::of(bytes)
}

fn record(request: &Request, drill: Option<&str>) -> Recorded {
    Recorded {
        serial: request.serial.to_string(),
        office: request.office,
        kind: request.kind.slug.to_owned(),
        not_before: request.not_before,
        not_after: request.not_after,
        drill: drill.map(str::to_owned),
        revoked: None,
    }
}

fn put(tx: &mut Tx<'_>, at: i64, n: i64, record: &Recorded) -> Result<(), StoreError> {
    certificates::put(tx, n, record)?;
    let detail = json!({ "drill": record.drill, "kind": record.kind, "not_after": record.not_after });
    tx.record(at, &CERTIFICATE_ISSUED.by(&record.office).about(&record.serial).with(detail))
}

fn revoke(
    tx: &mut Tx<'_>,
    serial: &str,
    office: &OfficeNo,
    at: i64,
    reason: RevocationReason,
) -> Result<bool, StoreError> {
    let is_own = certificates::find(tx.db(), serial)?.is_some_and(|found| found.office == *office);
    if !is_own || !certificates::revoke(tx, serial, at, reason.as_str())? {
        return Ok(false);
    }
    let so_far = tx.setting(REVOKED)?.and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    tx.set(REVOKED, &(so_far + 1).to_string())?;
    tx.record(at, &CERTIFICATE_WITHDRAWN.by(office).about(serial).with(json!({ "reason": reason.as_str() })))?;
    Ok(true)
}
