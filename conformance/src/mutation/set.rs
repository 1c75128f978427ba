//! Files in memory, and their names in parts.

use careplan::layout::Kind;
use careplan::name;

/// One file of an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// The kind that the head of its name tells.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        name::parse(&self.name).kind
    }
}

/// A valid set that defects are put into.
#[derive(Clone, Debug)]
pub struct Base {
    /// Its name in reports.
    pub id: String,
    /// Its files.
    pub files: Vec<File>,
}

/// A name of V4.1 in parts that can be altered one by one.
#[derive(Clone, Debug)]
pub(super) struct NameParts {
    pub(super) head: String,
    pub(super) month: Option<String>,
    pub(super) from: String,
    pub(super) from_type: String,
    pub(super) to: String,
    pub(super) to_type: String,
    pub(super) serial: String,
    pub(super) branch: Option<String>,
    pub(super) extension: String,
}

impl NameParts {
    /// The parts; `None` where the name is not of V4.1.
    pub(super) fn of(file_name: &str) -> Option<Self> {
        let extension = file_name.rsplit_once('.')?.1.to_owned();
        let name = name::parse(file_name).name?;
        Some(Self {
            head: name.kind.code().to_owned(),
            month: name.month,
            from: name.unit.from.office,
            from_type: name.unit.from.service?,
            to: name.unit.to.office,
            to_type: name.unit.to.service?,
            serial: name.unit.serial,
            branch: name.branch,
            extension,
        })
    }

    /// The parts between underscores.
    pub(super) fn list(&self) -> Vec<&str> {
        let mut parts = vec![self.head.as_str()];
        parts.extend(self.month.as_deref());
        parts.extend([&self.from, &self.from_type, &self.to, &self.to_type, &self.serial].map(String::as_str));
        parts.extend(self.branch.as_deref());
        parts
    }

    /// The name.
    pub(super) fn join(&self) -> String {
        format!("{}.{}", self.list().join("_"), self.extension)
    }
}
