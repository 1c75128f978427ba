//! One HTML page that needs nothing else: the table, then what is to be mended, writer by writer and
//! pair by pair.

use std::io::{self, Write};

use careplan::text::Lang;
use maud::{Markup, html};

use super::super::outcome::{Cell, Found, MatrixOutcome, Side, letter, reasons, sentence};
use super::words;
use crate::report::{page, words as common};
use crate::shown::visible;
use crate::suite::run::Overall;

/// Writes the page, section by section.
///
/// # Errors
/// What the writer says.
pub fn write(outcome: &MatrixOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let title = words::TITLE.get(lang);
    let head = html! {
        (page::head(title, lang))
        h1 { (title) }
        div class={ "verdict " (class(outcome.overall())) } { strong { (sentence(outcome.overall()).get(lang)) } }
        (table(outcome, lang))
        h2 { (words::MEMBERS.get(lang)) }
        (members(outcome, lang))
        p {
            (words::REQUIREMENTS.get(lang)) ": " (outcome.requirements) br;
            (words::DIGEST.get(lang)) ": " (page::breakable(&outcome.digest))
        }
    };
    put(out, &head)?;
    for writer in 0..outcome.members.len() {
        put(out, &writer_section(outcome, writer, lang))?;
        for cell in outcome.cells.iter().filter(|cell| cell.writer == writer) {
            put(out, &cell_section(outcome, cell, lang))?;
        }
    }
    put(out, &exchanges(outcome, lang))?;
    put(out, &page::foot(&html! { p { (common::SELF_TEST.get(lang)) " renkei " (env!("CARGO_PKG_VERSION")) } }))
}

fn put(out: &mut dyn Write, markup: &Markup) -> io::Result<()> {
    out.write_all(markup.0.as_bytes())?;
    writeln!(out)
}

/// The colours of the page are those of `check`.
const fn class(overall: Overall) -> &'static str {
    match overall {
        Overall::Pass => "conformant",
        Overall::Fail => "nonconformant",
        Overall::Undecided => "undecided",
    }
}

fn table(outcome: &MatrixOutcome, lang: Lang) -> Markup {
    html! {
        p { (words::LEGEND.get(lang)) }
        table id="matrix" {
            thead { tr {
                th { (words::WRITES.get(lang)) }
                @for reader in 0..outcome.members.len() { th scope="col" { (letter(reader)) } }
            } }
            tbody { @for (writer, member) in outcome.members.iter().enumerate() { tr {
                th scope="row" { (letter(writer)) " " (member.name()) }
                @for cell in outcome.cells.iter().filter(|cell| cell.writer == writer) { (square(outcome, cell, lang)) }
            } } }
        }
    }
}

fn square(outcome: &MatrixOutcome, cell: &Cell, lang: Lang) -> Markup {
    let tally = outcome.tally(cell);
    html! {
        @match outcome.worst(cell) {
            None => { td { (words::NOTHING.get(lang)) } }
            Some(worst) => {
                td class=(class(outcome.judged(cell))) {
                    a href={ "#" (anchor(cell)) } { strong { (worst.title().get(lang)) } }
                    br; (tally.passed) "/" (tally.exchanges)
                    @for (side, count) in [(Side::Writer, tally.writer), (Side::Reader, tally.reader)] {
                        @if count > 0 { br; (side.title().get(lang)) " " (count) }
                    }
                }
            }
        }
    }
}

fn anchor(cell: &Cell) -> String {
    format!("cell-{}-{}", letter(cell.writer), letter(cell.reader))
}

fn members(outcome: &MatrixOutcome, lang: Lang) -> Markup {
    let heads = [
        words::LETTER,
        words::SOFTWARE,
        words::ROLES,
        words::ADAPTER,
        words::AS_WRITER,
        words::AS_READER,
        words::OWN_FIELDS,
    ];
    let reader = |at: usize| -> usize {
        outcome.cells.iter().filter(|cell| cell.reader == at).map(|cell| outcome.tally(cell).reader).sum()
    };
    html! {
        table {
            thead { tr { @for head in heads { th { (head.get(lang)) } } } }
            tbody { @for (at, member) in outcome.members.iter().enumerate() { tr {
                th scope="row" { (letter(at)) }
                td { (member.name()) }
                td { @for role in &member.hello.roles { (role.title().get(lang)) br; } }
                td { (member.adapter) }
                td { (outcome.wrote(at).filter(|found| found.counts).count()) }
                td { (reader(at)) }
                td {
                    @if member.hello.own_fields.is_empty() { (words::NONE.get(lang)) }
                    @for field in &member.hello.own_fields { (visible(field)) br; }
                }
            } } }
        }
    }
}

fn writer_section(outcome: &MatrixOutcome, writer: usize, lang: Lang) -> Markup {
    let wrong: Vec<Found<'_>> = outcome.wrote(writer).filter(|found| found.side.is_some()).collect();
    html! {
        h2 id={ "writer-" (letter(writer)) } { (letter(writer)) " " (words::WROTE.get(lang)) }
        (list(outcome, &wrong, lang))
        (back(lang))
    }
}

fn cell_section(outcome: &MatrixOutcome, cell: &Cell, lang: Lang) -> Markup {
    let found: Vec<Found<'_>> = outcome.found(cell).filter(|found| found.side.is_some()).collect();
    let (own, writers): (Vec<Found<'_>>, Vec<Found<'_>>) =
        found.into_iter().partition(|found| found.side == Some(Side::Reader));
    let tally = outcome.tally(cell);
    html! {
        @if tally.exchanges > 0 {
            h3 id=(anchor(cell)) {
                (letter(cell.writer)) " → " (letter(cell.reader)) "　" (tally.passed) "/" (tally.exchanges)
            }
            @if !writers.is_empty() {
                p { a href={ "#writer-" (letter(cell.writer)) } { (words::FROM_WRITER.get(lang)) } ": " (writers.len()) }
            }
            @if !own.is_empty() || writers.is_empty() { (list(outcome, &own, lang)) }
            (back(lang))
        }
    }
}

fn list(outcome: &MatrixOutcome, found: &[Found<'_>], lang: Lang) -> Markup {
    let heads = [words::CASE, words::VERDICT, words::SIDE, words::WHY];
    html! {
        @if found.is_empty() { p { (words::ALL_RIGHT.get(lang)) } }
        @else {
            table {
                thead { tr { @for head in heads { th { (head.get(lang)) } } } }
                tbody { @for found in found { tr {
                    td { @if let Some(exchange) = outcome.exchanges.get(found.exchange) {
                        (page::breakable(&exchange.id)) br; (visible(exchange.title.get(lang)))
                    } }
                    td {
                        @if found.counts { strong { (found.judged.verdict.title().get(lang)) } }
                        @else { (found.judged.verdict.title().get(lang)) br; (words::NOT_COUNTED.get(lang)) }
                    }
                    td { @if let Some(side) = found.side { (side.title().get(lang)) } }
                    td { @for line in reasons(&found.judged.notes, lang) { (line) br; } }
                } } }
            }
        }
    }
}

fn exchanges(outcome: &MatrixOutcome, lang: Lang) -> Markup {
    html! {
        h2 { (words::ALL_EXCHANGES.get(lang)) " " (outcome.exchanges.len()) }
        table {
            thead { tr { th { (words::CASE.get(lang)) } th { (words::BETWEEN.get(lang)) } } }
            tbody { @for exchange in &outcome.exchanges { tr {
                td {
                    (page::breakable(&exchange.id)) br; (visible(exchange.title.get(lang)))
                    @if !exchange.scored { " " (words::NOT_COUNTED.get(lang)) }
                }
                td { (exchange.from.title().get(lang)) " → " (exchange.to.title().get(lang)) }
            } } }
        }
    }
}

fn back(lang: Lang) -> Markup {
    html! { p class="back" { a href="#matrix" { (words::BACK.get(lang)) } } }
}
