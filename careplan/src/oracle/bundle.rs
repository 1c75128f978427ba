//! Several files as one input: for each NUL, `=`, its name, LF, its bytes. Every input is a bundle;
//! what stands before the first mark belongs to a file without a name.

use std::borrow::Cow;

const MARK: &[u8] = b"\0=";

/// One file of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Its name, perhaps with folders before it.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl<'a> Entry<'a> {
    /// The folder and the last component of the name.
    #[must_use]
    pub fn folder_and_file(&self) -> (&'a str, &'a str) {
        self.name.rsplit_once('/').unwrap_or(("", self.name))
    }
}

/// The bundle of these files.
#[must_use]
pub fn join(files: &[Entry<'_>]) -> Vec<u8> {
    files.iter().flat_map(|file| [MARK, file.name.as_bytes(), b"\n", file.bytes].concat()).collect()
}

/// The files of a bundle, at most so many: names as UTF-8, what is none replaced.
#[must_use]
pub fn split(bundle: &[u8], most: usize) -> Vec<(Cow<'_, str>, &[u8])> {
    let mut files = Vec::new();
    let mut rest = bundle.strip_prefix(MARK).unwrap_or(bundle);
    while files.len() < most {
        let end = memchr::memmem::find(rest, MARK);
        let (file, after) = end.and_then(|end| rest.split_at_checked(end)).unwrap_or((rest, &[]));
        let (name, bytes) = match memchr::memchr(b'\n', file).and_then(|at| file.split_at_checked(at)) {
            Some((name, bytes)) => (name, bytes.get(1..).unwrap_or_default()),
            None => (&[][..], file),
        };
        files.push((String::from_utf8_lossy(name), bytes));
        match after.strip_prefix(MARK) {
            Some(next) => rest = next,
            None => break,
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_is_taken_apart_into_the_files_it_was_made_of() {
        let files = [Entry { name: "a/b.CSV", bytes: b"1\r\n" }, Entry { name: "", bytes: b"" }];
        let bundle = join(&files);
        let apart = split(&bundle, 9);
        let apart: Vec<_> = apart.iter().map(|(name, bytes)| Entry { name, bytes }).collect();
        assert_eq!(apart, files);
        assert_eq!(apart.first().map(Entry::folder_and_file), Some(("a", "b.CSV")));
        assert_eq!(split(&bundle, 1).len(), 1);
    }

    #[test]
    fn whatever_bytes_are_a_bundle() {
        for (bytes, files) in [(&b""[..], 1), (b"\0=", 1), (b"x", 1), (b"\0=\0=\0=", 3), (b"\n\0=\n", 2)] {
            assert_eq!(split(bytes, 9).len(), files, "{bytes:?}");
        }
    }
}
