//! What a record belongs to: the entity that is replaced and deleted as a whole (R59–R68).

use careplan::layout::Kind;
use careplan::set::Sheet;

use super::record::Record;

/// A sheet of a person, with what hangs on it: the kind of the parent, 保険者番号, 被保険者番号 and the
/// third key. Of 実績 also the office and the service type, as its deletion names them (R67).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity {
    /// The kind that the others hang on.
    pub parent: Kind,
    /// The keys.
    pub parts: Vec<String>,
}

impl Entity {
    /// What a record belongs to, and for a deletion what it deletes.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let Sheet { parent, keys } = Sheet::of(record.kind(), |no| record.text(no));
        Self { parent, parts: keys }
    }
}
