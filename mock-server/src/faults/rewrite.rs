//! Answers that are JSON, changed on purpose.

use axum::body::{Body, to_bytes};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::Response;
use serde_json::Value;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

use super::decide::Applied;
use crate::clock::{jst, unix_ms};

/// Applies a change to an answer that is JSON; every other passes as it is.
pub(super) async fn rewrite(response: Response, change: impl FnOnce(&mut Value)) -> Response {
    let media_type = response.headers().get(CONTENT_TYPE).map(axum::http::HeaderValue::as_bytes);
    if media_type != Some(b"application/json") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // Answers of this kind are pages and single items, which are in memory already.
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let changed = serde_json::from_slice(&bytes).ok().and_then(|mut value| {
        change(&mut value);
        serde_json::to_vec(&value).ok()
    });
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, changed.map_or(Body::from(bytes), Body::from))
}

/// The first item of a list a second time.
pub(super) fn duplicate(page: &mut Value) {
    if let Some(items) = page.get_mut("items").and_then(Value::as_array_mut)
        && let Some(first) = items.first().cloned()
    {
        items.insert(1, first);
    }
}

/// The items in an order that follows from the seed, and never in the one that they had.
pub(super) fn reorder(page: &mut Value, seed: &str, applied: &Applied) {
    let Some(items) = page.get_mut("items").and_then(Value::as_array_mut) else { return };
    let purpose = format!("reorder {} {}", applied.rule.id, applied.call);
    let mut numbered: Vec<(i64, Value)> = (0..).zip(items.drain(..)).collect();
    numbered.sort_by_cached_key(|(n, _)| crate::ids::bytes(seed, &purpose, *n));
    if numbered.is_sorted_by_key(|(n, _)| *n) && numbered.len() > 1 {
        numbered.rotate_left(1);
    }
    items.extend(numbered.into_iter().map(|(_, item)| item));
}

/// Every stamp so many seconds off.
pub(super) fn skew(value: &mut Value, seconds: i64) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| skew(item, seconds)),
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if name.ends_with("_at") => {
                        if let Ok(stamp) = OffsetDateTime::parse(text, &Rfc3339) {
                            *text = jst(unix_ms(stamp.saturating_add(Duration::seconds(seconds))));
                        }
                    }
                    other => skew(other, seconds),
                }
            }
        }
        _ => {}
    }
}
