//! The lists of the page: what needs a look, all sets, all files.

use std::io;

use careplan::check::FileClass;
use careplan::diagnostic::Counts;
use careplan::text::{Lang, Text};
use maud::{Markup, html};

use crate::judge::{CheckOutcome, JudgedFile};
use crate::report::{finding as part, page, words};
use crate::shown::visible;

/// Files that are written at a time.
const CHUNK: usize = 500;

/// Whether the findings of a file have a section: that something is no file of the exchange is told in the list.
pub(super) fn has_section(file: &JudgedFile) -> bool {
    let counts = file.report.counts;
    let is_plain_other = file.report.class == FileClass::Other && counts.errors + counts.warnings == 0;
    counts.total() > 0 && !is_plain_other
}

/// What needs a look, and where the rest is.
pub(super) fn contents(outcome: &CheckOutcome, lang: Lang) -> Markup {
    let files: Vec<_> = outcome.files.iter().enumerate().filter(|(_, file)| has_section(file)).collect();
    let sets: Vec<_> = outcome.sets.iter().enumerate().filter(|(_, set)| set.counts.total() > 0).collect();
    html! {
        nav {
            h2 id="contents" { (words::CONTENTS.get(lang)) }
            @if outcome.problems > 0 {
                p { a href="#unjudged" { (words::NOT_JUDGED.get(lang)) } " " (outcome.problems) }
            }
            @if !files.is_empty() || !sets.is_empty() {
                table {
                    thead { tr { th { (words::TO_SEE.get(lang)) } th class="kind" { (words::KIND.get(lang)) } (count_heads(lang)) } }
                    @for (index, file) in files {
                        tr {
                            td { (page::path(&file.item.path, &format!("f{index}"))) }
                            td class="kind" { (part::kind(&file.report, lang)) }
                            (count_cells(file.report.counts))
                        }
                    }
                    @for (index, set) in sets {
                        tr {
                            td { a href={ "#s" (index) } { (words::SET.get(lang)) " " (visible(&set.serial)) } }
                            td class="kind" { (visible(&set.from)) " → " (visible(&set.to)) }
                            (count_cells(set.counts))
                        }
                    }
                }
            }
            p {
                @if !outcome.sets.is_empty() { a href="#sets" { (words::ALL_SETS.get(lang)) } " " (outcome.sets.len()) "　" }
                a href="#files" { (words::ALL_FILES.get(lang)) } " " (outcome.files.len())
            }
        }
    }
}

/// All sets with their files.
pub(super) fn sets(outcome: &CheckOutcome, lang: Lang) -> Markup {
    html! {
        @if !outcome.sets.is_empty() {
            section {
                h2 id="sets" { (words::ALL_SETS.get(lang)) }
                table {
                    thead { tr {
                        th { (words::SERIAL.get(lang)) } th { (words::ENDS.get(lang)) } th class="wide" { (words::FILES.get(lang)) }
                    } }
                    @for set in &outcome.sets {
                        tr {
                            td { (visible(&set.serial)) }
                            td { (visible(&set.from)) wbr; " → " (visible(&set.to)) }
                            td { @for &index in &set.files {
                                @if let Some(file) = outcome.files.get(index) {
                                    div { a href={ "#l" (index) } { (file_code(file)) } }
                                }
                            } }
                        }
                    }
                }
                (page::back(lang))
            }
        }
    }
}

/// The kind, or the name where it tells none.
fn file_code(file: &JudgedFile) -> String {
    file.report.kind.map_or_else(|| visible(&file.item.file_name), |kind| kind.code().to_owned())
}

/// All files with their hashes, some at a time.
pub(super) fn files(
    outcome: &CheckOutcome,
    lang: Lang,
    mut put: impl FnMut(&Markup) -> io::Result<()>,
) -> io::Result<()> {
    let heads: [Text; 3] = [words::FILE, words::KIND, words::RECORDS];
    put(&html! {
        section { h2 id="files" { (words::ALL_FILES.get(lang)) } (page::back(lang)) }
    })?;
    for (chunk, files) in outcome.files.chunks(CHUNK).enumerate() {
        put(&html! {
            table {
                thead { tr {
                    @for head in heads { th { (head.get(lang)) } }
                    th { (words::ERROR.get(lang)) } th { (words::WARNING.get(lang)) }
                } }
                @for (at, file) in files.iter().enumerate() { (row(chunk * CHUNK + at, file, lang)) }
            }
        })?;
    }
    Ok(())
}

fn row(index: usize, file: &JudgedFile, lang: Lang) -> Markup {
    let link = if has_section(file) { format!("f{index}") } else { String::new() };
    html! {
        tr id={ "l" (index) } {
            td { (page::path(&file.item.path, &link)) div class="hash" { (words::HASH.get(lang)) " " code { (file.sha256) } } }
            td class="kind" { (part::kind(&file.report, lang)) }
            td class="number" { (file.report.records) }
            (number(file.report.counts.errors, "error"))
            (number(file.report.counts.warnings, "warning"))
        }
    }
}

fn count_heads(lang: Lang) -> Markup {
    html! { @for word in [words::ERROR, words::WARNING, words::INFO] { th class="number" { (word.get(lang)) } } }
}

fn count_cells(counts: Counts) -> Markup {
    html! { (number(counts.errors, "error")) (number(counts.warnings, "warning")) (number(counts.infos, "info")) }
}

/// A number that stands out exactly when there is something to see.
fn number(number: u64, class: &str) -> Markup {
    html! { td class={ "number " (if number > 0 { class } else { "none" }) } { (number) } }
}
