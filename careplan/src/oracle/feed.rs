//! What of a folder of the corpus becomes inputs of an oracle.

use super::bundle::{Entry, join};

/// Which inputs an oracle takes from a folder of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// The bytes of each file.
    Contents,
    /// The name of each file.
    Names,
    /// Each file with its name, as a bundle of one.
    Files,
    /// The folder as one bundle.
    Folders,
    /// Nothing: its inputs have another form.
    Nothing,
}

impl Feed {
    /// The inputs that these files make.
    #[must_use]
    pub fn inputs(self, files: &[Entry<'_>]) -> Vec<Vec<u8>> {
        match self {
            Self::Contents => files.iter().map(|file| file.bytes.to_vec()).collect(),
            Self::Names => files.iter().map(|file| file.name.as_bytes().to_vec()).collect(),
            Self::Files => files.iter().map(|file| join(&[*file])).collect(),
            Self::Folders => vec![join(files)],
            Self::Nothing => Vec::new(),
        }
    }
}
