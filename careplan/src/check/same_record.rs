//! Records with the same key in one file (R59–R63, and the key of a use).

use std::collections::HashSet;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;

use super::sink::Sink;
use super::spot::Spot;
use crate::layout::Kind;
use crate::rules::{
    file::{same_record, same_record_limit},
    record::View,
};

/// Watches the keys of one file, as fingerprints of 64 bits.
#[derive(Debug)]
pub(super) struct SameRecord {
    key: &'static [(u16, u16)],
    seen: HashSet<u64, FixedState>,
    limit: usize,
    full: bool,
}

/// The fields that tell records of a kind apart. Two uses are the same where everything but who
/// wrote them is: units, TAIS and names differ between items that are not the same.
const fn key(kind: Kind) -> &'static [(u16, u16)] {
    match kind {
        Kind::Up1kyo => &[(2, 3), (14, 14)],
        Kind::Upkihon | Kind::Upyobo => &[(2, 4)],
        Kind::Uphosoku => &[(2, 4), (63, 63)],
        Kind::Upplan | Kind::Upjsk => &[(2, 3), (8, 23)],
        _ => &[],
    }
}

impl SameRecord {
    /// `None` for kinds whose records may be alike.
    pub(super) fn new(kind: Kind, limit: usize) -> Option<Self> {
        let key = key(kind);
        (!key.is_empty()).then(|| Self { key, seen: HashSet::default(), limit, full: false })
    }

    pub(super) fn take(&mut self, view: &View<'_>, spot: &Spot, sink: &mut Sink) {
        if self.full {
            return;
        }
        if self.seen.len() >= self.limit {
            self.full = true;
            sink.say(same_record_limit::breach(self.limit), spot.whole(), None);
            return;
        }
        let mut hasher = self.seen.hasher().build_hasher();
        for (first, last) in self.key {
            let from = view.record.field(*first).map_or(0, |(at, _)| at);
            let to = view.record.field(*last).map_or(0, |(at, raw)| at + raw.len());
            hasher.write(view.record.bytes.get(from..to).unwrap_or(&[]));
        }
        if !self.seen.insert(hasher.finish()) {
            let use_table = matches!(view.kind, Kind::Upplan | Kind::Upjsk);
            let rental =
                use_table && matches!(view.content(15), [b'1' | b'6', b'7', ..]) && view.content(19).is_empty();
            if rental || !sink.tally(&same_record::RULE, same_record::RULE.severity) {
                sink.say(same_record::breach(rental), spot.whole(), None);
            }
        }
    }
}
