//! What the standard leaves open, or what is not to be enforced, is never an error.

use std::collections::BTreeSet;

use careplan::check::{Limits, check_bytes};
use careplan::diagnostic::Severity;
use careplan::encoding::encode;
use careplan::layout::Kind::{
    self, Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upjsk, Upkihon, UpkihonImage, UpkihonSub1, UpkihonSub2, Upplan, Upsikyu,
    Upyobo, UpyoboSub,
};

use crate::golden::{Sheet, layouts, name, text};

type Named = (String, Vec<u8>);
type Open = (&'static str, fn() -> Named);

fn of(sheet: Sheet) -> Named {
    let bytes = sheet.bytes();
    (sheet.name, bytes)
}

fn field(kind: Kind, no: u16, text: &str) -> Named {
    of(Sheet::new(kind, 2).with(2, no, text))
}

fn raw(kind: Kind, no: u16, bytes: &[u8]) -> Named {
    of(Sheet::new(kind, 2).with_raw(2, no, bytes))
}

fn called(kind: Kind, from: &str, to: &str) -> Named {
    of(Sheet::new(kind, 1).named(name(kind).replace(from, to)))
}

fn changed(kind: Kind, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Named {
    (name(kind), change(Sheet::new(kind, 2).bytes()))
}

fn replaced(kind: Kind, from: &[u8], to: &[u8]) -> Named {
    changed(kind, |bytes| {
        let mut out = Vec::new();
        let mut rest = bytes.as_slice();
        while let Some(at) = rest.windows(from.len()).position(|window| window == from) {
            out.extend_from_slice(&rest[..at]);
            out.extend_from_slice(to);
            rest = &rest[at + from.len()..];
        }
        [out, rest.to_vec()].concat()
    })
}

/// The point, and a file that takes the other reading.
const OPEN: &[Open] = &[
    ("U-1 a header row", || {
        let names: Vec<_> = Upplan.layout().unwrap().fields.iter().map(|field| field.name).collect();
        changed(Upplan, |bytes| [encode(&(names.join(",") + "\r\n")).unwrap(), bytes].concat())
    }),
    ("U-2 records that end in LF", || replaced(Upplan, b"\r\n", b"\n")),
    ("U-2 records that end in CR", || replaced(Upplan, b"\r\n", b"\r")),
    ("U-2 no last line end", || changed(Upplan, |bytes| bytes[..bytes.len() - 2].to_vec())),
    ("U-3 quotes around everything", || {
        changed(Upplan, |_| {
            let fields = Upplan.layout().unwrap().fields;
            let quoted: Vec<_> = fields.iter().map(|field| format!("\"{}\"", text(field))).collect();
            encode(&(quoted.join(",") + "\r\n")).unwrap()
        })
    }),
    ("U-3 quotes around an empty number", || raw(Upplan, 9, b"\"\"")),
    ("U-4 empty free text without quotes", || raw(Upplan, 18, b"")),
    ("U-5 a length in bytes", || field(UpyoboSub, 5, "１０")),
    ("U-6 full-width digits", || field(Upplan, 14, "１")),
    ("U-6 full-width digits of the version", || field(Upplan, 1, "２０２４０７")),
    ("U-6 full-width digits of a date", || field(Upplan, 10, "２０２５０５０１")),
    ("U-6 full-width digits of an insured number", || field(Upplan, 3, "００００００００１２")),
    ("U-6 a plus sign", || field(Upplan, 8, "+100")),
    ("U-6 leading zeros of a number", || field(Upplan, 8, "000100")),
    ("U-7 community centres as 46", || called(Upkihon, "_43_", "_46_")),
    ("U-7 community centres as AF", || called(Upkihon, "_43_", "_AF_")),
    ("C-2 five digits of earlier days", || field(Upsikyu, 30, "12345")),
    ("C-3 nine digits of an office in a name", || called(Upplan, "9970000001", "997000001")),
    ("C-4 UPKIHON_000000_", || called(Upkihon, "UPKIHON_", "UPKIHON_000000_")),
    ("C-5 fifteen digits of a serial", || called(Upplan, "20250425101500", "202504251015000")),
    ("C-6 swapped service types", || called(Upjsk, "9970000002_15_9970000001_43", "9970000002_43_9970000001_15")),
    ("C-7 a consultation date of six digits", || field(Upkihon, 4, "202505")),
    ("C-7 the same in both tables", || field(UpkihonSub1, 4, "202505")),
    ("C-7 the same in both tables, 2", || field(UpkihonSub2, 4, "202505")),
    ("C-7 a plan date of six digits", || field(Upyobo, 4, "202505")),
    ("L-1 no planner's name", || field(Upplan, 7, "")),
    ("L-1 no units", || field(Upjsk, 8, "")),
    ("L-2 a long detail number", || field(Upplan, 19, "1234567")),
    ("L-4 no name in a supplement", || field(Uphosoku, 6, "")),
    ("L-6 numbers of the preventive plan without quotes", || raw(UpyoboSub, 5, b"1")),
    ("L-9 both equipment codes", || of(Sheet::new(Upplan, 1).with(1, 15, "171003").with(1, 17, "09997-000055"))),
    ("L-9 neither equipment code", || of(Sheet::new(Upplan, 1).with(1, 15, "171003").with(1, 16, "").with(1, 17, ""))),
    ("L-23 .csv", || called(Upplan, ".CSV", ".csv")),
    ("L-23 .JPG", || (name(UpkihonImage).replace(".jpg", ".JPG"), vec![0xFF, 0xD8, 0xFF, 0xE0])),
    ("L-30 services outside the insurance", || field(Up2kyo, 15, "")),
    ("L-31 9999 in the weekly plan", || field(Up3kyo, 8, "9999")),
    ("L-31 the next morning in the weekly plan", || field(Up3kyo, 9, "2600")),
    ("L-31 no duration", || of(Sheet::new(Up3kyo, 1).with(1, 11, "0630").with(1, 12, "0630"))),
    ("L-33 letters in an equipment code", || field(Upplan, 17, "A0001-00001")),
    ("L-35 a detail number outside 17", || field(Upplan, 19, "2")),
    ("L-36 a minus sign", || field(Upsikyu, 13, "-999999")),
    ("L-40 days beyond the month", || field(Upplan, 11, &"1".repeat(31))),
    ("L-41 past midnight", || of(Sheet::new(Upplan, 1).with(1, 12, "2200").with(1, 13, "0600"))),
    ("L-41 2400", || field(Upplan, 13, "2400")),
    ("L-43 care levels of the common table", || field(Up1kyo, 21, "06")),
    ("L-45 a filled identifier", || field(Upplan, 25, "A")),
    ("R98 a care manager forwards everybody's actual use", || {
        let swapped = name(Upjsk).replace("9970000002_15_9970000001_43", "9970000001_43_9970000004_46");
        of(Sheet::new(Upjsk, 1).with(1, 20, "9970000003").named(swapped))
    }),
    ("R130 anything in an address", || field(Upkihon, 43, "携帯 00-0000-0000（昼間）")),
    ("no check digit of an insured number", || field(Upplan, 3, "9999999999")),
    ("no check digit of an insurer", || field(Upplan, 2, "999999")),
    ("no check digit of an office", || field(Upplan, 20, "9999999990")),
    ("a withdrawn version", || of(Sheet::new(Upplan, 1).with(1, 1, "202504"))),
    ("characters at ED and EE", || raw(Upplan, 18, b"\"\xEE\xE0\xED\x95\"")),
    ("half-width kana", || field(Uphosoku, 5, "ﾐﾎﾝ ﾀﾛｳ")),
    ("characters of NEC row 13 and IBM", || field(Upplan, 18, "①Ⅳ㍉㈱№髙﨑")),
    ("the end mark of old systems", || changed(Upplan, |bytes| [bytes, vec![0x1A]].concat())),
    ("a tabulator", || field(Upplan, 18, "a\tb")),
    ("a blank line at the end", || changed(Upplan, |bytes| [bytes, b"\r\n".to_vec()].concat())),
    ("an unknown service type", || field(Upplan, 15, "A91001")),
];

/// The ids of the rules that see an error.
fn errors((name, bytes): &Named) -> BTreeSet<&'static str> {
    let report = check_bytes(name, bytes, Limits::default());
    let errors = report.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|finding| finding.rule.id).collect()
}

#[test]
fn no_reading_that_the_standard_leaves_open_is_an_error() {
    // Golden files are right field by field; whatever whole-record rules say of them does not count here.
    let of_golden: BTreeSet<_> = layouts().flat_map(|layout| errors(&of(Sheet::new(layout.kind, 2)))).collect();
    for (point, file) in OPEN {
        let errors: Vec<_> = errors(&file()).into_iter().filter(|rule| !of_golden.contains(rule)).collect();
        assert!(errors.is_empty(), "{point}: {errors:?}");
    }
}
