//! The description of the relay as OpenAPI 3.1: made from the handlers and the types that travel,
//! and finished with what the tables of endpoints, refusals and assumptions say.
//!
//! `GET /v1/openapi.json` gives it; `docs/openapi/` keeps it, and `ci/api` holds the relay to it.

mod finish;
mod info;
mod parts;
mod refused;

use std::sync::LazyLock;

use serde_json::Value;

pub(crate) use self::parts::{BulkForm, DraftForm, FileAnswer, FileConditions, IdempotencyKey, MessageForm};

/// The description of what offices use.
pub fn openapi() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| text(&finish::relay()));
    &TEXT
}

/// A document of texts and numbers always serialises.
fn text(document: &Value) -> String {
    serde_json::to_string_pretty(document).unwrap_or_default() + "\n"
}
