//! The CA of the training environment: made at start, kept only in a data folder.

mod authority;
mod identity;
mod keep;
mod profile;

pub(crate) use authority::Authority;
pub(crate) use identity::office_of;
pub(crate) use profile::private;

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
    /// The kept CA could not be read or written.
    #[error("the kept CA: {0}")]
    Io(#[from] std::io::Error),
    /// The kept CA is not what this relay wrote.
    #[error(
        "the kept CA in ca.pem cannot be read; remove it to make a new one (certificates issued before are then refused)"
    )]
    Unreadable,
}
