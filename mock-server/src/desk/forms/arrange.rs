//! From rows to the forms of persons.
//!
//! The same form may be in several papers: sent again, or sent to several offices. The newest is
//! drawn (the exchange has no other way to correct, R64), and the others are named.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use careplan::layout::Kind;

use super::form::{self, Form};
use super::limits;
use super::read::Pile;
use super::row::Row;

/// Everything that can be drawn, in order.
pub(super) struct Desk<'a> {
    pub(super) persons: Vec<Person<'a>>,
    pub(super) sheets: Vec<Sheet<'a>>,
    /// Pairs of papers: something in the first is replaced by the second.
    pub(super) replaced: BTreeSet<(usize, usize)>,
}

/// One user: 被保険者番号 names a person within an insurer.
pub(super) struct Person<'a> {
    pub(super) insurer: &'a str,
    pub(super) insured: &'a str,
    /// The names that the papers give, usually one.
    pub(super) names: Vec<&'a str>,
}

/// One form of a person.
pub(super) struct Sheet<'a> {
    pub(super) form: &'static Form,
    /// Index into the persons.
    pub(super) person: usize,
    /// Never empty; at most [`limits::FORM_ROWS`], unless the form bounds itself.
    pub(super) rows: Vec<&'a Row>,
    /// Rows beyond that.
    pub(super) left_out: usize,
    /// The supplement that belongs to the same plan or month.
    pub(super) supplement: Option<&'a Row>,
}

impl<'a> Sheet<'a> {
    /// The rows of a kind.
    pub(super) fn of(&self, kind: Kind) -> impl Iterator<Item = &'a Row> + Clone + '_ {
        self.rows.iter().copied().filter(move |row| row.kind() == kind)
    }
}

/// Arranges what was read.
pub(super) fn arrange(pile: &Pile) -> Desk<'_> {
    let newest = newest(pile);
    let mut replaced = BTreeSet::new();
    let mut persons: Vec<Person<'_>> = Vec::new();
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    let mut groups: BTreeMap<(usize, usize, Vec<&str>), Vec<&Row>> = BTreeMap::new();
    let mut supplements: HashMap<(usize, &str), &Row> = HashMap::new();
    for row in &pile.rows {
        let Some((order, form)) = form::of(row.kind()) else { continue };
        let ends = (row.get("insurer_no"), row.get("insured_no"));
        let person = *known.entry(ends).or_insert_with(|| {
            persons.push(Person { insurer: ends.0, insured: ends.1, names: Vec::new() });
            persons.len() - 1
        });
        if matches!(row.kind(), Kind::Uphosoku | Kind::Upkihon | Kind::Upyobo)
            && let Some(person) = persons.get_mut(person)
            && !row.get("name").is_empty()
            && person.names.len() < limits::NOTES
            && !person.names.contains(&row.get("name"))
        {
            person.names.push(row.get("name"));
        }
        let holder = newest.get(&claim(row, form)).copied().unwrap_or(row.paper);
        if holder != row.paper {
            replaced.insert((row.paper, holder));
            continue;
        }
        let key: Vec<&str> = form.key.iter().map(|ident| row.get(ident)).collect();
        if row.kind() == Kind::Uphosoku {
            // Of day and month one is zeros (R61).
            let parts = key.iter().filter(|part| part.bytes().any(|byte| byte != b'0'));
            supplements.extend(parts.map(|&part| ((person, part), row)));
        }
        groups.entry((person, order, key)).or_default().push(row);
    }
    let mut sheets = Vec::new();
    for ((person, order, key), mut rows) in groups {
        let Some(form) = form::FORMS.get(order) else { continue };
        let bounds_itself = form.kinds.contains(&Kind::Upplan);
        let left_out = if bounds_itself { 0 } else { rows.len().saturating_sub(limits::FORM_ROWS) };
        rows.truncate(rows.len() - left_out);
        let supplement = key.first().and_then(|part| supplements.get(&(person, part)).copied());
        sheets.push(Sheet { form, person, rows, left_out, supplement });
    }
    Desk { persons, sheets, replaced }
}

/// For everything that a paper can replace, the paper that was made last. Deletions replace nothing.
fn newest(pile: &Pile) -> HashMap<Vec<&str>, usize> {
    let mut newest: HashMap<Vec<&str>, usize> = HashMap::new();
    let made = |paper: usize| {
        let exchange = pile.papers.get(paper).and_then(|read| read.exchange.as_ref());
        (exchange.map(|name| name.unit.serial.as_str()), paper)
    };
    for row in &pile.rows {
        let Some((_, form)) = form::of(row.kind()) else { continue };
        if form.key.is_empty() {
            continue;
        }
        let holder = newest.entry(claim(row, form)).or_insert(row.paper);
        if made(*holder) < made(row.paper) {
            *holder = row.paper;
        }
    }
    newest
}

/// What a row is part of, as far as sending it again replaces it. Actual use is sent by each
/// office for each service type.
fn claim<'a>(row: &'a Row, form: &Form) -> Vec<&'a str> {
    let mut claim = vec![row.kind().code(), row.get("insurer_no"), row.get("insured_no")];
    claim.extend(form.key.iter().map(|ident| row.get(ident)));
    if row.kind() == Kind::Upjsk {
        claim.extend([row.get("office_no"), service_type(row)]);
    }
    claim
}

/// The service type that the service code begins with.
pub(super) fn service_type(row: &Row) -> &str {
    let code = row.get("service_code");
    code.get(..2).unwrap_or(code)
}
