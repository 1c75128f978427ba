//! The client as people know it (relay.md 1–4): トップ / 受信一覧 / 送信一覧 / 新規作成 / 下書き一覧 /
//! 一括送信 / ログアウト, for one office at one terminal.
//!
//! ```text
//! page ─▶ upload (bounded) ─▶ check (relay's own dry run, careplan's findings) ─▶ fragment at the file
//!   └────▶ clerk ─▶ the relay: its refusals are shown as they are, and what was typed stays
//! ```
//! Every page works by itself and in a narrow frame, without script; the script adds dropping files
//! and checks them as they come.

mod alert;
mod bulk;
mod bulk_view;
mod certificate;
mod check;
mod compose;
mod destination;
mod done;
mod draft;
mod edit;
mod files;
mod forms;
mod here;
mod letter;
mod lists;
mod login;
mod password;
mod sheet;
mod shell;
#[cfg(test)]
mod tests;
mod top;
mod upload;
mod why;
mod words;
mod zone;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Redirect;
use axum::routing::{MethodRouter, get, post};

use super::door::Station;
use here::Here;

/// Bytes of a form that are still read and thrown away, so that whoever dropped far too much is
/// told so and not cut off.
const READ: usize = 1 << 30;

/// One page.
struct Route {
    /// Below `/desk/{room}/at/{screen}`, as routers write it.
    path: &'static str,
    handler: fn() -> MethodRouter<Station>,
}

macro_rules! routes {
    ($($path:literal $handler:expr;)*) => {
        /// All pages of a screen.
        static ROUTES: &[Route] = &[$(Route { path: $path, handler: || $handler }),*];
    };
}

routes! {
    "" get(first);
    "/" get(first);
    "/top" get(top::top);
    "/login" get(login::page).post(login::log_in);
    "/password" get(password::page).post(password::change);
    "/logout" post(login::log_out);
    "/certificate" get(certificate::page).post(certificate::install);
    "/inbox" get(lists::inbox);
    "/sent" get(lists::sent);
    "/messages/{id}" get(letter::page);
    "/messages/{id}/recall" post(letter::recall);
    "/messages/{id}/files/{n}" get(files::of_message);
    "/messages/{id}/forms" get(forms::of_message);
    "/compose" get(compose::page).post(compose::post).layer(DefaultBodyLimit::max(READ));
    "/check" post(check::message).layer(DefaultBodyLimit::max(READ));
    "/drafts" get(lists::drafts);
    "/drafts/{id}" get(edit::page).post(edit::post).layer(DefaultBodyLimit::max(READ));
    "/drafts/{id}/destination" get(destination::of_draft).post(edit::set_destination);
    "/drafts/{id}/check" post(check::draft).layer(DefaultBodyLimit::max(READ));
    "/drafts/{id}/files/{n}" get(files::of_draft);
    "/drafts/{id}/forms" get(forms::of_draft);
    "/bulk" get(bulk::page).post(bulk::post).layer(DefaultBodyLimit::max(READ));
    "/bulk/check" post(check::bulk).layer(DefaultBodyLimit::max(READ));
    "/bulk/send" post(bulk::send);
    "/why/{code}" get(why::page);
}

/// The pages of the screens of a room.
pub(super) fn routes() -> Router<Station> {
    ROUTES
        .iter()
        .fold(Router::new(), |router, row| router.route(&format!("/at/{{screen}}{}", row.path), (row.handler)()))
}

async fn first(here: Here) -> Redirect {
    Redirect::to(&here.path("top"))
}
