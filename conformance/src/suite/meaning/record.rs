//! One record: a value for each field of its layout.

use std::collections::BTreeMap;

use careplan::layout::{Field, Kind};
use serde::{Serialize, Serializer};

use super::value::{Value, text_of, value_of};

/// A record of a CSV kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Record {
    kind: Kind,
    /// By field; `None` where the software says nothing of a field.
    values: Vec<Option<Value>>,
}

impl Record {
    /// A record of texts as they stand in a file. Missing ones are empty, surplus ones are left out.
    #[must_use]
    pub fn from_texts(kind: Kind, texts: &[String]) -> Self {
        let text = |at: usize| texts.get(at).map_or("", String::as_str);
        let values = fields(kind).iter().enumerate().map(|(at, field)| Some(value_of(field, text(at)))).collect();
        Self { kind, values }
    }

    /// A record of values by the keys of their fields.
    ///
    /// # Errors
    /// A key that the layout does not have.
    pub fn from_values(kind: Kind, mut by_key: BTreeMap<String, Value>) -> Result<Self, String> {
        let values = fields(kind).iter().map(|field| by_key.remove(field.key)).collect();
        match by_key.into_keys().next() {
            Some(key) => Err(format!("{}: 「{key}」という項目はありません / no such field", kind.code())),
            None => Ok(Self { kind, values }),
        }
    }

    /// The kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The value of a No. (from 1); `None` where nothing is said of it, or there is no such field.
    #[must_use]
    pub fn value(&self, no: u16) -> Option<&Value> {
        self.values.get(usize::from(no).checked_sub(1)?)?.as_ref()
    }

    /// What stands in a No. as text; empty where there is nothing.
    #[must_use]
    pub fn text(&self, no: u16) -> String {
        self.value(no).map(Value::to_string).unwrap_or_default()
    }

    /// Replaces the value of a No.; nothing happens where there is no such field.
    pub fn set(&mut self, no: u16, value: Value) {
        if let Some(slot) = usize::from(no).checked_sub(1).and_then(|at| self.values.get_mut(at)) {
            *slot = Some(value);
        }
    }

    /// Every field with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Field, Option<&Value>)> {
        fields(self.kind).iter().zip(self.values.iter().map(Option::as_ref))
    }

    /// The texts of its fields as a file holds them.
    #[must_use]
    pub fn to_texts(&self) -> Vec<String> {
        self.iter().map(|(field, value)| value.map(|value| text_of(field, value)).unwrap_or_default()).collect()
    }
}

/// The fields of a kind; none for the family picture.
pub(super) fn fields(kind: Kind) -> &'static [Field] {
    kind.layout().map_or(&[], |layout| layout.fields)
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().filter_map(|(field, value)| Some((field.key, value?))))
    }
}
