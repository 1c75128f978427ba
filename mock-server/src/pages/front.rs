//! `GET /`: the first page. Japanese, or English with `?lang=en`. It wears the style sheet of the
//! training desk, and leads there where there is one.

use axum::extract::{Query, State};
use axum::http::Extensions;
use axum::response::Html;
use careplan::text::{Lang, Text};
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;

use super::about::SPEC;
use super::{assumptions, endpoints_and_pages};
use crate::clock::jst;
use crate::desk::dates;
use crate::offices::Identity;
use crate::refusals::Refusal;
use crate::state::AppState;

const TITLE: Text = Text::new("訓練用 ケアプランデータ連携 模擬環境", "訓練用 (for training): mock care-plan exchange");
const TRAINING: Text = Text::new("訓練用", "訓練用 (training)");
const NOTICE: Text = Text::new(
    "これは訓練用です。本物のケアプランデータ連携システムではありません。実在の利用者のデータを送らないでください。",
    "This is for training. It is not the real exchange. Please do not send data of real persons.",
);
const YOU: Text = Text::new("接続している事業所", "You are connected as office");
const API: Text = Text::new("使えるアドレス", "Addresses");
const METHOD: Text = Text::new("アドレス", "Address");
const WHAT: Text = Text::new("できること", "What it does");
const ASSUMED: Text = Text::new("公開されていないため、仮に決めたこと", "What is assumed, because it is not public");
const PROFILE: Text = Text::new("まねている連携システム", "The exchange that is played");
const NOW: Text = Text::new("模擬の日付", "Simulated date");
const OTHER: Text = Text::new("English", "日本語");
const DESK: Text = Text::new("練習机を開く", "Open the training desk");
const DESK_WHAT: Text = Text::new(
    "送る側と受け取る側の画面で、送受信を練習します。席のコードが要ります。",
    "Practise sending and receiving on the screens of both sides. The code of a seat is needed.",
);

/// Among the extensions of requests where there is a training desk.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HasDesk;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// ja, en
    lang: Option<String>,
}

#[utoipa::path(
    get, path = "/", operation_id = "showFront", tag = "pages", security(()),
    params(Wanted),
    responses((status = 200, body = String, content_type = "text/html")),
)]
pub(super) async fn front(
    wanted: Result<Query<Wanted>, axum::extract::rejection::QueryRejection>,
    State(state): State<AppState>,
    extensions: Extensions,
) -> Html<String> {
    let lang = match wanted {
        Ok(Query(Wanted { lang: Some(lang) })) if lang == "en" => Lang::En,
        _ => Lang::Ja,
    };
    let body = html! {
        @if extensions.get::<HasDesk>().is_some() { (to_the_desk(lang)) }
        (connection(lang, &state, state.identity(&extensions)))
        h2 { (API.get(lang)) }
        (addresses(lang))
        h2 { (ASSUMED.get(lang)) }
        (assumptions(state.assumed(), lang))
    };
    Html(page(lang, &body).into_string())
}

fn page(lang: Lang, body: &Markup) -> Markup {
    let (code, other, other_code) = match lang {
        Lang::Ja => ("ja", "?lang=en", "en"),
        Lang::En => ("en", "?lang=ja", "ja"),
    };
    html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (TITLE.get(lang)) }
                link rel="icon" href="data:,";
                link rel="stylesheet" href={ "/desk/style.css?v=" (env!("CARGO_PKG_VERSION")) };
            }
            body.front {
                header.frame {
                    p.training role="note" { strong { (TRAINING.get(lang)) } " " (NOTICE.get(lang)) }
                    div.bar { a.language href=(other) hreflang=(other_code) lang=(other_code) { (OTHER.get(lang)) } }
                }
                main { h1 { (TITLE.get(lang)) " V" (SPEC) } (body) }
            }
        }
    }
}

fn to_the_desk(lang: Lang) -> Markup {
    html! {
        div.box {
            p { (DESK_WHAT.get(lang)) }
            p { a.button href="/desk" { (DESK.get(lang)) } }
        }
    }
}

fn connection(lang: Lang, state: &AppState, identity: Result<&Identity, &Refusal>) -> Markup {
    html! {
        dl.facts {
            dt { (YOU.get(lang)) }
            dd { @match identity {
                Ok(identity) => { strong { (identity.office) } }
                Err(refusal) => { "（" (refusal.title.get(lang)) "）" }
            } }
            dt { (PROFILE.get(lang)) }
            dd { strong { (state.assumed().profile().as_str()) } }
            dt { (NOW.get(lang)) }
            dd { strong { time datetime=(jst(state.now_ms())) { (dates::moment(state.now_ms()).get(lang)) } } }
        }
    }
}

fn addresses(lang: Lang) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(API.get(lang)) {
            table {
                thead { tr { th scope="col" { (METHOD.get(lang)) } th scope="col" { (WHAT.get(lang)) } } }
                tbody {
                    @for row in endpoints_and_pages() {
                        tr { th scope="row" { code { (row.method) " " (row.path) } } td { (row.what.get(lang)) } }
                    }
                }
            }
        }
    }
}
