//! A refusal in one case, and its document (RFC 9457).

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, RETRY_AFTER, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use careplan::text::{Lang, Message};

use super::{BUSY, Refusal, STORE_UNREACHABLE, TOO_MANY_CONNECTIONS};
use crate::offices::OfficeNo;
use crate::wire::ProblemDocument;

/// A refusal and what it is about in this case.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The row.
    pub refusal: &'static Refusal,
    /// What it is about; the title where there is nothing to add.
    pub detail: Message,
    /// 事業所番号 to which something was to be sent, where that could be read: for the journal.
    pub to: Option<OfficeNo>,
}

impl Problem {
    /// With something to add.
    pub fn new(refusal: &'static Refusal, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { refusal, detail: Message::new(ja, en), to: None }
    }

    /// About one file.
    #[must_use]
    pub fn about_file(refusal: &'static Refusal, name: &str) -> Self {
        Self::new(refusal, format!("「{name}」：{}", refusal.title.ja), format!("\"{name}\": {}", refusal.title.en))
    }

    /// The document, its `title` and `detail` in one language.
    #[must_use]
    pub fn document(&self, lang: Lang) -> ProblemDocument {
        let Self { refusal, detail, .. } = self;
        ProblemDocument {
            kind: refusal.urn(),
            title: refusal.title.get(lang).to_owned(),
            status: refusal.status,
            detail: detail.get(lang).to_owned(),
            code: refusal.code.to_owned(),
            title_ja: refusal.title.ja.to_owned(),
            title_en: refusal.title.en.to_owned(),
            detail_ja: detail.ja.clone(),
            detail_en: detail.en.clone(),
            what_to_do_ja: refusal.what_to_do.ja.to_owned(),
            what_to_do_en: refusal.what_to_do.en.to_owned(),
            source: refusal.source.to_owned(),
        }
    }

    fn body(&self, lang: Lang) -> Body {
        // A document of strings and numbers always serialises.
        Body::from(serde_json::to_vec(&self.document(lang)).unwrap_or_default())
    }
}

impl From<&'static Refusal> for Problem {
    fn from(refusal: &'static Refusal) -> Self {
        Self { refusal, detail: refusal.title.into(), to: None }
    }
}

impl IntoResponse for Problem {
    /// In Japanese; a middleware turns it into English where that is preferred.
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.refusal.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, self.body(Lang::Ja)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static("ja"));
        headers.insert(VARY, HeaderValue::from_static("accept-language"));
        if [&BUSY, &TOO_MANY_CONNECTIONS, &STORE_UNREACHABLE].contains(&self.refusal) {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Middleware: problem documents in the language that the request prefers.
pub(crate) async fn speak(request: Request, next: Next) -> Response {
    let lang = preferred(request.headers());
    let mut response = next.run(request).await;
    if lang == Lang::En
        && let Some(problem) = response.extensions_mut().remove::<Problem>()
    {
        *response.body_mut() = problem.body(lang);
        let headers = response.headers_mut();
        headers.remove(axum::http::header::CONTENT_LENGTH);
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static("en"));
    }
    response
}

/// English only where it is named before Japanese; weights beyond the order are not looked at.
pub(crate) fn preferred(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let mut tags = accepted.unwrap_or_default().split(',').map(|tag| tag.trim().to_ascii_lowercase());
    match tags.find(|tag| tag.starts_with("ja") || tag.starts_with("en")) {
        Some(tag) if tag.starts_with("en") => Lang::En,
        _ => Lang::Ja,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_spoken_unless_english_is_preferred() {
        let cases = [
            (None, Lang::Ja),
            (Some("en-GB,en;q=0.9,ja;q=0.8"), Lang::En),
            (Some("ja,en;q=0.9"), Lang::Ja),
            (Some("fr, en"), Lang::En),
            (Some("fr"), Lang::Ja),
            (Some(""), Lang::Ja),
        ];
        for (header, lang) in cases {
            let mut headers = HeaderMap::new();
            if let Some(header) = header {
                headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(header));
            }
            assert_eq!(preferred(&headers), lang, "{header:?}");
        }
    }
}
