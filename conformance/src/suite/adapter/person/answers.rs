//! What a person has answered so far: a file that is whole after every answer, so that the rest can
//! wait until tomorrow.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::suite::adapter::ConfigError;
use crate::suite::protocol::Software;

/// The name and version of the document.
const SCHEMA: &str = "renkei.suite-answers/1";

/// Answers by case, step and question.
#[derive(Clone, Debug)]
pub struct Answers {
    path: PathBuf,
    document: Document,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: String,
    software: Software,
    answers: BTreeMap<String, Entry>,
}

/// One answer. One to a question that has changed since is none.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    question: String,
    answer: String,
}

impl Answers {
    /// Reads the file; where there is none, there are no answers yet. Those of another software, or of
    /// another version of it, are not taken for this one's.
    ///
    /// # Errors
    /// It cannot be read, is not of its form, or is of another software.
    pub fn open(path: &Path, software: &Software) -> Result<Self, ConfigError> {
        let unclear = |why: String| ConfigError::Unclear { path: path.to_owned(), why };
        let document = match fs::read(path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| unclear(error.to_string()))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Document { schema: SCHEMA.to_owned(), software: software.clone(), answers: BTreeMap::new() }
            }
            Err(error) => return Err(ConfigError::Unread { path: path.to_owned(), error }),
        };
        if document.schema != SCHEMA {
            return Err(unclear(format!("schema: {SCHEMA}")));
        }
        if document.software != *software {
            let Software { name, version } = &document.software;
            return Err(unclear(format!("software: {name} {version}")));
        }
        Ok(Self { path: path.to_owned(), document })
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.document.answers.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.document.answers.is_empty()
    }

    /// The answer to a question.
    pub(super) fn get(&self, key: &str, question: &str) -> Option<&str> {
        let entry = self.document.answers.get(key).filter(|entry| entry.question == question)?;
        Some(&entry.answer)
    }

    /// Keeps an answer; the file appears whole or stays as it was.
    pub(super) fn put(&mut self, key: &str, question: &str, answer: &str) -> io::Result<()> {
        let entry = Entry { question: question.to_owned(), answer: answer.to_owned() };
        self.document.answers.insert(key.to_owned(), entry);
        let folder = self.path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, &self.document)?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist(&self.path).map(drop).map_err(|error| error.error)
    }
}
