//! The paper forms: files of the exchange, drawn as the forms that people know.
//!
//! ```text
//! papers ─read─▶ rows ─arrange─▶ sheets of persons ─draw (one file per form)─▶ a page
//!           └──▶ notes: what cannot be read, where and why
//! ```
//!
//! Any files may be given: what is no file of the exchange is listed by name, what cannot be read
//! is said in a sentence, and nothing that was read is left out without a word (`hidden.rs` lists
//! what is not drawn on purpose). The work is bounded (`limits.rs`).

mod arrange;
mod basic;
mod codes;
mod dates;
mod deletion;
mod form;
mod hidden;
mod label;
mod limits;
mod notes;
mod page;
mod parts;
mod picture;
mod preventive;
mod read;
mod row;
mod sheet1;
mod sheet2;
mod sheet3;
mod sheet6;
mod sheet7;
mod spans;
mod supplement;
mod value;
mod words;

#[cfg(test)]
mod tests;

use careplan::text::Lang;
use maud::Markup;

use super::Paper;

/// One page of forms.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    /// Notes, table of contents and forms: what stands inside `main`, below a heading of level 1.
    /// Links to further pages are `?from=N` of the page's own address.
    pub(crate) body: Markup,
    /// How many forms there are in all.
    pub(crate) forms: usize,
    /// The first form of the page before, if there is one; the `from` of that page.
    pub(crate) previous: Option<usize>,
    /// The first form that did not fit on this page; the `from` of the next one.
    pub(crate) next: Option<usize>,
}

/// Draws the forms that `papers` hold, beginning with form `from` (the first is 0).
#[must_use]
pub(crate) fn render(papers: &[Paper], lang: Lang, from: usize) -> Forms {
    let pile = read::read(papers);
    let desk = arrange::arrange(&pile);
    page::page(&pile, &desk, lang, from)
}
