//! By which listener a visitor comes in.

use super::Desk;

/// A listener.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// The port of the exchange (HTTPS), which other machines may reach: seats, by their codes.
    Exchange,
    /// The control's listener (HTTP), which this machine alone reaches: every room, and the page
    /// of the trainer.
    Loopback,
}

impl Door {
    /// The cookie of a visitor. Ports of one host share their cookies, so the names differ.
    pub(super) const fn cookie(self) -> &'static str {
        match self {
            Self::Exchange => "__Host-renkei-desk",
            Self::Loopback => "renkei-desk",
        }
    }

    /// What a cookie has to say of the transport.
    pub(super) const fn secure(self) -> &'static str {
        match self {
            Self::Exchange => "; Secure",
            Self::Loopback => "",
        }
    }
}

/// What every page knows before it looks at the request.
#[derive(Clone, Debug)]
pub(crate) struct Station {
    pub(super) desk: Desk,
    pub(super) door: Door,
}
