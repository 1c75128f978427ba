//! Names and bytes that nobody should send.

use careplan::layout::Kind;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::golden::{Sheet, name};

/// A file: a golden one after an accident, under its own name or another, or anything.
pub(super) fn files() -> impl Strategy<Value = (String, Vec<u8>)> {
    let own = (select(Kind::ALL), 1_usize..5, vec(accident(), 0..6))
        .prop_map(|(kind, records, accidents)| (name(kind), broken(kind, records, accidents)));
    prop_oneof![1 => own, 1 => (names(), contents())]
}

/// A name: golden, nearly golden, or anything.
pub(super) fn names() -> impl Strategy<Value = String> {
    let golden = select(Kind::ALL).prop_map(name);
    let torn = (select(Kind::ALL).prop_map(name), any::<Index>(), "[_0-9A-Za-z.あ\u{0}/\\\\ ]{0,3}").prop_map(
        |(name, at, patch)| {
            let at = at.index(name.len());
            let skip = (at + patch.len()).min(name.len());
            format!("{}{patch}{}", &name[..at], &name[skip..])
        },
    );
    prop_oneof![4 => golden, 2 => torn, 1 => any::<String>(), 1 => "[A-Z0-9_]{0,40}\\.(CSV|csv|jpg)"]
}

/// Bytes: of the grammar, of a golden file after an accident, or anything.
fn contents() -> impl Strategy<Value = Vec<u8>> {
    let structural = vec(
        prop_oneof![
            4 => select(b",\"\r\n\r\n\",a1".to_vec()).prop_map(|byte| vec![byte]),
            1 => Just(b"\r\n".to_vec()),
            1 => Just(b"\x83\x5C".to_vec()),
            1 => any::<u8>().prop_map(|byte| vec![byte]),
        ],
        0..300,
    )
    .prop_map(|parts| parts.concat());
    let anything = vec(any::<u8>(), 0..300);
    let golden = (select(Kind::ALL), 1_usize..5, vec(accident(), 0..6));
    let golden = golden.prop_map(|(kind, records, accidents)| broken(kind, records, accidents));
    prop_oneof![3 => golden, 2 => structural, 1 => anything]
}

/// A golden file, cut, spliced, flipped or doubled.
fn broken(kind: Kind, records: usize, accidents: Vec<Accident>) -> Vec<u8> {
    let bytes = match kind.layout() {
        Some(_) => texted(Sheet::new(kind, records)).bytes(),
        None => vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10],
    };
    accidents.into_iter().fold(bytes, |bytes, accident| accident.befall(bytes))
}

/// The first free text of the first record with line breaks and doubled quotes in it.
fn texted(sheet: Sheet) -> Sheet {
    let layout = sheet.kind.layout().unwrap();
    match layout.fields.iter().find(|field| field.format.is_free_text()) {
        Some(field) => sheet.with(1, field.no, "一,二\r\n\"三\"\n四\r五"),
        None => sheet,
    }
}

/// What can happen to a file on its way.
#[derive(Clone, Debug)]
enum Accident {
    Cut(Index),
    Lose(Index, u8),
    Insert(Index, Vec<u8>),
    Flip(Index, u8),
    Double(Index, u8),
    Lines(&'static [u8]),
    Prefix(&'static [u8]),
}

fn accident() -> impl Strategy<Value = Accident> {
    let at = any::<Index>;
    let morsels: &[&[u8]] = &[
        b"\"",
        b",",
        b"\r",
        b"\n",
        b"\r\n",
        b"\r\n\r\n",
        b"\0",
        b"\x1A",
        b"\xF0\x40",
        b"\x80",
        b"\x83",
        b"9999",
        b"\xEF\xBC\x91",
    ];
    let morsels: Vec<Vec<u8>> = morsels.iter().map(|morsel| morsel.to_vec()).collect();
    let ends: &[&[u8]] = &[b"\n", b"\r", b"\n\r", b"\r\n\r\n", b""];
    let heads: &[&[u8]] =
        &[b"\xEF\xBB\xBF", b"\xFF\xFE", b"\xFE\xFF", b"\r\n", b"\"", b"CSV\x83o\x81[\x83W\x83\x87\x83\x93,"];
    prop_oneof![
        1 => at().prop_map(Accident::Cut),
        2 => (at(), any::<u8>()).prop_map(|(at, len)| Accident::Lose(at, len)),
        6 => (at(), select(morsels)).prop_map(|(at, morsel)| Accident::Insert(at, morsel)),
        2 => (at(), 0_u8..8).prop_map(|(at, bit)| Accident::Flip(at, bit)),
        1 => (at(), any::<u8>()).prop_map(|(at, len)| Accident::Double(at, len)),
        1 => select(ends).prop_map(Accident::Lines),
        1 => select(heads).prop_map(Accident::Prefix),
    ]
}

impl Accident {
    fn befall(self, mut bytes: Vec<u8>) -> Vec<u8> {
        let len = bytes.len();
        if len == 0 {
            return bytes;
        }
        let span = |at: Index, size: u8| at.index(len)..(at.index(len) + usize::from(size)).min(len);
        match self {
            Self::Cut(at) => bytes.truncate(at.index(len)),
            Self::Lose(at, size) => drop(bytes.drain(span(at, size))),
            Self::Insert(at, morsel) => drop(bytes.splice(span(at, 0), morsel)),
            Self::Flip(at, bit) => bytes[at.index(len)] ^= 1 << bit,
            Self::Double(at, size) => bytes.extend_from_within(span(at, size)),
            Self::Lines(end) => bytes = bytes.split(|&byte| byte == b'\n').collect::<Vec<_>>().join(end),
            Self::Prefix(head) => drop(bytes.splice(0..0, head.iter().copied())),
        }
        bytes
    }
}
