//! Who may control: programs of this machine, and no page of another site that a browser of this
//! machine has open. The address is loopback; a name of another site that leads here (DNS
//! rebinding) is refused by its `Host`.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, HOST, ORIGIN, X_CONTENT_TYPE_OPTIONS};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::refusals::{CONTROL_CROSS_SITE, CONTROL_HOST, Problem, Refusal};
use crate::state::AppState;

/// Middleware: refuses what does not come straight from this machine.
pub(super) async fn guard(State(at): State<SocketAddr>, request: Request, next: Next) -> Response {
    let refused = judge(request.uri().authority(), request.headers(), at).err();
    let mut response = match refused {
        Some(refusal) => Problem::from(refusal).into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Middleware: what other relays of the environment have changed is known before an answer.
pub(super) async fn follow(State(state): State<AppState>, request: Request, next: Next) -> Response {
    match state.refresh().await {
        Ok(()) => next.run(request).await,
        Err(problem) => Problem::from(problem).into_response(),
    }
}

fn judge(target: Option<&Authority>, headers: &HeaderMap, at: SocketAddr) -> Result<(), &'static Refusal> {
    let mut hosts = headers.get_all(HOST).iter();
    let (host, more) = (hosts.next().and_then(|host| host.to_str().ok()), hosts.next());
    let host = host.and_then(|host| host.parse::<Authority>().ok());
    let is_ours = |authority: &Authority| is_ours(authority, at);
    if !host.as_ref().is_some_and(is_ours) || more.is_some() || !target.is_none_or(is_ours) {
        return Err(&CONTROL_HOST);
    }
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    let is_same_site = site.is_none_or(|site| site == b"same-origin" || site == b"none");
    let is_own_origin = |origin: &HeaderValue| {
        let origin = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
        origin.is_some_and(|origin| host.as_ref().is_some_and(|host| host.as_str() == origin))
    };
    if is_same_site && headers.get_all(ORIGIN).iter().all(is_own_origin) { Ok(()) } else { Err(&CONTROL_CROSS_SITE) }
}

/// A loopback address or `localhost`, and the right port; nobody logs in by the address.
fn is_ours(authority: &Authority, at: SocketAddr) -> bool {
    let host = authority.host();
    let literal = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
    let is_loopback =
        host.eq_ignore_ascii_case("localhost") || literal.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
    is_loopback && authority.port_u16().unwrap_or(80) == at.port() && !authority.as_str().contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(headers: &[(&'static str, &'static str)]) -> Result<(), &'static str> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, HeaderValue::from_static(value));
        }
        judge(None, &map, SocketAddr::from(([127, 0, 0, 1], 8080))).map_err(|refusal| refusal.code)
    }

    #[test]
    fn only_loopback_names_with_the_right_port_are_answered() {
        for host in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "127.0.0.9:8080", "[::1]:8080"] {
            assert_eq!(judged(&[("host", host)]), Ok(()), "{host}");
        }
        let foreign = [
            "127.0.0.1",
            "localhost:8081",
            "example.com:8080",
            "localhost.example.com:8080",
            "192.168.1.2:8080",
            "0.0.0.0:8080",
            "a@127.0.0.1:8080",
            "",
            "2130706433:8080",
        ];
        for host in foreign {
            assert_eq!(judged(&[("host", host)]), Err("control-host"), "{host}");
        }
        assert_eq!(judged(&[]), Err("control-host"));
        assert_eq!(judged(&[("host", "localhost:8080"), ("host", "example.com")]), Err("control-host"));
    }

    #[test]
    fn pages_of_other_sites_are_refused() {
        let host = ("host", "localhost:8080");
        for own in [("origin", "http://localhost:8080"), ("sec-fetch-site", "same-origin"), ("sec-fetch-site", "none")]
        {
            assert_eq!(judged(&[host, own]), Ok(()), "{own:?}");
        }
        for foreign in [
            ("origin", "https://example.com"),
            ("origin", "null"),
            ("origin", "http://localhost:3000"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            assert_eq!(judged(&[host, foreign]), Err("control-cross-site"), "{foreign:?}");
        }
    }
}
