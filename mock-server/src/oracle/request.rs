//! Requests to the relay and to its control: whatever they are, there is an answer in good order.

use std::cell::RefCell;
use std::time::Duration;

use axum::body::to_bytes;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use careplan::oracle::{Verdict, holds, same};
use tower::ServiceExt;

use super::ask::Ask;
use super::country::Country;
use super::wait;
use crate::assumptions::Profile;
use crate::refusals::REFUSALS;
use crate::wire::ProblemDocument;

/// The most requests of one input.
const MOST: usize = 4;
/// Longer than any answer takes that is not held back on purpose.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) fn judge(bytes: &[u8]) -> Verdict {
    thread_local! {
        static COUNTRIES: RefCell<Option<(Country, Country)>> = const { RefCell::new(None) };
    }
    let asks: Vec<_> = bytes.split(|byte| *byte == 0).take(MOST).filter_map(Ask::read).collect();
    if asks.is_empty() {
        return Ok(());
    }
    COUNTRIES.with_borrow_mut(|countries| {
        let (terminals, browsers) = match countries {
            Some(both) => both,
            None => countries.insert((Country::of(Profile::Client12)?, Country::of(Profile::Web41)?)),
        };
        for ask in &asks {
            let country = if ask.place == Profile::Web41.as_str() { &*browsers } else { &*terminals };
            wait(answer(country, ask))??;
        }
        // Every input begins in the same environment, so that it can be repeated.
        for country in [terminals, browsers] {
            wait(country.state.reset())?.map_err(|error| error.to_string())?;
        }
        Ok(())
    })
}

async fn answer(country: &Country, ask: &Ask<'_>) -> Verdict {
    let router = if ask.place == "control" { &country.control } else { &country.exchange };
    // What a fault answers is no answer in good order, which is its purpose.
    if ask.place == "control" && ask.uri.path().contains("/faults") && ask.method == Method::POST {
        return Ok(());
    }
    let answer = async {
        let Ok(response) = router.clone().oneshot(ask.request()).await;
        let (parts, body) = response.into_parts();
        to_bytes(body, usize::MAX).await.map(|body| (parts.status, parts.headers, body))
    };
    let about = || format!("{} {}", ask.method, ask.uri);
    let answer = tokio::time::timeout(PATIENCE, answer).await.map_err(|_| format!("{}: no answer", about()))?;
    let (status, headers, body) = answer.map_err(|error| format!("{}: {error}", about()))?;
    in_order(status, &headers, &body, ask).map_err(|why| format!("{}: {status}: {why}", about()))
}

fn in_order(status: StatusCode, headers: &HeaderMap, body: &[u8], ask: &Ask<'_>) -> Verdict {
    holds(!status.is_server_error(), || String::from_utf8_lossy(body).into_owned())?;
    let header = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    same("nosniff", &header(X_CONTENT_TYPE_OPTIONS), &"nosniff")?;
    let is_desk = ask.uri.path().starts_with("/desk");
    // The pictures and scripts of the desk may be kept; nothing else may.
    holds(is_desk || header(CACHE_CONTROL) == "no-store", || "it may be cached".to_owned())?;
    if !status.is_client_error() || is_desk || ask.method == Method::HEAD {
        return Ok(());
    }
    same("media type", &header(CONTENT_TYPE), &"application/problem+json")?;
    let document: ProblemDocument = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    same("status", &document.status, &status.as_u16())?;
    let refusal = REFUSALS.iter().find(|refusal| refusal.code == document.code);
    let row = refusal.ok_or_else(|| format!("{} is in no table", document.code))?;
    same("kind and status", &(&document.kind, document.status), &(&row.urn(), row.status))?;
    holds(!document.detail_ja.is_empty() && !document.detail_en.is_empty(), || format!("{document:?}"))
}
