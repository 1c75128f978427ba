//! Why a call did not succeed, and whether calling again may help.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

use crate::wire::ProblemDocument;

/// Why a call did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The relay refused; the document says why.
    #[error("{}: {} / {}", .0.code, .0.detail_ja, .0.detail_en)]
    Refused(Box<ProblemDocument>),
    /// A certificate or key is not readable PEM.
    #[error("certificate or key: {0}")]
    Pem(#[from] rustls::pki_types::pem::Error),
    /// The TLS settings were refused.
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
    /// The connection failed, in the handshake or later. A send whose answer is lost in this way
    /// may have been accepted: send it again under the same idempotency key.
    #[error("connection: {0}")]
    Connection(#[from] reqwest::Error),
    /// The answer is not one that the relay gives.
    #[error("unexpected answer, status {0}")]
    Unexpected(u16),
    /// A file did not arrive as its entry describes it.
    #[error("file {0} differs from its SHA-256")]
    Corrupted(u32),
    /// A file on this side cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A key could not be made.
    #[error("key: {0}")]
    Key(rcgen::Error),
    /// The words that go into a header cannot stand there.
    #[error("not a word for a header")]
    Header,
}

/// What a failed connection comes to, for whoever has to mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The certificate of the relay is not of the CA that is trusted, or not for this address.
    Untrusted,
    /// Nobody answers at the address.
    Unreachable,
    /// It took too long.
    TimedOut,
    /// The connection was cut.
    Cut,
}

impl ClientError {
    /// A file of this side.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| Self::File { path, source }
    }

    /// What a failed connection comes to; `None` where the connection did not fail.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        let Self::Connection(problem) = self else { return None };
        if problem.source().is_some_and(is_untrusted) {
            return Some(Cause::Untrusted);
        }
        Some(match problem {
            _ if problem.is_timeout() => Cause::TimedOut,
            _ if problem.is_connect() => Cause::Unreachable,
            _ => Cause::Cut,
        })
    }

    /// Whether the same call may succeed later although nobody mends anything: a connection that
    /// was cut, a relay that is busy or in trouble.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Refused(problem) => passing(problem.status),
            Self::Unexpected(status) => passing(*status),
            Self::Connection(_) => self.cause() != Some(Cause::Untrusted),
            Self::Corrupted(_) => true,
            Self::Pem(_) | Self::Tls(_) | Self::Key(_) | Self::File { .. } | Self::Header => false,
        }
    }

    /// The refusal, where it is about what was sent and not about who sent it or when: sending the
    /// same again is refused again.
    #[must_use]
    pub fn about_content(&self) -> Option<&ProblemDocument> {
        match self {
            Self::Refused(problem) if matches!(problem.status, 413 | 422) => Some(problem),
            _ => None,
        }
    }
}

/// Whether a certificate that was not verified lies at the bottom. What an `io::Error` wraps is
/// no source of it, but has to be asked for.
fn is_untrusted(error: &(dyn Error + 'static)) -> bool {
    if let Some(rustls::Error::InvalidCertificate(_)) = error.downcast_ref() {
        return true;
    }
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    wrapped.is_some_and(|wrapped| is_untrusted(wrapped)) || error.source().is_some_and(is_untrusted)
}

/// RFC 9110 15.5.9, RFC 6585 4, and what the relay answers when it is busy, full or in trouble.
fn passing(status: u16) -> bool {
    matches!(status, 408 | 429 | 500..=599)
}
