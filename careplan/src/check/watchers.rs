//! What needs more than one record: each kind has its watchers.

use super::numbering::Numbering;
use super::receiver::Receiver;
use super::report::Limits;
use super::same_record::SameRecord;
use super::sheet7::Sheet7;
use super::sink::Sink;
use super::spot::Spot;
use crate::layout::Kind;
use crate::rules::{
    file::version_early,
    record::{View, made_after_sending},
};

/// The days of making of one file that are judged.
const DAYS: usize = 64;

/// The watchers of one file.
#[derive(Debug)]
pub(super) struct Watchers {
    begun: bool,
    /// The days of making that were judged: a file has one, as a rule.
    made: Vec<Vec<u8>>,
    same: Option<SameRecord>,
    numbering: Option<Numbering>,
    sheet7: Option<Sheet7>,
    receiver: Option<Receiver>,
}

impl Watchers {
    pub(super) fn new(kind: Option<Kind>, limits: Limits) -> Self {
        Self {
            begun: false,
            made: Vec::new(),
            same: kind.and_then(|kind| SameRecord::new(kind, limits.keys)),
            numbering: kind.and_then(Numbering::new),
            sheet7: kind.filter(|kind| *kind == Kind::Upsikyu).map(|_| Sheet7::default()),
            receiver: kind.filter(|kind| *kind == Kind::Upplan).map(|_| Receiver::new(limits.keys)),
        }
    }

    /// Takes the next record, `changed` being the first and last field that changed.
    pub(super) fn take(&mut self, view: &View<'_>, changed: (u16, u16), spot: &Spot, sink: &mut Sink) {
        if !std::mem::replace(&mut self.begun, true) {
            let month = view.name.and_then(|name| name.month.as_deref()).unwrap_or_default();
            if let Some(breach) = version_early::judge(view.content(1), month.as_bytes()) {
                let (place, value) = spot.at(view.record, 1);
                sink.say(breach, place, value);
            }
        }
        self.watch_days(view, changed, spot, sink);
        if let Some(same) = &mut self.same {
            same.take(view, spot, sink);
        }
        if let Some(numbering) = &mut self.numbering {
            numbering.take(view, spot, sink);
        }
        if let Some(sheet7) = &mut self.sheet7 {
            sheet7.take(view, spot, sink);
        }
        if let Some(receiver) = &mut self.receiver {
            receiver.take(view, changed.0, spot);
        }
    }

    /// Judges each day of making once.
    fn watch_days(&mut self, view: &View<'_>, changed: (u16, u16), spot: &Spot, sink: &mut Sink) {
        for no in made_after_sending::fields(view.kind).iter().filter(|no| (changed.0..=changed.1).contains(no)) {
            let day = view.content(*no);
            if self.made.iter().any(|known| known == day) || self.made.len() >= DAYS {
                continue;
            }
            self.made.push(day.to_vec());
            if let Some(breach) = view.sent_day().and_then(|sent| made_after_sending::judge(day, sent)) {
                let (place, value) = spot.at(view.record, *no);
                sink.say(breach, place, value);
            }
        }
    }

    /// A record could not be read: what is missing may stand there.
    pub(super) const fn miss(&mut self) {
        if let Some(sheet7) = &mut self.sheet7 {
            sheet7.miss();
        }
        if let Some(receiver) = &mut self.receiver {
            receiver.miss();
        }
    }

    /// What can only be said at the end.
    pub(super) fn finish(&mut self, sink: &mut Sink) {
        if let Some(sheet7) = &mut self.sheet7 {
            sheet7.finish(sink);
        }
        if let Some(receiver) = &mut self.receiver {
            receiver.finish(sink);
        }
    }
}
