//! `renkei suite`: certifies a software that is reached through an adapter.

mod args;
mod doctor;
pub(crate) mod help;
mod list;
pub(crate) mod matrix;
mod progress;
pub(crate) mod record;
mod replay;
mod run;

pub(crate) use args::SuiteArgs;

use args::{AdapterArgs, SourceArgs, SuiteCommand};
use careplan::text::{Lang, Message};
use conformance::shown::{io_reason, visible};
use conformance::suite::adapter::Config;
use conformance::suite::case::{RequirementSet, Suite};

use crate::say;

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &SuiteArgs, lang: Lang) -> u8 {
    let done = match &args.command {
        SuiteCommand::Run(args) => run::run(args, lang),
        SuiteCommand::List(args) => list::run(args, lang),
        SuiteCommand::Doctor(args) => doctor::run(args, lang),
        SuiteCommand::Replay(args) => replay::run(args, lang),
        SuiteCommand::Matrix(args) => matrix::run(args, lang),
        SuiteCommand::Key(args) => record::key(args, lang),
        SuiteCommand::Record(args) => record::record(args, lang),
        SuiteCommand::Verify(args) => record::verify(args, lang),
        SuiteCommand::Badge(args) => record::badge(args, lang),
    };
    done.unwrap_or_else(|why| {
        say::err(why.get(lang));
        2
    })
}

/// The cases that the arguments name.
fn suite(args: &SourceArgs) -> Result<Suite, Message> {
    let set = match &args.requirements {
        Some(id) => RequirementSet::by_id(id).ok_or_else(|| {
            let id = visible(id);
            Message::new(format!("要求セット {id} はありません"), format!("there is no requirement set {id}"))
        })?,
        None => RequirementSet::newest().ok_or_else(|| Message::new("要求セットがありません", "no requirement set"))?,
    };
    let suite = Suite::read(args.corpus.as_deref(), set).map_err(|unread| {
        let (path, why) = (visible(&unread.path.to_string_lossy()), io_reason(&unread.error));
        Message::new(
            format!("{path} を読めませんでした（{}）。--corpus で corpus のフォルダーを指定してください。", why.ja),
            format!("{path} could not be read ({}). Give the folder of the corpus with --corpus.", why.en),
        )
    })?;
    let missing = suite.missing();
    match missing.first() {
        None => Ok(suite),
        Some(first) => Err(Message::new(
            format!("事例集に {} 件の事例がありません（{first} など）。--corpus をお確かめください。", missing.len()),
            format!("the corpus lacks {} cases ({first} and so on). Please check --corpus.", missing.len()),
        )),
    }
}

/// The software under test.
fn adapter(args: &AdapterArgs) -> Result<Config, Message> {
    let mut config = match &args.adapter {
        Some(path) => Config::read(path).map_err(|error| error.message())?,
        None => Config::of_command(&args.command, args.stay).ok_or_else(|| {
            Message::new(
                "対象ソフトウェアがありません。--adapter FILE、または -- に続けてコマンドを指定してください。",
                "No software is given: --adapter FILE, or a command behind --.",
            )
        })?,
    };
    if let Some(seconds) = args.time_limit {
        config.limit = std::time::Duration::from_secs(seconds);
    }
    Ok(config)
}
