//! The endpoints of licences, and of the directory of offices.

use axum::routing::{get, post, put};
use utoipa::OpenApi;

use super::{licences, search};
use crate::endpoint::endpoints;

/// The same endpoints as OpenAPI.
#[derive(Debug, OpenApi)]
#[openapi(paths(search::search, licences::show, licences::apply, licences::renew, licences::choose))]
pub(crate) struct Described;

endpoints! {
    pub(crate) static;
    "GET" "/v1/directory" |_| get(search::search),
        "事業所の検索（number・name・service・prefecture・municipality・limit・after）"
        "search for offices (number, name, service, prefecture, municipality; limit, after)";
    "GET" "/v1/licence" |_| get(licences::show),
        "ライセンスの状態"
        "the licence of the office";
    "POST" "/v1/licence" |_| post(licences::apply),
        "ライセンスの利用申請"
        "apply for a licence";
    "POST" "/v1/licence/renewal" |_| post(licences::renew),
        "ライセンスの更新（有効期間が過ぎてから）"
        "renew the licence by hand, once it has lapsed";
    "PUT" "/v1/licence/renewal" |_| put(licences::choose),
        "ライセンスの自動更新の選択"
        "choose whether the licence renews itself";
}
