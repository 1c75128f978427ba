//! The shelf: where the sample files of the scenarios come from. The mock environment does not know
//! the suite that makes them; whoever joins the two puts a shelf up.

#[cfg(test)]
pub(crate) mod corpus;

use std::fmt::Debug;

use bytes::Bytes;

use crate::offices::{Office, OfficeNo};

/// A store of stories: invented offices and the files that they exchange.
pub trait Shelf: Send + Sync + Debug {
    /// The story of this name, always the same to the byte; `None` if there is none.
    fn told(&self, wanted: &str) -> Option<Told>;
}

/// A story as it lies on the shelf.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Who takes part, each number once, in the order in which they first send or receive.
    pub offices: Vec<Office>,
    /// What they send, in the order of sending.
    pub sets: Vec<ToldSet>,
    /// What they say where no file can.
    pub messages: Vec<String>,
}

/// A 送信単位 on the shelf: the files of one serial.
#[derive(Clone, Debug)]
pub struct ToldSet {
    /// Who sends it.
    pub from: OfficeNo,
    /// To whom.
    pub to: OfficeNo,
    /// ファイル連番, 14 digits.
    pub serial: String,
    /// The files.
    pub files: Vec<Paper>,
}

/// A file on a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its name, without a folder.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

/// A shelf with nothing on it.
#[derive(Clone, Copy, Debug)]
pub struct EmptyShelf;

impl Shelf for EmptyShelf {
    fn told(&self, _: &str) -> Option<Told> {
        None
    }
}
