//! The control: a second listener, on loopback only. Never reachable through the port of the
//! exchange: its routes are in a router of their own.
//!
//! | under `/control/v1` | |
//! |---|---|
//! | `GET ready`, `GET metrics` | whether it can serve; what it has served (text for Prometheus) |
//! | `GET`, `PUT clock` | `{"set":"2027-01-05T09:00:00+09:00"}`, `{"advance_seconds":60}`, `{"freeze":true}`, `{"real":true}` |
//! | `GET offices`, `PUT`, `DELETE offices/{number}` | `{"name":"…","services":["43"]}`, also `prefecture`, `municipality`, `sites`; pages by `after`, `limit` |
//! | `GET`, `PUT`, `DELETE offices/{number}/licence` | `{"state":"lapsed"}`, `{"from":"…","until":"…","automatic":false}` |
//! | `GET`, `POST offices/{number}/account` | user id and passwords, told once |
//! | `POST offices/{number}/account/password`, `…/issuing-password`, `…/unlock` | a new one; no longer locked |
//! | `GET drills`, `POST drills/{slug}` | certificates that do not work: `{"office":"…","other":"…","password":"…"}` |
//! | `GET`, `POST certificates` | `{"office":"…","kind":"kaigo-hoken","password":"…"}`; pages by `after`, `limit`, `office` |
//! | `PUT revocations/{serial}` | revokes a certificate |
//! | `GET faults/kinds`; `GET`, `POST`, `DELETE faults`; `DELETE faults/{id}` | rules of faults |
//! | `POST reset` | forgets everything but the CA and the seed |
//! | `GET`, `PUT snapshot` | the whole environment as one file, and back |
//! | `GET journal`, `GET journal/verify` | every event, with hashes; `after`, `office`, `limit` |

mod accounts;
mod certificates;
mod clock;
mod drills;
mod faults;
mod given;
mod guard;
mod journal;
mod licences;
mod offices;
mod snapshot;
mod status;

use std::net::SocketAddr;

use axum::Router;
use axum::middleware;
use axum::routing::{delete, get, post, put};

use crate::desk::{self, Desk, Door};
use crate::refusals::{METHOD_NOT_ALLOWED, NOT_FOUND, Problem, speak};
use crate::state::AppState;

/// The routes of the control, for a listener at this address: requests that name another host are
/// refused. With the desk where there is one: the page of the trainer is here and nowhere else.
pub fn control(state: AppState, desk: Option<&Desk>, at: SocketAddr) -> Router {
    let routes = Router::new()
        .route("/ready", get(status::ready))
        .route("/metrics", get(status::metrics))
        .route("/clock", get(clock::tell).put(clock::set))
        .route("/offices", get(offices::list))
        .route("/offices/{number}", put(offices::register).delete(offices::remove))
        .route("/offices/{number}/licence", get(licences::show).put(licences::set).delete(licences::remove))
        .route("/offices/{number}/account", get(accounts::show).post(accounts::open))
        .route("/offices/{number}/account/password", post(accounts::reset_password))
        .route("/offices/{number}/account/issuing-password", post(accounts::reset_issuing_password))
        .route("/offices/{number}/account/unlock", post(accounts::unlock))
        .route("/drills", get(drills::drills))
        .route("/drills/{slug}", post(drills::drill))
        .route("/certificates", get(certificates::list).post(certificates::issue))
        .route("/revocations/{serial}", put(certificates::revoke))
        .route("/faults", get(faults::list).post(faults::add).delete(faults::clear))
        .route("/faults/kinds", get(faults::kinds))
        .route("/faults/{id}", delete(faults::remove))
        .route("/reset", post(status::reset))
        .route("/snapshot", get(snapshot::save).put(snapshot::restore))
        .route("/journal", get(journal::page))
        .route("/journal/verify", get(journal::verify));
    let control = Router::new()
        .nest("/control/v1", routes)
        .fallback(|| async { Problem::from(&NOT_FOUND) })
        .method_not_allowed_fallback(|| async { Problem::from(&METHOD_NOT_ALLOWED) })
        .layer(middleware::from_fn_with_state(state.clone(), guard::follow))
        .with_state(state);
    let desk = desk.map(|desk| desk::routes(desk, Door::Loopback).merge(desk::dress()));
    desk.into_iter()
        .fold(control, Router::merge)
        .layer(middleware::from_fn_with_state(at, guard::guard))
        .layer(middleware::from_fn(speak))
}
