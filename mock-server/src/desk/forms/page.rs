//! The page: notes, contents, the forms of each person, and the way to further forms.

use std::cell::Cell;

use careplan::text::{Lang, Message};
use maud::{Markup, html};

use super::arrange::{Desk, Sheet};
use super::form::View;
use super::read::Pile;
use super::{Forms, limits, notes, parts, value, words};

/// Draws the page on which form `from` stands.
pub(super) fn page(pile: &Pile, desk: &Desk<'_>, lang: Lang, from: usize) -> Forms {
    let starts = starts(&desk.sheets);
    let at = starts.iter().rposition(|&start| start <= from).unwrap_or(0);
    let start = starts.get(at).copied().unwrap_or(0);
    let next = starts.get(at + 1).copied();
    let previous = at.checked_sub(1).and_then(|before| starts.get(before)).copied();
    let shown = desk.sheets.get(start..next.unwrap_or(desk.sheets.len())).unwrap_or_default();
    let bytes = Cell::new(limits::PICTURES);
    let body = html! {
        div.forms {
            (notes::notes(pile, desk, lang))
            @if shown.is_empty() { p.empty { (words::NOTHING.get(lang)) } }
            @if desk.sheets.len() > 1 { (contents(desk, shown, start, lang)) }
            @for (at, sheet) in shown.iter().enumerate() {
                @if at == 0 || shown.get(at - 1).is_some_and(|before| before.person != sheet.person) {
                    @if let Some(person) = desk.persons.get(sheet.person) {
                        h2.person { (parts::name(person, lang)) }
                    }
                }
                (section(pile, desk, sheet, start + at, lang, &bytes))
            }
            (pages(previous, next, lang))
            @if start == 0 { (notes::loose_pictures(pile, lang, &bytes)) }
            (notes::files(pile, lang))
        }
    };
    Forms { body, forms: desk.sheets.len(), previous, next }
}

/// The first form of every page.
fn starts(sheets: &[Sheet<'_>]) -> Vec<usize> {
    let (mut starts, mut forms, mut rows) = (Vec::new(), 0, 0);
    for (at, sheet) in sheets.iter().enumerate() {
        if at == 0 || forms >= limits::FORMS || rows >= limits::PAGE_ROWS {
            starts.push(at);
            (forms, rows) = (0, 0);
        }
        forms += 1;
        rows += sheet.rows.len();
    }
    starts
}

fn section(pile: &Pile, desk: &Desk<'_>, sheet: &Sheet<'_>, index: usize, lang: Lang, bytes: &Cell<usize>) -> Markup {
    let Some(person) = desk.persons.get(sheet.person) else { return Markup::default() };
    let anchor = anchor(index);
    let view = View { lang, pile, person, anchor: anchor.clone(), picture_bytes: bytes };
    html! {
        article class={ "sheet " (sheet.form.class) } aria-labelledby=(anchor) {
            ((sheet.form.draw)(sheet, &view))
            @if sheet.left_out > 0 { p.odd { (left_out(sheet).get(lang)) } }
        }
    }
}

fn left_out(sheet: &Sheet<'_>) -> Message {
    let (shown, all) = (sheet.rows.len(), sheet.rows.len() + sheet.left_out);
    Message::new(
        format!("行が多いため、全{all}行のうち先頭の{shown}行を表示しています。"),
        format!("Of {all} rows, the first {shown} are shown."),
    )
}

/// The anchor of a form, counted over all pages.
fn anchor(index: usize) -> String {
    format!("form-{}", index + 1)
}

fn contents(desk: &Desk<'_>, shown: &[Sheet<'_>], start: usize, lang: Lang) -> Markup {
    let (first, last, all) = (start + 1, start + shown.len(), desk.sheets.len());
    let range = match lang {
        Lang::Ja => format!("全{all}枚のうち {first}～{last}枚目"),
        Lang::En => format!("forms {first} to {last} of {all}"),
    };
    let numbered: Vec<(usize, &Sheet<'_>)> = (start..).zip(shown).collect();
    let by_person = numbered.chunk_by(|(_, one), (_, other)| one.person == other.person);
    html! {
        nav.contents aria-labelledby="contents" {
            h2 id="contents" { (words::CONTENTS.get(lang)) }
            @if shown.len() < all { p { (range) } }
            ul {
                @for sheets in by_person {
                    li {
                        @if let Some(person) = sheets.first().and_then(|(_, sheet)| desk.persons.get(sheet.person)) {
                            span.name { (parts::name(person, lang)) }
                        }
                        ul { @for (index, sheet) in sheets {
                            li { a href={ "#" (anchor(*index)) } { (entry(sheet, lang)) } }
                        } }
                    }
                }
            }
        }
    }
}

/// A line of the contents: number, title, and the day or month.
fn entry(sheet: &Sheet<'_>, lang: Lang) -> Markup {
    let first = sheet.rows.first();
    html! {
        (sheet.form.number.get(lang)) " " (sheet.form.title.get(lang))
        @for ident in sheet.form.key {
            @if let Some(row) = first { " " (value::of(row, ident, lang)) }
        }
    }
}

fn pages(previous: Option<usize>, next: Option<usize>, lang: Lang) -> Markup {
    html! {
        @if previous.or(next).is_some() {
            nav.pages aria-label=(words::PAGES.get(lang)) {
                @if let Some(from) = previous { a href={ "?from=" (from) } { "← " (words::PREVIOUS.get(lang)) } }
                @if let Some(from) = next { a href={ "?from=" (from) } { (words::NEXT.get(lang)) " →" } }
            }
        }
    }
}
