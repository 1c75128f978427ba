//! What nobody reads in a log.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A password, a token or a key on its way. It is written as the text that it is, and shown to
/// nobody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    /// Without the text.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl<T: Into<String>> From<T> for Secret {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_written_but_not_shown() {
        let secret = Secret::from("kunren-1");
        assert_eq!(serde_json::to_string(&secret).unwrap(), "\"kunren-1\"");
        assert!(!format!("{secret:?}").contains("kunren"));
    }
}
