//! The parts of a form that takes files: zones to drop them on, which are ordinary inputs without
//! script, and what the script needs to know.

use careplan::text::{Lang, Text};
use maud::{Markup, html};
use uuid::Uuid;

use super::here::Here;
use crate::wire::Slot;

const CSV: Text = Text::new("添付ファイル(CSV)", "Attached files (CSV)");
const ATTACHMENTS: Text = Text::new("添付ファイル(PDF等)", "Attached files (PDF and the like)");
const HINT: Text = Text::new("ここにファイルをドロップ または ファイルを選択", "Drop files here, or choose files");
const CSV_HINT: Text = Text::new(
    "介護ソフトが出力した CSV（家族構成図の画像も、ここに入れます）。名前は変えません。",
    "CSV files as the care software wrote them (family pictures go here too). Keep their names.",
);
const ATTACHMENTS_HINT: Text = Text::new(
    "pdf・jpeg・jpg・png・gif・txt。Word・Excel・PowerPoint は送れません。",
    "pdf, jpeg, jpg, png, gif, txt. Word, Excel and PowerPoint files cannot be sent.",
);
const MESSAGE: Text = Text::new("メッセージ", "Message");
const MOST: Text = Text::new("文字まで", "characters at most");

/// What the script says; `{name}` and `{most}` are filled in. One row each: `data-say-…`.
struct Says {
    checking: Text,
    folder: Text,
    large: Text,
    many: Text,
    total: Text,
    failed: Text,
    sending: Text,
}

const SAYS: Says = Says {
    checking: Text::new("ファイルを確かめています…", "Checking the files…"),
    folder: Text::new(
        "「{name}」はフォルダーです。中のファイルを選んでください。",
        "\"{name}\" is a folder. Choose the files in it.",
    ),
    large: Text::new(
        "「{name}」は大きすぎるため、入れませんでした（1つ {most} まで）。",
        "\"{name}\" is too large and was not added ({most} at most).",
    ),
    many: Text::new(
        "ファイルが多すぎるため、入れませんでした（{most} 個まで）。",
        "There are too many files; they were not added ({most} at most).",
    ),
    total: Text::new(
        "合計が大きすぎるため、「{name}」から後は入れませんでした（合計 {most} まで）。",
        "The files are too large together; \"{name}\" and what follows was not added ({most} at most).",
    ),
    failed: Text::new(
        "いまは確かめられませんでした。このまま送信しても、送信の前に確かめられます。",
        "They could not be checked just now. They are checked again when you send.",
    ),
    sending: Text::new("送っています。そのままお待ちください。", "Sending. Please wait."),
};

/// A form that takes files. `check`: where the script asks what is found in them; `files`: how many
/// it may hold; `kept`: the bytes of those that it holds already.
pub(super) struct Drop<'a> {
    pub(super) action: String,
    pub(super) check: String,
    pub(super) files: usize,
    pub(super) kept: usize,
    pub(super) body: &'a Markup,
}

impl Drop<'_> {
    pub(super) fn form(&self, here: &Here) -> Markup {
        let (lang, limits) = (here.lang(), here.limits());
        let Says { checking, folder, large, many, total, failed, sending } = SAYS;
        html! {
            form.stack.drop method="post" enctype="multipart/form-data" action=(self.action) data-check=(self.check)
                data-files=(self.files) data-file-bytes=(limits.file_bytes)
                data-total-bytes=(limits.message_bytes.saturating_sub(self.kept))
                data-say-checking=(checking.get(lang)) data-say-folder=(folder.get(lang))
                data-say-large=(large.get(lang)) data-say-many=(many.get(lang)) data-say-total=(total.get(lang))
                data-say-failed=(failed.get(lang)) data-say-sending=(sending.get(lang)) { (self.body) }
        }
    }
}

/// What makes a send that is pressed twice one send: new whenever a page is shown, unless the page
/// is shown again for the same send.
pub(super) fn key(given: Option<&str>) -> Markup {
    let key = given.map_or_else(|| Uuid::new_v4().to_string(), str::to_owned);
    html! { input type="hidden" name="key" value=(key) autocomplete="off"; }
}

/// A zone to drop files on.
pub(super) fn zone(slot: Slot, lang: Lang) -> Markup {
    let (heading, hint) = match slot {
        Slot::Csv => (CSV, CSV_HINT),
        Slot::Attachment => (ATTACHMENTS, ATTACHMENTS_HINT),
    };
    let (id, about) = (slot.as_str(), format!("about-{}", slot.as_str()));
    html! {
        div.zone data-zone=(id) {
            label for=(id) { (heading.get(lang)) }
            p.drop-here { (HINT.get(lang)) }
            input id=(id) name=(id) type="file" multiple aria-describedby=(about);
            p.soft id=(about) { (hint.get(lang)) }
        }
    }
}

/// The text of a message. Its length is judged by the exchange: a browser counts line ends twice.
pub(super) fn message(here: &Here, text: &str) -> Markup {
    let lang = here.lang();
    html! {
        div {
            label for="message" { (MESSAGE.get(lang)) }
            " " span.soft { span.number { (here.limits().text_chars) } (MOST.get(lang)) }
            // A line end that follows the tag at once is not part of the text.
            textarea id="message" name="message" rows="5" { "\n" (text) }
        }
    }
}

/// Where the script says what happens, and shows what was found.
pub(super) fn checked(found: &Markup) -> Markup {
    html! {
        p.say role="status" data-say {}
        div data-checked { (found) }
    }
}
