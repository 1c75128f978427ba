//! What the journal keeps of a refusal: enough to say at which check of which request it stood,
//! and nothing personal.

use serde::{Deserialize, Serialize};

use crate::journal::{Event, REFUSED};
use crate::offices::OfficeNo;

/// The detail of a `refused` event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Noted {
    /// The code of the refusal.
    pub(crate) code: String,
    /// The method of the request.
    pub(crate) method: String,
    /// Its path, as routers write it.
    pub(crate) path: String,
    /// 事業所番号 to which something was to be sent, where that could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<String>,
    /// The serial number of the certificate, where one of this environment was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) certificate: Option<String>,
    /// The screen of the training desk at which it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) desk: Option<String>,
}

impl Noted {
    /// The event, of the office whose certificate was shown.
    pub(crate) fn event(&self, office: Option<&OfficeNo>) -> Event {
        // An object of texts always serialises.
        let detail = serde_json::to_value(self).unwrap_or_default();
        Event { office: office.map(ToString::to_string), ..REFUSED.event().with(detail) }
    }
}

/// Among the extensions of a request that a training desk makes inside the process: the screen at
/// which it was asked for. Where no certificate says which office it is, this does; no header can.
#[derive(Clone, Debug)]
pub(crate) struct AtDesk(pub(crate) String);
