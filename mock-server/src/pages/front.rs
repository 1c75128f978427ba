//! `GET /`: the first page. Japanese, or English with `?lang=en`.

use axum::extract::{Query, State};
use axum::http::Extensions;
use axum::response::Html;
use careplan::text::{Lang, Text};
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;

use super::about::SPEC;
use super::endpoints_and_pages;
use crate::assumptions::{ASSUMPTIONS, Switch};
use crate::clock::jst;
use crate::offices::Identity;
use crate::refusals::Refusal;
use crate::state::AppState;

const TITLE: Text = Text::new("訓練用 ケアプランデータ連携 模擬環境", "訓練用 (for training): mock care-plan exchange");
const NOTICE: Text = Text::new(
    "これは訓練用です。本物のケアプランデータ連携システムではありません。実在の利用者のデータを送らないでください。",
    "This is for training. It is not the real exchange. Please do not send data of real persons.",
);
const YOU: Text = Text::new("接続している事業所", "You are connected as office");
const API: Text = Text::new("使えるアドレス", "Addresses");
const ASSUMED: Text = Text::new("公開されていないため、仮に決めたこと", "What is assumed, because it is not public");
const PROFILE: Text = Text::new("まねている連携システム", "The exchange that is played");
const NOW: Text = Text::new("模擬時計", "Simulated clock");
const VALUE: Text = Text::new("項目と値", "Item and value");
const KNOWN: Text = Text::new("分かっていること", "What is known");
const OTHER: Text = Text::new("English", "日本語");

const STYLE: &str = "body{font-family:sans-serif;line-height:1.6;max-width:60rem;margin:0 auto;padding:1rem}\
.training{background:#b00020;color:#fff;padding:.5rem 1rem;font-weight:bold}\
table{border-collapse:collapse}td,th{border:1px solid #888;padding:.3rem .6rem;text-align:left;vertical-align:top}";

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
    Html(page(lang, &state, state.identity(&extensions)).into_string())
}

fn page(lang: Lang, state: &AppState, identity: Result<&Identity, &Refusal>) -> Markup {
    let assumed = state.assumed();
    let (code, other) = match lang {
        Lang::Ja => ("ja", "?lang=en"),
        Lang::En => ("en", "?lang=ja"),
    };
    html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (TITLE.get(lang)) }
                style { (STYLE) }
            }
            body {
                header {
                    p.training role="note" { (NOTICE.get(lang)) }
                    p { a href=(other) { (OTHER.get(lang)) } }
                }
                main {
                    h1 { (TITLE.get(lang)) " V" (SPEC) }
                    p { (YOU.get(lang)) ": "
                        strong { @match identity {
                            Ok(identity) => (identity.office),
                            Err(refusal) => { "(" (refusal.title.get(lang)) ")" },
                        } }
                    }
                    p { (PROFILE.get(lang)) ": " strong { (assumed.profile().as_str()) } "　"
                        (NOW.get(lang)) ": " strong { (jst(state.now_ms())) }
                    }
                    h2 { (API.get(lang)) }
                    table { tbody {
                        @for row in endpoints_and_pages() {
                            tr { th scope="row" { code { (row.method) " " (row.path) } } td { (row.what.get(lang)) } }
                        }
                    } }
                    h2 { (ASSUMED.get(lang)) }
                    table {
                        thead { tr {
                            th scope="col" { (VALUE.get(lang)) }
                            th scope="col" { (ASSUMED.get(lang)) }
                            th scope="col" { (KNOWN.get(lang)) }
                        } }
                        tbody {
                            @for row in ASSUMPTIONS {
                                tr id=(row.id) {
                                    td { code { (row.id) } @if row.switch != Switch::Fixed { br; (assumed.value(row)) } }
                                    td { (row.what.get(lang)) }
                                    td { (row.known.get(lang)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
