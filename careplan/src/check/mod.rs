//! Checking files and sets, streaming: bytes are fed as they come, memory stays bounded.

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
}

impl Default for Limits {
    fn default() -> Self {
        Self { per_rule: 100, per_file: 1_000, record: 4 << 20 }
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
    /// The parts of the name, if it is recognised.
    pub name: Option<FileName>,
    /// Data records (without a header row).
    pub records: u64,
    /// Bytes read.
    pub bytes: u64,
    /// The listed findings, in the order of the file.
    pub findings: Vec<Finding>,
    /// Exact numbers, beyond what is listed.
    pub counts: Counts,
    /// Set when a limit kept part of the file from being judged: the findings above stand,
    /// but the file as a whole is undecided. The finding that says so is among `findings`.
    pub undecided: bool,
}

/// Checks one file; feed it the bytes in order, then finish.
#[derive(Debug)]
pub struct FileChecker {
    bytes: u64,
}

impl FileChecker {
    /// `file_name` is the last component of the path, without folders.
    #[must_use]
    pub fn new(file_name: &str, limits: Limits) -> Self {
        let _ = (file_name, limits);
        Self { bytes: 0 }
    }

    /// Takes the next bytes, in pieces of any size.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
    }

    /// Judges what remains and gives the report.
    #[must_use]
    pub fn finish(self) -> FileReport {
        FileReport {
            class: FileClass::Other,
            kind: None,
            name: None,
            records: 0,
            bytes: self.bytes,
            findings: Vec::new(),
            counts: Counts::default(),
            undecided: false,
        }
    }
}

/// A finding about a set.
#[derive(Debug)]
pub struct SetFinding {
    /// The finding.
    pub finding: Finding,
    /// Index (into the slice given to [`check_sets`]) of the file it points at; `None` = the set itself.
    pub file: Option<usize>,
}

/// The outcome of checking one set (送信単位).
#[derive(Debug)]
pub struct SetReport {
    /// ファイル連番.
    pub serial: String,
    /// 送信元, `9970000001_43`.
    pub from: String,
    /// 送信先, `9970000002_15`.
    pub to: String,
    /// Indices into the slice given to [`check_sets`].
    pub files: Vec<usize>,
    /// Findings of the set.
    pub findings: Vec<SetFinding>,
    /// Exact numbers.
    pub counts: Counts,
}

/// One file as [`check_sets`] sees it: the folder it lies in (to tell copies apart) and its report.
#[derive(Clone, Copy, Debug)]
pub struct SetMember<'a> {
    /// The folder part of the path as given; empty at the top.
    pub folder: &'a str,
    /// The file name, without the folder.
    pub file_name: &'a str,
    /// The report of the file.
    pub report: &'a FileReport,
}

/// Groups files into sets by serial, sender and receiver, and judges each set.
#[must_use]
pub fn check_sets(files: &[SetMember<'_>]) -> Vec<SetReport> {
    let _ = files;
    Vec::new()
}
