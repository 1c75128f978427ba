//! Names that the other side chose, as names of files here: nothing leaves its folder, no device
//! of Windows is opened, nothing is hidden or turned around.

use std::collections::HashSet;

use crate::wire::FileEntry;

/// Names that the client itself uses beside the files.
pub(super) const OWN: &[&str] = &["message.json", "message.txt"];

/// Names that Windows takes for devices, with any extension.
const DEVICES: &[&str] = &[
    "con", "prn", "aux", "nul", "conin$", "conout$", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "com¹", "com²", "com³", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9", "lpt¹", "lpt²", "lpt³",
];

/// Bytes (UTF-8) and UTF-16 units that every file system takes, with room for a suffix.
const LONGEST: usize = 200;

/// The names of the files of a message in one folder, in their order. A name that cannot be used
/// becomes `file-N` with its extension; no two are the same, in any case of letters.
pub(super) fn names(files: &[FileEntry]) -> Vec<String> {
    let mut taken: HashSet<String> = OWN.iter().map(|&name| name.to_owned()).collect();
    let mut names = Vec::with_capacity(files.len());
    for file in files {
        let mut name = if is_safe(&file.name) { file.name.clone() } else { replacement(file, "") };
        let mut more = String::new();
        while !taken.insert(name.to_lowercase()) {
            name = replacement(file, &more);
            more.push_str("-x");
        }
        names.push(name);
    }
    names
}

fn replacement(file: &FileEntry, more: &str) -> String {
    let extension = file.name.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    let sound = (1..=5).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
    format!("file-{}{more}.{}", file.n, if sound { extension } else { "bin" })
}

/// Whether a name can be used as it is, on this system and on every other.
pub(super) fn is_safe(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    !name.is_empty()
        && name.len() <= LONGEST
        && !name.starts_with(['.', ' ', '-', '~'])
        && !name.ends_with(['.', ' '])
        && !name.contains(is_spoilt)
        && !DEVICES.contains(&stem.as_str())
}

/// Control characters, what Windows keeps for itself, and what turns a line around or is not seen.
fn is_spoilt(c: char) -> bool {
    c.is_control()
        || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A number or id as part of a name: as it is, if it consists of letters, digits and hyphens.
pub(super) fn is_token(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Slot;

    fn file(n: u32, name: &str) -> FileEntry {
        let name = name.to_owned();
        FileEntry { n, slot: Slot::Attachment, name, serial: None, size: 0, sha256: String::new() }
    }

    #[test]
    fn names_of_everyday_stay_as_they_are() {
        for name in
            ["UPPLAN_202505_9970000001_43_9970000002_15_20250317182009.CSV", "手書きの実績 5月.pdf", "a", "console.txt"]
        {
            assert!(is_safe(name), "{name}");
        }
    }

    #[test]
    fn names_that_could_do_harm_are_replaced_and_keep_a_sound_extension() {
        let long = format!("{}.pdf", "長".repeat(90));
        for name in [
            "",
            ".",
            "..",
            "../a.pdf",
            "..\\a.pdf",
            "/etc/a.pdf",
            "C:a.pdf",
            "a:b.pdf",
            ".a.pdf",
            "~a.pdf",
            "-rf.pdf",
            " a.pdf",
            "a.pdf.",
            "a.pdf ",
            "CON",
            "con.pdf",
            "NUL .pdf",
            "Com1.tar.pdf",
            "lpt9.pdf",
            "COM¹.pdf",
            "a\0.pdf",
            "a\u{1b}[2J.pdf",
            "a\u{202e}fdp.exe",
            "a\u{200b}.pdf",
            "a\n.pdf",
            "a*.pdf",
            &long,
        ] {
            assert!(!is_safe(name), "{name:?}");
            let given = names(&[file(7, name)]);
            assert!(is_safe(&given[0]) && given[0].starts_with("file-7."), "{name:?}");
        }
        assert_eq!(names(&[file(7, "../a.PDF")]), ["file-7.PDF"]);
        assert_eq!(names(&[file(7, "../a.p/f")]), ["file-7.bin"]);
    }

    #[test]
    fn no_two_names_meet_nor_do_they_meet_our_own() {
        let files = [
            file(1, "a.pdf"),
            file(2, "A.PDF"),
            file(3, "message.JSON"),
            file(4, "file-5.pdf"),
            file(5, "../file-5.pdf"),
            file(6, "file-2.PDF"),
        ];
        let given = names(&files);
        let lower: HashSet<String> = given.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(lower.len(), files.len(), "{given:?}");
        assert!(given.iter().all(|name| is_safe(name) && !OWN.contains(&name.to_lowercase().as_str())));
        assert_eq!(given[3], "file-5.pdf");
    }
}
