//! The terminals of an office: told apart by a header in client-1.2, not at all in web-4.1.

use std::ops::RangeInclusive;

use axum::http::HeaderMap;

/// The header that names the terminal.
const TERMINAL_HEADER: &str = "renkei-terminal";
/// Characters of the name of a terminal.
const TERMINAL_CHARS: RangeInclusive<usize> = 1..=64;

/// The one terminal that is named, if its name is in order.
pub(crate) fn terminal(headers: &HeaderMap) -> Option<String> {
    let mut given = headers.get_all(TERMINAL_HEADER).iter();
    let (Some(name), None) = (given.next(), given.next()) else { return None };
    let name = name.to_str().ok()?;
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    (TERMINAL_CHARS.contains(&name.len()) && name.bytes().all(plain)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_terminal_is_named_once_and_in_plain_characters() {
        let long = "a".repeat(64);
        for (given, named) in [
            (vec!["PC-1_a.b"], true),
            (vec![&*long], true),
            (vec![], false),
            (vec![""], false),
            (vec!["a b"], false),
            (vec!["a/b"], false),
            (vec!["a", "a"], false),
        ] {
            let mut headers = HeaderMap::new();
            for value in &given {
                headers.append(TERMINAL_HEADER, HeaderValue::from_str(value).unwrap());
            }
            assert_eq!(terminal(&headers).is_some(), named, "{given:?}");
        }
        let mut headers = HeaderMap::new();
        headers.append(TERMINAL_HEADER, HeaderValue::from_str(&"a".repeat(65)).unwrap());
        assert_eq!(terminal(&headers), None);
    }
}
