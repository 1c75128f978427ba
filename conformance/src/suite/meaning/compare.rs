//! What is held against what ought to be held, field by field, differences named.

use std::collections::BTreeSet;

use careplan::layout::{Field, Format, Kind};
use careplan::name;
use careplan::text::{Message, Text};

use super::content::Content;
use super::key::Entity;
use super::record::{Record, fields};
use super::value::Value;
use crate::shown::visible;

/// What is not compared. Never compared are 識別子 (R132) and CSVバージョン, which is a matter of the
/// file and not of its meaning.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Fields that the software says it fills itself or does not keep.
    pub own: BTreeSet<(Kind, u16)>,
}

impl Scope {
    fn compares(&self, kind: Kind, field: &Field) -> bool {
        !matches!(field.format, Format::Unused | Format::Version) && !self.own.contains(&(kind, field.no))
    }
}

/// How something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A record or picture that ought to be there is not.
    Missing,
    /// A record or picture is there that ought not to be.
    Extra,
    /// Nothing is said of a field, and it is not among those the software named beforehand.
    Unsaid,
    /// A value became empty.
    Emptied,
    /// A text ends too early.
    Truncated,
    /// Characters of a text became others.
    Replaced,
    /// Another value.
    Wrong,
}

impl What {
    const fn word(self) -> Text {
        match self {
            Self::Missing => Text::new("あるはずのものがありません", "is missing"),
            Self::Extra => Text::new("ないはずのものがあります", "should not be there"),
            Self::Unsaid => Text::new("値が示されていません", "nothing is said of it"),
            Self::Emptied => Text::new("値が空になりました", "became empty"),
            Self::Truncated => Text::new("途中で切れています", "is cut short"),
            Self::Replaced => Text::new("別の文字になりました", "has other characters"),
            Self::Wrong => Text::new("値が違います", "is another value"),
        }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The kind.
    pub kind: Kind,
    /// Whose sheet: the keys, joined.
    pub whose: String,
    /// The field; `None` for a record or picture as a whole.
    pub field: Option<&'static Field>,
    /// How it differs.
    pub what: What,
    /// What ought to be there.
    pub expected: String,
    /// What is there.
    pub held: String,
}

impl Difference {
    /// One sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        let field = self.field.map_or_else(String::new, |field| format!(" No.{} {}", field.no, field.name));
        let place = format!("{} {}{field}", self.kind.code(), visible(&self.whose));
        let (expected, held) = (visible(&self.expected), visible(&self.held));
        let (ja, en) = match self.field {
            Some(_) => {
                (format!("（期待：{expected}、実際：{held}）"), format!(" (expected: {expected}, found: {held})"))
            }
            None => Default::default(),
        };
        let word = self.what.word();
        Message::new(format!("{place}：{}{ja}", word.ja), format!("{place} {}{en}", word.en))
    }
}

/// How `held` differs from `must`; what is in `may` besides is no difference. The order of records
/// does not count (R110: their numbers give it), nor does the kind of line end inside a text.
#[must_use]
pub fn differences(must: &Content, may: &Content, held: &Content, scope: &Scope) -> Vec<Difference> {
    let kinds: BTreeSet<Kind> = must.records.keys().chain(held.records.keys()).copied().collect();
    let mut found: Vec<Difference> =
        kinds.into_iter().flat_map(|kind| of_kind(must.of(kind), may.of(kind), held.of(kind), scope)).collect();
    let (mut wanted, mut had): (Vec<_>, Vec<_>) = (must.pictures.iter().collect(), held.pictures.iter().collect());
    cancel(&mut wanted, &mut had, |a, b| picture_no(&a.name) == picture_no(&b.name) && a.bytes == b.bytes);
    let picture = |name: &str, what| whole(Kind::UpkihonImage, name.to_owned(), what);
    found.extend(wanted.iter().map(|it| picture(&it.name, What::Missing)));
    found.extend(had.iter().map(|it| picture(&it.name, What::Extra)));
    found
}

fn of_kind(must: &[Record], may: &[Record], held: &[Record], scope: &Scope) -> Vec<Difference> {
    let (mut wanted, mut had): (Vec<_>, Vec<_>) = (must.iter().collect(), held.iter().collect());
    let same = |a: &&Record, b: &&Record| cost(a, b, scope) == 0;
    cancel(&mut wanted, &mut had, same);
    let mut found = Vec::new();
    wanted.retain(|record| {
        let nearest =
            (0..had.len()).min_by_key(|&at| had.get(at).map_or(usize::MAX, |other| cost(record, other, scope)));
        let near = nearest.filter(|&at| had.get(at).is_some_and(|other| is_near(record, other, scope)));
        let Some(at) = near else { return true };
        let other = had.remove(at);
        found.extend(fields_between(record, other, scope));
        false
    });
    let mut may: Vec<_> = may.iter().collect();
    cancel(&mut had, &mut may, same);
    let name = |record: &Record| Entity::of(record).parts.join(" ");
    found.extend(wanted.iter().map(|record| whole(record.kind(), name(record), What::Missing)));
    found.extend(had.iter().map(|record| whole(record.kind(), name(record), What::Extra)));
    found
}

const fn whole(kind: Kind, whose: String, what: What) -> Difference {
    Difference { kind, whose, field: None, what, expected: String::new(), held: String::new() }
}

/// Takes out what stands on both sides, one for one.
fn cancel<T: Copy>(a: &mut Vec<T>, b: &mut Vec<T>, same: impl Fn(&T, &T) -> bool) {
    a.retain(|item| match b.iter().position(|other| same(item, other)) {
        Some(at) => {
            b.remove(at);
            false
        }
        None => true,
    });
}

/// Whether two records are the same one, altered: of the same person, and less than half of what is
/// filled differs. One of another person is another record, unless a key is all that differs.
fn is_near(record: &Record, other: &Record, scope: &Scope) -> bool {
    let filled = record.iter().filter(|(_, value)| !matches!(value, None | Some(Value::Empty))).count();
    let cost = cost(record, other, scope);
    let same_person = [2, 3].iter().all(|no| record.text(*no) == other.text(*no));
    if same_person { cost * 2 <= filled } else { cost <= 2 }
}

fn cost(record: &Record, other: &Record, scope: &Scope) -> usize {
    pairs(record, other, scope).filter(|(field, a, b)| !is_same(field, *a, *b)).count()
}

type Pair<'a> = (&'static Field, Option<&'a Value>, Option<&'a Value>);

fn pairs<'a>(record: &'a Record, other: &'a Record, scope: &'a Scope) -> impl Iterator<Item = Pair<'a>> {
    let kind = record.kind();
    record
        .iter()
        .zip(other.iter())
        .map(|((field, a), (_, b))| (field, a, b))
        .filter(move |(field, ..)| scope.compares(kind, field))
}

fn fields_between(record: &Record, other: &Record, scope: &Scope) -> Vec<Difference> {
    let whose = Entity::of(record).parts.join(" ");
    pairs(record, other, scope)
        .filter(|(field, a, b)| !is_same(field, *a, *b))
        .map(|(field, a, b)| {
            let (expected, held) = (shown(a), shown(b));
            let what = if b.is_none() { What::Unsaid } else { how(field, &expected, &held) };
            Difference { kind: record.kind(), whose: whose.clone(), field: Some(field), what, expected, held }
        })
        .collect()
}

fn how(field: &Field, expected: &str, held: &str) -> What {
    if held.is_empty() {
        What::Emptied
    } else if !field.format.is_free_text() {
        What::Wrong
    } else if folded(expected).starts_with(&folded(held)) {
        What::Truncated
    } else if expected.chars().count() == held.chars().count() {
        What::Replaced
    } else {
        What::Wrong
    }
}

fn shown(value: Option<&Value>) -> String {
    value.map(Value::to_string).unwrap_or_default()
}

fn is_same(field: &Field, a: Option<&Value>, b: Option<&Value>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return a == b || (b.is_none() && shown(a).is_empty()) };
    let (a, b) = (a.to_string(), b.to_string());
    a == b
        || match field.format {
            Format::ImageName => picture_no(&a) == picture_no(&b),
            Format::Text => folded(&a) == folded(&b),
            _ => half_width(&a) == half_width(&b),
        }
}

/// Line ends of a text as one kind: the standard does not say which it is (U-2).
fn folded(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Full-width digits as half-width ones: which of them a number has is open (U-6), what it means is not.
fn half_width(text: &str) -> String {
    let fold = |c: char| match u32::from(c) {
        code @ 0xFF10..=0xFF19 => char::from_u32(code - 0xFF10 + 0x30).unwrap_or(c),
        _ => c,
    };
    text.chars().map(fold).collect()
}

/// The branch number of a picture: the rest of its name changes with every sending.
fn picture_no(file_name: &str) -> Option<String> {
    if file_name.is_empty() {
        return None;
    }
    Some(name::parse(file_name).name.and_then(|name| name.branch).unwrap_or_else(|| file_name.to_owned()))
}

/// The field of a declaration such as `UPPLAN.作成年月日`.
pub(in crate::suite) fn declared_field(text: &str) -> Option<(Kind, &'static Field)> {
    let (kind, key) = text.split_once('.')?;
    let kind = Kind::from_code(kind)?;
    Some((kind, fields(kind).iter().find(|field| field.key == key)?))
}
