//! Reading the form of a send, never more of it than the limits allow.

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use bytes::{Bytes, BytesMut};

use crate::hash::sha256;
use crate::limits::Limits;
use crate::refusals::{
    FILE_NAME, FILE_TOO_LARGE, MALFORMED_FORM, MESSAGE_TEXT, MESSAGE_TOO_LARGE, MESSAGE_TOO_LONG, Problem, Refusal,
    TOO_MANY_FILES, UNEXPECTED_FIELD, UNKNOWN_DESTINATION,
};
use crate::wire::Slot;

/// A form as it came: nothing in it has been judged but its size.
#[derive(Debug, Default)]
pub(crate) struct Form {
    pub(crate) to: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) files: Vec<Part>,
}

/// One file of it.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) slot: Slot,
    pub(crate) name: String,
    pub(crate) body: Bytes,
}

impl Part {
    /// SHA-256 of its bytes in hexadecimal.
    pub(crate) fn sha256(&self) -> String {
        sha256(&self.body)
    }
}

/// Which fields a form may have.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// Whether it names its destination, and may hold attachments.
    is_message: bool,
    /// Files at most.
    files: usize,
}

impl Fields {
    /// Those of one message.
    pub(crate) const fn message(limits: &Limits) -> Self {
        Self { is_message: true, files: limits.files }
    }

    /// Those of a bulk send: the names of its CSV files say where they go.
    pub(crate) const fn bulk(files: usize) -> Self {
        Self { is_message: false, files }
    }
}

/// Characters of a destination that are read; a number has ten.
const TO_CHARS: usize = 64;

/// Reads the form. After a refusal the rest is read and thrown away, so that the sender, who is
/// still writing, gets to the answer.
pub(crate) async fn read(mut multipart: Multipart, limits: &Limits, fields: Fields) -> Result<Form, Problem> {
    let form = fill(&mut multipart, limits, fields).await;
    if form.is_err() {
        while let Ok(Some(mut field)) = multipart.next_field().await {
            while let Ok(Some(_)) = field.chunk().await {}
        }
    }
    form
}

async fn fill(multipart: &mut Multipart, limits: &Limits, fields: Fields) -> Result<Form, Problem> {
    let mut form = Form::default();
    let mut room = limits.message_bytes;
    while let Some(field) = multipart.next_field().await.map_err(|problem| unreadable(&problem))? {
        let slot = match field.name() {
            Some("to") if fields.is_message && form.to.is_none() => {
                let unknown = || Problem::from(&UNKNOWN_DESTINATION);
                form.to = Some(text(field, TO_CHARS, unknown, unknown).await?);
                continue;
            }
            Some("message") if form.text.is_none() => {
                let too_long = || limited(&MESSAGE_TOO_LONG, limits.text_chars);
                let spoilt = || Problem::from(&MESSAGE_TEXT);
                form.text = Some(text(field, limits.text_chars, too_long, spoilt).await?);
                continue;
            }
            Some("csv") => Slot::Csv,
            Some("attachment") if fields.is_message => Slot::Attachment,
            _ => return Err(Problem::from(&UNEXPECTED_FIELD)),
        };
        if form.files.len() == fields.files {
            return Err(limited(&TOO_MANY_FILES, fields.files));
        }
        let name = file_name(&field, limits)?;
        let body = file(field, &name, limits, room).await?;
        room = room.saturating_sub(body.len());
        form.files.push(Part { slot, name, body });
    }
    Ok(form)
}

/// A field of text: UTF-8, at most so many characters, none of them a control character but line
/// ends and tabs.
async fn text(
    field: Field<'_>,
    most: usize,
    too_long: impl Fn() -> Problem,
    spoilt: impl Fn() -> Problem,
) -> Result<String, Problem> {
    // A character takes four bytes at most.
    let bytes = bytes(field, most.saturating_mul(4)).await?.ok_or_else(&too_long)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| spoilt())?;
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(spoilt());
    }
    if text.chars().count() > most {
        return Err(too_long());
    }
    Ok(text.to_owned())
}

async fn file(field: Field<'_>, name: &str, limits: &Limits, room: usize) -> Result<Bytes, Problem> {
    match bytes(field, limits.file_bytes.min(room)).await? {
        Some(bytes) => Ok(bytes),
        None if room < limits.file_bytes => Err(limited(&MESSAGE_TOO_LARGE, limits.message_bytes)),
        None => Err(Problem::about_file(&FILE_TOO_LARGE, name)),
    }
}

/// The bytes of a field; `None` if there are more than allowed.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Option<Bytes>, Problem> {
    let mut all = BytesMut::new();
    while let Some(chunk) = field.chunk().await.map_err(|problem| unreadable(&problem))? {
        if all.len() + chunk.len() > most {
            return Ok(None);
        }
        all.extend_from_slice(&chunk);
    }
    Ok(Some(all.freeze()))
}

/// A name is data here and never a path; one that could be taken for a path elsewhere is refused.
fn file_name(field: &Field<'_>, limits: &Limits) -> Result<String, Problem> {
    let name = field.file_name().unwrap_or_default();
    let spoilt = |c: char| c.is_control() || matches!(c, '/' | '\\');
    if name.trim().is_empty() || name.len() > limits.file_name_bytes || name.contains(spoilt) {
        return Err(Problem::from(&FILE_NAME));
    }
    Ok(name.to_owned())
}

fn unreadable(problem: &MultipartError) -> Problem {
    Problem::from(match problem.status() {
        StatusCode::PAYLOAD_TOO_LARGE => &MESSAGE_TOO_LARGE,
        _ => &MALFORMED_FORM,
    })
}

pub(crate) fn limited(refusal: &'static Refusal, limit: usize) -> Problem {
    Problem::new(
        refusal,
        format!("{}上限は {limit} です。", refusal.title.ja),
        format!("{} The limit is {limit}.", refusal.title.en),
    )
}
