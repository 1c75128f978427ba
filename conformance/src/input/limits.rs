//! The stated limits of one run. Reaching one is told (`input/limit`) and leaves the run undecided.

/// Files and archive entries in one run.
pub const FILES: usize = 50_000;

/// Folders below a given folder.
pub const DEPTH: usize = 64;

/// Entries of one archive.
pub const ZIP_ENTRIES: usize = 10_000;

/// Bytes that one archive may unpack to (2 GiB).
pub const ZIP_ARCHIVE_BYTES: u64 = 2 << 30;

/// Bytes that all archives of one run may unpack to (8 GiB).
pub const ZIP_RUN_BYTES: u64 = 8 << 30;

/// How many times its packed size an entry may unpack to, from [`ZIP_RATIO_FROM`] bytes on.
pub const ZIP_RATIO: u64 = 500;

/// Smaller entries are not measured against [`ZIP_RATIO`] (16 MiB).
pub const ZIP_RATIO_FROM: u64 = 16 << 20;

/// Reasons of "could not judge" that are listed; the rest are counted.
pub const REASONS: usize = 1_000;

/// Findings listed over all files of one run, shared out evenly; the rest are counted.
pub const LISTED: usize = 20_000;

/// Bytes read at a time.
pub const BLOCK: usize = 256 << 10;
