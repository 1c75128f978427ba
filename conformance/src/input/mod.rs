//! What to judge: paths of the command line become items, in a stable order, each once.
//!
//! A file is judged as it is; a folder is walked, names in byte order; a `.zip` is opened and its
//! entries are named `archive.zip!/folder/name.CSV`. An archive inside an archive is not opened.
//! Nothing is ever written to disk.

mod archive;
mod entry_name;
pub mod limits;
mod problems;
pub mod reason;
mod source;
mod walk;

pub(crate) use archive::broken;
pub use archive::for_each_entry;
pub use problems::Problems;
pub use source::Source;
pub use walk::{Listing, list};

/// One file to judge.
#[derive(Clone, Debug)]
pub struct Item {
    /// The path as given on the command line, joined with what was found below it.
    pub path: String,
    /// Its last component: what the rules about names see.
    pub file_name: String,
    /// Bytes, as far as they are known beforehand.
    pub size: u64,
    /// Where its bytes are.
    pub source: Source,
}

impl Item {
    /// The folder part of the path; empty at the top.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.path.strip_suffix(&self.file_name).unwrap_or_default().trim_end_matches(['/', '\\'])
    }
}
