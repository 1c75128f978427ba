//! Metamorphic variants: every golden set written in another way, its meaning unchanged.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use careplan::csv::{Scanner, content, inside};
use careplan::encoding::{decode, encode, tables};
use careplan::layout::Field;
use careplan::text::{Message, Text};

use super::golden::Golden;
use super::reading::taking;
use super::text::{TWINS, with_text};
use super::{Case, Class, Taking};
use crate::mutation::File;

/// One way of writing.
struct Variant {
    id: &'static str,
    title: Text,
    source: &'static str,
    /// What is asked of the receiver: what the standard leaves open may be refused as a whole.
    taking: Taking,
    /// The bytes of one file, written so; the same bytes where it makes no difference.
    write: fn(&File) -> Vec<u8>,
}

macro_rules! variants {
    ($($id:literal $taking:ident $source:literal $ja:literal $en:literal $write:expr;)*) => {
        const VARIANTS: &[Variant] = &[$(Variant {
            id: $id, title: Text::new($ja, $en), source: $source, taking: Taking::$taking, write: $write,
        }),*];
    };
}

variants! {
    "lf" WholeOrNothing "U-2" "改行が LF" "line ends LF" |file| rewritten(file, b"\n", true, as_is);
    "cr" WholeOrNothing "U-2" "改行が CR" "line ends CR" |file| rewritten(file, b"\r", true, as_is);
    "no-last-line-end" WholeOrNothing "U-2" "最終行に改行がない" "no last line end" |file| rewritten(file, b"\r\n", false, as_is);
    "all-quoted" WholeOrNothing "U-3" "すべての項目を引用符で囲む" "every field quoted" |file| rewritten(file, b"\r\n", true, quoted);
    "least-quoted" WholeOrNothing "R17・U-4" "必要なときだけ引用符で囲む" "quoted only where it must be"
        |file| rewritten(file, b"\r\n", true, least_quoted);
    "nec-twins" Whole "R16・domain 6.1" "NEC選定IBM拡張文字の符号" "codes of the NEC selection"
        |file| rewritten(file, b"\r\n", true, |_, raw| twins(raw, &NEC_SELECTED));
    "ibm-twins" Whole "R16・domain 6.1" "IBM拡張文字の符号" "codes of the IBM extensions"
        |file| rewritten(file, b"\r\n", true, |_, raw| twins(raw, &IBM));
    "row-13-twins" Whole "R16・domain 6.1" "NEC特殊文字の符号" "codes of NEC row 13"
        |file| rewritten(file, b"\r\n", true, |_, raw| twins(raw, &ROW_13));
}

/// Every golden set in every way of writing that makes a difference to it.
pub(super) fn cases(golden: &[Golden]) -> impl Iterator<Item = Case> {
    golden.iter().flat_map(|set| VARIANTS.iter().filter_map(move |variant| case(set, variant)))
}

fn case(set: &Golden, variant: &Variant) -> Option<Case> {
    // Few texts hold characters with two codes: they get some.
    let set = if variant.id.ends_with("twins") { &with_text(set, TWINS) } else { set };
    let files = set.files();
    let written: Vec<File> =
        files.iter().map(|file| File { name: file.name.clone(), bytes: (variant.write)(file) }).collect();
    if written == files {
        return None;
    }
    let id = format!("variant/{}/{}", variant.id, set.id);
    let case = taking(Class::Variant, id, set, written, variant.taking);
    Some(Case {
        title: Message::new(
            format!("{}：{}", variant.title.ja, case.title.ja),
            format!("{}: {}", variant.title.en, case.title.en),
        ),
        source: variant.source.to_owned(),
        ..case
    })
}

type Change = fn(Option<&Field>, &[u8]) -> Vec<u8>;

/// A CSV with other line ends and every field changed; anything else as it is.
fn rewritten(file: &File, end: &[u8], ends_last: bool, change: Change) -> Vec<u8> {
    let Some(layout) = file.kind().and_then(careplan::layout::Kind::layout) else { return file.bytes.clone() };
    let mut rows: Vec<Vec<u8>> = Vec::new();
    Scanner::default().scan(&file.bytes, true, |record| {
        let fields = record.iter().enumerate();
        let fields: Vec<Vec<u8>> = fields.map(|(at, (_, raw))| change(layout.fields.get(at), raw)).collect();
        rows.push(fields.join(&b','));
    });
    let mut bytes = rows.join(end);
    if ends_last && !rows.is_empty() {
        bytes.extend_from_slice(end);
    }
    bytes
}

fn as_is(_: Option<&Field>, raw: &[u8]) -> Vec<u8> {
    raw.to_vec()
}

fn quoted(_: Option<&Field>, raw: &[u8]) -> Vec<u8> {
    if raw.starts_with(b"\"") { raw.to_vec() } else { [b"\"", raw, b"\""].concat() }
}

/// Without quotes where the text can do without them; an empty one of length 0.
fn least_quoted(_: Option<&Field>, raw: &[u8]) -> Vec<u8> {
    let text = content(raw);
    let needs = text.iter().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n'));
    if needs { raw.to_vec() } else { text.into_owned() }
}

/// Second codes of characters, by the zone that has them.
type Twins = LazyLock<BTreeMap<char, [u8; 2]>>;

static NEC_SELECTED: Twins = LazyLock::new(|| twins_of(0xED..=0xEE));
static IBM: Twins = LazyLock::new(|| twins_of(0xFA..=0xFC));
static ROW_13: Twins = LazyLock::new(|| twins_of(0x87..=0x87));

fn twins_of(leads: RangeInclusive<u8>) -> BTreeMap<char, [u8; 2]> {
    let tables = tables();
    let pairs = leads.flat_map(|lead| (0x40..=0xFC).map(move |trail| [lead, trail]));
    let characters = pairs.filter_map(|[lead, trail]| Some((tables.decode_pair(lead, trail)?, [lead, trail])));
    characters.filter(|(c, pair)| tables.encode_char(*c) != Some(*pair)).collect()
}

/// Every character that has a second code in the zone gets it.
fn twins(raw: &[u8], zone: &BTreeMap<char, [u8; 2]>) -> Vec<u8> {
    let text = decode(inside(raw)).unwrap_or_default();
    if !text.chars().any(|c| zone.contains_key(&c)) {
        return raw.to_vec();
    }
    let mut out = vec![b'"'];
    for c in text.chars() {
        match zone.get(&c) {
            Some(pair) => out.extend_from_slice(pair),
            // It was decoded from MS932, so it can be written.
            None => out.extend(encode(c.encode_utf8(&mut [0; 4])).unwrap_or_default()),
        }
    }
    out.push(b'"');
    out
}
