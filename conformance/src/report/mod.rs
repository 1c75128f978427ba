//! Reports: one file per format, all from the same outcome.

mod case;
mod ctrf;
mod excerpt;
mod finding;
mod html;
mod json;
mod junit;
pub(crate) mod markdown;
mod mask;
mod output;
pub(crate) mod page;
mod record;
pub mod rule_doc;
pub mod rule_page;
mod sarif;
mod text;
pub mod words;

#[cfg(test)]
mod example;

use std::io::{self, Write};

use careplan::text::Lang;

use crate::judge::CheckOutcome;
pub use mask::{mask, shown_value};
pub use output::{write_all, write_each};

/// The forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a person at a terminal.
    Text,
    /// `renkei.check/1`, for programs.
    Json,
    /// JUnit XML, for CI.
    Junit,
    /// SARIF 2.1.0, for code-scanning pages.
    Sarif,
    /// CTRF, for test dashboards.
    Ctrf,
    /// A summary for the page of a pipeline.
    Markdown,
    /// A page to read, print and hand over.
    Html,
}

impl Format {
    /// All of them, in the order of the documentation.
    pub const ALL: &'static [Self] =
        &[Self::Text, Self::Json, Self::Junit, Self::Sarif, Self::Ctrf, Self::Markdown, Self::Html];

    /// The word on the command line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Junit => "junit",
            Self::Sarif => "sarif",
            Self::Ctrf => "ctrf",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}

/// How reports are written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Language of sentences.
    pub lang: Lang,
    /// Whether values that could tell of a person are shown as they are.
    pub show_values: bool,
    /// Whether information is told in full in the text report.
    pub verbose: bool,
    /// Whether the text report is coloured.
    pub color: bool,
    /// Columns of the terminal that the text report is for; `None` = lines are not broken.
    pub width: Option<usize>,
}

/// Writes one report.
///
/// # Errors
/// What the writer says: a full disk, a closed pipe.
pub fn write(format: Format, outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => text::write(outcome, options, out),
        Format::Json => json::write(outcome, options, out),
        Format::Junit => junit::write(outcome, options, out),
        Format::Sarif => sarif::write(outcome, options, out),
        Format::Ctrf => ctrf::write(outcome, options, out),
        Format::Markdown => markdown::write(outcome, options, out),
        Format::Html => html::write(outcome, options, out),
    }?;
    out.flush()
}
