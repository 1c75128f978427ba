//! Checking files and sets, streaming: bytes are fed as they come, memory stays bounded.

mod columns;
mod file;
mod keys;
mod records;
mod report;
mod sets;
mod sink;
mod skip;

pub use file::FileChecker;
pub use keys::SetFacts;
pub use report::{FileClass, FileReport, Limits};
pub use sets::{SetFinding, SetMember, SetReport, check_sets};

/// Checks the bytes of one file at once; `file_name` is the last component of its path.
#[must_use]
pub fn check_bytes(file_name: &str, bytes: &[u8], limits: Limits) -> FileReport {
    let mut checker = FileChecker::new(file_name, limits);
    checker.feed(bytes);
    checker.finish()
}

#[cfg(test)]
mod tests;
