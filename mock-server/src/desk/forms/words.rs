//! Sentences of the page around the forms.

use careplan::text::{Message, Text};

use super::limits;

pub(super) const CONTENTS: Text = Text::new("目次", "Contents");
pub(super) const NOTES: Text = Text::new("ご確認ください", "Please look at these");
pub(super) const FILES: Text = Text::new("読んだファイル", "Files that were read");
pub(super) const FORM: Text = Text::new("様式", "Form");
pub(super) const FILE: Text = Text::new("ファイル", "File");
pub(super) const ROWS: Text = Text::new("行数", "Rows");
pub(super) const NOTHING: Text = Text::new(
    "様式として描けるデータがありません。ケアプランデータ連携のファイル（UPPLAN_… など）を入れると、ここに紙と同じ様式で表示します。",
    "There is nothing to draw as a form. Files of the exchange (UPPLAN_… and the like) appear here as the paper forms.",
);
pub(super) const FOREIGN: Text = Text::new(
    "ケアプランデータ連携の様式ではないファイル（内容は表示しません）",
    "Files that are no forms of the exchange (not shown)",
);
pub(super) const LOOSE_PICTURES: Text =
    Text::new("どの利用者基本情報にも結びつかない家族構成画像", "Family pictures that no basic information names");
pub(super) const PAGES: Text = Text::new("様式のページ", "Pages of forms");
pub(super) const PREVIOUS: Text = Text::new("前の様式へ", "Previous forms");
pub(super) const NEXT: Text = Text::new("続きの様式へ", "Further forms");
pub(super) const AND_MORE: Text = Text::new("ほか", "and more:");

/// Said where not everything was read.
pub(super) fn cut() -> Message {
    let (papers, rows, megabytes) = (limits::PAPERS, limits::ROWS, limits::BYTES >> 20);
    Message::new(
        format!(
            "量が多いため、途中までを読みました。件数や合計は、ここにある分だけのものです。一度に読むのは{papers}ファイル・{rows}行・{megabytes}MBまでです。"
        ),
        format!(
            "There is more than is read at once ({papers} files, {rows} rows, {megabytes} MB). Numbers and sums cover only what is here."
        ),
    )
}
