//! The pieces that forms are put together from: head, boxes with labels, circled choices.

use careplan::layout::{Field, Format};
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use super::arrange::{Person, Sheet};
use super::form::View;
use super::row::{self, Row};
use super::{codes, label, value};

const USER: Text = Text::new("利用者名", "User");
const INSURED: Text = Text::new("被保険者番号", "Insured No.");
const INSURER: Text = Text::new("保険者番号", "Insurer No.");
const SIR: Text = Text::new("様", "");
const NOT_GIVEN: Text = Text::new("（氏名の記載なし）", "(no name given)");
const BLANK: Text = Text::new("記入なし", "not filled in");
const OTHERS: Text = Text::new("ほか", "and others");

/// The head of a form: its number, its title with what stands under it, and when it was made.
pub(super) fn head(sheet: &Sheet<'_>, view: &View<'_>, under: &Markup, made: &Markup) -> Markup {
    let lang = view.lang;
    html! {
        header.sheet-head {
            p.form-no { (sheet.form.number.get(lang)) }
            div.sheet-title {
                h3 id=(view.anchor) { (sheet.form.title.get(lang)) }
                @if !under.0.is_empty() { p.under { (under) } }
            }
            @if !made.0.is_empty() { dl.made { (made) } }
        }
        (who(view.person, lang))
    }
}

/// Whose form it is.
pub(super) fn who(person: &Person<'_>, lang: Lang) -> Markup {
    html! {
        dl.who {
            div { dt { (USER.get(lang)) } dd.name { (name(person, lang)) } }
            div { dt { (INSURED.get(lang)) } dd.nowrap { (value::clean(person.insured)) } }
            div { dt { (INSURER.get(lang)) } dd.nowrap { (value::clean(person.insurer)) } }
        }
    }
}

/// The name of a person, as papers give it.
pub(super) fn name(person: &Person<'_>, lang: Lang) -> Markup {
    html! {
        @if person.names.is_empty() { (NOT_GIVEN.get(lang)) }
        @for (at, name) in person.names.iter().enumerate() {
            @if at > 0 { "／" }
            (value::free(name, lang))
        }
        @if !person.names.is_empty() && lang == Lang::Ja { " " (SIR.get(lang)) }
    }
}

/// A label and everything that rows hold in a field, in a list; nothing where all are empty.
pub(super) fn several(rows: &[&Row], ident: &str, lang: Lang) -> Markup {
    let found = row::distinct(rows.iter().copied(), ident);
    html! {
        @if let Some(first) = found.first() {
            div { dt { (label::of(first, ident, lang)) } dd { (joined(&found, ident, lang)) } }
        }
    }
}

/// What rows hold in a field, one behind the other.
pub(super) fn joined(rows: &[&Row], ident: &str, lang: Lang) -> Markup {
    html! {
        @for (at, row) in rows.iter().take(row::MOST).enumerate() {
            @if at > 0 { "／" }
            (value::of(row, ident, lang))
        }
        @if rows.len() > row::MOST { " " (OTHERS.get(lang)) }
    }
}

/// What stands at the foot of a form in small print: fields of all rows, each once.
pub(super) fn colophon(rows: &[&Row], idents: &[&str], lang: Lang) -> Markup {
    let fields = html! { @for ident in idents { (several(rows, ident, lang)) } };
    html! { @if !fields.0.is_empty() { dl.colophon { (fields) } } }
}

/// One box of a form with its label.
pub(super) enum Entry {
    /// A field under its own name.
    F(&'static str),
    /// Several fields that paper has in one box, such as the lines of an address.
    J(Text, &'static [&'static str]),
}

impl Entry {
    fn label(&self, row: &Row, lang: Lang) -> String {
        match self {
            Self::F(ident) => label::of(row, ident, lang),
            Self::J(label, _) => label.get(lang).to_owned(),
        }
    }

    fn idents(&self) -> &[&'static str] {
        match self {
            Self::F(ident) => std::slice::from_ref(ident),
            Self::J(_, idents) => idents,
        }
    }
}

/// A table of boxes, label and value side by side; each inner list is one line of the table.
pub(super) fn boxes(row: &Row, lines: &[&[Entry]], lang: Lang) -> Markup {
    let widest = lines.iter().map(|line| line.len()).max().unwrap_or(1);
    html! {
        table.box {
            colgroup { @for _ in 0..widest { col.label; col; } }
            tbody {
                @for line in lines {
                    tr {
                        @for (at, entry) in line.iter().enumerate() {
                            @let missing = if at + 1 == line.len() { widest - line.len() } else { 0 };
                            th scope="row" { (entry.label(row, lang)) }
                            td colspan=[(missing > 0).then_some(2 * missing + 1)] {
                                @for ident in entry.idents() { (filled(row, ident, lang)) " " }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is filled in: a choice for a code, else the value.
pub(super) fn filled(row: &Row, ident: &str, lang: Lang) -> Markup {
    match row.field(ident) {
        Some((field, text)) if field.format == Format::Code => choice(field, text, lang),
        Some((field, text)) => value::shown(field, text, lang),
        None => Markup::default(),
    }
}

/// All that may be chosen, with a ring around what is, as on paper.
fn choice(field: &'static Field, text: &str, lang: Lang) -> Markup {
    let entries = field.codes.map_or(&[][..], |table| table.entries);
    let picked = field.codes.and_then(|table| table.label(text.as_bytes()));
    if picked.is_none() && !text.is_empty() {
        return value::shown(field, text, lang);
    }
    let mut options: Vec<&'static str> = Vec::new();
    for part in entries.iter().flat_map(|(_, label)| codes::parts(label)) {
        if !options.contains(&part) {
            options.push(part);
        }
    }
    let is_picked = |option: &str| picked.is_some_and(|label| codes::parts(label).any(|part| part == option));
    html! {
        span.choices {
            @for option in options {
                @if is_picked(option) { strong.picked { (codes::label(option, lang)) } }
                @else { span.option aria-hidden="true" { (codes::label(option, lang)) } }
                " "
            }
            @if picked.is_none() { span.unseen { (BLANK.get(lang)) } }
        }
    }
}

/// A table that is wider than some windows: it scrolls by itself, with the keyboard too.
pub(super) fn wide(name: &str, table: &Markup) -> Markup {
    html! { div.wide role="group" aria-label=(name) tabindex="0" { (table) } }
}
