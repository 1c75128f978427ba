//! `renkei suite matrix`: what each writes is read by each.

mod args;
pub(crate) mod help;

use careplan::text::{Lang, Message};
use conformance::suite::adapter::Config;
use conformance::suite::matrix::{MatrixPlan, Party, html, json, run as run_pairs, text};

pub(crate) use args::MatrixArgs;

use super::progress::Bar;
use super::record::write;
use super::suite;
use crate::say;

/// Letters tell them apart.
const MOST: usize = 26;

/// Runs the command and gives the exit code.
pub(super) fn run(args: &MatrixArgs, lang: Lang) -> Result<u8, Message> {
    if args.adapters.len() > MOST {
        let told = Message::new(
            format!("一度に確かめられるソフトウェアは {MOST} までです。"),
            format!("At most {MOST} can be compared at once."),
        );
        return Err(told);
    }
    let configs: Vec<Config> = args
        .adapters
        .iter()
        .map(|path| Config::read(path))
        .collect::<Result<_, _>>()
        .map_err(|error| error.message())?;
    let parties: Vec<Party<'_>> = configs
        .iter()
        .map(|config| Party { adapter: &config.adapter, limit: args.limit().unwrap_or(config.limit) })
        .collect();
    let suite = suite(&args.source)?;
    let plan = MatrixPlan { suite: &suite, selection: args.selection(), jobs: args.jobs };
    let outcome = run_pairs(&plan, &parties, &Bar::new(lang)).map_err(|unready| unready.0)?;
    let failed = |error: std::io::Error| conformance::shown::io_reason(&error);
    let (mut page, mut document, mut told) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(path) = &args.out {
        html(&outcome, lang, &mut page).map_err(failed)?;
        write(path, &page)?;
    }
    if let Some(path) = &args.json {
        json(&outcome, &mut document).map_err(failed)?;
        write(path, &document)?;
    }
    text(&outcome, lang, &mut told).map_err(failed)?;
    say::out(&String::from_utf8_lossy(&told)).map_err(failed)?;
    Ok(outcome.overall().exit_code())
}
