//! `GET /v1/ca.pem`, `GET /v1/crl` and `GET /v1/crl.pem`: for everybody.

use axum::extract::State;
use axum::http::HeaderName;
use axum::http::header::CONTENT_TYPE;

use super::EnrolmentError;
use crate::ca::{CaError, Crl, Serial};
use crate::refusals::Problem;
use crate::state::{AppState, REVOKED};
use crate::store::certificates;

type Typed<T> = ([(HeaderName, &'static str); 1], T);

const PEM: &str = "application/x-pem-file";
/// RFC 5280 4.2.1.13 (RFC 2585).
const CRL: &str = "application/pkix-crl";

/// The certificate of the CA.
#[utoipa::path(
    get, path = "/v1/ca.pem", operation_id = "showAuthority", tag = "enrolment", security(()),
    responses((status = 200, body = String, content_type = "application/x-pem-file")),
)]
pub(super) async fn ca_pem(State(state): State<AppState>) -> Typed<String> {
    ([(CONTENT_TYPE, PEM)], state.authority().pem().to_owned())
}

/// The list of revoked certificates, DER.
#[utoipa::path(
    get, path = "/v1/crl", operation_id = "showRevocations", tag = "enrolment", security(()),
    responses((status = 200, body = Vec<u8>, content_type = "application/pkix-crl")),
)]
pub(super) async fn crl(State(state): State<AppState>) -> Result<Typed<Vec<u8>>, Problem> {
    Ok(([(CONTENT_TYPE, CRL)], state.crl().await?.der))
}

/// The list of revoked certificates, PEM.
#[utoipa::path(
    get, path = "/v1/crl.pem", operation_id = "showRevocationsAsPem", tag = "enrolment", security(()),
    responses((status = 200, body = String, content_type = "application/x-pem-file")),
)]
pub(super) async fn crl_pem(State(state): State<AppState>) -> Result<Typed<String>, Problem> {
    Ok(([(CONTENT_TYPE, PEM)], state.crl().await?.pem))
}

impl AppState {
    /// The list of revoked certificates as of now; its number is how many were revoked.
    ///
    /// # Errors
    /// When it cannot be read or signed.
    pub async fn crl(&self) -> Result<Crl, EnrolmentError> {
        let read = |db: &mut crate::store::Db| {
            db.snapshot(|db| Ok((certificates::revoked_since(db)?, crate::store::setting(db, REVOKED)?)))
        };
        let (revoked, number) = self.store().read(read).await?;
        let revoked = revoked.into_iter().map(|(serial, at)| Ok((serial.parse::<Serial>()?, at)));
        let revoked = revoked.collect::<Result<Vec<_>, CaError>>()?;
        let number = number.and_then(|text| text.parse().ok()).unwrap_or(0);
        Ok(self.authority().crl(&revoked, number, self.now_ms())?)
    }
}
