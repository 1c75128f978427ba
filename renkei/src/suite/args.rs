//! The shape of `renkei suite …`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Subcommand};
use conformance::story::Role;
use conformance::suite::case::{Class, Pattern, Selection};

use super::matrix::MatrixArgs;
use super::record::{BadgeArgs, KeyArgs, RecordArgs, VerifyArgs};
use crate::cli::{FormatArg, TextOrJson};

#[derive(Debug, Args)]
pub(crate) struct SuiteArgs {
    #[command(subcommand)]
    pub(crate) command: SuiteCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SuiteCommand {
    Run(RunArgs),
    List(ListArgs),
    Doctor(DoctorArgs),
    Replay(ReplayArgs),
    Matrix(MatrixArgs),
    Key(KeyArgs),
    Record(RecordArgs),
    Verify(VerifyArgs),
    Badge(BadgeArgs),
}

/// The software under test.
#[derive(Debug, Args)]
pub(crate) struct AdapterArgs {
    #[arg(long, value_name = "FILE", conflicts_with = "command")]
    pub(crate) adapter: Option<PathBuf>,
    #[arg(long, conflicts_with = "adapter")]
    pub(crate) stay: bool,
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) time_limit: Option<u64>,
    #[arg(last = true, value_name = "COMMAND")]
    pub(crate) command: Vec<OsString>,
}

/// Where the cases come from.
#[derive(Debug, Args)]
pub(crate) struct SourceArgs {
    #[arg(long, value_name = "DIR")]
    pub(crate) corpus: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(crate) requirements: Option<String>,
}

/// Which cases.
#[derive(Debug, Args)]
pub(crate) struct SelectionArgs {
    #[arg(long, value_name = "ROLE,…", value_delimiter = ',')]
    roles: Vec<RoleArg>,
    #[arg(long, value_name = "D1-D7", value_delimiter = ',')]
    patterns: Vec<PatternArg>,
    #[arg(long, value_name = "CLASS,…", value_delimiter = ',')]
    classes: Vec<ClassArg>,
    #[arg(long, value_name = "ID")]
    only: Vec<String>,
    #[arg(long, value_name = "K/N")]
    shard: Option<ShardArg>,
}

impl SelectionArgs {
    /// What they choose.
    pub(crate) fn selection(&self) -> Selection {
        Selection {
            classes: self.classes.iter().map(|class| class.0).collect(),
            roles: self.roles.iter().map(|role| role.0).collect(),
            patterns: self.patterns.iter().flat_map(|pattern| pattern.0.iter().copied()).collect(),
            only: self.only.clone(),
            shard: self.shard.map(|shard| shard.0),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    #[command(flatten)]
    pub(crate) adapter: AdapterArgs,
    #[command(flatten)]
    pub(crate) source: SourceArgs,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    #[arg(long, value_enum, value_name = "text|json|junit|sarif|ctrf|markdown|html", hide_possible_values = true)]
    pub(crate) format: Vec<FormatArg>,
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Vec<PathBuf>,
    #[arg(long, short)]
    pub(crate) verbose: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    #[command(flatten)]
    pub(crate) source: SourceArgs,
    #[command(flatten)]
    pub(crate) selection: SelectionArgs,
    #[arg(
        long,
        value_enum,
        value_name = "text|json",
        default_value = "text",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) format: TextOrJson,
    #[arg(long, conflicts_with = "format")]
    pub(crate) digests: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DoctorArgs {
    #[command(flatten)]
    pub(crate) adapter: AdapterArgs,
    #[command(flatten)]
    pub(crate) source: SourceArgs,
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ReplayArgs {
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) adapter: AdapterArgs,
    #[command(flatten)]
    pub(crate) source: SourceArgs,
}

/// A word that is none of those wanted; the message lists them.
fn none_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy, Debug)]
pub(super) struct RoleArg(pub(super) Role);

impl FromStr for RoleArg {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Role::of_word(word).map(Self).ok_or_else(|| none_of(Role::ALL.iter().map(|role| role.as_str())))
    }
}

#[derive(Clone, Copy, Debug)]
struct ClassArg(Class);

impl FromStr for ClassArg {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Class::of_word(word).map(Self).ok_or_else(|| none_of(Class::ALL.iter().map(|class| class.as_str())))
    }
}

/// `D3`, or `D1-D7`.
#[derive(Clone, Debug)]
pub(super) struct PatternArg(pub(super) Vec<Pattern>);

impl FromStr for PatternArg {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let (first, last) = word.split_once('-').unwrap_or((word, word));
        let ends = Pattern::of_word(first).zip(Pattern::of_word(last)).filter(|(first, last)| first <= last);
        let (first, last) = ends.ok_or_else(|| "D1-D7".to_owned())?;
        Ok(Self(Pattern::ALL.iter().copied().filter(|pattern| (first..=last).contains(pattern)).collect()))
    }
}

/// `2/5`: the second of five shares.
#[derive(Clone, Copy, Debug)]
struct ShardArg((usize, usize));

impl FromStr for ShardArg {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let parts = word.split_once('/').and_then(|(k, n)| Some((k.parse().ok()?, n.parse().ok()?)));
        parts.filter(|(k, n)| (1..=*n).contains(k)).map(Self).ok_or_else(|| "1/4".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_single_ones_or_ranges() {
        let words =
            |text: &str| text.parse::<PatternArg>().map(|it| it.0.iter().map(|p| p.as_str()).collect::<Vec<_>>());
        assert_eq!(words("D2"), Ok(vec!["D2"]));
        assert_eq!(words("d1-D3"), Ok(vec!["D1", "D2", "D3"]));
        assert!(words("D3-D1").is_err() && words("D8").is_err() && words("").is_err());
    }

    #[test]
    fn a_share_is_one_of_several() {
        assert_eq!("2/5".parse::<ShardArg>().map(|it| it.0), Ok((2, 5)));
        for wrong in ["0/5", "6/5", "1/0", "1", "a/b"] {
            assert!(wrong.parse::<ShardArg>().is_err(), "{wrong}");
        }
    }
}
