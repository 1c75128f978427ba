//! Records by kind, and pictures: what a unit brings, or what a software holds.

use std::collections::BTreeMap;

use careplan::layout::Kind;

use super::record::Record;

/// A family picture.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Picture {
    /// The name of its file, as 利用者基本情報 No.62 names it.
    pub name: String,
    /// The JPEG.
    pub bytes: Vec<u8>,
}

/// Records by kind, and pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// In the order of the files. A kind with no records is a file without records.
    pub records: BTreeMap<Kind, Vec<Record>>,
    /// In the order of their names.
    pub pictures: Vec<Picture>,
}

impl Content {
    /// Every record.
    pub fn all(&self) -> impl Iterator<Item = &Record> {
        self.records.values().flatten()
    }

    /// The records of a kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &[Record] {
        self.records.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// The kinds it has, pictures among them.
    #[must_use]
    pub fn kinds(&self) -> Vec<Kind> {
        let picture = (!self.pictures.is_empty()).then_some(Kind::UpkihonImage);
        self.records.keys().copied().chain(picture).collect()
    }

    /// How many records there are; pictures are none.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.values().map(Vec::len).sum()
    }

    /// Whether there is neither a record nor a picture.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0 && self.pictures.is_empty()
    }

    /// Adds a record.
    pub fn push(&mut self, record: Record) {
        self.records.entry(record.kind()).or_default().push(record);
    }

    /// Takes out the records that fulfil a condition; kinds that have none left go too.
    pub fn take(&mut self, unwanted: impl Fn(&Record) -> bool) -> Vec<Record> {
        let mut taken = Vec::new();
        for records in self.records.values_mut() {
            let (out, kept) = std::mem::take(records).into_iter().partition(&unwanted);
            *records = kept;
            taken.extend::<Vec<Record>>(out);
        }
        self.records.retain(|_, records| !records.is_empty());
        taken
    }

    /// Only these kinds.
    #[must_use]
    pub fn only(&self, kinds: &[Kind]) -> Self {
        let records = self.records.iter().filter(|(kind, _)| kinds.contains(kind));
        let pictures = if kinds.contains(&Kind::UpkihonImage) { self.pictures.clone() } else { Vec::new() };
        Self { records: records.map(|(kind, records)| (*kind, records.clone())).collect(), pictures }
    }
}
