//! What a page of the desk says when it cannot do what was asked. One row each.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use careplan::text::Text;

/// One reason. The relay's own refusals are shown as they are and need no row here.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// A slug that never changes.
    pub(crate) id: &'static str,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What happened.
    pub(crate) what: Text,
    /// What to do.
    pub(crate) what_to_do: Text,
}

macro_rules! troubles {
    ($($name:ident $id:literal $status:literal $ja:literal $en:literal $do_ja:literal $do_en:literal;)*) => {
        $(
            #[doc = $en]
            pub(crate) static $name: Trouble = Trouble {
                id: $id,
                status: $status,
                what: Text::new($ja, $en),
                what_to_do: Text::new($do_ja, $do_en),
            };
        )*

        /// All of them.
        #[cfg(test)]
        pub(crate) static TROUBLES: &[&Trouble] = &[$(&$name),*];
    };
}

troubles! {
    NO_PAGE "no-page" 404
        "ページが見つかりませんでした。" "There is no such page."
        "アドレスを確かめるか、はじめの画面からお進みください。" "Check the address, or start from the first page.";
    NOT_SEATED "not-seated" 403
        "この席には、まだ座っていません。" "You have not sat down at this seat yet."
        "はじめの画面で、席のコードを入れてください。" "Enter the code of the seat on the first page.";
    WRONG_CODE "wrong-code" 403
        "その席のコードは見つかりませんでした。" "There is no seat with this code."
        "講師に席のコードを確かめて、もう一度入れてください。" "Ask the trainer for the code and enter it again.";
    TOO_MANY_TRIES "too-many-tries" 429
        "席のコードの間違いが続いています。" "Too many wrong codes have been entered."
        "1分ほど待ってから、もう一度入れてください。" "Wait for a minute, then enter it again.";
    STALE "stale" 403
        "この画面は古くなっていて、操作を受け付けられませんでした。何も変わっていません。"
        "This page is out of date, and nothing was done."
        "画面を開きなおして、もう一度操作してください。" "Open the page again and repeat what you did.";
    UNREADABLE "unreadable" 400
        "入力を読み取れませんでした。何も変わっていません。" "What was entered could not be read. Nothing was done."
        "画面を開きなおして、もう一度入力してください。" "Open the page again and enter it again.";
    BAD_DATE "bad-date" 422
        "その日付にはできませんでした。何も変わっていません。" "The date could not be set. Nothing was changed."
        "2000年から2099年までの日付と時刻を入れてください。" "Enter a date and time from 2000 to 2099.";
    GONE "gone" 410
        "読んだファイルは、もうここにありません。" "The files that were read are no longer here."
        "もう一度、ファイルを入れてください。" "Please put the files in again.";
    ONE_PROFILE "one-profile" 409
        "この環境の中継は、起動したときのプロファイルのまま動きます。何も変わっていません。" "The relay of this environment keeps the profile that it was started with. Nothing was changed."
        "席を使うか、--profile を指定して起動しなおしてください。" "Use a seat, or start it again with --profile.";
    NO_STORY "no-story" 503
        "この話の見本ファイルを用意できませんでした。" "The sample files of this story are not at hand."
        "renkei serve で起動した練習机なら使えます。講師に知らせてください。" "They are there where the desk is run by renkei serve. Tell the trainer.";
    ROOM_FAILED "room-failed" 500
        "この席の環境を使えませんでした。" "The environment of this seat could not be used."
        "講師に知らせて、席を初めの状態に戻してもらってください。" "Tell the trainer, who can reset the seat.";
}

impl IntoResponse for &'static Trouble {
    /// Without a page yet: the guard draws it in the language of the visitor.
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_trouble_is_there_once_and_says_in_both_languages_what_to_do() {
        let mut seen = HashSet::new();
        for row in TROUBLES {
            assert!(seen.insert(row.id), "{}", row.id);
            assert!((400..600).contains(&row.status), "{}", row.id);
            for text in [row.what, row.what_to_do] {
                assert!(text.ja.ends_with('。') && text.en.ends_with('.'), "{}", row.id);
            }
        }
    }
}
