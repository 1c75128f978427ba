//! File names of V4.1, and the older forms that are recognised and named as such.

mod parse;

pub use parse::{NameIssue, NamePart, ParsedName, parse};

use serde::{Deserialize, Serialize};

use crate::layout::Kind;

/// 送信単位: files that share serial, sender and receiver belong together (R57).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitKey {
    /// ファイル連番, 14 digits `YYYYMMDDHHMMSS` (15 where a sender followed the official example, C-5).
    pub serial: String,
    /// 送信元.
    pub from: Party,
    /// 送信先.
    pub to: Party,
}

/// One end of an exchange as a file name gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Party {
    /// 事業所番号, ten characters (nine where a sender followed the official example, C-3).
    pub office: String,
    /// サービス種類コード, two characters; `None` in a name of V3.
    pub service: Option<String>,
}

impl std::fmt::Display for Party {
    /// `9970000001_43`; without a service type `9970000001`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.service {
            Some(service) => write!(f, "{}_{service}", self.office),
            None => f.write_str(&self.office),
        }
    }
}

/// The form of a recognised name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// V4.1: service types of two characters (R43).
    V41,
    /// V4.0: service codes of three digits.
    V40,
    /// V3 and before: no service types.
    V3,
}

/// The parts of an exchange file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// The file kind.
    pub kind: Kind,
    /// `YYYYMM` where the kind carries it (`000000` for a 補足情報 of a plan).
    pub month: Option<String>,
    /// Serial and both ends.
    pub unit: UnitKey,
    /// 枝番 of a family picture, four digits.
    pub branch: Option<String>,
    /// The version whose form it has.
    pub form: NameForm,
}

impl FileName {
    /// Parses a name that must be of V4.1. Departures that the standard's own examples show
    /// (see [`NameIssue::breaks_the_rule`]) and the case of the extension are let pass.
    ///
    /// # Errors
    /// The first issue that breaks the naming rule.
    pub fn parse(file_name: &str) -> Result<Self, NameIssue> {
        let parsed = parse(file_name);
        match parsed.issues.into_iter().find(NameIssue::breaks_the_rule) {
            Some(issue) => Err(issue),
            None => parsed.name.ok_or(NameIssue::NotExchange),
        }
    }
}

impl NameIssue {
    /// Whether the name is against the naming rule of V4.1; the others are readings.
    #[must_use]
    pub const fn breaks_the_rule(&self) -> bool {
        matches!(self, Self::NotExchange | Self::Broken(_) | Self::Version3 | Self::Version40)
    }
}

impl std::fmt::Display for FileName {
    /// The name as the standard writes it (R23–R40).
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.kind.code())?;
        if let Some(month) = &self.month {
            write!(f, "_{month}")?;
        }
        write!(f, "_{}_{}_{}", self.unit.from, self.unit.to, self.unit.serial)?;
        match &self.branch {
            Some(branch) => write!(f, "_{branch}.jpg"),
            None => f.write_str(".CSV"),
        }
    }
}

#[cfg(test)]
mod tests;
