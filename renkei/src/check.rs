//! `renkei check`: judges what the paths hold and writes the reports.

use std::io::{self, Write};
use std::path::PathBuf;

use anstream::{AutoStream, ColorChoice};
use careplan::text::{Lang, Text};
use conformance::judge::{CheckOutcome, CheckRun, Verdict};
use conformance::report::{self, Format, Options};
use conformance::shown::{io_reason, visible};
use console::Term;

use crate::cli::CheckArgs;
use crate::progress::Bar;
use crate::say;

/// Lines longer than this are hard to read, however wide the terminal is.
const WIDEST: usize = 120;

/// Reasons repeated on standard error where the text report goes elsewhere.
const REASONS: usize = 10;

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &CheckArgs, lang: Lang) -> u8 {
    let reports = match pair(args) {
        Ok(reports) => reports,
        Err(why) => {
            say::err(why.get(lang));
            return 2;
        }
    };
    let judged = CheckRun {
        paths: args.paths.clone(),
        threads: args.threads.map(usize::from),
        deny_warnings: args.deny.is_some(),
    };
    let outcome = judged.run(&Bar::new(lang));
    let choice = AutoStream::choice(&io::stdout());
    let width = Term::stdout().size_checked().map(|(_, columns)| usize::from(columns).min(WIDEST));
    let color = choice != ColorChoice::Never;
    let options = Options { lang, show_values: args.show_values, verbose: args.verbose, color, width };
    // Where colours are wanted, consoles that need translating get it; elsewhere bytes pass as they are.
    let mut stdout: Box<dyn Write> =
        if options.color { Box::new(AutoStream::new(io::stdout(), choice)) } else { Box::new(io::stdout().lock()) };
    if let Err((target, error)) = report::write_all(&outcome, &reports, &options, &mut *stdout) {
        say::err(&unwritten(target, &error, lang));
        return Verdict::Undecided.exit_code();
    }
    if !reports.contains(&(Format::Text, None)) {
        repeat_reasons(&outcome, lang);
    }
    outcome.verdict.exit_code()
}

/// The n-th `--output` belongs to the n-th `--format`; one report may go to standard output.
fn pair(args: &CheckArgs) -> Result<Vec<(Format, Option<PathBuf>)>, Text> {
    let mut formats: Vec<_> = args.format.iter().map(|format| format.0).collect();
    if formats.is_empty() {
        formats.push(Format::Text);
    }
    if args.output.len() > formats.len() {
        return Err(Text::new(
            "--output が --format より多くあります。--output ごとに --format を指定してください。",
            "There are more --output than --format; give each --output its --format.",
        ));
    }
    let mut outputs = args.output.iter().map(|path| (path.as_os_str() != "-").then(|| path.clone()));
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

fn unwritten(target: Option<PathBuf>, error: &io::Error, lang: Lang) -> String {
    let standard = Text::new("標準出力", "standard output").get(lang);
    let error = io_reason(error).get(lang).to_owned();
    let target = target.map_or_else(|| standard.to_owned(), |path| visible(&path.to_string_lossy()));
    match lang {
        Lang::Ja => format!("報告を書けませんでした：{target}（{error}）。書き込み先をお確かめください。"),
        Lang::En => format!("The report could not be written: {target} ({error}). Please check the target."),
    }
}

/// Tells on standard error why nothing could be decided, for those who look at no report.
fn repeat_reasons(outcome: &CheckOutcome, lang: Lang) {
    if outcome.verdict != Verdict::Undecided {
        return;
    }
    say::err(outcome.verdict.sentence().get(lang));
    for finding in outcome.findings.iter().take(REASONS) {
        say::err(&format!("  {} {}", finding.rule.id, finding.found.get(lang)));
    }
}
