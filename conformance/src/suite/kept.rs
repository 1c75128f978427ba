//! A case kept in a folder of its own: `case.json` and the files of its steps, to be repeated anywhere.
//!
//! ```text
//! generated-7-3/case.json    what is asked, and what would be right
//! generated-7-3/1/UPJSK_….CSV    the files of the first step, byte for byte
//! ```
//! Names are those of the standard, and paths are relative with `/`: the folder can be carried from
//! one system to another.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use careplan::diagnostic::Severity;
use careplan::layout::Kind;
use careplan::text::Message;
use serde::{Deserialize, Serialize};

use super::case::{Case, Class, Duty, Pattern, Step, Taking, Task};
use super::meaning::Scenario;
use super::protocol::UnitHead;
use super::verdict::Verdict;
use crate::mutation::File;
use crate::story::Role;

/// The name and version of the document.
const SCHEMA: &str = "renkei.suite-case/1";
/// The name of its file.
const NAME: &str = "case.json";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: String,
    /// The version of the suite that made it.
    suite: String,
    id: String,
    title_ja: String,
    title_en: String,
    source: String,
    class: String,
    duty: String,
    patterns: Vec<String>,
    /// What was found of it.
    verdict: Verdict,
    notes_ja: Vec<String>,
    notes_en: Vec<String>,
    steps: Vec<StepDocument>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "kebab-case", deny_unknown_fields)]
enum StepDocument {
    Import { role: Role, files: Vec<String>, taking: Taking },
    Export { role: Role, unit: UnitHead, kinds: Vec<Kind>, scenario: Option<Scenario>, free: Vec<(Kind, u16)> },
    TakeBack { role: Role },
}

/// The folder of a case below a folder for all.
#[must_use]
pub fn folder(below: &Path, id: &str) -> PathBuf {
    below.join(id.replace('/', "-"))
}

/// Keeps a case with what was found of it; gives its folder. What else is in the folder stays.
///
/// # Errors
/// What the system says.
pub fn keep(below: &Path, case: &Case, verdict: Verdict, notes: &[Message]) -> io::Result<PathBuf> {
    let folder = folder(below, &case.id);
    let mut steps = Vec::new();
    for (number, step) in (1..).zip(&case.steps) {
        steps.push(step_document(&folder, number, step)?);
    }
    let document = Document {
        schema: SCHEMA.to_owned(),
        suite: env!("CARGO_PKG_VERSION").to_owned(),
        id: case.id.clone(),
        title_ja: case.title.ja.clone(),
        title_en: case.title.en.clone(),
        source: case.source.clone(),
        class: case.class.as_str().to_owned(),
        duty: case.duty.as_str().to_owned(),
        patterns: case.patterns.iter().map(|pattern| pattern.as_str().to_owned()).collect(),
        verdict,
        notes_ja: notes.iter().map(|note| note.ja.clone()).collect(),
        notes_en: notes.iter().map(|note| note.en.clone()).collect(),
        steps,
    };
    let mut json = serde_json::to_vec_pretty(&document)?;
    json.push(b'\n');
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(NAME), json)?;
    Ok(folder)
}

fn step_document(folder: &Path, number: u32, step: &Step) -> io::Result<StepDocument> {
    let role = step.role;
    Ok(match &step.task {
        Task::Import { files, taking } => {
            let below = folder.join(number.to_string());
            fs::create_dir_all(&below)?;
            for file in files {
                fs::write(below.join(plain(&file.name)?), &file.bytes)?;
            }
            let names = files.iter().map(|file| format!("{number}/{}", file.name)).collect();
            StepDocument::Import { role, files: names, taking: *taking }
        }
        Task::Export { unit, kinds, scenario, free } => StepDocument::Export {
            role,
            unit: unit.into(),
            kinds: kinds.clone(),
            scenario: scenario.clone(),
            free: free.clone(),
        },
        Task::TakeBack => StepDocument::TakeBack { role },
    })
}

/// A name that is one part of a path on every system.
fn plain(name: &str) -> io::Result<&str> {
    let is_plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0']);
    if is_plain { Ok(name) } else { Err(io::Error::new(io::ErrorKind::InvalidData, format!("name: {name:?}"))) }
}

/// Reads a kept case from its folder or its `case.json`, and the verdict it had.
///
/// # Errors
/// Something cannot be read, or is not of the form.
pub fn read(path: &Path) -> io::Result<(Case, Verdict)> {
    let json = if path.is_dir() { path.join(NAME) } else { path.to_owned() };
    let folder = json.parent().unwrap_or(Path::new(""));
    let document: Document = serde_json::from_slice(&fs::read(&json)?)?;
    let unclear = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    if document.schema != SCHEMA {
        return Err(unclear(SCHEMA));
    }
    let duty = [Duty::Open, Duty::Optional, Duty::Required].into_iter().find(|duty| duty.as_str() == document.duty);
    let patterns = document.patterns.iter().map(|word| Pattern::of_word(word)).collect::<Option<_>>();
    let steps = document.steps.into_iter().map(|step| read_step(folder, step)).collect::<io::Result<_>>()?;
    let case = Case {
        id: document.id,
        title: Message::new(document.title_ja, document.title_en),
        source: document.source,
        severity: Severity::Error,
        class: Class::of_word(&document.class).ok_or_else(|| unclear("class"))?,
        patterns: patterns.ok_or_else(|| unclear("patterns"))?,
        duty: duty.ok_or_else(|| unclear("duty"))?,
        steps,
    };
    Ok((case, document.verdict))
}

fn read_step(folder: &Path, step: StepDocument) -> io::Result<Step> {
    Ok(match step {
        StepDocument::Import { role, files, taking } => {
            let files = files.iter().map(|path| read_file(folder, path)).collect::<io::Result<_>>()?;
            Step { role, task: Task::Import { files, taking } }
        }
        StepDocument::Export { role, unit, kinds, scenario, free } => {
            Step { role, task: Task::Export { unit: (&unit).into(), kinds, scenario, free } }
        }
        StepDocument::TakeBack { role } => Step { role, task: Task::TakeBack },
    })
}

fn read_file(folder: &Path, path: &str) -> io::Result<File> {
    let (step, name) = path.split_once('/').unwrap_or(("", path));
    let bytes = fs::read(folder.join(plain(step)?).join(plain(name)?))?;
    Ok(File { name: name.to_owned(), bytes })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suite::case::generated::{Series, cases};

    #[test]
    fn what_is_kept_is_read_back_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        for case in cases(Series { seed: 5, count: 20 }) {
            let note = Message::new("理由", "why");
            let path = keep(folder.path(), &case, Verdict::Fail, &[note]).expect("kept");
            for path in [path.clone(), path.join(NAME)] {
                let (read, verdict) = read(&path).expect("read");
                assert_eq!((format!("{read:?}"), verdict), (format!("{case:?}"), Verdict::Fail));
            }
        }
    }

    #[test]
    fn what_points_outside_the_folder_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let case = cases(Series { seed: 5, count: 40 })
            .into_iter()
            .find(|case| matches!(case.steps.first(), Some(Step { task: Task::Import { .. }, .. })))
            .expect("one with files");
        let json = keep(folder.path(), &case, Verdict::Fail, &[]).expect("kept").join(NAME);
        let text = fs::read_to_string(&json).expect("written");
        for outside in ["../UP", "1/../UP", "C:/UP", "/etc/UP", "1/a\\\\UP"] {
            fs::write(&json, text.replacen("\"1/UP", &format!("\"{outside}"), 1)).expect("written");
            assert!(read(&json).is_err(), "{outside}");
        }
    }
}
