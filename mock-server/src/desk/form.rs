//! A form as the exchange takes it: `multipart/form-data`.

use bytes::{BufMut, Bytes, BytesMut};
use uuid::Uuid;

pub(crate) use super::shelf::Paper;
use crate::wire::Slot;

/// Builds the body part by part.
#[derive(Debug)]
pub(crate) struct Form {
    boundary: String,
    body: BytesMut,
}

impl Form {
    /// An empty one.
    pub(crate) fn new() -> Self {
        // 122 random bits stand in no file by chance.
        Self { boundary: format!("renkei-{}", Uuid::new_v4().simple()), body: BytesMut::new() }
    }

    /// With a field of text.
    pub(crate) fn field(mut self, name: &str, value: &str) -> Self {
        self.part(&format!("name=\"{name}\""), value.as_bytes());
        self
    }

    /// With a file.
    pub(crate) fn file(mut self, slot: Slot, paper: &Paper) -> Self {
        let name = quoted(&paper.name);
        self.part(&format!("name=\"{}\"; filename=\"{name}\"", slot.as_str()), &paper.bytes);
        self
    }

    /// The media type and the body.
    pub(crate) fn finish(mut self) -> (String, Bytes) {
        self.body.put_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        (format!("multipart/form-data; boundary={}", self.boundary), self.body.freeze())
    }

    fn part(&mut self, attributes: &str, bytes: &[u8]) {
        let head = format!("--{}\r\ncontent-disposition: form-data; {attributes}\r\n\r\n", self.boundary);
        self.body.put_slice(head.as_bytes());
        self.body.put_slice(bytes);
        self.body.put_slice(b"\r\n");
    }
}

/// As browsers write it: what would end the name or the line is escaped.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_its_own_line() {
        let paper = Paper { name: "a\"\r\nx: y".to_owned(), bytes: Bytes::from_static(b"1") };
        let (kind, body) = Form::new().field("to", "9970000002").file(Slot::Csv, &paper).finish();
        let text = String::from_utf8(body.to_vec()).unwrap();
        assert!(text.contains("filename=\"a%22%0D%0Ax: y\"\r\n"), "{text}");
        let boundary = kind.split_once("boundary=").unwrap().1;
        assert_eq!(text.matches(boundary).count(), 3);
    }
}
