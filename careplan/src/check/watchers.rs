//! What needs more than one record: each kind has its watchers.

use super::numbering::Numbering;
use super::report::Limits;
use super::same_record::SameRecord;
use super::sheet7::Sheet7;
use super::sink::Sink;
use super::spot::Spot;
use crate::layout::Kind;
use crate::rules::{file::version_early, record::View};

/// The watchers of one file.
#[derive(Debug)]
pub(super) struct Watchers {
    begun: bool,
    same: Option<SameRecord>,
    numbering: Option<Numbering>,
    sheet7: Option<Sheet7>,
}

impl Watchers {
    pub(super) fn new(kind: Option<Kind>, limits: Limits) -> Self {
        Self {
            begun: false,
            same: kind.and_then(|kind| SameRecord::new(kind, limits.keys)),
            numbering: kind.and_then(Numbering::new),
            sheet7: kind.filter(|kind| *kind == Kind::Upsikyu).map(|_| Sheet7::default()),
        }
    }

    /// Takes the next record.
    pub(super) fn take(&mut self, view: &View<'_>, spot: &Spot, sink: &mut Sink) {
        if !std::mem::replace(&mut self.begun, true) {
            let month = view.name.and_then(|name| name.month.as_deref()).unwrap_or_default();
            if let Some(breach) = version_early::judge(view.content(1), month.as_bytes()) {
                let (place, value) = spot.at(view.record, 1);
                sink.say(breach, place, value);
            }
        }
        if let Some(same) = &mut self.same {
            same.take(view, spot, sink);
        }
        if let Some(numbering) = &mut self.numbering {
            numbering.take(view, spot, sink);
        }
        if let Some(sheet7) = &mut self.sheet7 {
            sheet7.take(view, spot, sink);
        }
    }

    /// A record could not be read: what is missing may stand there.
    pub(super) const fn miss(&mut self) {
        if let Some(sheet7) = &mut self.sheet7 {
            sheet7.miss();
        }
    }

    /// What can only be said at the end.
    pub(super) fn finish(&mut self, sink: &mut Sink) {
        if let Some(sheet7) = &mut self.sheet7 {
            sheet7.finish(sink);
        }
    }
}
