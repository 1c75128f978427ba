//! The shape of the command line. Its texts stand in `help`, in both languages.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use careplan::text::Lang;
use clap::{Args, Parser, Subcommand, ValueEnum};
use conformance::report::Format;
use mock_server::assumptions::Profile;

use crate::client::ClientArgs;
use crate::suite::SuiteArgs;

#[derive(Debug, Parser)]
#[command(
    name = "renkei",
    version,
    disable_help_subcommand = true,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub(crate) struct Cli {
    /// Read beforehand by `language::choose`; here so that it is known and checked.
    #[arg(long, global = true, value_enum, value_name = "ja|en", hide_possible_values = true)]
    lang: Option<LangArg>,
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArgs),
    Inspect(InspectArgs),
    Rules(RulesArgs),
    Sample(SampleArgs),
    Coverage(CoverageArgs),
    Demo(DemoArgs),
    Serve(ServeArgs),
    Client(ClientArgs),
    Suite(Box<SuiteArgs>),
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_enum, value_name = "text|json|junit|sarif|ctrf|markdown|html", hide_possible_values = true)]
    pub(crate) format: Vec<FormatArg>,
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Vec<PathBuf>,
    #[arg(long, value_enum, value_name = "warnings", hide_possible_values = true)]
    pub(crate) deny: Option<Deny>,
    #[arg(long)]
    pub(crate) show_values: bool,
    #[arg(long, short)]
    pub(crate) verbose: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) threads: Option<u16>,
}

#[derive(Debug, Args)]
pub(crate) struct InspectArgs {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(
        long,
        value_enum,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) format: TextOrJson,
    #[arg(long, value_name = "UPPLAN")]
    pub(crate) kind: Option<String>,
    #[arg(long)]
    pub(crate) show_values: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SampleArgs {
    #[arg(value_name = "STORY")]
    pub(crate) story: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true)]
    pub(crate) seed: u64,
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CoverageArgs {
    #[arg(long, value_name = "DIR", default_value = "corpus", hide_default_value = true)]
    pub(crate) corpus: PathBuf,
    #[arg(
        long,
        value_enum,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) format: TextOrJson,
}

/// The form of what `inspect` and `coverage` show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct RulesArgs {
    #[arg(value_name = "ID", conflicts_with = "ledger")]
    pub(crate) id: Option<String>,
    #[arg(long)]
    pub(crate) ledger: bool,
    #[arg(
        long,
        value_enum,
        value_name = "text|json|html",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) format: RulesFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    Text,
    Json,
    Html,
}

#[derive(Debug, Args)]
pub(crate) struct DemoArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long)]
    pub(crate) keep: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0", hide_default_value = true)]
    pub(crate) listen: SocketAddr,
    #[arg(long)]
    pub(crate) allow_lan: bool,
    #[arg(long, value_name = "IP")]
    pub(crate) reached_at: Vec<IpAddr>,
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    #[arg(long, env = "RENKEI_STORE", hide_env = true, hide_env_values = true, value_name = "postgres://…")]
    pub(crate) store: Option<StoreUrl>,
    #[arg(long, value_name = "NUMBER:NAME:TYPES")]
    pub(crate) office: Vec<String>,
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0", hide_default_value = true)]
    pub(crate) control: SocketAddr,
    #[arg(long, value_name = "N")]
    pub(crate) seed: Option<u64>,
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true,
        value_parser = clap::value_parser!(u16).range(0..=i64::from(mock_server::MOST_SEATS)))]
    pub(crate) seats: u16,
    #[arg(long, value_enum, value_name = "client-1.2|web-4.1", hide_possible_values = true)]
    pub(crate) profile: Option<ProfileArg>,
    #[arg(long, value_name = "ID=VALUE")]
    pub(crate) assume: Vec<String>,
    #[arg(long)]
    pub(crate) assumptions: bool,
    #[arg(long, value_enum, value_name = "relay", hide_possible_values = true)]
    pub(crate) openapi: Option<Described>,
}

/// What has a description as OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Described {
    Relay,
}

/// [`Profile`] as a word of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProfileArg(pub(crate) Profile);

impl ValueEnum for ProfileArg {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: &[ProfileArg] = &[ProfileArg(Profile::Client12), ProfileArg(Profile::Web41)];
        ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.as_str()))
    }
}

/// The address of a database.
#[derive(Clone)]
pub(crate) struct StoreUrl(pub(crate) String);

impl From<String> for StoreUrl {
    fn from(url: String) -> Self {
        Self(url)
    }
}

impl fmt::Debug for StoreUrl {
    /// Not shown: it may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoreUrl")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LangArg {
    Ja,
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Ja => Self::Ja,
            LangArg::En => Self::En,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    Warnings,
}

/// [`Format`] as a word of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FormatArg(pub(crate) Format);

impl ValueEnum for FormatArg {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: &[FormatArg] = &[
            FormatArg(Format::Text),
            FormatArg(Format::Json),
            FormatArg(Format::Junit),
            FormatArg(Format::Sarif),
            FormatArg(Format::Ctrf),
            FormatArg(Format::Markdown),
            FormatArg(Format::Html),
        ];
        ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_of_the_suite_can_be_asked_for() {
        let words: Vec<_> = FormatArg::value_variants().iter().map(|format| format.0).collect();
        assert_eq!(words, Format::ALL);
    }

    #[test]
    fn every_profile_of_the_relay_can_be_asked_for() {
        let profiles: Vec<_> = ProfileArg::value_variants().iter().map(|profile| profile.0).collect();
        assert_eq!(profiles, Profile::ALL);
    }
}
