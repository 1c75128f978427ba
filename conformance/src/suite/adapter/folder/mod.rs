//! A software under test without a command line: the suite writes a numbered folder for each thing to
//! do, with instructions and a form, and waits for what is put there.
//!
//! ```text
//! DIR/README.txt  state.json
//! DIR/0001_read_d1_basic-11_1/instructions.txt  answer.txt  files/…      (import)
//! DIR/0002_write_d1_basic-11_1/instructions.txt  answer.txt  input.txt  scenario.json  out/…  (export)
//! ```
//! `out/answer.json` may say what only a program can: the receipt and all that is held.

mod form;
mod state;
mod task;
mod texts;
mod watch;

use std::path::PathBuf;
use std::time::Duration;

use careplan::text::{Lang, Message};

use self::state::State;
use self::task::Tasks;
use super::{Adapter, Session, Stopped};
use crate::suite::case::Case;
use crate::suite::protocol::{Ask, Hello, Reply};
use crate::suite::screen::Walk;

/// A folder that somebody looks into.
#[derive(Clone, Debug)]
pub struct FolderAdapter {
    /// The folder: new, empty, or of an earlier run.
    pub folder: PathBuf,
    /// Who the software is.
    pub hello: Hello,
    /// The language of instructions and forms.
    pub lang: Lang,
    /// A file that has not changed for so long is complete.
    pub quiet: Duration,
}

impl FolderAdapter {
    /// How long one answer may take, unless it is said otherwise: an hour.
    pub const SECONDS: u64 = 3_600;

    /// A folder with the usual patience.
    #[must_use]
    pub const fn new(folder: PathBuf, hello: Hello) -> Self {
        Self { folder, hello, lang: Lang::Ja, quiet: Duration::from_secs(2) }
    }
}

impl Adapter for FolderAdapter {
    fn open(&self) -> Result<Box<dyn Session>, Message> {
        let state = State::open(&self.folder, &self.hello.software).map_err(|error| error.message())?;
        texts::welcome(&self.folder, self.lang)?;
        let tasks = Tasks { folder: self.folder.clone(), lang: self.lang, quiet: self.quiet, state };
        Ok(Box::new(Folder { hello: self.hello.clone(), tasks, walk: Walk::default() }))
    }

    fn stays(&self) -> bool {
        true
    }

    fn kind(&self) -> &'static str {
        "folder"
    }

    fn sessions(&self) -> usize {
        1
    }
}

struct Folder {
    hello: Hello,
    tasks: Tasks,
    walk: Walk,
}

impl Session for Folder {
    fn begin(&mut self, case: &Case) {
        self.walk = Walk::of(case);
    }

    fn ask(&mut self, ask: Ask, limit: Duration) -> Result<Reply, Stopped> {
        match ask {
            Ask::Hello { .. } => Ok(Reply::Hello(self.hello.clone())),
            Ask::Reset => Ok(Reply::Reset),
            Ask::Import(import) => {
                self.walk.advance();
                self.tasks.import(&import, &mut self.walk, limit)
            }
            Ask::Export(export) => {
                self.walk.advance();
                self.tasks.export(&export, &self.walk, limit)
            }
        }
    }
}
