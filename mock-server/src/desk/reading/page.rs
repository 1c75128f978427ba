//! `GET` and `POST /desk/{room}/forms`, `GET /desk/{room}/forms/{pile}`.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Multipart, Path};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};
use tokio::time::timeout;

use crate::desk::page;
use crate::desk::shelf::Paper;
use crate::desk::trouble::{GONE, ROOM_FAILED, Trouble, UNREADABLE};
use crate::desk::visit::Visit;
use crate::exchange::{Fields, announced, read};
use crate::limits::Limits;
use crate::state::SHARE;

/// The part of the room.
const PART: &str = "forms";
const TITLE: Text = Text::new("帳票で読む", "Read as paper forms");
const WHAT: Text = Text::new(
    "CSV の組（家族構成図の画像も）を入れると、第1表〜第3表、第6表、第7表、予防の書類を、見慣れた帳票の形で表示します。\
     どこにも送りません。予定と実績を一緒に入れると、違いを示します。A4 に印刷できます。",
    "Put in a set of CSV files (and family pictures) to see them as the paper forms that people know. Nothing is \
     sent. Planned and actual use together show their differences. It prints on A4.",
);
const CAUTION: Text = Text::new(
    "訓練用です。実在の利用者のデータは入れないでください。",
    "This is for training. Please do not put in data of real persons.",
);
const FILES: Text = Text::new("ファイル", "Files");
const HINT: Text = Text::new("ここにファイルをドロップ または ファイルを選択", "Drop files here, or choose files");
const READ: Text = Text::new("帳票で読む", "Read them");
const AGAIN: Text = Text::new("別のファイルを読む", "Read other files");
const PRINT: Text =
    Text::new("印刷は、ブラウザーの印刷（Ctrl+P）で A4 に。", "Print with the browser (Ctrl+P), on A4.");
const NOTHING: Text = Text::new("ファイルが選ばれていません。", "No file was chosen.");

/// Files of one pile.
const MOST_FILES: usize = 500;

/// `GET /desk/{room}/forms`.
pub(super) async fn ask(visit: Visit) -> Html<String> {
    asked(&visit, None)
}

fn asked(visit: &Visit, trouble: Option<&Message>) -> Html<String> {
    let (lang, state) = (visit.lang(), visit.room.state());
    let limits = state.limits();
    let body = html! {
        h1 { (TITLE.get(lang)) }
        @if let Some(trouble) = trouble { p.trouble role="alert" { (page::said(trouble, lang)) } }
        p { (WHAT.get(lang)) }
        p { strong { (CAUTION.get(lang)) } }
        form.stack.once method="post" enctype="multipart/form-data" action=(visit.action(PART)) {
            div.zone data-zone="csv" {
                label for="csv" { (FILES.get(lang)) }
                p.drop-here { (HINT.get(lang)) }
                input id="csv" name="csv" type="file" multiple required;
            }
            p.soft { (bounds(limits, lang)) }
            p { button type="submit" { (READ.get(lang)) } }
        }
    };
    Html(page::visit(visit, PART, TITLE.get(lang), &body).into_string())
}

fn bounds(limits: &Limits, lang: Lang) -> Markup {
    let message = Message::new(
        format!("一度に {MOST_FILES} 個、合計 {} MB まで。", limits.message_bytes >> 20),
        format!("At most {MOST_FILES} files and {} MB at once.", limits.message_bytes >> 20),
    );
    html! { (message.get(lang)) }
}

/// `POST /desk/{room}/forms`.
pub(super) async fn take(visit: Visit, headers: HeaderMap, multipart: Option<Multipart>) -> Response {
    match taken(&visit, &headers, multipart).await {
        Err(trouble) => trouble.into_response(),
        Ok(Err(problem)) => asked(&visit, Some(&problem)).into_response(),
        Ok(Ok(papers)) => {
            let id = visit.guest.desk.piles().keep(visit.room.number(), papers);
            Redirect::to(&visit.path(&format!("{PART}/{id}"))).into_response()
        }
    }
}

/// The papers, or what is wrong with them.
async fn taken(
    visit: &Visit,
    headers: &HeaderMap,
    multipart: Option<Multipart>,
) -> Result<Result<Vec<Paper>, Message>, &'static Trouble> {
    let multipart = multipart.ok_or(&UNREADABLE)?;
    let state = visit.room.state();
    let limits = state.limits();
    let bytes = announced(headers).unwrap_or(limits.message_bytes).min(limits.message_bytes);
    let shares = u32::try_from(bytes / SHARE + 1).unwrap_or(u32::MAX);
    let turn = timeout(limits.body, visit.guest.desk.uploads().acquire_many(shares)).await;
    let _turn = turn.ok().and_then(Result::ok).ok_or(&ROOM_FAILED)?;
    let fields = Fields::bulk(MOST_FILES).of_page(&[]);
    let (form, problem) = timeout(limits.body, read(multipart, limits, fields)).await.map_err(|_| &UNREADABLE)?;
    Ok(match problem {
        Some(problem) => Err(problem.detail),
        None if form.files.is_empty() => Err(NOTHING.into()),
        None => Ok(form.files.into_iter().map(|part| Paper { name: part.name, bytes: part.body }).collect()),
    })
}

/// Which page of the forms: `?from=N`; the first where nothing sensible is asked for.
#[derive(Clone, Copy, Debug)]
pub(in crate::desk) struct Turned(pub(in crate::desk) usize);

impl<S: Sync> FromRequestParts<S> for Turned {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let mut pairs = parts.uri.query().unwrap_or_default().split('&');
        let from = pairs.find_map(|pair| pair.strip_prefix("from=")).and_then(|from| from.parse().ok());
        Ok(Self(from.unwrap_or(0)))
    }
}

/// `GET /desk/{room}/forms/{pile}`.
pub(super) async fn show(
    visit: Visit,
    Path(at): Path<Vec<(String, String)>>,
    Turned(from): Turned,
) -> Result<Html<String>, &'static Trouble> {
    let lang = visit.lang();
    let pile = at.iter().find(|(name, _)| name == "pile").map_or("", |(_, id)| id.as_str());
    let papers = visit.guest.desk.piles().find(visit.room.number(), pile).ok_or(&GONE)?;
    let forms = super::drawn(papers, lang, from).await;
    let body = html! {
        h1 { (TITLE.get(lang)) }
        p.no-print { (PRINT.get(lang)) " " a href=(visit.path(PART)) { (AGAIN.get(lang)) } }
        (forms)
    };
    Ok(Html(page::visit(&visit, PART, TITLE.get(lang), &body).into_string()))
}
