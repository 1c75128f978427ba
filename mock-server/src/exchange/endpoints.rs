//! The endpoints under `/v1/` that concern what offices send each other: the router, the first
//! page and the tests are derived from this one table.

use axum::extract::DefaultBodyLimit;
use axum::routing::{delete, get, post, put};
use utoipa::OpenApi;

use super::{bulk, drafts, inspect, list, send};
use crate::endpoint::endpoints;

/// The same endpoints as OpenAPI.
#[derive(Debug, OpenApi)]
#[openapi(
    paths(
        send::send,
        list::inbox,
        list::sent,
        inspect::letter,
        inspect::file,
        inspect::recall,
        drafts::list,
        drafts::create,
        drafts::show,
        drafts::replace,
        drafts::remove,
        drafts::file,
        drafts::send,
        bulk::create,
        bulk::send,
    ),
    components(schemas(crate::wire::ProblemDocument))
)]
pub(crate) struct Described;

endpoints! {
    pub static;
    "POST" "/v1/messages" |most| post(send::send).layer(DefaultBodyLimit::max(most)),
        "送る（multipart/form-data: to, message, csv, attachment）"
        "send (multipart/form-data: to, message, csv, attachment)";
    "GET" "/v1/inbox" |_| get(list::inbox),
        "受信一覧（client-1.2 では、開いた端末が受け取ります）"
        "received (in client-1.2 the terminal that opens it takes the items)";
    "GET" "/v1/sent" |_| get(list::sent),
        "送信一覧（client-1.2 では、その端末で送ったもの）"
        "sent (in client-1.2, from this terminal)";
    "GET" "/v1/messages/{id}" |_| get(inspect::letter),
        "1通の内容"
        "one message";
    "GET" "/v1/messages/{id}/files/{n}" |_| get(inspect::file),
        "ファイルの取り出し（途中から: Range: bytes=N-）"
        "one of its files (from a place on: Range: bytes=N-)";
    "POST" "/v1/messages/{id}/recall" |_| post(inspect::recall),
        "送信の取り消し（仮定 recall による）"
        "take a message back (assumption recall)";
    "GET" "/v1/drafts" |_| get(drafts::list),
        "下書き一覧"
        "drafts";
    "POST" "/v1/drafts" |most| post(drafts::create).layer(DefaultBodyLimit::max(most)),
        "下書きの保存（形は送信と同じ）"
        "keep a draft (the form of a send)";
    "GET" "/v1/drafts/{id}" |_| get(drafts::show),
        "下書きの内容"
        "one draft";
    "PUT" "/v1/drafts/{id}" |most| put(drafts::replace).layer(DefaultBodyLimit::max(most)),
        "下書きの更新"
        "replace a draft";
    "DELETE" "/v1/drafts/{id}" |_| delete(drafts::remove),
        "下書きの削除"
        "remove a draft";
    "GET" "/v1/drafts/{id}/files/{n}" |_| get(drafts::file),
        "下書きのファイル"
        "one file of a draft";
    "POST" "/v1/drafts/{id}/send" |_| post(drafts::send),
        "下書きの送信"
        "send a draft";
    "POST" "/v1/bulk" |most| post(bulk::create).layer(DefaultBodyLimit::max(most)),
        "一括送信：ファイル名の送信先ごとに分ける（csv, message）"
        "bulk send: groups files by the destination in their names (csv, message)";
    "POST" "/v1/bulk/send" |_| post(bulk::send),
        "一括送信：並んでいるものをすべて送る"
        "bulk send: sends everything that is queued";
}
