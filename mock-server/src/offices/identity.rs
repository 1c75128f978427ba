//! The identity that a certificate gives.

pub use careplan::value::OfficeNo;

/// Who is calling: the office number of the verified client certificate. The TLS acceptor puts
/// it into the extensions of every request of the connection; no header can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity(pub OfficeNo);
