//! Rules about 送信単位 (R53–R63).

pub mod attachment_missing;
pub mod childless;
pub mod duplicate;
pub mod incomplete;
pub mod key_limit;
pub mod level_services;
pub mod limit_overrun;
pub mod mixed;
pub mod month;
pub mod orphan;
pub mod picture_missing;
pub mod picture_unnamed;

use crate::layout::Kind;

/// The codes of some kinds, for a sentence.
fn list(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join("・")
}
