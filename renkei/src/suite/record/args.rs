//! The shape of these commands.

use std::path::PathBuf;
use std::str::FromStr;

use clap::Args;
use time::format_description::well_known::Rfc3339;
use time::macros::{format_description, offset};
use time::{Date, OffsetDateTime};

#[derive(Debug, Args)]
pub(crate) struct KeyArgs {
    #[arg(long, value_name = "FILE", default_value = "renkei-key.pem", hide_default_value = true)]
    pub(super) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct RecordArgs {
    #[arg(value_name = "RESULT")]
    pub(super) result: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) key: PathBuf,
    #[arg(long, value_name = "FILE|DIR", required_unless_present = "subject_digest")]
    pub(super) subject: Option<PathBuf>,
    #[arg(long, value_name = "sha256:HEX", conflicts_with = "subject")]
    pub(super) subject_digest: Option<String>,
    #[arg(long, value_name = "URL")]
    pub(super) url: Option<String>,
    #[arg(long, value_name = "FILE", default_value = "record.dsse.json", hide_default_value = true)]
    pub(super) out: PathBuf,
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<MomentArg>,
}

#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    #[command(flatten)]
    pub(super) record: Signed,
}

#[derive(Debug, Args)]
pub(crate) struct BadgeArgs {
    #[command(flatten)]
    pub(super) record: Signed,
    #[arg(long, value_name = "FILE", default_value = "badge.svg", hide_default_value = true)]
    pub(super) out: PathBuf,
}

/// A record, and what it is verified with.
#[derive(Debug, Args)]
pub(crate) struct Signed {
    #[arg(value_name = "RECORD")]
    pub(super) record: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(super) key: PathBuf,
    #[arg(long, value_name = "TIME")]
    pub(super) at: Option<MomentArg>,
}

/// `2026-11-21`, which is that day in Japan, or a time of RFC 3339.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MomentArg(OffsetDateTime);

impl MomentArg {
    /// The time; the clock's where none is given.
    pub(super) fn or_now(given: Option<Self>) -> OffsetDateTime {
        given.map_or_else(OffsetDateTime::now_utc, |moment| moment.0).to_offset(offset!(+9))
    }
}

impl FromStr for MomentArg {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let day = || Date::parse(text, format_description!("[year]-[month]-[day]")).ok();
        let moment =
            OffsetDateTime::parse(text, &Rfc3339).ok().or_else(|| Some(day()?.midnight().assume_offset(offset!(+9))));
        moment.map(Self).ok_or_else(|| "2026-11-21, 2026-11-21T09:00:00+09:00".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_or_a_time() {
        let moment = |text: &str| text.parse::<MomentArg>().map(|it| it.0.unix_timestamp());
        assert_eq!(moment("2026-11-21"), moment("2026-11-20T15:00:00Z"));
        assert!(moment("2026-11-21T09:00:00+09:00").is_ok());
        for wrong in ["", "2026-02-30", "21.11.2026", "2026-11-21T09:00"] {
            assert!(moment(wrong).is_err(), "{wrong}");
        }
    }
}
