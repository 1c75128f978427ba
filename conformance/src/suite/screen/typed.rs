//! Typed answers compared by meaning: 3 = ３, 2025-04-10 = 令和7年4月10日 = 4/10 where no other date is
//! meant.

use std::collections::BTreeSet;

use careplan::layout::Field;

use super::question::Reading;
use crate::suite::meaning::{Shape, Value, shape};
use crate::suite::protocol::Found;

/// Answers that are no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// It cannot be seen.
    Unseen,
    /// There is nothing.
    Nothing,
}

/// Years before the first one of an era.
const ERAS: &[(&[&str], i32)] = &[
    (&["令和", "令", "R", "r"], 2018),
    (&["平成", "平", "H", "h"], 1988),
    (&["昭和", "昭", "S", "s"], 1925),
    (&["大正", "大", "T", "t"], 1911),
    (&["明治", "明", "M", "m"], 1867),
];

pub(super) fn special(answer: &str) -> Option<Typed> {
    match folded(answer).as_str() {
        "" | "?" | "わからない" | "分からない" | "見えない" => Some(Typed::Unseen),
        "なし" | "無し" | "ない" | "無い" | "空" | "空欄" | "-" | "none" | "nothing" | "empty" => {
            Some(Typed::Nothing)
        }
        _ => None,
    }
}

pub(super) fn yes_or_no(answer: &str) -> Option<bool> {
    match folded(answer).to_lowercase().as_str() {
        "はい" | "ある" | "あり" | "有" | "有り" | "残っている" | "y" | "yes" => Some(true),
        "いいえ" | "ない" | "なし" | "無" | "無い" | "無し" | "残っていない" | "n" | "no" => {
            Some(false)
        }
        _ => None,
    }
}

/// What an answer to the question for a value means.
pub(super) fn value(field: &Field, wanted: &Value, others: &[String], answer: &str) -> Reading {
    let (text, typed) = (wanted.to_string(), folded(answer));
    if typed == folded(&text) {
        return Reading::Clear(Found::Right);
    }
    let parts = match shape(field.format) {
        Shape::Number => {
            return number(&typed).map_or(Reading::Unclear, |number| is(Value::Number(number) == *wanted));
        }
        Shape::Text => return of_text(field, &text, &typed),
        Shape::Date => date(&typed),
        Shape::Month => month(&typed),
        Shape::Time => time(&typed),
    };
    let Some(parts) = parts else { return Reading::Unclear };
    if !fits(&text, &parts) {
        return is(false);
    }
    // A part that is unsaid must not leave a choice.
    let fitting: BTreeSet<&String> = others.iter().filter(|other| fits(other, &parts)).collect();
    if parts.first() == Some(&None) && fitting.len() > 1 { Reading::Unclear } else { is(true) }
}

/// Blanks and line ends left out, full-width letters, digits and signs as half-width ones.
pub(super) fn folded(text: &str) -> String {
    let fold = |c: char| match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(fold).collect()
}

const fn is(right: bool) -> Reading {
    Reading::Clear(if right { Found::Right } else { Found::Wrong })
}

fn of_text(field: &Field, wanted: &str, typed: &str) -> Reading {
    let Some(codes) = field.codes else { return is(false) };
    let known = codes.entries.iter().find(|(code, label)| *code == typed || folded(label) == *typed);
    known.map_or(Reading::Unclear, |(code, _)| is(*code == wanted))
}

/// `1,234単位`, `▲47`, `-47`.
fn number(typed: &str) -> Option<i64> {
    let negative = typed.starts_with(['-', '▲', '△', '−']);
    let body = typed.trim_start_matches(['-', '▲', '△', '−', '¥', '+']).replace(',', "");
    let digits: String = body.chars().take_while(char::is_ascii_digit).collect();
    let unit = body.strip_prefix(digits.as_str())?;
    let is_unit = matches!(unit, "" | "回" | "単位" | "円" | "日" | "%" | "点" | "階" | "件");
    let number: i64 = digits.parse().ok().filter(|_| is_unit)?;
    Some(if negative { -number } else { number })
}

/// Year, month and so on; `None` where the answer leaves a part unsaid.
type Parts = Vec<Option<i32>>;

/// `2025-04-10`, `20250410`, `2025年4月10日(木)`, `R7.4.10`, `4/10`, `10日`.
fn date(typed: &str) -> Option<Parts> {
    let (era, rest) = era(typed);
    let groups = groups(rest);
    match (era, groups.as_slice()) {
        (None, [all]) if all.len() == 8 => {
            [all.get(..4), all.get(4..6), all.get(6..)].map(parsed).into_iter().collect()
        }
        (None, [year, month, day]) if year.len() == 4 => {
            [year, month, day].map(|it| parsed(Some(it))).into_iter().collect()
        }
        (Some(before), [year, month, day]) => {
            Some(vec![Some(before + parsed(Some(year))??), parsed(Some(month))?, parsed(Some(day))?])
        }
        (None, [month, day]) => Some(vec![None, parsed(Some(month))?, parsed(Some(day))?]),
        (None, [day]) if day.len() <= 2 && rest.ends_with('日') => Some(vec![None, None, parsed(Some(day))?]),
        _ => None,
    }
}

/// `2025-04`, `202504`, `令和7年4月`, `4月`.
fn month(typed: &str) -> Option<Parts> {
    let (era, rest) = era(typed);
    let groups = groups(rest);
    match (era, groups.as_slice()) {
        (None, [all]) if all.len() == 6 => [all.get(..4), all.get(4..)].map(parsed).into_iter().collect(),
        (None, [year, month]) if year.len() == 4 => Some(vec![parsed(Some(year))?, parsed(Some(month))?]),
        (Some(before), [year, month]) => Some(vec![Some(before + parsed(Some(year))??), parsed(Some(month))?]),
        (None, [month]) if month.len() <= 2 => Some(vec![None, parsed(Some(month))?]),
        _ => None,
    }
}

/// `09:30`, `0930`, `9時半`, `午後1時`.
fn time(typed: &str) -> Option<Parts> {
    let rest = typed.replace('半', "30分");
    let groups = groups(&rest);
    let (hour, minute) = match groups.as_slice() {
        [hour, minute] => (parsed(Some(hour))??, parsed(Some(minute))??),
        [all] if rest.contains('時') => (parsed(Some(all))??, 0),
        [all] if all.len() == 4 || all.len() == 3 => {
            let (hour, minute) = all.split_at_checked(all.len() - 2)?;
            (parsed(Some(hour))??, parsed(Some(minute))??)
        }
        _ => return None,
    };
    let hour = if typed.contains("午後") && hour < 12 { hour + 12 } else { hour };
    Some(vec![Some(hour), Some(minute)])
}

/// The years before the first one of the era that the answer begins with, and what stands behind.
fn era(typed: &str) -> (Option<i32>, &str) {
    let found = ERAS.iter().flat_map(|(words, before)| words.iter().map(move |word| (*word, *before)));
    let mut found = found.filter_map(|(word, before)| Some((Some(before), typed.strip_prefix(word)?)));
    found.next().unwrap_or((None, typed))
}

/// The runs of digits; 元 is 1.
fn groups(text: &str) -> Vec<String> {
    let text = text.replace('元', "1");
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

#[expect(clippy::option_option, reason = "outer: it is a number; inner: it is said")]
fn parsed(text: Option<&str>) -> Option<Option<i32>> {
    text?.parse().ok().map(Some)
}

/// Whether a value such as `2025-04-10` or `09:30` has these parts.
fn fits(value: &str, parts: &[Option<i32>]) -> bool {
    let held: Vec<Option<i32>> = value.split(['-', ':']).map(|part| part.parse().ok()).collect();
    held.len() == parts.len() && held.iter().zip(parts).all(|(held, part)| part.is_none() || held == part)
}
