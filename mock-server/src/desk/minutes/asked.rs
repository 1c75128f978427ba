//! What was typed into the calculator: anything at all.

use careplan::text::{Message, Text};

use super::study::{ACTUALS_IN, MEASURED, OTHER, PLANS_OUT};
use super::sums::{Work, written};

/// Partners at most.
pub(super) const MOST_PARTNERS: u32 = 9_999;
/// Minutes for one partner at most, in tenths.
pub(super) const MOST_TENTHS: u32 = 99_999;

/// A line of the calculator.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Before the names of its fields.
    pub(super) key: &'static str,
    /// Which work.
    pub(super) name: Text,
    /// What is reckoned with.
    pub(super) work: Work,
    /// What was typed and could not be taken, field by field.
    pub(super) odd: Vec<Message>,
}

/// The lines before anything is typed: case 1 of the study, and a line for oneself.
pub(super) fn first() -> Vec<Line> {
    let keys = [("out", PLANS_OUT), ("in", ACTUALS_IN)];
    let mut lines: Vec<Line> = keys
        .into_iter()
        .zip(MEASURED)
        .map(|((key, name), row)| {
            line(
                key,
                name,
                Work {
                    partners: row.partners,
                    reached: row.reached,
                    paper: row.paper_each(),
                    exchange: row.exchange_each(),
                },
            )
        })
        .collect();
    lines.push(line("other", OTHER, Work { partners: 0, reached: 0, paper: 100, exchange: 20 }));
    lines
}

const fn line(key: &'static str, name: Text, work: Work) -> Line {
    Line { key, name, work, odd: Vec::new() }
}

/// The lines with what was typed in their place; what cannot be taken is said and left as it was.
pub(super) fn asked(given: &[(String, String)]) -> Vec<Line> {
    let typed = |key: &str, field: &str| {
        let name = format!("{key}-{field}");
        given.iter().find(|(one, _)| *one == name).map(|(_, value)| value.as_str())
    };
    let mut lines = first();
    for Line { key, work, odd, .. } in &mut lines {
        let partners = typed(key, "partners").map(|text| whole(text, MOST_PARTNERS));
        let reached = typed(key, "reached").map(|text| whole(text, MOST_PARTNERS));
        let paper = typed(key, "paper").map(|text| tenths(text, MOST_TENTHS));
        let exchange = typed(key, "exchange").map(|text| tenths(text, MOST_TENTHS));
        take(&mut work.partners, partners, MOST_PARTNERS, odd);
        take(&mut work.reached, reached, MOST_PARTNERS, odd);
        take_tenths(&mut work.paper, paper, odd);
        take_tenths(&mut work.exchange, exchange, odd);
        if work.reached > work.partners {
            work.reached = work.partners;
            odd.push(Message::new(
                format!("連携する相手は、相手の数（{}）までにしました。", work.partners),
                format!("No more partners can be reached than there are ({}).", work.partners),
            ));
        }
    }
    lines
}

fn take(place: &mut u32, typed: Option<Option<u32>>, most: u32, odd: &mut Vec<Message>) {
    match typed {
        None => {}
        Some(Some(value)) => *place = value,
        Some(None) => odd.push(Message::new(
            format!("読み取れない数は {place} のままにしました（0〜{most} の数を入れてください）。"),
            format!("A number that could not be read stays {place}; give one from 0 to {most}."),
        )),
    }
}

fn take_tenths(place: &mut u32, typed: Option<Option<u32>>, odd: &mut Vec<Message>) {
    match typed {
        None => {}
        Some(Some(value)) => *place = value,
        Some(None) => {
            let (stays, most) = (written(*place), written(MOST_TENTHS));
            odd.push(Message::new(
                format!("読み取れない分数は {stays} のままにしました（0〜{most} を入れてください）。"),
                format!("Minutes that could not be read stay {stays}; give some from 0 to {most}."),
            ));
        }
    }
}

/// A whole number, in digits of either width.
fn whole(text: &str, most: u32) -> Option<u32> {
    narrow(text).parse().ok().filter(|value| *value <= most)
}

/// A number with at most one digit behind the point that counts, in tenths; more digits are cut.
fn tenths(text: &str, most: u32) -> Option<u32> {
    let text = narrow(text);
    let (units, rest) = text.split_once('.').unwrap_or((&text, ""));
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) || (units.is_empty() && rest.is_empty()) {
        return None;
    }
    let units: u32 = if units.is_empty() { 0 } else { units.parse().ok()? };
    let tenth = rest.chars().next().and_then(|digit| digit.to_digit(10)).unwrap_or(0);
    units.checked_mul(10)?.checked_add(tenth).filter(|value| *value <= most)
}

/// In ASCII, without what surrounds it. Long nonsense is cut: no number needs so much.
fn narrow(text: &str) -> String {
    let ascii = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' => '.',
        other => other,
    };
    let digits = text.trim().chars().take(32).map(ascii).filter(|c| *c != ',' && *c != '，');
    digits.collect::<String>().replace('+', "?")
}
