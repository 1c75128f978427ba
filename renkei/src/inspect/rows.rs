//! Reads the records of a file one by one, memory bounded by the longest record.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use careplan::csv::{RawRecord, Scanner, content};
use careplan::encoding;
use careplan::layout::Layout;

/// The longest record that is shown, in bytes.
pub(super) const LONGEST: usize = 4 << 20;
const BLOCK: usize = 256 << 10;

/// One record, decoded.
pub(super) struct Row {
    /// Data record, from 1; a header row is not counted.
    pub(super) record: u64,
    /// Physical line on which it begins, from 1.
    pub(super) line: u64,
    /// The content of each field, quotes off.
    pub(super) texts: Vec<String>,
    /// Whether every quote stands where the grammar has it.
    pub(super) is_regular: bool,
    /// Whether every byte is MS932.
    pub(super) is_ms932: bool,
}

/// Why showing stopped.
#[derive(Debug)]
pub(super) enum Stop {
    /// The file cannot be read.
    Read(io::Error),
    /// The output cannot be written.
    Write(io::Error),
    /// A record is longer than [`LONGEST`].
    TooLong,
}

/// Gives every data record of a file to `take`.
pub(super) fn for_each(path: &Path, layout: &Layout, mut take: impl FnMut(&Row) -> io::Result<()>) -> Result<(), Stop> {
    let is_file = std::fs::metadata(path).map_err(Stop::Read)?.is_file();
    if !is_file {
        return Err(Stop::Read(io::Error::from(io::ErrorKind::IsADirectory)));
    }
    let mut file = File::open(path).map_err(Stop::Read)?;
    let mut scanner = Scanner::default();
    let (mut pending, mut record, mut line) = (Vec::new(), 0, 1);
    loop {
        let read = file.by_ref().take(BLOCK as u64).read_to_end(&mut pending).map_err(Stop::Read)?;
        let mut written = Ok(());
        let used = scanner.scan(&pending, read == 0, |raw| {
            let begins = line;
            line += 1 + raw.inner_lines;
            let is_header = record == 0 && begins == 1 && is_header(&raw, layout);
            if is_header || written.is_err() {
                return;
            }
            record += 1;
            written = take(&decode(&raw, record, begins));
        });
        written.map_err(Stop::Write)?;
        pending.drain(..used);
        if read == 0 {
            return Ok(());
        }
        if pending.len() > LONGEST {
            return Err(Stop::TooLong);
        }
    }
}

/// A first row that holds the name of the first field is no data.
fn is_header(raw: &RawRecord<'_>, layout: &Layout) -> bool {
    let first = raw.field(1).map(|(_, bytes)| encoding::decode_lossy(&content(bytes)));
    first.is_some_and(|first| layout.fields.first().is_some_and(|field| field.name == first))
}

fn decode(raw: &RawRecord<'_>, record: u64, line: u64) -> Row {
    let mut is_ms932 = true;
    let texts = raw.iter().map(|(_, bytes)| {
        let bytes = content(bytes);
        encoding::decode(&bytes).unwrap_or_else(|_| {
            is_ms932 = false;
            encoding::decode_lossy(&bytes)
        })
    });
    let texts = texts.collect();
    Row { record, line, texts, is_regular: raw.regular && !raw.open, is_ms932 }
}
