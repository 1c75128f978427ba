//! The style sheet and the script: small, our own, part of the program.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;

/// One sheet of small parts.
pub(super) const STYLE: &str = concat!(
    include_str!("assets/base.css"),
    include_str!("assets/shell.css"),
    include_str!("assets/client.css"),
    include_str!("assets/forms.css"),
    include_str!("assets/panes.css"),
    include_str!("assets/stage.css"),
);
/// One script of small parts. Everything it does can also be done without it.
const SCRIPT: &str = concat!(
    include_str!("assets/live.js"),
    include_str!("assets/framed.js"),
    include_str!("assets/drop.js"),
    include_str!("assets/news.js"),
);
/// The pages name the version in the address, so a new program is never seen in an old dress.
const KEEP: &str = "private, max-age=86400";

pub(super) async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, KEEP)], STYLE)
}

pub(super) async fn script() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/javascript; charset=utf-8"), (CACHE_CONTROL, KEEP)], SCRIPT)
}
