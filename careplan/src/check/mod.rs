//! Checking files and sets, streaming: bytes are fed as they come, memory stays bounded.

mod columns;
mod file;
mod flows;
mod keys;
mod numbering;
mod people;
mod receiver;
mod records;
mod report;
mod same_record;
mod sets;
mod sheet7;
mod sink;
mod skip;
mod spot;
mod unchanged;
mod uses;
mod watchers;

pub use file::FileChecker;
pub use keys::SetFacts;
pub use report::{FileClass, FileReport, Limits};
pub use sets::{SetFinding, SetMember, SetReport, check_sets};

/// Checks the bytes of one file at once; `file_name` is the last component of its path.
///
/// ```
/// use careplan::check::{Limits, check_bytes};
///
/// let name = "DLT1KYO_9970000001_43_9970000002_15_20250425101500.CSV";
/// let report = check_bytes(name, b"202407,990001,0000000001,20250431\r\n", Limits::default());
/// assert_eq!(report.findings[0].rule.id, "field/date");
/// assert_eq!(report.findings[0].place.field.map(|field| field.no), Some(4));
/// ```
#[must_use]
pub fn check_bytes(file_name: &str, bytes: &[u8], limits: Limits) -> FileReport {
    let mut checker = FileChecker::new(file_name, limits);
    checker.feed(bytes);
    checker.finish()
}

#[cfg(test)]
mod tests;
