//! Why enrolment did not do it.

use super::secret::NoRandomness;
use crate::ca::CaError;
use crate::offices::OfficeNo;
use crate::refusals::{INSTALL_PASSWORD, Problem, SIGNING_REQUEST, STORE_FAILED};
use crate::store::StoreError;

/// Why an account, a certificate or a licence was not given. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum EnrolmentError {
    /// The office is not registered.
    #[error("{0} is not registered")]
    Unregistered(OfficeNo),
    /// The office has an account already; a new temporary password can be given.
    #[error("{0} has an account")]
    HasAccount(OfficeNo),
    /// The office has no account.
    #[error("{0} has no account")]
    NoAccount(OfficeNo),
    /// There is no such drill.
    #[error("there is no drill {0}")]
    NoDrill(String),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    NoRandomness,
    /// The certificate could not be made.
    #[error(transparent)]
    Ca(#[from] CaError),
    /// It could not be stored.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<NoRandomness> for EnrolmentError {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

impl From<NoRandomness> for Problem {
    fn from(_: NoRandomness) -> Self {
        EnrolmentError::NoRandomness.into()
    }
}

impl From<EnrolmentError> for Problem {
    fn from(problem: EnrolmentError) -> Self {
        match problem {
            EnrolmentError::Store(problem) => problem.into(),
            EnrolmentError::Ca(CaError::SigningRequest(_)) => Self::from(&SIGNING_REQUEST),
            EnrolmentError::Ca(CaError::Password) => Self::from(&INSTALL_PASSWORD),
            other => {
                tracing::error!(problem = %other, "enrolment");
                Self::from(&STORE_FAILED)
            }
        }
    }
}
