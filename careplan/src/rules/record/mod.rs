//! Rules about the fields of one record together.

pub mod supplement_link;
pub mod tais_missing;

use super::Breach;
use super::flow::other_office_actuals;
use crate::csv::{RawRecord, inside};
use crate::layout::Kind;
use crate::name::Party;

/// A record as the rules see it: contents by No.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) kind: Kind,
    pub(crate) record: &'a RawRecord<'a>,
    /// 送信元 as the file name gives it.
    pub(crate) sender: Option<&'a Party>,
}

impl<'a> View<'a> {
    /// The content of a field (outer quotes off, inner quotes still doubled); empty if there is none.
    pub(crate) fn content(&self, no: u16) -> &'a [u8] {
        self.record.field(no).map_or(&[], |(_, raw)| inside(raw))
    }
}

/// What a rule has to say of a record, and the field at which it points.
pub(crate) struct RecordBreach {
    pub(crate) field: u16,
    pub(crate) breach: Breach,
}

type Check = fn(&View<'_>) -> Option<RecordBreach>;

/// The record rules of a kind.
pub(crate) const fn checks(kind: Kind) -> &'static [Check] {
    match kind {
        Kind::Upplan | Kind::Upsikyu => &[tais_missing::check],
        Kind::Upjsk => &[tais_missing::check, other_office_actuals::check],
        Kind::Uphosoku => &[supplement_link::check],
        _ => &[],
    }
}
