//! Licences, and the directory of offices as WAM NET has one (relay.md 36, 41).
//!
//! | | |
//! |---|---|
//! | `GET /v1/directory` | search: `number`, `name`, `service`, `prefecture`, `municipality`; `limit`, `after` |
//! | `GET /v1/licence` | the licence of the office that asks |
//! | `POST /v1/licence` | apply |
//! | `POST /v1/licence/renewal` | renew by hand, once it has lapsed |
//! | `PUT /v1/licence/renewal` | choose whether it renews itself |

mod licence;
mod licences;
mod search;

use axum::Router;
use axum::routing::{get, post};

pub(crate) use licence::standing;
pub use licence::{AUTOMATIC_FROM_MS, Licence, Standing};
pub(crate) use licences::{check, is_addressable, view};

use crate::state::AppState;

pub(crate) fn routes() -> Router<AppState> {
    Router::new()
        .route("/v1/directory", get(search::search))
        .route("/v1/licence", get(licences::show).post(licences::apply))
        .route("/v1/licence/renewal", post(licences::renew).put(licences::choose))
}
