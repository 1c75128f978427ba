//! `renkei suite run`: runs the cases and writes the reports.

use std::io::Write;

use careplan::text::{Lang, Message};
use conformance::report::Options;
use conformance::suite::report;
use conformance::suite::run::{Baseline, NoTrace, Plan, run as run_cases};
use time::OffsetDateTime;
use time::macros::offset;

use super::args::RunArgs;
use super::progress::Bar;
use super::{adapter, suite};
use crate::{reports, say};

/// Runs the command and gives the exit code.
pub(super) fn run(args: &RunArgs, lang: Lang) -> Result<u8, Message> {
    let reports = reports::pair(&args.format, &args.output)?;
    let config = adapter(&args.adapter)?;
    let baseline = baseline(args.baseline.as_deref())?;
    let suite = suite(&args.source)?;
    let plan = Plan {
        suite: &suite,
        selection: args.selection.selection(),
        baseline,
        // Days of the baseline are those of Japan.
        today: OffsetDateTime::now_utc().to_offset(offset!(+9)).date(),
        limit: config.limit,
        jobs: args.jobs,
    };
    let outcome = run_cases(&plan, &config.adapter, &Bar::new(lang), &NoTrace).map_err(|unready| unready.0)?;
    let options = Options { lang, verbose: args.verbose, ..Options::default() };
    let write = |format, options: &Options, out: &mut dyn Write| report::write(format, &outcome, options, out);
    if let Err(why) = reports::write(&write, &reports, options) {
        say::err(&why);
        return Ok(2);
    }
    Ok(outcome.overall.exit_code())
}

/// The known failures; none where no file is given.
pub(super) fn baseline(path: Option<&std::path::Path>) -> Result<Baseline, Message> {
    path.map_or_else(|| Ok(Baseline::default()), |path| Baseline::read(path).map_err(|error| error.0))
}
