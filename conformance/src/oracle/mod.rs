//! What must hold whatever folders, archives and documents come: see [`careplan::oracle`]. Not part
//! of the interface.

mod answer;
mod folder;
mod json;
mod outcome;
mod zip;

use careplan::oracle::{Feed, Oracle};

/// A folder, all its reports, and the same files in an archive.
pub const FOLDER: Oracle = Oracle { name: "folder", feed: Feed::Folders, judge: folder::judge };
/// Bytes that call themselves an archive.
pub const ZIP: Oracle = Oracle { name: "zip", feed: Feed::Nothing, judge: zip::judge };
/// Records as JSON.
pub const JSON: Oracle = Oracle { name: "json", feed: Feed::Nothing, judge: json::judge };

/// Answers of a software under test.
pub const ANSWER: Oracle = Oracle { name: "answer", feed: Feed::Nothing, judge: answer::judge };

/// Those of this crate.
pub const ORACLES: &[Oracle] = &[FOLDER, ZIP, JSON, ANSWER];
