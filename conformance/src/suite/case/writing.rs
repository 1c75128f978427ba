//! Writing: every unit of the golden sets, texts that are unusual or cannot be written, and the way
//! there and back.

use std::collections::BTreeSet;

use careplan::diagnostic::Severity;
use careplan::layout::{Format, Kind, MaxLen};
use careplan::text::Message;

use super::duty::{Direction, duty_of};
use super::golden::Golden;
use super::pattern::Pattern;
use super::text::{ODDITIES, appended, first_of_each};
use super::{Case, Class, Step, Task};
use crate::suite::meaning::{Scenario, Unit};

/// Characters outside MS932, which the sender has to replace (R16): a wave dash of another code, a
/// minus sign, a character of JIS X 0213, one beyond the BMP, a picture character.
const OUTSIDE: &str = "〜−剝𠮷😀";

/// All cases of writing.
pub(super) fn cases(golden: &[Golden]) -> impl Iterator<Item = Case> {
    let odd: BTreeSet<&str> = first_of_each(golden).into_iter().map(|set| set.id.as_str()).collect();
    golden.iter().flat_map(move |set| {
        let odd = odd.contains(set.id.as_str());
        set.scenario.units.iter().enumerate().flat_map(move |(at, unit)| {
            let id = if at == 0 { set.id.clone() } else { format!("{}-{}", set.id, at + 1) };
            of_unit(&id, set, unit, odd)
        })
    })
}

fn of_unit(id: &str, set: &Golden, unit: &Unit, odd: bool) -> Vec<Case> {
    let plain = writing(format!("write/{id}"), set, unit);
    let mut cases = vec![there_and_back(id, set, unit), plain.clone()];
    if odd && unit.content.kinds().iter().any(|kind| !free_texts(*kind).is_empty()) {
        for odd in ODDITIES {
            let content = appended(&unit.content, &odd.tail());
            let case = writing(format!("write/text-{}/{id}", odd.id), set, &Unit { content, ..unit.clone() });
            cases.push(Case { title: odd.titled(&plain.title), source: odd.source.to_owned(), ..case });
        }
        cases.push(outside(id, set, unit));
    }
    cases
}

/// A case that has one unit written.
pub(super) fn writing(id: String, set: &Golden, unit: &Unit) -> Case {
    let kinds = unit.content.kinds();
    Case {
        id,
        title: Message::new(set.title.clone(), format!("{}: {}", Class::Writing.title().en, set.id)),
        source: set.source.clone(),
        severity: Severity::Error,
        class: Class::Writing,
        patterns: Pattern::of_kinds(&kinds, set.from, set.to),
        duty: duty_of(&kinds, set.from, set.to, Direction::Export),
        steps: vec![export(set, unit, Vec::new())],
    }
}

fn export(set: &Golden, unit: &Unit, free: Vec<(Kind, u16)>) -> Step {
    let scenario = Some(Scenario { units: vec![unit.clone()] });
    Step { role: set.from, task: Task::Export { unit: unit.key.clone(), kinds: unit.content.kinds(), scenario, free } }
}

fn there_and_back(id: &str, set: &Golden, unit: &Unit) -> Case {
    let mut case = writing(format!("round-trip/{id}"), set, unit);
    let back = duty_of(&unit.content.kinds(), set.to, set.from, Direction::Import);
    case.class = Class::RoundTrip;
    case.duty = case.duty.min(back);
    case.title.en = format!("{}: {}", Class::RoundTrip.title().en, set.id);
    case.steps.push(Step { role: set.to, task: Task::TakeBack });
    case
}

/// Every free text with characters that cannot be written.
fn outside(id: &str, set: &Golden, unit: &Unit) -> Case {
    let content = appended(&unit.content, OUTSIDE);
    let free = unit.content.kinds().into_iter().flat_map(free_texts).collect();
    let altered = Unit { content, ..unit.clone() };
    let case = writing(format!("write/outside-ms932/{id}"), set, &altered);
    Case {
        title: Message::new(
            format!("MS932 にない文字の置き換え：{}", set.title),
            format!("characters outside MS932: {}", set.id),
        ),
        source: "R16・domain 6.4".to_owned(),
        steps: vec![export(set, &altered, free)],
        ..case
    }
}

fn free_texts(kind: Kind) -> Vec<(Kind, u16)> {
    let fields = kind.layout().map_or(&[][..], |layout| layout.fields).iter();
    let free = fields.filter(|field| field.format == Format::Text && field.max_len == MaxLen::Free);
    free.map(|field| (kind, field.no)).collect()
}
