//! `renkei demo`: a month's care plan travels through mutual TLS between two offices of a mock
//! relay and comes back as actuals, every file checked.
//!
//! ```text
//! story ─▶ journey (side ⇄ relay ⇄ side) ─▶ table (as it happens)
//!             └─▶ folder ─▶ judge ─▶ report.html, report.junit.xml
//! ```

mod closing;
mod compare;
mod folder;
mod journey;
mod judge;
mod side;
pub(crate) mod story;
mod table;

use std::path::{Path, PathBuf};

use careplan::text::{Lang, Text};
use mock_server::clock::{Clock, SystemClock};

use crate::cli::DemoArgs;
use crate::relay::{self, Trouble};
use crate::say;
use folder::OutFolder;
use journey::Journey;
use story::{Calendar, Story, StoryError};

/// Where the files go unless told otherwise: where a newcomer looks, the current folder.
const FOLDER: &str = "renkei-demo";

const OPENING: Text = Text::new(
    "訓練用：人・事業所・番号はすべて架空です。この機械の中だけで動き、外とは通信しません。",
    "For training (訓練用): people, offices and numbers are invented. Nothing leaves this machine.",
);

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &DemoArgs, lang: Lang) -> u8 {
    match relay::block_on(demonstrate(args, lang)) {
        Ok(code) => code,
        Err(trouble) => {
            say::err(trouble.get(lang));
            2
        }
    }
}

async fn demonstrate(args: &DemoArgs, lang: Lang) -> Result<u8, Trouble> {
    let calendar = Calendar::at(SystemClock.now()).ok_or_else(no_month)?;
    let story = Story::tell(calendar)?;
    let root = args.out.clone().unwrap_or_else(|| PathBuf::from(FOLDER));
    let out = OutFolder::take(&root)?;
    say::out(&opening(&story, &root, lang))?;
    let mut journey = Journey::begin(story, out, lang, args.keep).await?;
    journey.travel().await?;
    let code = journey.close()?;
    if args.keep {
        journey.keep().await?;
    }
    journey.end().await;
    Ok(code)
}

fn opening(story: &Story, root: &Path, lang: Lang) -> String {
    let month = story.calendar.month();
    let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
    let root = conformance::shown::visible(&root.to_string_lossy());
    let (title, place) = match lang {
        Lang::Ja => (
            format!("ケアプランデータ連携の1か月（{}年{}月分）", month.year(), month.month()),
            format!("ファイルの置き場所：{root}"),
        ),
        Lang::En => (
            format!("A month of the care-plan exchange ({:04}-{:02})", month.year(), month.month()),
            format!("Files are put in: {root}"),
        ),
    };
    format!("{title}\n{}\n{place}\n\n", OPENING.get(lang))
}

fn no_month() -> Trouble {
    Trouble::new(
        "この機械の日付では計画の月を決められません。日付をお確かめください。",
        "No month can be planned with the date of this machine. Please check the date.",
    )
}

impl From<StoryError> for Trouble {
    fn from(error: StoryError) -> Self {
        Self::new(
            format!("デモのファイルを作れませんでした（{error}）。お手数ですが、この行をお知らせください。"),
            format!("The files of the demonstration could not be made ({error}). Please report this line."),
        )
    }
}
