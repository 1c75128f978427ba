//! Units (送信単位) and scenarios: contents with serial, sender and receiver.

use careplan::name::{Party, UnitKey};

use super::content::Content;

/// One 送信単位.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Serial, sender and receiver.
    pub key: UnitKey,
    /// What it brings.
    pub content: Content,
}

/// Units in the order of their serials: what an exchange means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// The units.
    pub units: Vec<Unit>,
}

impl Scenario {
    /// How many records there are in all.
    #[must_use]
    pub fn records(&self) -> usize {
        self.units.iter().map(|unit| unit.content.len()).sum()
    }
}

/// A sender or receiver from `9970000001_43`; without a type, `9970000001`.
#[must_use]
pub fn party(text: &str) -> Party {
    match text.split_once('_') {
        Some((office, service)) => Party { office: office.to_owned(), service: Some(service.to_owned()) },
        None => Party { office: text.to_owned(), service: None },
    }
}
