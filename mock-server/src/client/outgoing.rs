//! A message to be sent.

use bytes::Bytes;
use reqwest::multipart::{Form, Part};

use crate::wire::Slot;

/// A message to one office.
#[derive(Clone, Debug, Default)]
pub struct Outgoing {
    /// 送信先 事業所番号.
    pub to: String,
    /// The text; none is sent if it is empty.
    pub message: String,
    /// The files, in the order in which they are numbered.
    pub files: Vec<Attachment>,
    /// Makes a retry after a lost answer the same message, never a second one.
    pub idempotency_key: Option<String>,
}

/// A file to be sent.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Where it is put.
    pub slot: Slot,
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub body: Bytes,
}

impl Outgoing {
    /// An empty message to an office.
    pub fn to(office: impl Into<String>) -> Self {
        Self { to: office.into(), ..Self::default() }
    }

    /// With a text.
    #[must_use]
    pub fn message(mut self, text: impl Into<String>) -> Self {
        self.message = text.into();
        self
    }

    /// With a CSV file of the standard, or a family picture.
    #[must_use]
    pub fn csv(self, name: impl Into<String>, body: impl Into<Bytes>) -> Self {
        self.file(Slot::Csv, name, body)
    }

    /// With another file.
    #[must_use]
    pub fn attachment(self, name: impl Into<String>, body: impl Into<Bytes>) -> Self {
        self.file(Slot::Attachment, name, body)
    }

    /// Under an idempotency key.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    fn file(mut self, slot: Slot, name: impl Into<String>, body: impl Into<Bytes>) -> Self {
        self.files.push(Attachment { slot, name: name.into(), body: body.into() });
        self
    }

    pub(super) fn form(self) -> Form {
        let form = Form::new().text("to", self.to.clone());
        self.fill(form)
    }

    /// The form of a bulk send, whose destinations stand in the names of the files.
    pub(super) fn bulk_form(mut self) -> Form {
        self.files.retain(|file| file.slot == Slot::Csv);
        self.fill(Form::new())
    }

    fn fill(self, mut form: Form) -> Form {
        if !self.message.is_empty() {
            form = form.text("message", self.message);
        }
        for Attachment { slot, name, body } in self.files {
            let length = body.len() as u64;
            form = form.part(slot.as_str(), Part::stream_with_length(body, length).file_name(name));
        }
        form
    }
}
