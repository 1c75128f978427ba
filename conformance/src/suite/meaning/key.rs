//! What a record belongs to: the entity that is replaced and deleted as a whole (R59–R68).

use careplan::layout::Kind;
use careplan::set::{DELETIONS, LINKS, key_field};

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
        let kind = record.kind();
        let (parent, third) = DELETIONS
            .iter()
            .find(|row| row.deletion == kind)
            .map(|row| (row.target, row.deletion_key))
            .or_else(|| link(record))
            .unwrap_or((kind, key_field(kind).unwrap_or(4)));
        let mut parts = vec![record.text(2), record.text(3), record.text(third)];
        match kind {
            Kind::Upjsk => parts.extend([record.text(20), record.text(15).chars().take(2).collect()]),
            Kind::Dltjsk => parts.extend([record.text(5), record.text(6)]),
            _ => {}
        }
        Self { parent, parts }
    }
}

/// The parent that a record hangs on. A 補足情報 has two links and fills the key of one (R61).
fn link(record: &Record) -> Option<(Kind, u16)> {
    let links = || LINKS.iter().filter(|link| link.child == record.kind());
    let is_filled = |no: u16| record.text(no).bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let link = links().find(|link| is_filled(link.child_key)).or_else(|| links().next())?;
    Some((link.parent, link.child_key))
}
