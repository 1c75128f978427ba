//! Putting files of the outbox away: what was sent, and what cannot be sent, with the reason.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use careplan::text::Message;

use crate::client::disk::{shift, sync_folder, write_new};
use crate::client::home::now;

/// The folder of what was sent, below the outbox.
pub const SENT: &str = "sent";
/// The folder of what cannot be sent.
pub const REFUSED: &str = "refused";

/// Moves files into a folder below the outbox, together: where a different file has one of the
/// names, into a folder of their own there. Gives the folder. Files that are gone are passed over.
///
/// # Errors
/// When one cannot be moved; the others may have been.
pub fn put_away<'a>(files: impl IntoIterator<Item = &'a Path>, below: &Path, folder: &str) -> io::Result<PathBuf> {
    let usual = below.join(folder);
    fs::create_dir_all(&usual)?;
    let mut left: Vec<&Path> = files.into_iter().filter(|path| path.exists()).collect();
    let mut place = usual.clone();
    let mut more = 1;
    while !left.is_empty() {
        let mut taken = Vec::new();
        for path in left {
            let name = path.file_name().unwrap_or_default();
            if !shift(path, &place.join(name))? {
                taken.push(path);
            }
        }
        sync_folder(&place)?;
        left = taken;
        if !left.is_empty() {
            more += 1;
            place = usual.join(more.to_string());
            fs::create_dir_all(&place)?;
        }
    }
    Ok(place)
}

/// Writes beside files that were set aside why, and how to mend it. The name is that of the first
/// file with `.txt`.
pub(super) fn explain(place: &Path, files: &[String], why: &Message, mend: &Message) -> io::Result<()> {
    let first = files.first().map_or("message", String::as_str);
    let mut text = format!("送れませんでした（{}）\n\n理由：{}\n直し方：{}\n\nファイル：\n", now(), why.ja, mend.ja);
    for file in files {
        text.push_str(&format!("  {file}\n"));
    }
    text.push_str("\n直したら、ファイルを送信フォルダーに置きなおしてください。\n");
    text.push_str(&format!("\nNot sent. {} {}\nPut the files back into the outbox once mended.\n", why.en, mend.en));
    // Windows knows the encoding by the mark, and the line by both characters.
    write_new(&place.join(format!("{first}.txt")), format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_comes_again_with_other_bytes_is_kept_beside_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.CSV");
        for (bytes, place) in [("1", "sent"), ("2", "sent/2"), ("1", "sent"), ("3", "sent/3")] {
            fs::write(&file, bytes).unwrap();
            let put = put_away([file.as_path()], folder.path(), SENT).unwrap();
            assert_eq!(put, folder.path().join(place));
            assert_eq!(fs::read_to_string(put.join("a.CSV")).unwrap(), bytes);
            assert!(!file.exists());
        }
    }
}
