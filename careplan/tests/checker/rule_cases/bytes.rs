//! Cases of bytes and of the grammar of CSV.

use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::encoding::{decode_lossy, encode};
use careplan::layout::Kind::{Up1kyo, Uphosoku, Upjsk, Upplan, UpyoboSub};

use super::case::{Case, bytes, case, field, golden, one, raw};

fn utf8(bytes: &[u8]) -> Vec<u8> {
    decode_lossy(bytes).into_bytes()
}

fn utf16(bytes: &[u8]) -> Vec<u8> {
    decode_lossy(bytes).encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn euc(text: &str) -> Vec<u8> {
    encoding_rs::EUC_JP.encode(text).0.into_owned()
}

fn lines_end_in(end: &str) -> Vec<super::case::File> {
    bytes(Upplan, |file| decode_lossy(&file).replace("\r\n", end).bytes().filter(u8::is_ascii).collect())
}

pub(super) const CASES: &[Case] = &[
    case("bytes/utf8", Error, || bytes(Up1kyo, |file| utf8(&file)), || one(golden(Up1kyo))),
    case(
        "bytes/utf8",
        Error,
        || bytes(Up1kyo, |file| [b"\xEF\xBB\xBF".to_vec(), file].concat()),
        // Half-width kana that would be valid UTF-8 too.
        || raw(Up1kyo, 6, b"\"\xC3\xB1\""),
    ),
    // One field of a file of MS932; its bytes are characters of MS932 too.
    case("bytes/utf8", Error, || raw(Up1kyo, 6, "\"ああ\"".as_bytes()), || field(Up1kyo, 6, "ああ")),
    case("bytes/utf16", Error, || bytes(Up1kyo, |file| utf16(&file)), || one(golden(Up1kyo))),
    case(
        "bytes/utf16",
        Error,
        || bytes(Up1kyo, |file| [b"\xFF\xFE".to_vec(), utf16(&file)].concat()),
        || raw(Up1kyo, 6, b"\"a\0b\""),
    ),
    case("bytes/euc-jp", Error, || bytes(Up1kyo, |file| euc(&decode_lossy(&file))), || one(golden(Up1kyo))),
    case(
        "bytes/euc-jp",
        Error,
        // Kana alone: every byte is a half-width kana of MS932 too.
        || bytes(Up1kyo, |file| euc(&decode_lossy(&file).replace("見本の文", "ののかが"))),
        // Half-width kana of MS932 in pairs: every pair is a character of EUC-JP too.
        || bytes(Up1kyo, |file| encode(&decode_lossy(&file).replace("見本の文", "ｶﾅﾀﾛ")).unwrap()),
    ),
    case("bytes/iso-2022-jp", Error, || raw(Up1kyo, 6, b"\"\x1B$B2M6u\x1B(B\""), || raw(Up1kyo, 6, b"\"$B(B\"")),
    case("bytes/gaiji", Error, || raw(Up1kyo, 6, b"\"\xF0\x40\""), || field(Up1kyo, 6, "髙﨑①㈱")),
    case("bytes/gaiji", Error, || raw(Up1kyo, 6, b"\"\xF9\xFC\""), || raw(Up1kyo, 6, b"\"\xFA\x40\"")),
    case("bytes/unassigned", Error, || raw(Up1kyo, 6, b"\"\x85\x40\""), || raw(Up1kyo, 6, b"\"\x87\x40\"")),
    case("bytes/unassigned", Error, || raw(Up1kyo, 6, b"\"a\x80\""), || raw(Up1kyo, 6, b"\"a\xA1\"")),
    case("bytes/unassigned", Error, || raw(Up1kyo, 6, b"\"a\x83\""), || raw(Up1kyo, 6, b"\"a\x83\x5C\"")),
    case("bytes/unassigned", Error, || raw(Up1kyo, 6, b"\"\xA0\xFD\xFF\""), || raw(Up1kyo, 6, b"\"\xDF\"")),
    case("bytes/nec-selected", Info, || raw(Up1kyo, 6, b"\"\xEE\xE0\""), || raw(Up1kyo, 6, b"\"\xFB\xFC\"")),
    case("bytes/control", Warning, || raw(Up1kyo, 6, b"\"a\tb\""), || raw(Up1kyo, 6, b"\"a\r\nb\"")),
    case("bytes/control", Warning, || raw(Up1kyo, 6, b"\"a\0b\""), || raw(Up1kyo, 6, b"\"a\nb\"")),
    case("bytes/control", Info, || bytes(Upplan, |file| [file, vec![0x1A]].concat()), || one(golden(Upplan))),
    case("csv/columns", Error, || raw(Upplan, 25, b","), || one(golden(Upplan))),
    case("csv/columns", Error, || bytes(Upplan, |file| file[..file.len() - 3].to_vec()), || one(golden(Upplan))),
    case("csv/columns", Error, || raw(Up1kyo, 6, b"1,2"), || raw(Up1kyo, 6, b"\"1,2\"")),
    case("csv/unclosed-quote", Error, || raw(Upplan, 21, b"\"open"), || raw(Upplan, 18, b"\"\"\"closed\"\"\"")),
    case("csv/stray-quote", Error, || raw(Upplan, 18, b"\"a\"b\""), || raw(Upplan, 18, b"\"a\"\"b\"")),
    case("csv/stray-quote", Error, || raw(Upplan, 18, b"a\"b"), || raw(Upplan, 18, b"\"\"\"\"")),
    case("csv/free-text-unquoted", Warning, || raw(Upplan, 18, b"bed"), || raw(Upplan, 18, b"\"bed\"")),
    case("csv/free-text-unquoted", Info, || raw(UpyoboSub, 5, b"1"), || raw(UpyoboSub, 5, b"\"1\"")),
    case("csv/free-text-bare-empty", Info, || raw(Upplan, 18, b""), || raw(Upplan, 18, b"\"\"")),
    case("csv/plain-quoted", Info, || raw(Upplan, 14, b"\"1\""), || raw(Upplan, 14, b"1")),
    case("csv/plain-quoted", Info, || raw(Uphosoku, 12, b"\"00-0000\""), || raw(Uphosoku, 12, b"00-0000")),
    case("csv/line-end", Info, || lines_end_in("\n"), || raw(Upplan, 18, b"\"a\nb\rc\"")),
    case("csv/line-end", Info, || lines_end_in("\r"), || lines_end_in("\r\n")),
    case(
        "csv/last-line-end",
        Info,
        || bytes(Upplan, |file| file[..file.len() - 2].to_vec()),
        || bytes(Upplan, |file| file[..file.len() - 1].to_vec()),
    ),
    case(
        "csv/header-row",
        Info,
        || {
            let names: Vec<_> = Upjsk.layout().unwrap().fields.iter().map(|field| field.name).collect();
            let header = encode(&(names.join(",") + "\r\n")).unwrap();
            bytes(Upjsk, |file| [header, file].concat())
        },
        || one(golden(Upjsk)),
    ),
    case(
        "csv/blank-line",
        Error,
        || bytes(Upplan, |file| [file.clone(), b"\r\n".to_vec(), file].concat()),
        || bytes(Upplan, |file| [file.clone(), file].concat()),
    ),
    case("csv/blank-line", Warning, || bytes(Upplan, |file| [file, b"\r\n".to_vec()].concat()), || one(golden(Upplan))),
];
