//! Names of archive entries: decoded, and refused where they could point outside.

use careplan::text::Text;

use crate::shown::name_of_bytes;

/// The name of an entry as text, `/` between folders.
///
/// # Errors
/// Why the name is refused.
pub(super) fn accept(raw: &[u8]) -> Result<String, (String, Text)> {
    let name = name_of_bytes(raw);
    match refusal(&name) {
        None => Ok(name),
        Some(why) => Err((name, why)),
    }
}

fn refusal(name: &str) -> Option<Text> {
    let drive = name.as_bytes().first().is_some_and(u8::is_ascii_alphabetic) && name.as_bytes().get(1) == Some(&b':');
    if name.is_empty() {
        Some(Text::new("名前が空です", "the name is empty"))
    } else if name.starts_with('/') || drive {
        Some(Text::new("絶対パスの名前です", "the name is absolute"))
    } else if name.contains('\\') {
        Some(Text::new("名前に \\ があります", "the name holds a backslash"))
    } else if name.split('/').any(|part| part == "..") {
        Some(Text::new("名前に .. があります", "the name holds “..”"))
    } else if name.contains('\0') {
        Some(Text::new("名前に NUL があります", "the name holds NUL"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_could_leave_the_archive_are_refused() {
        for name in ["../a.CSV", "a/../../b.CSV", "/a.CSV", "C:/a.CSV", "c:a.CSV", "a\\b.CSV", "..", "", "a\0b"] {
            assert!(accept(name.as_bytes()).is_err(), "{name}");
        }
    }

    #[test]
    fn plain_names_and_japanese_names_with_a_5c_byte_are_accepted() {
        assert_eq!(accept(b"a/b.CSV").as_deref(), Ok("a/b.CSV"));
        assert_eq!(accept(b"a..b.CSV").as_deref(), Ok("a..b.CSV"));
        assert_eq!(accept(&[0x95, 0x5c, b'/', b'x']).as_deref(), Ok("表/x"));
    }
}
