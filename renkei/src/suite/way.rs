//! Which way to the software under test the arguments ask for.

use std::time::Duration;

use careplan::text::{Lang, Message, Text};
use conformance::suite::adapter::{Adapter, Config, FolderAdapter};
use conformance::suite::protocol::Hello;

use super::args::{AdapterArgs, SoftwareArgs};
use super::relay::RelayAdapter;

/// What a software is called that nobody named.
const UNNAMED: Text = Text::new("対象ソフトウェア", "software under test");

/// A way to the software, and how long one answer may take.
pub(super) struct Reached {
    pub(super) adapter: Box<dyn Adapter + Send>,
    pub(super) limit: Duration,
}

impl From<Config> for Reached {
    fn from(config: Config) -> Self {
        Self { adapter: Box::new(config.adapter), limit: config.limit }
    }
}

/// The software under test.
pub(super) fn adapter(args: &AdapterArgs, lang: Lang) -> Result<Reached, Message> {
    let hello = || declared(&args.software, lang);
    let mut reached: Reached = match (&args.adapter, &args.folder, &args.relay) {
        (Some(path), ..) => Config::read(path).map_err(|error| error.message())?.into(),
        (None, Some(folder), _) => {
            let folder = FolderAdapter { lang, ..FolderAdapter::new(folder.clone(), hello()) };
            Config::of_folder(folder).into()
        }
        (None, None, Some(folder)) => Reached {
            adapter: Box::new(RelayAdapter::start(folder, hello(), lang)?),
            limit: Duration::from_secs(FolderAdapter::SECONDS),
        },
        (None, None, None) => Config::of_command(&args.command, args.stay)
            .ok_or_else(|| {
                Message::new(
                    "対象ソフトウェアがありません。--adapter FILE、--folder DIR、--relay DIR、または -- に続けてコマンドを指定してください。",
                    "No software is given: --adapter FILE, --folder DIR, --relay DIR, or a command behind --.",
                )
            })?
            .into(),
    };
    if let Some(seconds) = args.time_limit {
        reached.limit = Duration::from_secs(seconds);
    }
    Ok(reached)
}

/// Who the software is, as the arguments say.
pub(super) fn declared(args: &SoftwareArgs, lang: Lang) -> Hello {
    let name = args.name.as_deref().unwrap_or(UNNAMED.get(lang));
    Hello::of_name(name, args.software_version.as_deref().unwrap_or("-"))
}
