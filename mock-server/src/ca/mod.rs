//! The CA of the training environment: made at start, kept only in a data folder.
//!
//! ```text
//! Request ─▶ Authority ─▶ Issued ─▶ install file (PKCS #12)
//!               │  └──▶ CRL, drills
//!               └─▶ Verifier: certificates of a connection ─▶ Credential
//! ```

mod authority;
mod crl;
mod drill;
mod install;
mod issue;
mod keep;
mod profile;
mod request;
mod revocations;
mod strict;
mod term;

pub use authority::Authority;
pub use crl::Crl;
pub use drill::{DRILLS, Drill, DrillOrder, Drilled};
pub(crate) use profile::{OFFICE_URI, private};
pub use request::{Issued, Request, Serial};
pub use revocations::Revocations;
pub(crate) use strict::Verifier;
pub use term::{DAY_MS, NOTICE_DAYS, VALIDITY_MS, days_left, renewal_due};

/// A client certificate and its key, as an office holds it.
#[derive(Clone)]
pub struct ClientIdentity {
    /// The certificate, PEM.
    pub cert_pem: String,
    /// Its private key (PKCS #8), PEM.
    pub key_pem: String,
}

impl std::fmt::Debug for ClientIdentity {
    /// Without the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClientIdentity").field("cert_pem", &self.cert_pem).finish_non_exhaustive()
    }
}

/// Why the CA could not be made, read or used.
#[derive(Debug, thiserror::Error)]
pub enum CaError {
    /// A certificate could not be made.
    #[error("a certificate could not be made: {0}")]
    Certificate(#[from] rcgen::Error),
    /// A signing request cannot be read, or is not signed by its own key.
    #[error("the signing request: {0}")]
    SigningRequest(rcgen::Error),
    /// A password that not all programs read in the same way.
    #[error("the password of an install file consists of printable ASCII characters")]
    Password,
    /// An install file could not be made.
    #[error("the install file could not be made: {0}")]
    InstallFile(String),
    /// Not a serial number of this CA.
    #[error("a serial number has 32 hexadecimal digits in lower case")]
    Serial,
    /// A time that no certificate can hold.
    #[error("a certificate cannot be valid at such a time")]
    Time,
    /// The kept CA could not be read or written.
    #[error("the kept CA: {0}")]
    Io(#[from] std::io::Error),
    /// The kept CA is not what this relay wrote.
    #[error(
        "the kept CA in ca.pem cannot be read; remove it to make a new one (certificates issued before are then refused)"
    )]
    Unreadable,
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::process::Command;

    /// 2025-03-17T18:00:09+09:00: a moment at which no machine runs these tests.
    pub(super) const NOW: i64 = 1_742_202_009_000;

    /// Runs `openssl` in the folder: whether it succeeded, and all that it said. It is the reader
    /// that stands for all others, so the tests ask for it; `ci/test` installs it.
    pub(super) fn openssl(folder: &Path, arguments: &str) -> (bool, String) {
        let run = Command::new("openssl").args(arguments.split(' ')).current_dir(folder).output();
        let run = run.expect("openssl (package openssl) is needed for this test");
        let said = [run.stdout, run.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        (run.status.success(), said.concat())
    }
}
