//! What travels as JSON: written by the relay, read by the [client](crate::client).

mod directory;
mod enrolment;
mod secret;

use careplan::text::Text;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use directory::*;
pub use enrolment::*;
pub use secret::Secret;

/// Where a file was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Slot {
    /// 添付ファイル(CSV): files of the standard, family pictures included.
    Csv,
    /// 添付ファイル(PDF等).
    Attachment,
}

impl Slot {
    /// The name of the form field, and of the JSON value.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Attachment => "attachment",
        }
    }
}

/// One file of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileEntry {
    /// Its number in the message, from 1.
    pub n: u32,
    /// Where it was put.
    pub slot: Slot,
    /// Its name as sent.
    pub name: String,
    /// ファイル連番, for a file of the standard.
    pub serial: Option<String>,
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A message without its text: what lists show, and the answer to a send.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Envelope {
    /// The id of the message.
    pub id: String,
    /// 送信元 事業所番号.
    pub from: String,
    /// 送信先 事業所番号.
    pub to: String,
    /// When it was accepted, RFC 3339 in Japanese time.
    pub accepted_at: String,
    /// The serials of its sets, ascending.
    pub serials: Vec<String>,
    /// Its files.
    pub files: Vec<FileEntry>,
    /// What has become of it, where the environment shows that (assumptions `status-words`,
    /// `read-receipt`, `second-terminal`, `recall`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// When the receiver first got something of it, RFC 3339 in Japanese time; only beside `status`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_at: Option<String>,
}

/// What has become of a message. The words of the real exchange are not public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The receiver has had nothing of it.
    Unreceived,
    /// The receiver has had something of it.
    Received,
    /// Another terminal of the office has taken it.
    Taken,
    /// Its sender took it back.
    Recalled,
}

impl Status {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Unreceived, Self::Received, Self::Taken, Self::Recalled];

    /// The word to show.
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Unreceived => Text::new("未受信", "not received"),
            Self::Received => Text::new("受信済", "received"),
            Self::Taken => Text::new("他の端末で受信済", "received on another terminal"),
            Self::Recalled => Text::new("取消済", "recalled"),
        }
    }
}

/// A message as its sender and its receiver see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Letter {
    /// Everything but the text.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The text; empty if none was given.
    pub message: String,
}

/// One page of a list, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Page {
    /// The messages.
    pub items: Vec<Envelope>,
    /// Give it as `before` to go on; absent at the end.
    pub next: Option<String>,
}

/// How a draft came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// 新規作成: one form.
    Form,
    /// 一括送信: it waits to be sent with the others.
    Bulk,
}

impl Origin {
    /// The JSON value.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Bulk => "bulk",
        }
    }
}

/// A draft (下書き) without its text. It is not checked until it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DraftEntry {
    /// The id of the draft; the message that it becomes has another.
    pub id: String,
    /// 送信先 as it was given; may be empty.
    pub to: String,
    /// How it came about.
    pub origin: Origin,
    /// When it was last changed, RFC 3339 in Japanese time.
    pub changed_at: String,
    /// Its files, without serials.
    pub files: Vec<FileEntry>,
}

/// A draft with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Draft {
    /// Everything but the text.
    #[serde(flatten)]
    pub entry: DraftEntry,
    /// The text; empty if none was given.
    pub message: String,
}

/// One page of drafts, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DraftPage {
    /// The drafts.
    pub items: Vec<DraftEntry>,
    /// Give it as `before` to go on; absent at the end.
    pub next: Option<String>,
}

/// What became of a bulk send (一括送信), destination by destination; the status of the answer is 207.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BulkAnswer {
    /// One group for each destination.
    pub groups: Vec<BulkGroup>,
}

/// The files of a bulk send for one destination. One of `draft`, `message` and `problem` is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BulkGroup {
    /// 送信先 事業所番号 from the names of the files; `null` for files whose names have none.
    pub to: Option<String>,
    /// The names of the files.
    pub files: Vec<String>,
    /// The draft that is queued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<DraftEntry>,
    /// The message that was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Envelope>,
    /// Why it was not sent or queued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemDocument>,
}

/// A refusal as an RFC 9457 problem document (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProblemDocument {
    /// `urn:renkei:problem:<code>`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What happened, in the language asked for (Japanese unless `Accept-Language` prefers English).
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened in this case, in the language asked for.
    pub detail: String,
    /// Our code.
    pub code: String,
    /// What happened, Japanese.
    pub title_ja: String,
    /// What happened, English.
    pub title_en: String,
    /// What happened in this case, Japanese.
    pub detail_ja: String,
    /// What happened in this case, English.
    pub detail_en: String,
    /// What the sender can do, Japanese.
    pub what_to_do_ja: String,
    /// What the sender can do, English.
    pub what_to_do_en: String,
    /// The clause it stands on, or the word `assumption`.
    pub source: String,
}
