//! `renkei sample`: writes a conformant set of invented people; without a story, lists them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use careplan::text::{Lang, Text};
use conformance::shown::{io_reason, visible};
use conformance::story::{CASE_FILE, Generated, STORIES, Story, StoryFile};
use serde::Deserialize;

use crate::cli::SampleArgs;
use crate::say;

/// The word that means every story.
const ALL: &str = "all";

const ALL_TITLE: Text = Text::new("すべての話を、1つずつ別のフォルダーに", "every story, each in a folder of its own");
const HINT: Text = Text::new(
    "書き出すには：renkei sample STORY --seed 1 --out DIR",
    "To write one: renkei sample STORY --seed 1 --out DIR",
);
const UNTOLD: Text = Text::new(
    "見本を作れませんでした。お手数ですが、次の行を添えてお知らせください。",
    "The sample could not be made. Please report the following line.",
);

/// Why nothing was written.
enum Refusal {
    /// The folder holds what is not our own.
    Foreign(PathBuf),
    /// Reading or writing failed.
    Io(PathBuf, io::Error),
    /// The story itself is at fault.
    Story(String),
}

/// Runs the command and gives the exit code: 0 written or listed, 2 not.
pub(crate) fn run(args: &SampleArgs, lang: Lang) -> u8 {
    let Some(id) = &args.story else {
        return match say::out(&list(lang)) {
            Ok(()) => 0,
            Err(_) => 2,
        };
    };
    let written = match (id.as_str(), Story::by_id(id)) {
        (ALL, _) => {
            let out = args.out.clone().unwrap_or_else(|| PathBuf::from("samples"));
            STORIES.iter().try_for_each(|story| write(story, args, |told| out.join(told.folder()), lang))
        }
        (_, Some(story)) => {
            write(story, args, |told| args.out.clone().unwrap_or_else(|| PathBuf::from(told.folder())), lang)
        }
        (_, None) => {
            say::err(&unknown(id, lang));
            return 2;
        }
    };
    match written {
        Ok(()) => 0,
        Err(refusal) => {
            say::err(&refusal.spoken(lang));
            2
        }
    }
}

/// The stories: id, patterns, title.
fn list(lang: Lang) -> String {
    let width = STORIES.iter().map(|story| story.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for story in STORIES {
        let patterns = story.patterns.join(" ");
        text.push_str(&format!("{:width$}  {patterns:14}  {}\n", story.id, story.title.get(lang)));
    }
    text.push_str(&format!("{ALL:width$}  {:14}  {}\n\n{}\n", "", ALL_TITLE.get(lang), HINT.get(lang)));
    text
}

fn unknown(id: &str, lang: Lang) -> String {
    let id = visible(id);
    match lang {
        Lang::Ja => format!("「{id}」という話はありません。一覧は renkei sample で表示できます。"),
        Lang::En => format!("There is no story {id:?}; renkei sample lists them."),
    }
}

fn write(
    story: &'static Story,
    args: &SampleArgs,
    folder: impl FnOnce(&Generated) -> PathBuf,
    lang: Lang,
) -> Result<(), Refusal> {
    let told = story.generate(args.seed).map_err(|error| Refusal::Story(error.to_string()))?;
    let files = told.folder_files().map_err(|error| Refusal::Story(error.to_string()))?;
    let folder = folder(&told);
    prepare(&folder, args.force)?;
    for StoryFile { name, bytes } in &files {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(|error| Refusal::Io(path, error))?;
    }
    let (sets, count, place) = (told.sets.len(), files.len(), visible(&folder.to_string_lossy()));
    let line = match lang {
        Lang::Ja => format!("{place}：{}（{sets} 組、{count} ファイル、seed {}）\n", story.title.ja, args.seed),
        Lang::En => format!("{place}: {} ({sets} sets, {count} files, seed {})\n", story.title.en, args.seed),
    };
    say::out(&line).map_err(|error| Refusal::Io(PathBuf::from("-"), error))
}

/// Makes the folder, and takes away what an earlier run wrote there. Anything else is left alone:
/// it is a reason to refuse unless `force` is given.
fn prepare(folder: &Path, force: bool) -> Result<(), Refusal> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        |error| Refusal::Io(path, error)
    };
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let own = earlier_output(folder);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        let is_own =
            path.is_file() && path.file_name().is_some_and(|name| own.iter().any(|known| name == known.as_str()));
        if is_own {
            found.push(path);
        } else if !force {
            return Err(Refusal::Foreign(folder.to_owned()));
        }
    }
    for path in found {
        fs::remove_file(&path).map_err(failed(&path))?;
    }
    Ok(())
}

/// What `case.json` says of itself.
#[derive(Deserialize)]
struct Origin {
    story: String,
    seed: u64,
}

/// The names of the files that an earlier run wrote into a folder; none if none did.
fn earlier_output(folder: &Path) -> Vec<String> {
    let origin = fs::read(folder.join(CASE_FILE)).ok().and_then(|bytes| serde_json::from_slice::<Origin>(&bytes).ok());
    origin
        .and_then(|origin| Story::by_id(&origin.story)?.generate(origin.seed).ok()?.folder_files().ok())
        .map(|files| files.into_iter().map(|file| file.name).collect())
        .unwrap_or_default()
}

impl Refusal {
    fn spoken(&self, lang: Lang) -> String {
        let place = |path: &Path| visible(&path.to_string_lossy());
        match (self, lang) {
            (Self::Foreign(path), Lang::Ja) => format!(
                "{} には renkei sample が書いたもの以外が入っているため、書き込みませんでした。\n\
                 空のフォルダーを --out で指定するか、--force を付けてください（ほかのファイルは消しません）。",
                place(path)
            ),
            (Self::Foreign(path), Lang::En) => format!(
                "{} holds something that renkei sample did not write, so nothing was written.\n\
                 Give an empty folder with --out, or --force (other files stay).",
                place(path)
            ),
            (Self::Io(path, error), Lang::Ja) => {
                format!(
                    "{} に書けませんでした（{}）。書き込み先をお確かめください。",
                    place(path),
                    io_reason(error).get(lang)
                )
            }
            (Self::Io(path, error), Lang::En) => {
                format!(
                    "{} could not be written ({}). Please check the target.",
                    place(path),
                    io_reason(error).get(lang)
                )
            }
            (Self::Story(why), _) => format!("{}\n{why}", UNTOLD.get(lang)),
        }
    }
}
