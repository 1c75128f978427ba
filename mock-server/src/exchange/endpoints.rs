//! The endpoints under `/v1/` that concern what offices send each other: the router, the first
//! page and the tests are derived from this one table.

use axum::extract::DefaultBodyLimit;
use axum::routing::{MethodRouter, delete, get, post, put};
use careplan::text::Text;

use super::{bulk, drafts, inspect, list, send};
use crate::state::AppState;

/// One endpoint.
#[derive(Debug)]
pub struct Endpoint {
    /// The method.
    pub method: &'static str,
    /// The path, as routers write it.
    pub path: &'static str,
    /// What it does.
    pub what: Text,
    /// Its handler; takes the bytes that a body may have.
    pub(super) handler: fn(usize) -> MethodRouter<AppState>,
}

macro_rules! endpoints {
    ($($method:literal $path:literal $handler:expr, $ja:literal $en:literal;)*) => {
        /// All of them.
        pub static ENDPOINTS: &[Endpoint] = &[$(Endpoint {
            method: $method, path: $path, what: Text::new($ja, $en), handler: $handler,
        }),*];
    };
}

endpoints! {
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

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_endpoint_is_there_once_and_said_in_both_languages() {
        let mut seen = HashSet::new();
        for row in ENDPOINTS {
            assert!(seen.insert((row.method, row.path)), "{} {}", row.method, row.path);
            assert!(row.path.starts_with("/v1/") && !row.what.ja.is_empty() && !row.what.en.is_empty());
        }
    }
}
