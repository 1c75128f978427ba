//! Records as JSON: a map from the key of each field to its text.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserializer, Serializer};

use super::Record;
use crate::layout::Field;

fn fields<R: Record>() -> &'static [Field] {
    R::KIND.layout().map_or(&[], |layout| layout.fields)
}

/// Writes every field, in the order of the layout; one without a value as `null`.
pub(super) fn serialize<R: Record, S: Serializer>(record: &R, serializer: S) -> Result<S::Ok, S::Error> {
    let texts = record.to_texts();
    serializer.collect_map(fields::<R>().iter().zip(texts).map(|(field, text)| {
        let missing = text.is_empty() && !field.format.is_free_text();
        (field.key, (!missing).then_some(text))
    }))
}

/// Reads fields in any order; one that is left out has no value. Keys that the layout does not
/// have and keys that stand twice are refused, as is what a file could not hold.
pub(super) fn deserialize<'de, R: Record, D: Deserializer<'de>>(deserializer: D) -> Result<R, D::Error> {
    deserializer.deserialize_map(Fields(PhantomData))
}

struct Fields<R>(PhantomData<R>);

impl<'de, R: Record> Visitor<'de> for Fields<R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a record of {}", R::KIND.code())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<R, A::Error> {
        let mut slots: Vec<(&Field, Option<String>)> = fields::<R>().iter().map(|field| (field, None)).collect();
        while let Some((key, text)) = map.next_entry::<String, Option<String>>()? {
            let slot = slots.iter_mut().find(|(field, _)| field.key == key);
            let (_, slot) = slot.ok_or_else(|| A::Error::custom(format_args!("{key}: 項目表にありません")))?;
            if slot.replace(text.unwrap_or_default()).is_some() {
                return Err(A::Error::custom(format_args!("{key}: 2回あります")));
            }
        }
        let texts: Vec<&str> = slots.iter().map(|(_, text)| text.as_deref().unwrap_or_default()).collect();
        R::from_texts(&texts).map_err(|problems| {
            let sentences: Vec<String> = problems.iter().map(ToString::to_string).collect();
            A::Error::custom(sentences.join("、"))
        })
    }
}
