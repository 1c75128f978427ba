//! Files under their names, together as they are sent.

use careplan::layout::Kind;
use careplan::name::{FileName, NameForm, Party, UnitKey};
use careplan::value::{Date, YearMonth};

use super::office::Office;
use super::rng::Rng;
use super::row::Row;
use super::{Role, StoryError};

/// A file of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFile {
    /// Its name, without a folder.
    pub name: String,
    /// What it holds: MS932 for a CSV.
    pub bytes: Vec<u8>,
}

/// A 送信単位: files under one serial, from one office to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorySet {
    /// Serial and both ends, as the names of its files have them.
    pub unit: UnitKey,
    /// What the sender is.
    pub from: Role,
    /// What the receiver is.
    pub to: Role,
    /// Its files, in the order of their kinds.
    pub files: Vec<StoryFile>,
}

/// What is in the envelope: rows of some kinds, and pictures.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Kind, 年月 of the name, rows.
    pub(super) papers: Vec<(Kind, Option<String>, Vec<Row>)>,
    /// 枝番 and bytes.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
}

impl Content {
    /// Adds a kind whose names have no month.
    pub(super) fn with(mut self, kind: Kind, rows: Vec<Row>) -> Self {
        self.papers.push((kind, None, rows));
        self
    }

    /// Adds a kind whose names have the month of its records; `None` is `000000`.
    pub(super) fn of_month(mut self, kind: Kind, month: Option<YearMonth>, rows: Vec<Row>) -> Self {
        let month = month.map_or_else(|| "000000".to_owned(), |month| month.to_string());
        self.papers.push((kind, Some(month), rows));
        self
    }
}

/// The unit of what goes from one office to another under a serial.
pub(super) fn unit(from: &Office, to: &Office, serial: String) -> UnitKey {
    let party = |office: &Office| Party { office: office.number.clone(), service: Some(office.service.to_owned()) };
    UnitKey { serial, from: party(from), to: party(to) }
}

/// The name of the picture of the n-th record, from 1.
pub(super) fn picture_name(unit: &UnitKey, branch: String) -> FileName {
    FileName { kind: Kind::UpkihonImage, month: None, unit: unit.clone(), branch: Some(branch), form: NameForm::V41 }
}

/// Closes the envelope.
pub(super) fn seal(from: &Office, to: &Office, unit: UnitKey, content: Content) -> Result<StorySet, StoryError> {
    let mut files = Vec::new();
    for (kind, month, rows) in content.papers {
        if let Some(stranger) = rows.iter().find(|row| row.kind() != kind) {
            return Err(StoryError(format!("{} among {}", stranger.kind().code(), kind.code())));
        }
        let name = FileName { kind, month, unit: unit.clone(), branch: None, form: NameForm::V41 };
        let mut bytes = Vec::new();
        for row in rows {
            row.write(&mut bytes)?;
        }
        files.push(StoryFile { name: name.to_string(), bytes });
    }
    for (branch, bytes) in content.pictures {
        files.push(StoryFile { name: picture_name(&unit, branch).to_string(), bytes });
    }
    Ok(StorySet { unit, from: from.role, to: to.role, files })
}

/// Serials of a story: days go on, and on one day each is later than the one before.
#[derive(Debug)]
pub(super) struct Serials {
    /// The last one: day and second of the day.
    last: Option<(Date, u32)>,
}

impl Serials {
    pub(super) const fn new() -> Self {
        Self { last: None }
    }

    /// A serial on a day, in the hours of an office.
    pub(super) fn next(&mut self, rng: &mut Rng, day: Date) -> String {
        let after = self.last.filter(|(last, _)| *last == day).map(|(_, second)| second);
        let second = match after {
            Some(second) => second + 60 + u32::from(rng.between(0, 600)),
            None => 9 * 3600 + u32::from(rng.between(0, 5 * 3600)),
        };
        self.last = Some((day, second));
        format!("{day}{:02}{:02}{:02}", second / 3600, second / 60 % 60, second % 60)
    }
}
