//! `GET /v1/messages/{id}` and `GET /v1/messages/{id}/files/{n}`: for sender and receiver only.

use axum::Json;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, ETAG};
use axum::response::{IntoResponse, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::caller::Caller;
use super::check::media_type;
use crate::refusals::{NOT_FOUND, Problem};
use crate::state::AppState;
use crate::wire::Letter;

/// One message.
pub(super) async fn letter(
    State(state): State<AppState>,
    Caller(office): Caller,
    id: Result<Path<String>, PathRejection>,
) -> Result<Json<Letter>, Problem> {
    let Path(id) = id.map_err(|_| &NOT_FOUND)?;
    let letter = state.store().letter(id, &office.number).await?;
    letter.map(Json).ok_or_else(|| Problem::from(&NOT_FOUND))
}

/// One file, byte for byte; its `ETag` is its SHA-256.
pub(super) async fn file(
    State(state): State<AppState>,
    Caller(office): Caller,
    which: Result<Path<(String, u32)>, PathRejection>,
) -> Result<Response, Problem> {
    let Path((id, n)) = which.map_err(|_| &NOT_FOUND)?;
    let content = state.store().content(id, n, &office.number).await?.ok_or(&NOT_FOUND)?;
    let headers = [
        (CONTENT_TYPE, media_type(content.slot, &content.name).to_owned()),
        (CONTENT_DISPOSITION, disposition(&content.name)),
        (ETAG, format!("\"{}\"", content.sha256)),
    ];
    Ok((headers, content.body).into_response())
}

/// What RFC 8187 leaves unencoded in an extended value.
const ATTR_CHAR: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// Always to be saved, never shown; the name in plain ASCII, and in full after RFC 6266.
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '%') || c == ' ' { c } else { '_' })
        .collect();
    let full = utf8_percent_encode(name, ATTR_CHAR);
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(
            disposition("実績 \"1\".pdf"),
            "attachment; filename=\"__ _1_.pdf\"; filename*=UTF-8''%E5%AE%9F%E7%B8%BE%20%221%22.pdf"
        );
    }
}
