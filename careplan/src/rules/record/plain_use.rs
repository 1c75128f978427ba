//! The shortcut of use tables: most rows are plain visits, of which no rule has anything to say.
//! It never decides against a row; whatever it does not recognise goes to the rules.

use super::{View, use_day_month};
use crate::layout::Kind;
use crate::rules::flow::other_office_actuals;

/// Whether a row of 第6表 surely leaves nothing to say: one visit, no equipment, nothing prorated,
/// two times in their order or none. From the No. `same_from` on it is the same as a row before
/// that was recognised ([`u16::MAX`] if there is none).
pub(crate) fn is_plain(view: &View<'_>, same_from: u16) -> bool {
    let is = |no, value: &[u8]| no >= same_from || view.content(no) == value;
    matches!(view.kind, Kind::Upplan | Kind::Upjsk)
        && is(11, b"")
        && is(14, b"1")
        && is(16, b"")
        && is(17, b"")
        && is(19, b"")
        && is(23, b"0")
        && !matches!(view.content(15), [_, b'7', ..])
        && in_order(view.content(12), view.content(13))
        && (21 >= same_from || !matches!(view.content(21).last(), Some(b'@'..=b'Z')))
        && (20 >= same_from || other_office_actuals::check(view).is_none())
        && use_day_month::check(view).is_none()
}

/// Two times of which the second is not the first to come, or 9999 twice.
fn in_order(start: &[u8], end: &[u8]) -> bool {
    let (Ok(start), Ok(end)) = (<[u8; 4]>::try_from(start), <[u8; 4]>::try_from(end)) else { return false };
    let (start, end) = (u32::from_be_bytes(start), u32::from_be_bytes(end));
    start <= end && (end != u32::from_be_bytes(*b"9999") || start == end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::Scanner;
    use crate::name::FileName;
    use crate::rules::record::checks;

    const NAMES: [(Kind, &str); 2] = [
        (Kind::Upplan, "UPPLAN_202505_9970000001_43_9970000002_15_20250425101500.CSV"),
        (Kind::Upjsk, "UPJSK_202505_9970000002_15_9970000001_43_20250602101500.CSV"),
    ];

    const PLAIN: [&[u8]; 25] = [
        b"202407",
        b"990001",
        b"0000000001",
        b"20250420",
        b"202505",
        b"9970000001",
        b"\"a\"",
        b"658",
        b"",
        b"20250501",
        b"",
        b"0900",
        b"1000",
        b"1",
        b"152441",
        b"",
        b"",
        b"\"\"",
        b"",
        b"9970000002",
        b"\"\x82\xA0\"",
        b"",
        b"0",
        b"9970000001",
        b"",
    ];

    const OTHERS: [&[u8]; 22] = [
        b"",
        b"0",
        b"1",
        b"2",
        b"-1",
        b"9999",
        b"0900",
        b"0859",
        b"2400",
        b"1000",
        b"17",
        b"171003",
        b"671003",
        b"211111",
        b"20250501",
        b"20250601",
        b"20250426",
        b"\"\x82\xA0U\"",
        b"\"\x82\xA0@\"",
        b"9970000003",
        b"0000000000000000000000000000000",
        b"1111111111111111111111111111111",
    ];

    fn each(row: &[&[u8]], mut test: impl FnMut(&View<'_>)) {
        for (kind, name) in NAMES {
            let name = FileName::parse(name).ok();
            Scanner::default().scan(&row.join(&b','), true, |record| {
                test(&View { kind, record: &record, name: name.as_ref() });
            });
        }
    }

    #[test]
    fn a_plain_visit_is_recognised() {
        each(&PLAIN, |view| assert!(is_plain(view, u16::MAX), "{:?}", view.kind));
    }

    #[test]
    fn no_row_passes_of_which_a_rule_has_something_to_say() {
        for (one, other) in (0..25).flat_map(|one| (one..25).map(move |other| (one, other))) {
            for (first, second) in OTHERS.iter().flat_map(|first| OTHERS.iter().map(move |second| (first, second))) {
                let mut row = PLAIN;
                (row[one], row[other]) = (*first, *second);
                each(&row, |view| {
                    let said = checks(view.kind).iter().any(|check| (check.run)(view).is_some());
                    assert!(!(said && is_plain(view, u16::MAX)), "{}", row.join(&b',').escape_ascii());
                });
            }
        }
    }
}
