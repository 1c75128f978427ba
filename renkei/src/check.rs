//! `renkei check`: judges what the paths hold and writes the reports.

use std::io::Write;

use careplan::text::Lang;
use conformance::judge::{CheckOutcome, CheckRun, Verdict};
use conformance::report::{self, Format, Options};

use crate::cli::CheckArgs;
use crate::progress::Bar;
use crate::{reports, say};

/// Reasons repeated on standard error where the text report goes elsewhere.
const REASONS: usize = 10;

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &CheckArgs, lang: Lang) -> u8 {
    let reports = match reports::pair(&args.format, &args.output) {
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
    let options = Options { lang, show_values: args.show_values, verbose: args.verbose, ..Options::default() };
    let report = |format, options: &Options, out: &mut dyn Write| report::write(format, &outcome, options, out);
    if let Err(why) = reports::write(&report, &reports, options) {
        say::err(&why);
        return Verdict::Undecided.exit_code();
    }
    if !reports.contains(&(Format::Text, None)) {
        repeat_reasons(&outcome, lang);
    }
    outcome.verdict.exit_code()
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
