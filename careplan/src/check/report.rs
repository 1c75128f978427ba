//! What a check gives: files, sets and their limits.

use super::keys::SetFacts;
use crate::diagnostic::{Counts, Finding};
use crate::layout::Kind;
use crate::name::FileName;

/// Limits of one check; stated in reports when they are reached.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Findings listed per rule and file; the rest are counted.
    pub per_rule: usize,
    /// Findings listed per file; the rest are counted.
    pub per_file: usize,
    /// The longest record that is judged, in bytes.
    pub record: usize,
    /// Whether sums of planned and actual use are kept, for [`check_sets`](super::check_sets) to compare them.
    pub compare_uses: bool,
    /// Distinct keys of one file that are compared with its parent or children.
    pub keys: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_rule: 100, per_file: 1_000, record: 4 << 20, compare_uses: false, keys: 100_000 }
    }
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileClass {
    /// A CSV of the exchange, or one that means to be.
    Exchange,
    /// A family picture.
    Picture,
    /// Neither: information only.
    Other,
}

/// The outcome of checking one file.
#[derive(Debug)]
pub struct FileReport {
    /// What it is.
    pub class: FileClass,
    /// The kind, as far as the name tells.
    pub kind: Option<Kind>,
    /// The parts of the name, if it is recognised (the forms of V3 and V4.0 too).
    pub name: Option<FileName>,
    /// Data records (without a header row).
    pub records: u64,
    /// Bytes read.
    pub bytes: u64,
    /// The listed findings, in the order of the file.
    pub findings: Vec<Finding>,
    /// Exact numbers, beyond what is listed. Information is given (and counted) once per rule and
    /// field of a file: a habit of the writer, not a defect of each record.
    pub counts: Counts,
    /// Set when a limit kept part of the file from being judged: the findings above stand,
    /// but the file as a whole is undecided. The finding that says so is among `findings`.
    pub undecided: bool,
    /// What the set needs to know of the file.
    pub facts: SetFacts,
}
