//! A software under test on the other side of the mock relay: the suite is its partner, sends it the
//! files of a case, sees whether they are fetched, and takes what it sends back.
//!
//! ```text
//! DIR/certificates/ca.pem  9970000001/cert.pem key.pem     for the software, one folder an office
//! DIR/tasks/read_d1_basic-11/1/instructions.txt  …         what to do
//! DIR/environment                                          the relay's own
//! ```
//! A fetch says nothing of what became of the files: that is asked of a person, or not testable.

mod house;
mod journal;
mod post;
mod texts;

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use careplan::text::{Lang, Message};
use conformance::mutation::File;
use conformance::shown::io_reason;
use conformance::suite::adapter::{Adapter, Answers, AtEnd, Interview, Interviewer, Session, Stopped};
use conformance::suite::case::Case;
use conformance::suite::protocol::{Ask, Export, Exported, Hello, Import, Reply};

use self::house::House;
use super::person::Terminal;

/// Between two looks at the relay.
const PAUSE: Duration = Duration::from_millis(200);

/// A message after which no other one came for so long is the last one.
const QUIET: Duration = Duration::from_secs(3);

/// The mock relay with its folder.
pub(super) struct RelayAdapter {
    house: Arc<House>,
    hello: Hello,
    by: Arc<Interviewer>,
}

impl RelayAdapter {
    /// Starts the relay.
    ///
    /// # Errors
    /// The folder cannot be used, or the relay cannot start.
    pub(super) fn start(folder: &Path, hello: Hello, lang: Lang) -> Result<Self, Message> {
        let house = House::open(folder, lang)?;
        let answers = Answers::open(&folder.join("answers.json"), &hello.software).map_err(|error| error.message())?;
        // Where nobody sits, what only a person can see is not testable.
        let at_end = if io::stdin().is_terminal() { AtEnd::Stop } else { AtEnd::Unseen };
        let by = Interviewer::new(Box::new(Terminal), answers, lang, at_end);
        by.say(&texts::welcome(&house.url(), folder, lang));
        Ok(Self { house: Arc::new(house), hello, by })
    }
}

impl Adapter for RelayAdapter {
    fn open(&self) -> Result<Box<dyn Session>, Message> {
        Ok(Box::new(Partner {
            house: Arc::clone(&self.house),
            hello: self.hello.clone(),
            lang: self.by.lang(),
            by: Arc::clone(&self.by),
            interview: Interview::new(Arc::clone(&self.by)),
        }))
    }

    fn stays(&self) -> bool {
        true
    }

    fn kind(&self) -> &'static str {
        "relay"
    }

    fn sessions(&self) -> usize {
        1
    }
}

/// The partner of the software.
struct Partner {
    house: Arc<House>,
    hello: Hello,
    lang: Lang,
    by: Arc<Interviewer>,
    interview: Interview,
}

impl Session for Partner {
    fn begin(&mut self, case: &Case) {
        self.interview.begin(case);
    }

    fn ask(&mut self, ask: Ask, limit: Duration) -> Result<Reply, Stopped> {
        match ask {
            Ask::Hello { .. } => Ok(Reply::Hello(self.hello.clone())),
            Ask::Reset => Ok(Reply::Reset),
            Ask::Import(import) => self.import(&import, limit),
            Ask::Export(export) => self.export(&export, limit),
        }
    }
}

impl Partner {
    fn import(&mut self, import: &Import, limit: Duration) -> Result<Reply, Stopped> {
        let (step, place) = self.interview.advance();
        let read = |name: &String| Ok(File { name: name.clone(), bytes: fs::read(import.folder.join(name))? });
        let files: Vec<File> = import.files.iter().map(read).collect::<io::Result<_>>().map_err(|it| trouble(&it))?;
        let Some(parcels) = post::parcels(&files) else {
            return Ok(Reply::NotTestable { reason: texts::unaddressed() });
        };
        let office = parcels.first().map(|parcel| parcel.to.office.clone()).unwrap_or_default();
        let text = texts::to_import(&place, import.role.title().get(self.lang), &self.house, &office, step, self.lang);
        // What was told on another day need not be sent again.
        if !self.interview.is_skipped()? && !self.interview.is_answered() {
            if let Some(reason) = self.house.deliver(parcels)? {
                return Ok(Reply::NotTestable { reason });
            }
            self.task(&place, &text, &[])?;
            self.by.say(&text);
            self.fetched(&office, limit)?;
            self.by.say(texts::FETCHED.get(self.lang));
        }
        self.interview.import(&files, String::new())
    }

    /// Waits until the software has fetched everything.
    fn fetched(&self, office: &str, limit: Duration) -> Result<(), Stopped> {
        let begun = Instant::now();
        loop {
            let news = self.house.news(office)?;
            news.iter().for_each(|refused| self.by.say(&texts::refused(refused, self.lang)));
            if self.house.is_all_fetched() {
                return Ok(());
            }
            if begun.elapsed() >= limit {
                return Err(Stopped::TimedOut(limit));
            }
            std::thread::sleep(PAUSE);
        }
    }

    fn export(&mut self, export: &Export, limit: Duration) -> Result<Reply, Stopped> {
        let (_, place) = self.interview.advance();
        if self.interview.is_skipped()? {
            return Ok(Reply::NotTestable { reason: texts::skipped() });
        }
        let kept = self.house.folder().join("received").join(&place);
        if !kept.is_dir() {
            let ends = post::ends(export);
            let before = self.house.begin_export(&ends)?;
            let text = texts::to_export(export, &place, &self.house, &ends.from.office, self.lang);
            let mut parts = Vec::new();
            if let Some(scenario) = &export.scenario {
                let input: String = scenario
                    .units
                    .iter()
                    .map(|unit| conformance::suite::screen::listing(&unit.content, self.lang))
                    .collect();
                parts.push(("input.txt", input.into_bytes()));
                parts.push(("scenario.json", serde_json::to_vec_pretty(scenario).unwrap_or_default()));
            }
            self.task(&place, &text, &parts)?;
            self.by.say(&text);
            match self.received(export, &ends, &before, limit)? {
                Ok(files) => keep(&kept, &files).map_err(|error| trouble(&error))?,
                Err(reason) => return Ok(Reply::Failed { reason }),
            }
        }
        let files = copied(&kept, &export.folder).map_err(|error| trouble(&error))?;
        Ok(Reply::Export(Exported { files }))
    }

    /// Waits for what the software sends; the inner error is what the relay refused to it.
    fn received(
        &self,
        export: &Export,
        ends: &post::Ends,
        before: &house::Before,
        limit: Duration,
    ) -> Result<Result<Vec<File>, Message>, Stopped> {
        let begun = Instant::now();
        let (mut refused, mut seen, mut since) = (None, 0, begun);
        loop {
            for reason in self.house.news(&ends.from.office)? {
                self.by.say(&texts::refused(&reason, self.lang));
                refused = Some(reason);
            }
            let files = self.house.arrived(ends, before)?;
            if files.len() != seen {
                (seen, since) = (files.len(), Instant::now());
            }
            let found: Vec<_> = files.iter().filter_map(File::kind).collect();
            let is_whole = export.kinds.iter().all(|kind| found.contains(kind));
            if is_whole || (seen > 0 && since.elapsed() >= QUIET) {
                return Ok(Ok(files));
            }
            if begun.elapsed() >= limit {
                return match refused {
                    Some(reason) => Ok(Err(texts::was_refused(&reason))),
                    None => Err(Stopped::TimedOut(limit)),
                };
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// Writes what is to be done beside the certificates, for those who do not sit at this terminal.
    fn task(&self, place: &str, text: &str, parts: &[(&str, Vec<u8>)]) -> Result<(), Stopped> {
        let folder: PathBuf = self.house.folder().join("tasks").join(place);
        let write = || -> io::Result<()> {
            fs::create_dir_all(&folder)?;
            parts.iter().try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes))?;
            fs::write(folder.join("instructions.txt"), text)
        };
        write().map_err(|error| trouble(&error))
    }
}

/// Puts files where another run finds them: all of them, or none.
fn keep(folder: &Path, files: &[File]) -> io::Result<()> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let whole = tempfile::Builder::new().prefix("receiving-").tempdir_in(parent)?;
    files.iter().try_for_each(|file| fs::write(whole.path().join(&file.name), &file.bytes))?;
    fs::rename(whole.keep(), folder)
}

/// Copies the files of a folder, and gives their names.
fn copied(from: &Path, to: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        let name = entry?.file_name();
        fs::copy(from.join(&name), to.join(&name))?;
        names.push(name.to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

fn trouble(error: &io::Error) -> Stopped {
    let why = io_reason(error);
    Stopped::Trouble(Message::new(
        format!("作業フォルダーを使えません（{}）", why.ja),
        format!("the working folder cannot be used ({})", why.en),
    ))
}
