//! Reports of `check` and `suite`: which goes where, and how the terminal takes them.

use std::io::{self, Write};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use careplan::text::{Lang, Text};
use conformance::report::{Format, Options, write_each};
use conformance::shown::{io_reason, visible};
use console::Term;

use crate::cli::FormatArg;

/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 120;

/// The n-th `--output` belongs to the n-th `--format`; one report may go to standard output.
pub(crate) fn pair(formats: &[FormatArg], outputs: &[PathBuf]) -> Result<Vec<(Format, Option<PathBuf>)>, Text> {
    let mut formats: Vec<_> = formats.iter().map(|format| format.0).collect();
    if formats.is_empty() {
        formats.push(Format::Text);
    }
    if outputs.len() > formats.len() {
        return Err(Text::new(
            "--output が --format より多くあります。--output ごとに --format を指定してください。",
            "There are more --output than --format; give each --output its --format.",
        ));
    }
    let mut outputs = outputs.iter().map(|path| (path.as_os_str() != "-").then(|| path.clone()));
    let reports: Vec<_> = formats.into_iter().map(|format| (format, outputs.next().flatten())).collect();
    for (index, (_, target)) in reports.iter().enumerate() {
        if reports.iter().take(index).any(|(_, other)| other == target) {
            return Err(match target {
                None => Text::new(
                    "標準出力に書ける報告は1つです。ほかの --format には --output を指定してください。",
                    "Only one report can go to standard output; give the other --format an --output.",
                ),
                Some(_) => Text::new(
                    "同じファイルに2つの報告は書けません。--output を分けてください。",
                    "Two reports cannot go to the same file; give them different --output.",
                ),
            });
        }
    }
    Ok(reports)
}

/// Writes all reports; colours and line lengths are those of the terminal.
///
/// # Errors
/// A sentence that names the target and what went wrong there.
pub(crate) fn write(
    report: &dyn Fn(Format, &Options, &mut dyn Write) -> io::Result<()>,
    reports: &[(Format, Option<PathBuf>)],
    options: Options,
) -> Result<(), String> {
    let choice = AutoStream::choice(&io::stdout());
    let width = Term::stdout().size_checked().map(|(_, columns)| usize::from(columns).min(WIDEST));
    let options = Options { color: choice != ColorChoice::Never, width, ..options };
    // Where colours are wanted, consoles that need translating get it; elsewhere bytes pass as they are.
    let mut stdout: Box<dyn Write> =
        if options.color { Box::new(AutoStream::new(io::stdout(), choice)) } else { Box::new(io::stdout().lock()) };
    write_each(report, reports, &options, &mut *stdout)
        .map_err(|(target, error)| unwritten(target, &error, options.lang))
}

fn unwritten(target: Option<PathBuf>, error: &io::Error, lang: Lang) -> String {
    let standard = Text::new("標準出力", "standard output").get(lang);
    let error = io_reason(error).get(lang).to_owned();
    let target = target.map_or_else(|| standard.to_owned(), |path| visible(&path.to_string_lossy()));
    match lang {
        Lang::Ja => format!("報告を書けませんでした：{target}（{error}）。書き込み先をお確かめください。"),
        Lang::En => format!("The report could not be written: {target} ({error}). Please check the target."),
    }
}
