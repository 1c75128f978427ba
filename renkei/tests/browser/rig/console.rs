//! What the console of the browser says: refusals of the Content-Security-Policy, missing files, errors.

use serde_json::Value;

use super::browser::Browser;
use super::command::Extra;

impl Browser {
    /// Errors and warnings since the last time; each is read once.
    pub(crate) fn console(&self) -> Vec<String> {
        let entries = self.issue(Extra::Console);
        let entries = entries.as_array().into_iter().flatten();
        let serious = entries.filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        serious.map(|entry| format!("console: {} ({})", text(&entry["message"]), text(&entry["source"]))).collect()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
