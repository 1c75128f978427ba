//! A software under test that only a person can reach: the suite says what to do, and asks what the
//! screen shows.

mod answers;
mod interview;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use careplan::text::{Lang, Message, Text};

pub use answers::Answers;
pub use interview::{AtEnd, Interview, Interviewer};

use super::files::{copied, given, trouble};
use super::{Adapter, Session, Stopped};
use crate::shown::visible;
use crate::suite::case::Case;
use crate::suite::protocol::{Ask, Export, Exported, Hello, Import, Reply};
use crate::suite::screen::listing;

const DONE: Text = Text::new(
    "書き出しましたか（1 書き出した　2 この機能がない）",
    "Is it written (1 yes, 2 there is no such function)?",
);

/// Where a person sits: lines out, lines in.
pub trait Desk: Send + Sync {
    /// Says something.
    fn say(&self, text: &str);
    /// The next line; `None` where nobody answers any more.
    fn line(&self) -> Option<String>;
}

/// A person with the software before them.
pub struct PersonAdapter {
    /// Who the software is.
    pub hello: Hello,
    /// Where the files of the cases are put, and looked for.
    pub files: PathBuf,
    /// Who asks.
    pub by: Arc<Interviewer>,
}

impl Adapter for PersonAdapter {
    fn open(&self) -> Result<Box<dyn Session>, Message> {
        let interview = Interview::new(Arc::clone(&self.by));
        Ok(Box::new(Person { hello: self.hello.clone(), files: self.files.clone(), lang: self.by.lang(), interview }))
    }

    fn stays(&self) -> bool {
        true
    }

    fn kind(&self) -> &'static str {
        "person"
    }

    fn sessions(&self) -> usize {
        1
    }
}

struct Person {
    hello: Hello,
    files: PathBuf,
    lang: Lang,
    interview: Interview,
}

impl Session for Person {
    fn begin(&mut self, case: &Case) {
        self.interview.begin(case);
    }

    /// A person may take as long as they like.
    fn ask(&mut self, ask: Ask, _limit: Duration) -> Result<Reply, Stopped> {
        match ask {
            Ask::Hello { .. } => Ok(Reply::Hello(self.hello.clone())),
            Ask::Reset => Ok(Reply::Reset),
            Ask::Import(import) => self.import(&import),
            Ask::Export(export) => self.export(&export),
        }
    }
}

impl Person {
    fn import(&mut self, import: &Import) -> Result<Reply, Stopped> {
        let (step, place) = self.interview.advance();
        if self.interview.is_skipped()? {
            return Ok(interview::skipped());
        }
        let files = given(import).map_err(|error| trouble(&error))?;
        let folder = self.files.join(place);
        let make = || -> io::Result<()> {
            fs::create_dir_all(&folder)?;
            files.iter().try_for_each(|file| fs::write(folder.join(&file.name), &file.bytes))
        };
        make().map_err(|error| trouble(&error))?;
        let role = import.role.title();
        let mut text = to_import(step, role.get(self.lang), &folder, self.lang);
        import.files.iter().for_each(|name| text.push_str(&format!("\n  {}", visible(name))));
        self.interview.import(&files, text)
    }

    fn export(&mut self, export: &Export) -> Result<Reply, Stopped> {
        let (_, place) = self.interview.advance();
        if self.interview.is_skipped()? {
            return Ok(interview::skipped());
        }
        let folder = self.files.join(place);
        let out = folder.join("out");
        fs::create_dir_all(&out).map_err(|error| trouble(&error))?;
        let mut input = None;
        if let Some(unit) = export.scenario.as_ref().and_then(|it| it.units.first()) {
            let path = folder.join("input.txt");
            let text = listing(&unit.content, self.lang).replace('\n', "\r\n");
            // With a mark, so that the editor of Windows reads it as UTF-8.
            fs::write(&path, format!("\u{feff}{text}")).map_err(|error| trouble(&error))?;
            input = Some(path);
        }
        let text = to_export(export, input.as_deref(), &out, self.lang);
        let is_done = || fs::read_dir(&out).is_ok_and(|mut entries| entries.next().is_some());
        match self.interview.done(text, DONE, &is_done)? {
            None => Ok(interview::skipped()),
            Some(false) => Ok(interview::no_function()),
            Some(true) => {
                let files = copied(&out, &export.folder, &[]).map_err(|error| trouble(&error))?;
                Ok(Reply::Export(Exported { files }))
            }
        }
    }
}

fn to_import(step: usize, role: &str, folder: &Path, lang: Lang) -> String {
    let folder = visible(&folder.to_string_lossy());
    match (lang, step) {
        (Lang::Ja, 1) => format!(
            "前の事例で入れたデータを消してから、{role} の画面で、{folder} の次のファイルを取り込んでください："
        ),
        (Lang::Ja, _) => format!("続けて、{role} の画面で、{folder} の次のファイルを取り込んでください："),
        (Lang::En, 1) => {
            format!("Remove the data of the case before; then, as {role}, import these files of {folder}:")
        }
        (Lang::En, _) => format!("Then, as {role}, import these files of {folder}:"),
    }
}

/// What is to be written, in words.
pub(in crate::suite::adapter) fn to_export(export: &Export, input: Option<&Path>, out: &Path, lang: Lang) -> String {
    let shown = |path: &Path| visible(&path.to_string_lossy());
    let kinds: Vec<&str> = export.kinds.iter().map(|kind| kind.title().get(lang)).collect();
    let (from, to) = (visible(&export.unit.from), visible(&export.unit.to));
    let role = export.role.title();
    let (role, kinds, out) = (role.get(lang), kinds.join("、"), shown(out));
    match (lang, input.map(shown)) {
        (Lang::Ja, Some(input)) => format!(
            "{role} の画面で、{input} の内容を入力し、{from} から {to} へ送るファイル（{kinds}）を {out} に書き出してください。"
        ),
        (Lang::Ja, None) => format!(
            "{role} の画面で、いま保持している内容を、{from} から {to} へ送るファイル（{kinds}）として {out} に書き出してください。"
        ),
        (Lang::En, Some(input)) => format!(
            "As {role}, enter what {input} says, and export the files from {from} to {to} ({kinds}) into {out}."
        ),
        (Lang::En, None) => {
            format!("As {role}, export what is held as files from {from} to {to} ({kinds}) into {out}.")
        }
    }
}
