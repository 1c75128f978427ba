//! Verifying, without a network: first the signature, then what was signed.

use time::Date;

use super::check::{problems, suite_is_known};
use super::envelope;
use super::key::VerifyingKey;
use super::refused::Refused;
use super::statement::Statement;
use super::strict;
use crate::shown::visible;

/// A record that was verified. There is no other way to come by one.
#[derive(Clone, Debug)]
pub struct Verified {
    statement: Statement,
    /// The name of the key that signed it.
    pub key: String,
    /// Signatures of other keys, which were not judged.
    pub others: usize,
    /// Whether this version knows the suite that it names, and so has compared its digest.
    pub suite_is_known: bool,
}

impl Verified {
    /// What was signed.
    #[must_use]
    pub const fn statement(&self) -> &Statement {
        &self.statement
    }
}

/// Verifies a record on a day. Nothing of the payload is looked at before its signature is verified.
///
/// # Errors
/// It does not stand, with every reason; or it could not be judged.
pub fn verify(record: &[u8], key: &VerifyingKey, today: Date) -> Result<Verified, Refused> {
    let opened = envelope::open(record, key)?;
    let statement: Statement = strict::parse(&opened.payload).map_err(|why| {
        let why = visible(&why);
        Refused::wrong(
            format!("署名は合いますが、自己検査の記録ではありません（{why}）"),
            format!("the signature is right, but it is no record of a self-test ({why})"),
        )
    })?;
    let suite_is_known = suite_is_known(&statement.predicate.renkei_self_test)?;
    match problems(&statement, today) {
        found if found.is_empty() => Ok(Verified { statement, key: key.id(), others: opened.others, suite_is_known }),
        found => Err(Refused::Wrong(found)),
    }
}
