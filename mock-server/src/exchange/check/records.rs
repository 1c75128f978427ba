//! Whether a CSV file holds a record at all: all that is looked at inside.

use careplan::layout::Kind;

use crate::exchange::form::Part;
use crate::refusals::{NO_RECORDS, Problem, ZERO_ACTUALS};

/// What a file without records consists of: line ends, blanks, and the end-of-file mark of old programs.
const BLANK: &[u8] = b"\r\n \t\x1A";

/// A CSV file of the standard must hold a record. For actuals it is the field that asks (relay.md
/// 51): a month without any use cannot be told by an empty file.
pub(super) fn check(kind: Kind, part: &Part) -> Result<(), Problem> {
    if !kind.is_csv() || part.body.iter().any(|byte| !BLANK.contains(byte)) {
        return Ok(());
    }
    let refusal = if kind == Kind::Upjsk { &ZERO_ACTUALS } else { &NO_RECORDS };
    Err(Problem::about_file(refusal, &part.name))
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;
    use crate::wire::Slot;

    #[test]
    fn blank_files_hold_no_record_whatever_their_kind() {
        let refusal = |kind, body: &'static [u8]| {
            let part = Part { slot: Slot::Csv, name: String::new(), body: Bytes::from_static(body) };
            check(kind, &part).err().map(|problem| problem.refusal.code)
        };
        for &kind in Kind::ALL {
            for body in [b"".as_slice(), b"\r\n", b"\r\n\r\n", b" \t\n", b"\x1A"] {
                let code = if kind == Kind::Upjsk { "zero-actuals" } else { "no-records" };
                assert_eq!(refusal(kind, body), kind.is_csv().then_some(code), "{kind:?} {body:?}");
            }
            assert_eq!(refusal(kind, b"\r\n0"), None, "{kind:?}");
        }
    }
}
