//! The code tables as data.

use std::collections::HashSet;

use careplan::layout::codes::{CODE_TABLES, CareLevel, Sex};
use careplan::layout::{Field, Kind, MaxLen};

fn fields() -> impl Iterator<Item = &'static Field> {
    Kind::ALL.iter().filter_map(|kind| kind.layout()).flat_map(|layout| layout.fields)
}

#[test]
fn every_table_is_used_and_no_two_are_the_same() {
    let mut seen = HashSet::new();
    for table in CODE_TABLES {
        assert!(fields().any(|field| field.codes == Some(table)), "{} is not used", table.ident);
        assert!(seen.insert(table.entries), "{} stands twice", table.ident);
    }
}

#[test]
fn codes_of_a_table_are_distinct_and_as_long_as_the_field() {
    for field in fields() {
        let Some(table) = field.codes else { continue };
        let codes: HashSet<_> = table.entries.iter().map(|(code, _)| code).collect();
        assert_eq!(codes.len(), table.entries.len(), "{}", table.ident);
        for code in codes {
            let length = u16::try_from(code.len()).unwrap();
            assert_eq!(field.max_len, MaxLen::Chars(length), "{} {code}", field.name);
        }
    }
}

#[test]
fn a_code_is_read_exactly_and_carries_its_label() {
    assert_eq!(Sex::parse(b"1"), Some(Sex::Male));
    assert_eq!(Sex::Female.label(), "女性");
    assert_eq!(CareLevel::parse(b"25"), Some(CareLevel::Care5));
    assert_eq!(CareLevel::table().label(b"06"), Some("事業対象者"));
    for refused in [&b""[..], b"3", b"01", b" 1", "１".as_bytes()] {
        assert_eq!(Sex::parse(refused), None, "{refused:?}");
        assert_eq!(Sex::table().label(refused), None, "{refused:?}");
    }
}
