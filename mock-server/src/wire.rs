//! What travels as JSON: written by the relay, read by the [client](crate::client).

mod directory;
mod enrolment;
mod secret;

use serde::{Deserialize, Serialize};

pub use directory::*;
pub use enrolment::*;
pub use secret::Secret;

/// Where a file was put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
}

/// A message as its sender and its receiver see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Everything but the text.
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The text; empty if none was given.
    pub message: String,
}

/// One page of a list, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The messages.
    pub items: Vec<Envelope>,
    /// Give it as `before` to go on; absent at the end.
    pub next: Option<String>,
}

/// A refusal as an RFC 9457 problem document (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
