//! The shape of `renkei suite matrix`.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use conformance::suite::case::Selection;

use super::super::args::{PatternArg, RoleArg, SourceArgs};

#[derive(Debug, Args)]
pub(crate) struct MatrixArgs {
    #[arg(required = true, value_name = "ADAPTER")]
    pub(super) adapters: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) source: SourceArgs,
    #[arg(long, value_name = "ROLE,…", value_delimiter = ',')]
    roles: Vec<RoleArg>,
    #[arg(long, value_name = "D1-D7", value_delimiter = ',')]
    patterns: Vec<PatternArg>,
    #[arg(long, value_name = "ID")]
    only: Vec<String>,
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    time_limit: Option<u64>,
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) json: Option<PathBuf>,
}

impl MatrixArgs {
    /// What they choose.
    pub(super) fn selection(&self) -> Selection {
        Selection {
            roles: self.roles.iter().map(|role| role.0).collect(),
            patterns: self.patterns.iter().flat_map(|pattern| pattern.0.iter().copied()).collect(),
            only: self.only.clone(),
            ..Selection::default()
        }
    }

    /// How long one answer may take, where it is said here.
    pub(super) fn limit(&self) -> Option<Duration> {
        self.time_limit.map(Duration::from_secs)
    }
}
