//! What 補足情報 and 第7表 of a set say of a person, to be compared: care level and limit on one side,
//! services and units on the other.

use std::collections::BTreeMap;

use super::spot::Spot;
use crate::diagnostic::Place;
use crate::layout::Kind;
use crate::rules::record::View;
use crate::rules::set::{level_services, limit_overrun};
use crate::rules::{Breach, set::level_services::Level};
use crate::value::{Benefit, Scope, scope};

/// Persons of one file that are kept.
const PEOPLE: usize = 20_000;

/// The persons of one file, by 保険者番号 and 被保険者番号.
#[derive(Debug, Default)]
pub(super) struct People(BTreeMap<Vec<u8>, Person>);

/// One person, as far as the file tells.
#[derive(Clone, Copy, Debug, Default)]
struct Person {
    /// The one care level of the month; `None` where it changed or is not settled.
    level: Option<Level>,
    /// 区分支給限度基準額.
    limit: Option<i64>,
    /// The first row of 介護給付 and of 予防給付.
    services: [Option<Place>; 2],
    /// Units beyond and within the limit, by the grand total, and where the latter stand.
    total: Option<(i64, i64, Place)>,
}

impl People {
    /// Takes a record of one of the two kinds.
    pub(super) fn take(&mut self, view: &View<'_>, spot: &Spot) {
        if !matches!(view.kind, Kind::Uphosoku | Kind::Upsikyu) {
            return;
        }
        let key = [view.content(2), view.content(3)].join(&b',');
        if self.0.len() >= PEOPLE && !self.0.contains_key(&key) {
            return;
        }
        let person = self.0.entry(key).or_default();
        if view.kind == Kind::Uphosoku {
            // What is being applied for is not settled.
            let settled = view.content(16) != b"1";
            person.level = Level::of(view.content(18)).filter(|_| settled && view.content(59).is_empty());
            person.limit = view.number(19).filter(|limit| settled && *limit > 0);
        } else if view.content(9) == b"999999" {
            person.total = total(view, spot);
        } else {
            let place = || Some(spot.at(view.record, 9).0);
            let slot = match view.content(9).first_chunk::<2>().map(|kind| scope(kind)) {
                Some(Scope::InScope(Benefit::Care)) => person.services.first_mut(),
                Some(Scope::InScope(Benefit::Preventive)) => person.services.last_mut(),
                _ => None,
            };
            if let Some(slot) = slot.filter(|slot| slot.is_none()) {
                *slot = place();
            }
        }
    }

    /// What the rows of `self` (第7表) say against the levels and limits of `supplement`.
    pub(super) fn compare(&self, supplement: &Self) -> Vec<(Place, Breach)> {
        let mut found = Vec::new();
        for (key, person) in &self.0 {
            let Some(known) = supplement.0.get(key) else { continue };
            if let Some(level) = known.level {
                let [care, preventive] = person.services;
                let other = if level == Level::Care { preventive } else { care };
                found.extend(other.map(|place| (place, level_services::breach(level))));
            }
            if let (Some(limit), Some((over, inside, place))) = (known.limit, person.total) {
                found.extend(limit_overrun::judge(over, inside, limit).map(|breach| (place, breach)));
            }
        }
        found
    }
}

/// The units of the grand total, unless a limit by type or 給付管理単位数 have a say in them.
fn total(view: &View<'_>, spot: &Spot) -> Option<(i64, i64, Place)> {
    let (over, inside) = (view.number(21)?, view.number(22)?);
    let by_type = view.number(19).is_some_and(|units| units != 0);
    let managed = view.number(18).is_some_and(|units| units != 0 && Some(units) != view.number(17));
    (!by_type && !managed).then(|| (over, inside, spot.at(view.record, 22).0))
}
