//! Files of a case between the folder of the suite and those that people see.

use std::fs;
use std::io;
use std::path::Path;

use careplan::text::Message;

use super::Stopped;
use crate::mutation::File;
use crate::shown::io_reason;
use crate::suite::protocol::Import;

/// The files of an import, in the order of arrival.
pub(super) fn given(import: &Import) -> io::Result<Vec<File>> {
    let read = |name: &String| Ok(File { name: name.clone(), bytes: fs::read(import.folder.join(name))? });
    import.files.iter().map(read).collect()
}

/// Copies the files of a folder, but for some, and gives their names.
pub(super) fn copied(from: &Path, to: &Path, but: &[&str]) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && !but.contains(&name.as_str()) {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

pub(super) fn trouble(error: &io::Error) -> Stopped {
    let why = io_reason(error);
    Stopped::Trouble(Message::new(
        format!("ファイルの置き場所を使えません（{}）", why.ja),
        format!("the folder of the files cannot be used ({})", why.en),
    ))
}
