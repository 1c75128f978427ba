//! `renkei`: checks files of the care-plan exchange. Exit codes of every command: 0 = judged,
//! nothing against the standard; 1 = judged, something is; 2 = could not judge.

mod assumptions;
mod check;
mod cli;
mod client;
mod coverage;
mod demo;
mod desk;
mod fault;
mod help;
mod inspect;
mod language;
mod progress;
mod relay;
mod reports;
mod rules;
mod sample;
mod say;
mod serve;
mod suite;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;

use cli::{Cli, Command};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let lang = language::choose(&args, std::env::var_os("RENKEI_LANG").as_deref());
    fault::speak_plainly(lang);
    let parsed = help::command(lang).try_get_matches_from(args).and_then(|found| Cli::from_arg_matches(&found));
    let code = match parsed {
        Err(error) => usage::tell(&error, lang),
        Ok(cli) => fault::contain(|| match &cli.command {
            Command::Check(args) => check::run(args, lang),
            Command::Inspect(args) => inspect::run(args, lang),
            Command::Rules(args) => rules::run(args, lang),
            Command::Sample(args) => sample::run(args, lang),
            Command::Coverage(args) => coverage::run(args, lang),
            Command::Demo(args) => demo::run(args, lang),
            Command::Serve(args) => serve::run(args, lang),
            Command::Client(args) => client::run(args, lang),
            Command::Suite(args) => suite::run(args, lang),
        }),
    };
    ExitCode::from(code)
}
