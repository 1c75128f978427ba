//! The shape of `renkei client …`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use mock_server::client::collect::Layout;

/// Where the client lives unless told otherwise.
const HOME: &str = "renkei-home";

#[derive(Debug, Args)]
pub(crate) struct ClientArgs {
    #[command(subcommand)]
    pub(crate) command: ClientCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ClientCommand {
    Setup(SetupArgs),
    Enrol(EnrolArgs),
    Renew(RenewArgs),
    Password(PasswordArgs),
    Send(SendArgs),
    Bulk(BulkArgs),
    Draft(DraftArgs),
    Receive(ReceiveArgs),
    Watch(WatchArgs),
    List(ListArgs),
    Status(StatusArgs),
}

/// Where the client lives.
#[derive(Debug, Args)]
pub(crate) struct HomeArg {
    #[arg(long, value_name = "DIR", env = "RENKEI_HOME", default_value = HOME, hide_default_value = true, hide_env = true)]
    pub(crate) home: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct SetupArgs {
    #[arg(long, value_name = "URL")]
    pub(crate) url: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "key", requires = "ca")]
    pub(crate) cert: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "cert")]
    pub(crate) key: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with = "cert", required_unless_present = "cert")]
    pub(crate) p12: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "p12")]
    pub(crate) p12_password_file: Option<PathBuf>,
    #[arg(long, value_name = "KJ…")]
    pub(crate) user: Option<String>,
    #[arg(long, value_name = "FILE", requires = "user")]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) terminal: Option<String>,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct EnrolArgs {
    #[arg(long, value_name = "URL")]
    pub(crate) url: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: PathBuf,
    #[arg(long, value_name = "KJ…")]
    pub(crate) user: String,
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) new_password_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) issuing_password_file: Option<PathBuf>,
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) terminal: Option<String>,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct RenewArgs {
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct PasswordArgs {
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) new_password_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct SendArgs {
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) message: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "message")]
    pub(crate) message_file: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) attach: Vec<PathBuf>,
    #[arg(long, value_name = "NUMBER")]
    pub(crate) to: Option<String>,
    #[arg(long = "move")]
    pub(crate) moves: bool,
    #[arg(long)]
    pub(crate) again: bool,
    #[arg(long, conflicts_with_all = ["moves", "again"])]
    pub(crate) draft: bool,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct BulkArgs {
    #[arg(value_name = "PATH", required_unless_present = "send")]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) send: bool,
    #[arg(long, value_name = "TEXT", requires = "paths")]
    pub(crate) message: Option<String>,
    #[arg(long, value_name = "FILE", requires = "paths", conflicts_with = "message")]
    pub(crate) message_file: Option<PathBuf>,
    #[arg(long, requires = "paths")]
    pub(crate) again: bool,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct DraftArgs {
    #[arg(value_name = "ID", value_parser = draft_id)]
    pub(crate) id: String,
    #[arg(long)]
    pub(crate) send: bool,
    #[arg(long, conflicts_with = "send")]
    pub(crate) remove: bool,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

/// It becomes part of an address.
fn draft_id(text: &str) -> Result<String, &'static str> {
    let sound = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    if sound { Ok(text.to_owned()) } else { Err("ID …0-9 a-f -") }
}

#[derive(Debug, Args)]
pub(crate) struct ReceiveArgs {
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    #[arg(
        long,
        value_enum,
        value_name = "by-message|flat",
        default_value = "by-message",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) layout: LayoutArg,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct WatchArgs {
    #[arg(long, value_name = "DIR", required_unless_present = "inbox")]
    pub(crate) outbox: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub(crate) inbox: Option<PathBuf>,
    #[arg(
        long,
        value_enum,
        value_name = "by-message|flat",
        default_value = "by-message",
        hide_possible_values = true,
        hide_default_value = true
    )]
    pub(crate) layout: LayoutArg,
    #[arg(long, value_name = "SECONDS", default_value_t = 30, hide_default_value = true,
        value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) every: u64,
    #[arg(long, value_name = "SECONDS", default_value_t = 5, hide_default_value = true,
        value_parser = clap::value_parser!(u64).range(1..=3_600))]
    pub(crate) settle: u64,
    #[arg(long, value_name = "SECONDS", default_value_t = 600, hide_default_value = true,
        value_parser = clap::value_parser!(u64).range(0..=86_400))]
    pub(crate) grace: u64,
    #[arg(long)]
    pub(crate) once: bool,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    #[arg(value_enum, value_name = "sent|received|drafts", hide_possible_values = true)]
    pub(crate) which: Which,
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Debug, Args)]
pub(crate) struct StatusArgs {
    #[command(flatten)]
    pub(crate) home: HomeArg,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Which {
    Sent,
    Received,
    Drafts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LayoutArg {
    ByMessage,
    Flat,
}

impl From<LayoutArg> for Layout {
    fn from(layout: LayoutArg) -> Self {
        match layout {
            LayoutArg::ByMessage => Self::ByMessage,
            LayoutArg::Flat => Self::Flat,
        }
    }
}
