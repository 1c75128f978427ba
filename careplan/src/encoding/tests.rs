use super::*;

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).unwrap()).collect()
}

#[test]
fn the_decode_vectors_of_the_standard_hold() {
    for (bytes, character) in [
        ("8160", '\u{FF5E}'),
        ("817C", '\u{FF0D}'),
        ("8740", '\u{2460}'),
        ("878A", '\u{3231}'),
        ("FBFC", '\u{9AD9}'),
        ("EEE0", '\u{9AD9}'),
        ("FAB1", '\u{FA11}'),
        ("ED95", '\u{FA11}'),
        ("B1", '\u{FF71}'),
    ] {
        assert_eq!(decode(&hex(bytes)).unwrap(), character.to_string(), "{bytes}");
    }
}

#[test]
fn bytes_outside_ms932_are_refused_with_their_offset() {
    for bytes in ["F040", "F9FC", "80", "A0", "FD", "FE", "FF", "81AD", "8540", "FC4C", "EB40", "83"] {
        let mut file = b"abc".to_vec();
        file.extend(hex(bytes));
        assert_eq!(decode(&file).unwrap_err().offset, 3, "{bytes}");
        assert!(!is_clean(&file), "{bytes}");
    }
}

#[test]
fn what_cannot_be_shown_is_one_character_and_takes_nothing_of_the_next() {
    for (bytes, shown) in
        [("F04041", "\u{FFFD}A"), ("81AD41", "\u{FFFD}A"), ("F02241", "\u{FFFD}\"A"), ("8041", "\u{FFFD}A")]
    {
        assert_eq!(decode_lossy(&hex(bytes)), shown, "{bytes}");
        assert_eq!(count_chars(&hex(bytes)), shown.chars().count(), "{bytes}");
    }
}

#[test]
fn characters_outside_ms932_are_never_written() {
    for code in [
        0x301C, 0x2016, 0x2014, 0x2011, 0x00A0, 0x00A5, 0x203E, 0x5861, 0x525D, 0x9830, 0x20B9F, 0x20BB7, 0xE000,
        0x1F600, 0x3099, 0xFEFF, 0x2212,
    ] {
        let character = char::from_u32(code).unwrap();
        let text = format!("あ{character}");
        assert_eq!(encode(&text), Err(Unmappable { offset: 3, character }), "U+{code:04X}");
    }
}

#[test]
fn the_zones_have_the_measured_number_of_cells() {
    let count = |from: u16, to: u16, class: PairClass| {
        (from..=to)
            .filter(|pair| {
                let [lead, trail] = pair.to_be_bytes();
                tables().is_lead(lead) && tables().class(lead, trail) == class
            })
            .count()
    };
    use PairClass::{Assigned, NecSelected, Unassigned, UserDefined};
    assert_eq!(
        count(0x8140, 0x84BE, Assigned) + count(0x889F, 0x9FFC, Assigned) + count(0xE040, 0xEAA4, Assigned),
        6_879
    );
    assert_eq!(count(0x8740, 0x879C, Assigned), 83);
    assert_eq!(count(0xED40, 0xEEFC, NecSelected), 374);
    assert_eq!(count(0xFA40, 0xFC4B, Assigned), 388);
    assert_eq!(count(0xF040, 0xF9FC, UserDefined), 1_880);
    assert_eq!(count(0x8140, 0xFCFC, Assigned), 6_879 + 83 + 388);
    assert!(count(0x8140, 0xFCFC, Unassigned) > 1_000);
}

#[test]
fn splitting_before_decoding_is_safe_because_no_trail_byte_is_a_delimiter() {
    for lead in 0x81..=0xFC_u8 {
        for delimiter in [b'"', b',', b'\r', b'\n'] {
            assert_eq!(tables().class(lead, delimiter), PairClass::NotATrail, "{lead:02X} {delimiter:02X}");
        }
    }
}

#[test]
fn every_character_that_decodes_encodes_back_to_itself() {
    let mut non_canonical = 0;
    for lead in (0x81..=0x9F_u8).chain(0xE0..=0xFC) {
        for trail in 0x40..=0xFC_u8 {
            if let Some(character) = tables().decode_pair(lead, trail) {
                let bytes = encode(&character.to_string()).unwrap();
                assert_eq!(decode(&bytes).unwrap(), character.to_string());
                non_canonical += usize::from(bytes != [lead, trail]);
            }
        }
    }
    assert_eq!(non_canonical, 398, "9 in 87xx, 15 in FAxx, 374 in ED/EE");
}

#[test]
fn twins_encode_to_the_preferred_cell() {
    for (character, bytes) in
        [('\u{2252}', "81E0"), ('\u{2160}', "8754"), ('\u{2170}', "FA40"), ('髙', "FBFC"), ('￢', "81CA")]
    {
        assert_eq!(encode(&character.to_string()).unwrap(), hex(bytes), "{character}");
    }
}

#[test]
fn utf8_is_recognised_across_pieces_of_any_size() {
    let text = "202407,\"あいう\"".as_bytes();
    for size in 1..text.len() {
        let mut watch = Utf8Watch::default();
        text.chunks(size).for_each(|piece| watch.feed(piece));
        assert_eq!(watch.verdict(false), Some(8), "pieces of {size}");
    }
    let mut watch = Utf8Watch::default();
    watch.feed(&encode("202407,\"架空の人\"").unwrap());
    assert_eq!(watch.verdict(false), None);
    let mut watch = Utf8Watch::default();
    watch.feed(&encode("ﾃｱ").unwrap());
    assert_eq!(watch.verdict(false), None, "half-width kana that are valid UTF-8 by accident");
}
