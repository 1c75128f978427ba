//! What is to be said about the files themselves: what cannot be read, what was replaced.

use std::collections::HashSet;

use careplan::layout::Kind;
use careplan::text::{Lang, Message};
use maud::{Markup, html};

use super::arrange::Desk;
use super::read::{Pile, Read};
use super::{limits, picture, value, words};

/// Everything that a reader must know before the forms; empty where there is nothing.
pub(super) fn notes(pile: &Pile, desk: &Desk<'_>, lang: Lang) -> Markup {
    let noted: Vec<&Read> = pile.papers.iter().filter(|read| !read.notes.is_empty() && !read.foreign).collect();
    let replaced: Vec<Message> = desk.replaced.iter().filter_map(|&pair| superseded(pile, pair)).collect();
    if noted.is_empty() && replaced.is_empty() && !pile.cut {
        return Markup::default();
    }
    html! {
        section.notes aria-labelledby="notes" {
            h2 id="notes" { (words::NOTES.get(lang)) }
            @if pile.cut { p { (words::cut().get(lang)) } }
            ul {
                @for read in noted.iter().take(limits::NAMES) {
                    li {
                        bdi.file { (value::clean(&read.name)) }
                        ul { @for note in &read.notes { li { (value::clean(note.get(lang))) } } }
                    }
                }
                @for message in replaced.iter().take(limits::NAMES) { li { (value::clean(message.get(lang))) } }
            }
            (further(noted.len().max(replaced.len()), lang))
        }
    }
}

fn superseded(pile: &Pile, (old, new): (usize, usize)) -> Option<Message> {
    let (old, new) = (&pile.papers.get(old)?.name, &pile.papers.get(new)?.name);
    Some(Message::new(
        format!("{old} と同じ様式が、あとから作られた {new} にもあります。新しい方を表示します。"),
        format!("{old}: the same form is in {new}, which was made later and is shown instead."),
    ))
}

/// The list of files, forms and rows, and what is no form at all.
pub(super) fn files(pile: &Pile, lang: Lang) -> Markup {
    let (foreign, known): (Vec<&Read>, Vec<&Read>) = pile.papers.iter().partition(|read| read.foreign);
    html! {
        @if !foreign.is_empty() {
            section.files aria-labelledby="foreign" {
                h2 id="foreign" { (words::FOREIGN.get(lang)) }
                ul { @for read in foreign.iter().take(limits::NAMES) { li { bdi.file { (value::clean(&read.name)) } } } }
                (further(foreign.len(), lang))
            }
        }
        @if !known.is_empty() {
            section.files aria-labelledby="files" {
                h2 id="files" { (words::FILES.get(lang)) }
                table.box {
                    thead { tr {
                        th scope="col" { (words::FILE.get(lang)) }
                        th scope="col" { (words::FORM.get(lang)) }
                        th scope="col" { (words::ROWS.get(lang)) }
                    } }
                    tbody { @for read in known.iter().take(limits::NAMES) {
                        tr {
                            td { bdi.file { (value::clean(&read.name)) } }
                            td { @if let Some(kind) = read.kind { (kind.title().get(lang)) } }
                            td.number { @if read.picture.is_none() { (read.rows) } }
                        }
                    } }
                }
                (further(known.len(), lang))
            }
        }
    }
}

/// Pictures that nothing names: they are shown all the same.
pub(super) fn loose_pictures(pile: &Pile, lang: Lang, bytes: &std::cell::Cell<usize>) -> Markup {
    let rows = pile.rows.iter().filter(|row| row.kind() == Kind::Upkihon);
    let named: HashSet<String> = rows.map(|row| picture::key(row.get("family_image"))).collect();
    let is_loose = |read: &&Read| read.picture.is_some() && !named.contains(&picture::key(&read.name));
    let loose: Vec<&Read> = pile.papers.iter().filter(is_loose).take(limits::NAMES).collect();
    html! {
        @if !loose.is_empty() {
            section.files aria-labelledby="pictures" {
                h2 id="pictures" { (words::LOOSE_PICTURES.get(lang)) }
                @for read in loose { (picture::figure(read, lang, bytes)) }
            }
        }
    }
}

fn further(all: usize, lang: Lang) -> Markup {
    let rest = all.saturating_sub(limits::NAMES);
    html! {
        @if rest > 0 {
            p { (words::AND_MORE.get(lang)) " " (rest) @if lang == Lang::Ja { "件" } }
        }
    }
}
