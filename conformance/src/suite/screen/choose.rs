//! Which questions are asked: few, the same ones every time, from every sheet, from its first, its last
//! and a middle row, what was altered first.

use std::collections::{BTreeMap, BTreeSet};

use careplan::layout::{Field, Format, Kind};
use careplan::text::Message;

use super::identity::{Identity, findable, identities, identity, is_filled, place};
use super::question::Question;
use super::table::asked;
use crate::suite::meaning::{Content, Model, Record, Scenario, Value};

/// Values that are asked for.
const VALUES: usize = 4;

/// Things that must be gone, or never have come.
const ABSENT: usize = 2;

/// The questions when all was taken.
pub(super) fn when_taken(before: &Model, after: &Model, brought: &Scenario) -> Vec<Question> {
    let mut questions = values(before, after, brought);
    if !after.must.pictures.is_empty() {
        let title = Kind::UpkihonImage.title();
        questions.push(Question::presence(&title.into(), true));
    }
    let still: BTreeSet<Identity> = identities(&after.must).union(&identities(&after.may)).cloned().collect();
    questions.extend(absent(&before.must, &still));
    numbered(questions, "A")
}

/// The questions when nothing was taken.
pub(super) fn when_refused(before: &Model, brought: &Scenario) -> Vec<Question> {
    let held: BTreeSet<Identity> = identities(&before.must).union(&identities(&before.may)).cloned().collect();
    let contents = brought.units.iter().map(|unit| &unit.content);
    let questions = contents.flat_map(|content| absent(content, &held)).take(ABSENT).collect();
    numbered(questions, "B")
}

fn numbered(mut questions: Vec<Question>, letter: &str) -> Vec<Question> {
    questions.iter_mut().zip(1..).for_each(|(question, no)| question.id = format!("{letter}{no}"));
    questions
}

fn values(before: &Model, after: &Model, brought: &Scenario) -> Vec<Question> {
    let new: BTreeSet<Identity> = brought.units.iter().flat_map(|unit| identities(&unit.content)).collect();
    let old: BTreeMap<Identity, &Record> =
        findable(&before.must).into_iter().filter_map(|record| Some((identity(record)?, record))).collect();
    let all = findable(&after.must);
    let of_new: Vec<&Record> =
        all.iter().copied().filter(|record| identity(record).is_some_and(|it| new.contains(&it))).collect();
    // A deletion brings nothing: then what ought to be left is looked at.
    let looked_at = if of_new.is_empty() { all } else { of_new };
    let mut by_kind: BTreeMap<Kind, Vec<&Record>> = BTreeMap::new();
    looked_at.into_iter().for_each(|record| by_kind.entry(record.kind()).or_default().push(record));
    let queues: Vec<Vec<Question>> = by_kind
        .values()
        .map(|records| {
            let picked = picked(records).into_iter().enumerate();
            picked
                .filter_map(|(turn, record)| {
                    let was = identity(record).and_then(|it| old.get(&it).copied());
                    let (field, value) = field_of(record, was, turn)?;
                    Some(Question::value(&place(record), field, value, others(&after.must, field.no, record.kind())))
                })
                .collect()
        })
        .collect();
    in_turn(queues)
}

/// The first, the last and the middle one.
fn picked<'a>(records: &[&'a Record]) -> Vec<&'a Record> {
    let last = records.len().saturating_sub(1);
    let mut seen = BTreeSet::new();
    let places = [0, last, last / 2].into_iter().filter(|at| seen.insert(*at));
    places.filter_map(|at| records.get(at).copied()).collect()
}

/// A field of a record that is filled: one that was altered, else the next one of the table in turn.
fn field_of<'a>(record: &'a Record, was: Option<&Record>, turn: usize) -> Option<(&'static Field, &'a Value)> {
    let asks = asked(record.kind())?.asks;
    let filled: Vec<(&'static Field, &Value)> = record
        .iter()
        .filter_map(|(field, value)| Some((field, value?)))
        .filter(|(_, value)| is_filled(value))
        .collect();
    let altered = |field: &Field, value: &Value| was.is_some_and(|was| was.value(field.no) != Some(value));
    let is_text = |field: &Field| field.format == Format::Text;
    let mut of_altered = filled.iter().filter(|(field, value)| altered(field, value));
    let shown = of_altered.clone().find(|(field, _)| asks.contains(&field.no));
    let first = shown.or_else(|| of_altered.find(|(field, _)| is_text(field)));
    first.copied().or_else(|| {
        let in_turn = asks.iter().cycle().skip(turn).take(asks.len());
        in_turn.filter_map(|no| filled.iter().find(|(field, _)| field.no == *no)).next().copied()
    })
}

/// Everything that stands in a field.
fn others(content: &Content, no: u16, kind: Kind) -> Vec<String> {
    let all: BTreeSet<String> = content.of(kind).iter().map(|record| record.text(no)).collect();
    all.into_iter().collect()
}

/// One of each kind, then another one of each, as long as there is room.
fn in_turn(queues: Vec<Vec<Question>>) -> Vec<Question> {
    let longest = queues.iter().map(Vec::len).max().unwrap_or_default();
    let mut rounds: Vec<_> = queues.into_iter().map(Vec::into_iter).collect();
    let mut questions = Vec::new();
    for _ in 0..longest {
        questions.extend(rounds.iter_mut().filter_map(Iterator::next));
    }
    questions.truncate(VALUES);
    questions
}

/// The first and the last of what must not be there.
fn absent(gone: &Content, still: &BTreeSet<Identity>) -> Vec<Question> {
    let records: Vec<&Record> =
        gone.all().filter(|record| identity(record).is_some_and(|it| !still.contains(&it))).collect();
    let places: Vec<Message> = [records.first(), records.last()].into_iter().flatten().map(|it| place(it)).collect();
    let mut asked: Vec<Message> = Vec::new();
    for place in places.into_iter().take(ABSENT) {
        if !asked.contains(&place) {
            asked.push(place);
        }
    }
    asked.iter().map(|place| Question::presence(place, false)).collect()
}
