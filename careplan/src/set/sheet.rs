//! Which sheet of a person a record belongs to.

use super::{DELETIONS, LINKS, key_field};
use crate::layout::Kind;

/// A sheet of a person with what hangs on it: what a newer one replaces (R100) and a deletion takes
/// away (R65–R68) as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sheet {
    /// The kind that the others hang on.
    pub parent: Kind,
    /// 保険者番号, 被保険者番号, a date or month; of 実績 also the office and the service type, as its
    /// deletion names them (R67).
    pub keys: Vec<String>,
}

impl Sheet {
    /// What a record belongs to, and for a deletion what it deletes; `text` gives the content of a No.
    ///
    /// ```
    /// use careplan::{layout::Kind, set::Sheet};
    ///
    /// let deletion = ["202407", "990010", "0000000001", "202504"];
    /// let sheet = Sheet::of(Kind::Dltplan, |no| deletion[usize::from(no) - 1].to_owned());
    /// assert_eq!((sheet.parent, sheet.keys.join(" ")), (Kind::Upplan, "990010 0000000001 202504".to_owned()));
    /// ```
    #[must_use]
    pub fn of(kind: Kind, text: impl Fn(u16) -> String) -> Self {
        let deletion = DELETIONS.iter().find(|row| row.deletion == kind).map(|row| (row.target, row.deletion_key));
        let own = || (kind, key_field(kind).unwrap_or(4));
        let (parent, third) = deletion.or_else(|| link(kind, &text)).unwrap_or_else(own);
        let mut keys = vec![text(2), text(3), text(third)];
        match kind {
            Kind::Upjsk => keys.extend([text(20), text(15).chars().take(2).collect()]),
            Kind::Dltjsk => keys.extend([text(5), text(6)]),
            _ => {}
        }
        Self { parent, keys }
    }
}

/// The parent that a record hangs on. A 補足情報 has two links and fills the key of one (R61).
fn link(kind: Kind, text: impl Fn(u16) -> String) -> Option<(Kind, u16)> {
    let links = || LINKS.iter().filter(|link| link.child == kind);
    let is_filled = |no: u16| text(no).bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let link = links().find(|link| is_filled(link.child_key)).or_else(|| links().next())?;
    Some((link.parent, link.child_key))
}
