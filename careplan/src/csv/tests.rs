use super::*;
use proptest::prelude::*;

/// Records as (fields, line end, regular, open).
fn split(data: &[u8]) -> Vec<(Vec<Vec<u8>>, LineEnd, bool, bool)> {
    let mut records = Vec::new();
    let taken = Scanner::default().scan(data, true, |record| {
        records.push((
            record.iter().map(|(_, field)| field.to_vec()).collect(),
            record.end,
            record.regular,
            record.open,
        ));
    });
    assert_eq!(taken, data.len());
    records
}

fn fields(data: &str) -> Vec<Vec<String>> {
    split(data.as_bytes())
        .into_iter()
        .map(|(fields, ..)| fields.into_iter().map(|field| String::from_utf8(field).unwrap()).collect())
        .collect()
}

#[test]
fn commas_and_line_breaks_inside_quotes_belong_to_the_field() {
    assert_eq!(
        fields("1,\"a,b\r\nc\",\"\"\r\n2,\"say \"\"hi\"\"\",x\r\n"),
        [vec!["1", "\"a,b\r\nc\"", "\"\""], vec!["2", "\"say \"\"hi\"\"\"", "x"]]
    );
}

#[test]
fn every_line_end_is_kept_as_found() {
    let ends: Vec<_> = split(b"a\r\nb\nc\rd").into_iter().map(|(_, end, ..)| end).collect();
    assert_eq!(ends, [LineEnd::CrLf, LineEnd::Lf, LineEnd::Cr, LineEnd::None]);
}

#[test]
fn stray_and_unclosed_quotes_are_seen() {
    for (data, regular, open) in [
        ("a,\"b\"c,d", false, false),
        ("a,b\"c,d", false, false),
        ("a,\"b", false, true),
        ("a,\"b\"\"", false, true),
        ("a,\"b\"\"\"", true, false),
        ("a,\"\",", true, false),
    ] {
        let records = split(data.as_bytes());
        assert_eq!((records[0].2, records[0].3), (regular, open), "{data}");
        assert_eq!(records[0].0.iter().all(|field| quotes_are_regular(field)), regular, "{data}");
    }
}

#[test]
fn content_takes_quotes_off_and_makes_doubled_ones_single() {
    assert_eq!(&*content(b"\"a\"\"b\""), b"a\"b");
    assert_eq!(&*content(b"\"\""), b"");
    assert_eq!(&*content(b"\"\"\"\""), b"\"");
    assert_eq!(&*content(b"ab"), b"ab");
}

proptest! {
    #[test]
    fn preserve_gives_back_every_byte_that_parses(data in proptest::collection::vec(prop_oneof![Just(b','), Just(b'"'), Just(b'\r'), Just(b'\n'), any::<u8>()], 0..200)) {
        if let Some(document) = Document::parse(data.clone()) {
            let mut out = Vec::new();
            document.preserve(&mut out);
            prop_assert_eq!(out, data);
        }
    }

    #[test]
    fn splitting_in_pieces_finds_the_same_records(
        data in proptest::collection::vec(prop_oneof![Just(b','), Just(b'"'), Just(b'\r'), Just(b'\n'), Just(b'a')], 0..200),
        size in 1_usize..40,
    ) {
        let whole = split(&data);
        let (mut held, mut pieces) = (Vec::new(), Vec::new());
        let mut scanner = Scanner::default();
        let chunks: Vec<_> = data.chunks(size).collect();
        for (number, chunk) in chunks.iter().enumerate() {
            held.extend_from_slice(chunk);
            let taken = scanner.scan(&held, number + 1 == chunks.len(), |record| {
                pieces.push((record.iter().map(|(_, field)| field.to_vec()).collect::<Vec<_>>(), record.end, record.regular, record.open));
            });
            held.drain(..taken);
        }
        prop_assert_eq!(whole, pieces);
    }

    #[test]
    fn quoted_text_comes_back_as_it_was(text in "[a-z,\"\r\nあ髙①]{0,30}") {
        let mut bytes = Vec::new();
        quote_into(&text, &mut bytes).unwrap();
        prop_assert!(quotes_are_regular(&bytes));
        prop_assert_eq!(crate::encoding::decode(&content(&bytes)).unwrap(), text);
    }
}

#[test]
fn an_edited_field_changes_and_its_neighbours_do_not() {
    let mut document = Document::parse(b"1,\"a\",x\n2,b,y".to_vec()).unwrap();
    assert_eq!(document.set(0, 1, "c\"d"), Ok(true));
    assert_eq!(document.set(1, 2, "p,q"), Ok(true));
    assert_eq!(document.set(9, 0, "z"), Ok(false));
    assert!(document.set(0, 0, "𠮷").is_err());
    let mut out = Vec::new();
    document.preserve(&mut out);
    assert_eq!(out, b"1,\"c\"\"d\",x\n2,b,\"p,q\"");
}
