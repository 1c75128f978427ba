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
#[derive(Clone, Debug, Default)]
pub(crate) struct Form {
    /// 送信先.
    pub(crate) to: Option<String>,
    /// メッセージ.
    pub(crate) text: Option<String>,
    /// The files, in the order of the form.
    pub(crate) files: Vec<Part>,
    /// The fields that a page has of its own: name and value.
    pub(crate) others: Vec<(&'static str, String)>,
}

/// One file of it.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// Where it was put.
    pub(crate) slot: Slot,
    /// Its name.
    pub(crate) name: String,
    /// What is in it.
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
    /// Those that a page has of its own; `None`: it is not the form of a page.
    others: Option<&'static [&'static str]>,
}

impl Fields {
    /// Those of one message.
    pub(crate) const fn message(limits: &Limits) -> Self {
        Self { is_message: true, files: limits.files, others: None }
    }

    /// Those of a bulk send: the names of its CSV files say where they go.
    pub(crate) const fn bulk(files: usize) -> Self {
        Self { is_message: false, files, others: None }
    }

    /// As the page of a browser sends them: with fields of its own, an empty part for an input
    /// without a file, and a text that is only bounded here. What is wrong with the text is said
    /// when it is sent, so that whoever typed it still has it then.
    pub(crate) const fn of_page(self, others: &'static [&'static str]) -> Self {
        Self { others: Some(others), ..self }
    }
}

/// Characters of a destination that are read; a number has ten.
const TO_CHARS: usize = 64;
/// Characters that are read of a field that a page has of its own.
const OTHER_CHARS: usize = 128;
/// How much longer than allowed the text of a page may be to be given back.
const SLACK: usize = 8;

/// Reads the form. After a refusal the rest is read and thrown away, so that the sender, who is
/// still writing, gets to the answer. What was read before it is given beside it.
pub(crate) async fn read(mut multipart: Multipart, limits: &Limits, fields: Fields) -> (Form, Option<Problem>) {
    let mut form = Form::default();
    let problem = fill(&mut form, &mut multipart, limits, fields).await.err();
    if problem.is_some() {
        while let Ok(Some(mut field)) = multipart.next_field().await {
            while let Ok(Some(_)) = field.chunk().await {}
        }
    }
    (form, problem)
}

async fn fill(form: &mut Form, multipart: &mut Multipart, limits: &Limits, fields: Fields) -> Result<(), Problem> {
    let mut room = limits.message_bytes;
    while let Some(field) = multipart.next_field().await.map_err(|problem| unreadable(&problem))? {
        if let Some(name) = fields.others.and_then(|others| others.iter().find(|name| field.name() == Some(**name))) {
            form.others.push((name, as_typed(field, OTHER_CHARS).await?));
            continue;
        }
        let slot = match field.name() {
            Some("to") if fields.is_message && form.to.is_none() => {
                let unknown = || Problem::from(&UNKNOWN_DESTINATION);
                form.to = Some(text(field, TO_CHARS, unknown, unknown).await?);
                continue;
            }
            Some("message") if form.text.is_none() && fields.others.is_some() => {
                form.text = Some(as_typed(field, limits.text_chars.saturating_mul(SLACK)).await?);
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
        if fields.others.is_some() && field.file_name().is_none_or(str::is_empty) {
            // An input without a file; whatever is in it has no name.
            continue;
        }
        if form.files.len() == fields.files {
            return Err(limited(&TOO_MANY_FILES, fields.files));
        }
        let name = file_name(&field, limits)?;
        let body = file(field, &name, limits, room).await?;
        room = room.saturating_sub(body.len());
        form.files.push(Part { slot, name, body });
    }
    Ok(())
}

/// A field of text as somebody typed it: bounded, and nothing else. Browsers write line ends as
/// CR LF; they are counted as typed.
async fn as_typed(field: Field<'_>, most: usize) -> Result<String, Problem> {
    let bytes = bytes(field, most.saturating_mul(4)).await?.ok_or_else(|| Problem::from(&MESSAGE_TOO_LONG))?;
    Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n"))
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

/// The refusal of a form that holds more than one message may. What is read is bounded already;
/// this is for a form that was put together.
pub(crate) fn beyond(form: &Form, limits: &Limits) -> Option<Problem> {
    let bytes = form.files.iter().fold(0_usize, |sum, part| sum.saturating_add(part.body.len()));
    let chars = form.text.as_deref().unwrap_or_default().chars().count();
    [
        (form.files.len(), limits.files, &TOO_MANY_FILES),
        (bytes, limits.message_bytes, &MESSAGE_TOO_LARGE),
        (chars, limits.text_chars, &MESSAGE_TOO_LONG),
    ]
    .into_iter()
    .find_map(|(has, most, refusal)| (has > most).then(|| limited(refusal, most)))
}

pub(super) fn limited(refusal: &'static Refusal, limit: usize) -> Problem {
    Problem::new(
        refusal,
        format!("{}上限は {limit} です。", refusal.title.ja),
        format!("{} The limit is {limit}.", refusal.title.en),
    )
}
