//! What only Chromium knows: commands beside those of WebDriver.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

#[derive(Debug)]
pub(super) enum Extra {
    /// A method of the Chrome DevTools Protocol with its parameters.
    Devtools(&'static str, Value),
    /// What the console has said since it was last asked.
    Console,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let what = match self {
            Self::Devtools(..) => "goog/cdp/execute",
            Self::Console => "se/log",
        };
        base.join(&format!("session/{}/{what}", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = match self {
            Self::Devtools(method, parameters) => json!({ "cmd": method, "params": parameters }),
            Self::Console => json!({ "type": "browser" }),
        };
        (Method::POST, Some(body.to_string()))
    }
}
