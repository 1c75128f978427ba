//! The two streams of the terminal. Nobody reading any more is no reason to panic.

use std::io::{self, Write};

/// Writes text to standard output.
pub(crate) fn out(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes a line to standard error; where that fails too there is nobody left to tell.
pub(crate) fn err(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", text.trim_end());
}
