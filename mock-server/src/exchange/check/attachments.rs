//! Kinds of files: what may be attached (S003 p.9), and what hides under another name.

use crate::exchange::form::Part;
use crate::refusals::{ATTACHMENT_CONTENT, ATTACHMENT_TYPE, OFFICE_DOCUMENT, Problem};
use crate::wire::Slot;

/// What may be attached: extension in lower case, media type.
const ALLOWED: &[(&str, &str)] = &[
    ("pdf", "application/pdf"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("txt", "text/plain"),
];

/// The extensions of Word, Excel and PowerPoint.
const OFFICE: &[&str] = &[
    "doc", "docm", "docx", "dot", "dotm", "dotx", "pot", "potm", "potx", "pps", "ppsm", "ppsx", "ppt", "pptm", "pptx",
    "xla", "xlam", "xls", "xlsb", "xlsm", "xlsx", "xlt", "xltm", "xltx",
];

/// How ZIP (today's Office documents) and OLE (yesterday's) begin; no allowed file begins so.
const DISGUISED: &[&[u8]] = &[b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"];

/// The type of a CSV file of the standard.
const CSV: &str = "text/csv; charset=Shift_JIS";

/// Checks the kind of one file; by its first bytes, too, where they are read. The extension of a
/// CSV file is a matter of its name.
pub(super) fn check(part: &Part, reads_content: bool) -> Result<(), Problem> {
    let extension = extension(&part.name);
    let about = |refusal| Err(Problem::about_file(refusal, &part.name));
    if OFFICE.contains(&extension.as_str()) {
        return about(&OFFICE_DOCUMENT);
    }
    if part.slot == Slot::Attachment && allowed(&extension).is_none() {
        return about(&ATTACHMENT_TYPE);
    }
    if reads_content && DISGUISED.iter().any(|head| part.body.starts_with(head)) {
        return about(&ATTACHMENT_CONTENT);
    }
    Ok(())
}

/// The media type under which a file is given out.
pub(in crate::exchange) fn media_type(slot: Slot, name: &str) -> &'static str {
    let fallback = match slot {
        Slot::Csv => CSV,
        Slot::Attachment => "application/octet-stream",
    };
    allowed(&extension(name)).unwrap_or(fallback)
}

fn allowed(extension: &str) -> Option<&'static str> {
    ALLOWED.iter().find(|(known, _)| *known == extension).map(|(_, media_type)| *media_type)
}

/// What follows the last full stop, in lower case.
fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    fn refusal(slot: Slot, name: &str, body: &'static [u8]) -> Option<&'static str> {
        let part = Part { slot, name: name.to_owned(), body: Bytes::from_static(body) };
        check(&part, true).err().map(|problem| problem.refusal.code)
    }

    #[test]
    fn every_allowed_extension_is_taken_in_any_case() {
        for (extension, media_type_of_it) in ALLOWED {
            for name in [format!("a.{extension}"), format!("A.B.{}", extension.to_uppercase())] {
                assert_eq!(refusal(Slot::Attachment, &name, b""), None, "{name}");
                assert_eq!(media_type(Slot::Attachment, &name), *media_type_of_it);
            }
        }
    }

    #[test]
    fn every_office_document_is_refused_by_name_in_both_slots() {
        for extension in OFFICE {
            for name in [format!("a.{extension}"), format!("a.pdf.{}", extension.to_uppercase())] {
                for slot in [Slot::Attachment, Slot::Csv] {
                    assert_eq!(refusal(slot, &name, b""), Some("office-document"), "{name}");
                }
            }
        }
    }

    #[test]
    fn office_documents_under_another_name_are_refused() {
        for head in DISGUISED {
            assert_eq!(refusal(Slot::Attachment, "a.pdf", head), Some("attachment-content"));
        }
        assert_eq!(refusal(Slot::Attachment, "a.pdf", b"PK"), None);
        let part = Part { slot: Slot::Attachment, name: "a.pdf".to_owned(), body: Bytes::from_static(b"PK\x03\x04") };
        assert!(check(&part, false).is_ok(), "where only the extension counts");
    }

    #[test]
    fn anything_else_is_not_attached() {
        for name in ["a", "a.", "a.zip", "a.csv", "a.heic", "a.pdf.exe", ".pdf "] {
            assert_eq!(refusal(Slot::Attachment, name, b""), Some("attachment-type"), "{name}");
        }
    }
}
