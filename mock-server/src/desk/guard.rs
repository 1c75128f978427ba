//! What every request to the desk passes: headers of the answer, who it is, the token of what
//! changes something, and the page of what went wrong.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use careplan::text::Lang;

use super::door::Station;
use super::page;
use super::trouble::{ROOM_FAILED, STALE, Trouble};
use super::visitors::Visitor;
use crate::hash::sha256;

/// The cookie of the language; both doors may share it.
const LANG: &str = "renkei-lang";
/// Nothing from elsewhere, nothing inline, framed by our own pages only.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'";

/// What the guard found out, among the extensions of the request.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) visitor: Visitor,
    pub(super) lang: Lang,
}

/// Middleware: headers of everything that the desk gives out.
pub(super) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // Nothing to other sites; to ourselves the origin of a form is told, which the control's
    // listener asks for ("no-referrer" would make it "null").
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("SAMEORIGIN"));
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

/// Middleware: knows the visitor, or welcomes a new one; refuses what would change something
/// without the visitor's token (`?t=` of the address); draws what went wrong.
pub(super) async fn guard(State(station): State<Station>, mut request: Request, next: Next) -> Response {
    let lang = asked(request.uri().query()).or_else(|| remembered(request.headers())).unwrap_or_default();
    let visitors = station.desk.visitors();
    let known = cookie(request.headers(), station.door.cookie()).and_then(|id| visitors.find(id));
    let is_new = known.is_none();
    let Some(visitor) = known.or_else(|| visitors.welcome().ok()) else {
        return drawn((&ROOM_FAILED).into_response(), lang);
    };
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = if changes && !holds(request.uri().query(), &visitor) {
        (&STALE).into_response()
    } else {
        request.extensions_mut().insert(Known { visitor: visitor.clone(), lang });
        next.run(request).await
    };
    response = drawn(response, lang);
    let mut cookies = vec![format!("{LANG}={}; Path=/; SameSite=Strict; Max-Age=31536000", code(lang))];
    if is_new {
        let (name, secure) = (station.door.cookie(), station.door.secure());
        cookies.push(format!("{name}={}; Path=/; HttpOnly; SameSite=Strict{secure}", visitor.id));
    }
    for cookie in cookies {
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    response
}

/// The page of a trouble; any other answer as it is.
fn drawn(response: Response, lang: Lang) -> Response {
    match response.extensions().get::<&'static Trouble>() {
        None => response,
        Some(trouble) => {
            let page = page::trouble(trouble, lang).into_string();
            (response.status(), [(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
        }
    }
}

/// Whether the token of the visitor is there. It stands in the address of the form, so that this
/// is known before a body is read, whatever the body is.
fn holds(query: Option<&str>, visitor: &Visitor) -> bool {
    let given = parameter(query, "t").unwrap_or_default();
    // Hashes are compared, so that the time taken tells nothing of the token.
    sha256(given.as_bytes()) == sha256(visitor.token.as_bytes())
}

fn asked(query: Option<&str>) -> Option<Lang> {
    lang(parameter(query, "lang")?)
}

fn remembered(headers: &HeaderMap) -> Option<Lang> {
    lang(cookie(headers, LANG)?)
}

fn lang(code: &str) -> Option<Lang> {
    [Lang::Ja, Lang::En].into_iter().find(|lang| self::code(*lang) == code)
}

/// `ja`, `en`.
pub(super) const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    }
}

fn parameter<'a>(query: Option<&'a str>, name: &str) -> Option<&'a str> {
    query?.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, HeaderValue::from_static("xrenkei-lang=ja; renkei-lang=en; renkei-lang2=ja"));
        assert_eq!(cookie(&headers, LANG), Some("en"));
        assert_eq!(cookie(&headers, "renkei"), None);
    }

    #[test]
    fn a_parameter_is_found_by_its_whole_name() {
        assert_eq!(parameter(Some("at=1&t=2"), "t"), Some("2"));
        assert_eq!(parameter(Some("tt=1"), "t"), None);
        assert_eq!(parameter(None, "t"), None);
    }
}
