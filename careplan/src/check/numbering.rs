//! The running numbers of 第2表 (R110) and of the table of a preventive plan (R131).

use super::sink::Sink;
use super::spot::Spot;
use crate::layout::Kind;
use crate::rules::{
    file::{goal_order, support_order},
    record::View,
};

/// Watches the numbers of one plan after another.
#[derive(Debug)]
pub(super) struct Numbering {
    /// The third part of the key of a plan, behind No.2 and No.3.
    key: u16,
    numbers: [u16; 3],
    /// Whether numbers run on without gaps.
    gapless: bool,
    plan: Vec<u8>,
    before: Option<[i64; 3]>,
}

impl Numbering {
    /// `None` for kinds without such numbers.
    pub(super) fn new(kind: Kind) -> Option<Self> {
        let (key, numbers, gapless) = match kind {
            Kind::Up2kyo => (5, [6, 8, 13], false),
            Kind::UpyoboSub => (4, [5, 10, 14], true),
            _ => return None,
        };
        Some(Self { key, numbers, gapless, plan: Vec::new(), before: None })
    }

    pub(super) fn take(&mut self, view: &View<'_>, spot: &Spot, sink: &mut Sink) {
        let plan = [view.content(2), view.content(3), view.content(self.key)].join(&b',');
        if plan != self.plan {
            self.plan = plan;
            self.before = None;
        }
        let [need, goal, content] = self.numbers.map(|no| view.number(no));
        let now = need.zip(goal).zip(content).map(|((need, goal), content)| [need, goal, content]);
        let before = std::mem::replace(&mut self.before, now);
        let Some(now) = now else { return };
        let breach = if self.gapless {
            follow(before, now).map(|(place, backwards)| (place, support_order::breach(backwards)))
        } else {
            before.filter(|before| now < *before).map(|before| (first_difference(before, now), goal_order::breach()))
        };
        if let Some((place, breach)) = breach {
            let no = self.numbers.get(place).copied().unwrap_or_default();
            let (place, value) = spot.at(view.record, no);
            sink.say(breach, place, value);
        }
    }
}

fn first_difference(before: [i64; 3], now: [i64; 3]) -> usize {
    before.iter().zip(now).take_while(|(before, now)| **before == *now).count()
}

/// The first of three numbers that does not follow from the row above, and whether it goes back.
/// Behind a new number, the next may begin again or run on.
fn follow(before: Option<[i64; 3]>, now: [i64; 3]) -> Option<(usize, bool)> {
    let mut new = before.is_none();
    let before = before.unwrap_or_default();
    for (place, (before, now)) in before.into_iter().zip(now).enumerate() {
        let follows = now == before.saturating_add(1) || if new { now == 1 } else { now == before };
        if !follows {
            return Some((place, !new && now < before));
        }
        new |= now != before;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_run_on_or_begin_again_follow() {
        for (before, now) in [
            (None, [1, 1, 1]),
            (Some([1, 1, 1]), [1, 1, 2]),
            (Some([1, 1, 2]), [1, 2, 1]),
            (Some([1, 2, 1]), [2, 1, 1]),
            (Some([1, 2, 1]), [2, 3, 2]),
            (Some([1, 1, 1]), [1, 1, 1]),
        ] {
            assert_eq!(follow(before, now), None, "{before:?} {now:?}");
        }
    }

    #[test]
    fn gaps_and_steps_back_do_not_follow() {
        for (before, now, found) in [
            (None, [2, 1, 1], (0, false)),
            (Some([1, 1, 1]), [3, 1, 1], (0, false)),
            (Some([2, 1, 1]), [1, 1, 1], (0, true)),
            (Some([1, 1, 1]), [1, 3, 1], (1, false)),
            (Some([1, 2, 1]), [1, 1, 1], (1, true)),
            (Some([1, 1, 1]), [1, 1, 3], (2, false)),
        ] {
            assert_eq!(follow(before, now), Some(found), "{before:?} {now:?}");
        }
    }
}
