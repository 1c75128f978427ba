//! A request as text.
//!
//! ```text
//! POST /v1/messages 9970000001 client-1.2
//! renkei-terminal: PC-1
//!
//! body
//! ```
//! The third word is the office of the certificate, the last the profile or `control`. Whatever is
//! missing is left out; several requests stand behind each other with a NUL between them.

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, Uri};

use crate::offices::{Credential, Identity};

/// A request and where it goes.
pub(super) struct Ask<'a> {
    pub(super) method: Method,
    pub(super) uri: Uri,
    office: Option<&'a str>,
    pub(super) place: &'a str,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: &'a [u8],
}

impl<'a> Ask<'a> {
    /// Reads a request; `None` where no server would get as far as to see it.
    pub(super) fn read(text: &'a [u8]) -> Option<Self> {
        let (first, mut rest) = line(text);
        let mut words = std::str::from_utf8(first).ok()?.split(' ');
        let (method, uri) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let (office, place) = (words.next(), words.next().unwrap_or_default());
        let mut headers = Vec::new();
        loop {
            let (header, after) = line(rest);
            rest = after;
            let Some(at) = header.iter().position(|byte| *byte == b':') else { break };
            let (name, value) = header.split_at(at);
            let value = value.get(1..).unwrap_or_default().trim_ascii();
            headers.push((HeaderName::from_bytes(name).ok()?, HeaderValue::from_bytes(value).ok()?));
        }
        Some(Self { method, uri, office, place, headers, body: rest })
    }

    /// The request as it comes from a connection.
    pub(super) fn request(&self) -> Request<Body> {
        let mut request = Request::new(Body::from(self.body.to_vec()));
        request.method_mut().clone_from(&self.method);
        request.uri_mut().clone_from(&self.uri);
        request.headers_mut().extend(self.headers.iter().cloned().map(|(name, value)| (Some(name), value)));
        let identity = self.office.and_then(|number| number.parse().ok()).map(Identity::of_office);
        request.extensions_mut().insert(identity.map_or(Credential::None, Credential::Good));
        request
    }
}

/// The first line and what is behind it.
fn line(text: &[u8]) -> (&[u8], &[u8]) {
    match text.iter().position(|byte| *byte == b'\n') {
        Some(at) => {
            let (line, rest) = text.split_at(at);
            (line.strip_suffix(b"\r").unwrap_or(line), rest.get(1..).unwrap_or_default())
        }
        None => (text, &[]),
    }
}
