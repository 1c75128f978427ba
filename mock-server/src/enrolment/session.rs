//! `POST /v1/session` and `DELETE /v1/session`: login and logout of a terminal.

use axum::Json;
use axum::extract::State;
use axum::http::header::AUTHORIZATION;
use axum::http::{Extensions, HeaderMap, StatusCode};

use super::login::{MINUTE_MS, end_of_password, login, number};
use super::secret;
use crate::assumptions::{LICENCE_EXPIRED, LOGIN, SESSION_MINUTES};
use crate::ca::{DAY_MS, NOTICE_DAYS, days_left};
use crate::clock::jst;
use crate::directory::{self, Standing};
use crate::faults;
use crate::hash::sha256;
use crate::journal::{SESSION_BEGUN, SESSION_ENDED};
use crate::json::Body;
use crate::offices::OfficeNo;
use crate::refusals::{
    LOGIN_OTHER_OFFICE, NO_SESSION, Problem, SESSION_EXPIRED, SESSION_TERMINAL, UNREGISTERED_SENDER,
};
use crate::state::AppState;
use crate::store::sessions::{self, Session};
use crate::wire::{Login, Notice, SessionBegun};

/// From how many days before its end an office is told to change its password.
const PASSWORD_NOTICE_DAYS: i64 = 14;

/// Logs in: the certificate of the connection, the user and the password belong to one office.
#[utoipa::path(
    post, path = "/v1/session", operation_id = "logIn", tag = "session",
    request_body = Login,
    responses((status = 201, body = SessionBegun)),
)]
pub(super) async fn begin(
    State(state): State<AppState>,
    extensions: Extensions,
    headers: HeaderMap,
    Body(asked): Body<Login>,
) -> Result<(StatusCode, Json<SessionBegun>), Problem> {
    let certificate = state.identity(&extensions)?;
    let office = certificate.office;
    let member = state.store().member(&office).await?.ok_or(&UNREGISTERED_SENDER)?;
    let terminal = state.terminal(&headers)?.unwrap_or_default();
    let account = login(&state, &asked).await?;
    if account.office != office {
        return Err(Problem::from(&LOGIN_OTHER_OFFICE));
    }
    let at = state.now_ms();
    let licence = directory::view(&office, member.licence.as_ref(), at);
    if state.assumed().is(&LICENCE_EXPIRED, "none") {
        directory::check(&state, member.licence.as_ref(), false)?;
    }
    let mut notices = Vec::new();
    let days = faults::days_left(&extensions).unwrap_or_else(|| days_left(certificate.not_after, at));
    if days <= NOTICE_DAYS {
        notices.push(notice(
            "certificate-renewal",
            format!("電子証明書の有効期間は、あと{days}日です。{NOTICE_DAYS}日前から更新できます。"),
            format!("The certificate ends in {days} days. It can be renewed from {NOTICE_DAYS} days before."),
        ));
    }
    if let Some(left) = end_of_password(&state, &account).map(|end| days_left(end, at))
        && left <= PASSWORD_NOTICE_DAYS
    {
        notices.push(notice(
            "password-expiry",
            format!("パスワードの有効期間は、あと{left}日です。変更してください。"),
            format!("The password ends in {left} days. Please change it."),
        ));
    }
    notices.extend(licence_notice(directory::standing(member.licence.as_ref(), at), &licence, at));

    let token = secret::token()?;
    let hash = sha256(token.0.as_bytes());
    let ends_at = at.saturating_add(number(&state, &SESSION_MINUTES).saturating_mul(MINUTE_MS));
    let session = Session { office: office.to_string(), terminal: terminal.clone(), ends_at };
    let work = move |tx: &mut crate::store::Tx<'_>| {
        sessions::begin(tx, &hash, at, &session)?;
        tx.record(at, &SESSION_BEGUN.by(&office).with(serde_json::json!({ "terminal": session.terminal })))
    };
    state.store().write(work).await?;
    let answer = SessionBegun {
        token,
        expires_at: jst(ends_at),
        office: office.to_string(),
        terminal: Some(terminal).filter(|name| !name.is_empty()),
        certificate_days_left: days,
        licence,
        notices,
    };
    Ok((StatusCode::CREATED, Json(answer)))
}

/// Logs out.
#[utoipa::path(
    delete, path = "/v1/session", operation_id = "logOut", tag = "session",
    responses((status = 204)),
)]
pub(super) async fn end(
    State(state): State<AppState>,
    extensions: Extensions,
    headers: HeaderMap,
) -> Result<StatusCode, Problem> {
    let office = state.identity(&extensions)?.office;
    let hash = token(&headers).ok_or(&NO_SESSION)?;
    let at = state.now_ms();
    let work = move |tx: &mut crate::store::Tx<'_>| {
        let ended = sessions::end(tx, &hash, &office)?;
        if ended {
            tx.record(at, &SESSION_ENDED.by(&office))?;
        }
        Ok(ended)
    };
    if state.store().write(work).await? { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::from(&NO_SESSION)) }
}

/// Where a login is needed, whether there is one of this office on this terminal.
///
/// # Errors
/// The refusal that says what is missing.
pub(crate) async fn has_session(
    state: &AppState,
    office: &OfficeNo,
    terminal: Option<&str>,
    headers: &HeaderMap,
) -> Result<(), Problem> {
    if !state.assumed().is(&LOGIN, "password") {
        return Ok(());
    }
    let hash = token(headers).ok_or(&NO_SESSION)?;
    let found = state.store().read(move |db| sessions::find(db, &hash)).await?;
    // Another office's token is as good as none.
    let session = found.filter(|session| session.office == office.as_str()).ok_or(&NO_SESSION)?;
    if session.ends_at <= state.now_ms() {
        return Err(Problem::from(&SESSION_EXPIRED));
    }
    if session.terminal == terminal.unwrap_or_default() { Ok(()) } else { Err(Problem::from(&SESSION_TERMINAL)) }
}

/// SHA-256 of the token of a request.
fn token(headers: &HeaderMap) -> Option<String> {
    let mut given = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (given.next(), given.next()) else { return None };
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| sha256(token.trim().as_bytes()))
}

fn notice(code: &str, ja: String, en: String) -> Notice {
    Notice { code: code.to_owned(), ja, en }
}

fn licence_notice(standing: Standing, licence: &crate::wire::LicenceView, at: i64) -> Option<Notice> {
    let (ja, en) = match standing {
        Standing::None => {
            ("ライセンスがありません。利用申請をしてください。", "There is no licence. Please apply for one.")
        }
        Standing::Applied => {
            ("ライセンスは、まだ有効ではありません。", "The licence was applied for and is not valid yet.")
        }
        Standing::Lapsed { .. } => {
            ("ライセンスの有効期間が過ぎています。更新してください。", "The licence has lapsed. Please renew it.")
        }
        Standing::Active { until }
            if !licence.automatic_renewal && until.saturating_sub(at) <= NOTICE_DAYS * DAY_MS =>
        {
            (
                "ライセンスの有効期間がもうすぐ終わります。自動では更新されません。",
                "The licence ends soon and does not renew itself.",
            )
        }
        Standing::Active { .. } => return None,
    };
    Some(notice("licence", ja.to_owned(), en.to_owned()))
}
