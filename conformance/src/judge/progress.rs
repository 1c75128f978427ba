//! How far a run has come, told to whoever shows it.

/// Told from several threads at once.
pub trait Progress: Sync {
    /// The listing is done: so many files, about so many bytes.
    fn begin(&self, files: usize, bytes: u64);
    /// So many more bytes are judged.
    fn advance(&self, bytes: u64);
    /// All is judged.
    fn end(&self);
}

/// Shows nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Progress for Quiet {
    fn begin(&self, _files: usize, _bytes: u64) {}
    fn advance(&self, _bytes: u64) {}
    fn end(&self) {}
}
