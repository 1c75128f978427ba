//! How the text of a field becomes a member of a record.

use super::Fault;
use crate::layout::{Confidence, Field, Format, MaxLen, Required};
use crate::value::FieldValue;

/// A member of a record: a value, or a value that may be missing.
pub(super) trait Slot: Sized {
    fn read(text: &str, field: &Field) -> Result<Self, Fault>;
    fn write(&self) -> String;
}

impl<T: FieldValue> Slot for T {
    fn read(text: &str, field: &Field) -> Result<Self, Fault> {
        if text.is_empty() && field.required == Required::Yes {
            return Err(Fault::Empty);
        }
        let value = T::parse(text.as_bytes()).ok_or(Fault::Format)?;
        if fits(&value.to_string(), field) { Ok(value) } else { Err(Fault::TooLong) }
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl<T: FieldValue> Slot for Option<T> {
    fn read(text: &str, field: &Field) -> Result<Self, Fault> {
        if text.is_empty() { Ok(None) } else { T::read(text, field).map(Some) }
    }

    fn write(&self) -> String {
        self.as_ref().map(T::to_string).unwrap_or_default()
    }
}

/// Whether what will be written is within 項目長. Where the length is unsettled (low confidence)
/// or the field is to be ignored (R132), any length is taken; a minus sign is not counted
/// (reading 36).
fn fits(written: &str, field: &Field) -> bool {
    if field.confidence == Confidence::Low || field.format == Format::Unused {
        return true;
    }
    let counted = match field.format {
        Format::Integer => written.trim_start_matches('-'),
        _ => written,
    };
    match field.max_len {
        MaxLen::Chars(chars) => counted.chars().count() <= usize::from(chars),
        MaxLen::Free | MaxLen::Unknown => true,
    }
}
