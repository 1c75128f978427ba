//! CSV as the annex describes it: commas, free text in quotes with commas and line breaks
//! kept and quotes doubled (R14, R17–R19). Splitting works on MS932 bytes, before decoding:
//! a trail byte is never `"`, `,`, CR or LF.
//!
//! Nothing is repaired: fields keep their bytes, quotes and line ends as found.

mod document;
mod scan;
mod write;

pub use document::{Document, Row};
pub use scan::{LineEnd, MAX_FIELDS, RawRecord, Scanner};
pub use write::{quote_into, write_canonical};

/// The inside of a field: outer quotes off, doubled quotes still doubled.
/// A field that opens with a quote but does not close cleanly is given as it stands.
#[must_use]
pub fn inside(raw: &[u8]) -> &[u8] {
    match raw {
        [b'"', inner @ .., b'"'] => inner,
        _ => raw,
    }
}

/// The content of a field: outer quotes off, doubled quotes made single.
#[must_use]
pub fn content(raw: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    let inner = inside(raw);
    if inner.len() == raw.len() || memchr::memchr(b'"', inner).is_none() {
        return inner.into();
    }
    let mut text = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = memchr::memchr(b'"', rest) {
        let (before, after) = rest.split_at_checked(at + 1).unwrap_or((rest, &[]));
        text.extend_from_slice(before);
        rest = after.strip_prefix(b"\"").unwrap_or(after);
    }
    text.extend_from_slice(rest);
    text.into()
}

/// Whether quotes stand only where the grammar has them: around the field, and doubled inside.
#[must_use]
pub fn quotes_are_regular(raw: &[u8]) -> bool {
    match raw {
        [b'"', inner @ .., b'"'] => {
            let mut rest = inner;
            while let Some(at) = memchr::memchr(b'"', rest) {
                match rest.get(at + 1..).and_then(|after| after.strip_prefix(b"\"")) {
                    Some(after) => rest = after,
                    None => return false,
                }
            }
            true
        }
        _ => memchr::memchr(b'"', raw).is_none(),
    }
}

#[cfg(test)]
mod tests;
