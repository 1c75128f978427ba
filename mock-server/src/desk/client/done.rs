//! What was done, said at the top of the page that follows. One row each.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use careplan::text::{Lang, Text};
use maud::{Markup, html};
use serde::Deserialize;

use crate::desk::door::Station;

/// Something that was done.
#[derive(Debug)]
pub(super) struct Done {
    /// A slug, in the address of the page that follows.
    pub(super) id: &'static str,
    what: Text,
}

macro_rules! done {
    ($($name:ident $id:literal $ja:literal $en:literal;)*) => {
        $(pub(super) static $name: Done = Done { id: $id, what: Text::new($ja, $en) };)*

        static ALL: &[&Done] = &[$(&$name),*];
    };
}

done! {
    SENT "sent" "送信しました。" "Sent.";
    KEPT "kept" "下書きに保存しました。" "Kept as a draft.";
    UPDATED "updated" "下書きを更新しました。" "The draft was updated.";
    CHECKED "checked" "下書きに保存して、ファイルを確かめました。" "Kept as a draft; the files were checked.";
    REMOVED "removed" "下書きを削除しました。" "The draft was removed.";
    RECALLED "recalled" "送信を取り消しました。" "The message was taken back.";
    QUEUED "queued" "送信先ごとに分けて並べました。まだ送っていません。" "Sorted by destination and queued. Nothing was sent yet.";
    LOGGED_IN "logged-in" "ログインしました。" "Logged in.";
    PASSWORD_CHANGED "password-changed" "パスワードを変更しました。新しいパスワードでログインしてください。" "The password was changed. Please log in with the new one.";
    LOGGED_OUT "logged-out" "ログアウトしました。" "Logged out.";
    INSTALLED "installed" "電子証明書を入れ替えました。" "The certificate was replaced.";
}

/// What the address says of a page.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// What was done before.
    done: Option<&'static Done>,
    /// The `next` of the page before, in lists.
    pub(super) before: Option<String>,
}

#[derive(Default, Deserialize)]
struct Given {
    done: Option<String>,
    before: Option<String>,
}

impl FromRequestParts<Station> for Said {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, station: &Station) -> Result<Self, Self::Rejection> {
        let given = Query::<Given>::from_request_parts(parts, station).await;
        let Given { done, before } = given.map(|Query(given)| given).unwrap_or_default();
        let done = done.and_then(|id| ALL.iter().copied().find(|done| done.id == id));
        Ok(Self { done, before: before.filter(|before| crate::exchange::is_id(before)) })
    }
}

impl Said {
    /// The note at the top of the page, if there is something to say.
    pub(super) fn note(&self, lang: Lang) -> Markup {
        html! { @if let Some(done) = self.done { (note(done, lang)) } }
    }
}

/// The note that something was done.
pub(super) fn note(done: &Done, lang: Lang) -> Markup {
    html! { p.done role="status" { span.mark aria-hidden="true" { "✓" } " " (done.what.get(lang)) } }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn everything_that_is_done_is_there_once_and_said_in_both_languages() {
        let mut seen = HashSet::new();
        for done in ALL {
            assert!(seen.insert(done.id), "{}", done.id);
            assert!(done.what.ja.ends_with('。') && done.what.en.ends_with('.'), "{}", done.id);
        }
    }
}
