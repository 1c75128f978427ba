//! Cases of 第7表: the rows of one person, and what they add up to.

use careplan::check::{Limits, check_bytes};
use careplan::diagnostic::Severity::{Error, Info, Warning};
use careplan::layout::Kind::Upsikyu;

use super::case::{Case, File, case, one};
use crate::golden::Sheet;

/// Rows of a person: code, office and the numbers that are filled.
type Row = (&'static str, &'static str, &'static [(u16, &'static str)]);

const DAY: &str = "9970000002";
const HOME: &str = "9970000003";

/// Day service under two codes with a subtotal, a rate outside the limit with its own, home help
/// with an overrun under one code, and the total.
const PERSON: [Row; 7] = [
    ("152441", DAY, &[(13, "658"), (16, "9"), (17, "5922"), (21, "0"), (22, "5922")]),
    ("155301", DAY, &[(13, "40"), (16, "9"), (17, "360"), (21, "0"), (22, "360")]),
    (
        "15AAAA",
        DAY,
        &[
            (13, "0"),
            (16, "0"),
            (17, "6282"),
            (21, "0"),
            (22, "6282"),
            (23, "10.54"),
            (24, "66212"),
            (25, "90"),
            (26, "59590"),
            (28, "6622"),
            (29, "0"),
        ],
    ),
    ("156108", DAY, &[(13, "578"), (16, "1"), (17, "578")]),
    (
        "15EEEE",
        DAY,
        &[(13, "0"), (16, "0"), (17, "578"), (23, "10.54"), (24, "6092"), (25, "90"), (26, "5482"), (28, "610")],
    ),
    (
        "111111",
        HOME,
        &[
            (13, "244"),
            (16, "23"),
            (17, "5612"),
            (21, "221"),
            (22, "5391"),
            (23, "11.12"),
            (24, "59947"),
            (25, "90"),
            (26, "53952"),
            (28, "5995"),
            (29, "2457"),
        ],
    ),
    (
        "999999",
        "9999999999",
        &[
            (13, "0"),
            (16, "0"),
            (17, "11894"),
            (21, "221"),
            (22, "11673"),
            (24, "132251"),
            (26, "119024"),
            (28, "13227"),
            (29, "2457"),
        ],
    ),
];

/// The rows of a file.
#[derive(Clone)]
struct Bill(Vec<Line>);

/// A row, whose it is, and what else was changed in it.
type Line = (Row, String, Vec<(u16, String)>);

fn bill() -> Bill {
    rows(&PERSON)
}

fn rows(rows: &[Row]) -> Bill {
    Bill(rows.iter().map(|row| (*row, String::from("0000000001"), Vec::new())).collect())
}

impl Bill {
    /// With another text in a row, counted from 1.
    fn set(mut self, row: usize, no: u16, text: &str) -> Self {
        self.0[row - 1].2.push((no, text.to_owned()));
        self
    }

    fn without(mut self, row: usize) -> Self {
        self.0.remove(row - 1);
        self
    }

    fn again(mut self, row: usize) -> Self {
        let copy = self.0[row - 1].clone();
        self.0.insert(row, copy);
        self
    }

    /// A second person with the same rows.
    fn twice(mut self) -> Self {
        let more: Vec<_> = self.0.iter().cloned().map(|(row, _, set)| (row, String::from("0000000002"), set)).collect();
        self.0.extend(more);
        self
    }

    fn files(self) -> Vec<File> {
        let mut sheet = Sheet::new(Upsikyu, self.0.len());
        for (at, ((code, office, numbers), insured, more)) in self.0.iter().enumerate() {
            let empty = std::iter::once(8).chain(10..=32).map(|no| (no, ""));
            let given = [(3, insured.as_str()), (7, *office), (9, *code)];
            let more = more.iter().map(|(no, text)| (*no, text.as_str()));
            for (no, text) in empty.chain(given).chain(numbers.iter().copied()).chain(more) {
                sheet = sheet.with(at + 1, no, text);
            }
        }
        one(sheet)
    }
}

fn plain() -> Vec<File> {
    bill().files()
}

fn set(row: usize, no: u16, text: &str) -> Vec<File> {
    bill().set(row, no, text).files()
}

/// Details of one code under the limit, without a subtotal.
fn same_code() -> Bill {
    bill().set(2, 9, "152441").without(3)
}

/// A row of 総合事業 at a price and rate of its municipality.
fn project() -> Vec<File> {
    let numbers = [(23, "10.35"), (24, "55796"), (25, "33"), (26, "18412"), (28, "37384"), (29, "2287")];
    numbers.into_iter().fold(bill().set(6, 9, "A31111"), |bill, (no, text)| bill.set(6, no, text)).files()
}

/// 定額 of 総合事業: five times a fixed own share, and the share of the subtotal.
fn fixed(each: &'static str, share: &'static str) -> Vec<File> {
    let detail = [(13, "401"), (16, "5"), (17, "2005"), (21, "0"), (22, "2005"), (27, each)];
    let sum = [(13, "0"), (16, "0"), (17, "2005"), (21, "0"), (22, "2005"), (28, share)];
    let total = ("999999", "9999999999", &PERSON[6].2[..0]);
    let mut bill = rows(&[("A41111", DAY, &[]), ("A4AAAA", DAY, &[]), total]);
    for (row, numbers) in [(1, detail), (2, sum)] {
        bill = numbers.into_iter().fold(bill, |bill, (no, text)| bill.set(row, no, text));
    }
    bill.files()
}

/// All that stands under the limit given in the subtotal alone.
fn limits_on_the_subtotal() -> Bill {
    [1, 2].into_iter().fold(bill(), |bill, row| bill.set(row, 21, "").set(row, 22, ""))
}

pub(super) const CASES: &[Case] = &[
    case("record/total-pair", Error, || set(7, 7, DAY), plain),
    case("record/total-pair", Error, || set(6, 7, "9999999999"), plain),
    case("record/sum-row-fixed", Error, || set(3, 13, "658"), plain),
    case("record/sum-row-fixed", Error, || set(7, 14, "100"), || set(1, 14, "100")),
    case("record/sum-row-fixed", Error, || set(5, 15, "0"), || set(1, 15, "658")),
    case("record/managed-units", Info, || set(5, 18, "578"), || set(3, 18, "6282")),
    case("record/row-amount", Warning, || set(1, 17, "5900"), plain),
    case("record/row-amount", Warning, || set(1, 15, "600"), || set(4, 13, "0")),
    case("record/row-amount", Warning, || set(2, 16, "10"), || set(2, 16, "")),
    case(
        "record/row-discount",
        Warning,
        || bill().set(1, 14, "95").set(1, 15, "624").files(),
        || bill().set(1, 14, "95").set(1, 15, "625").files(),
    ),
    case(
        "record/row-discount",
        Warning,
        || bill().set(1, 14, "5").set(1, 15, "600").files(),
        || bill().set(1, 14, "5").set(1, 15, "625").files(),
    ),
    case("record/row-over", Warning, || set(6, 22, "5390"), plain),
    case(
        "record/row-over",
        Info,
        || bill().set(6, 22, "5390").set(6, 18, "5000").files(),
        || bill().set(6, 18, "5612").files(),
    ),
    case(
        "record/row-over",
        Warning,
        || bill().set(6, 19, "100").set(6, 20, "5511").files(),
        || bill().set(6, 19, "100").set(6, 20, "5512").files(),
    ),
    case("record/row-over", Warning, || set(3, 22, "6281"), limits_on_the_subtotal_files),
    // 75 × 11.12 and the like: what floating point gets wrong.
    case("record/row-cost", Warning, || set(6, 24, "59946"), plain),
    case("record/row-cost", Warning, || set(3, 24, "66213"), || set(3, 24, "")),
    case("record/row-cost", Warning, || set(5, 24, "6093"), project),
    // Details in yen may lose a yen for each row.
    case(
        "record/row-cost",
        Warning,
        || set(3, 24, "66211"),
        || bill().set(1, 24, "62417").set(2, 24, "3794").set(3, 24, "66211").set(7, 24, "132250").files(),
    ),
    case("record/row-benefit", Warning, || set(6, 26, "53953"), plain),
    case("record/row-benefit", Warning, || set(3, 25, "80"), project),
    case("record/row-share", Warning, || set(3, 28, "6621"), plain),
    case("record/row-share", Warning, || set(6, 28, "5994"), || set(6, 28, "0")),
    case("record/row-own", Warning, || set(6, 29, "2458"), plain),
    case("record/row-own", Warning, || set(3, 29, "100"), plain),
    case("record/row-own", Warning, || set(5, 29, "100"), || bill().set(5, 24, "6000").set(5, 29, "92").files()),
    case("record/row-rate", Warning, || set(3, 25, "9"), project),
    case("record/row-rate", Warning, || set(3, 25, "110"), || set(1, 25, "0")),
    case("record/row-price", Warning, || set(6, 23, "10.35"), project),
    case(
        "record/row-days",
        Warning,
        || bill().set(6, 30, "10").set(6, 31, "5").set(6, 32, "14").files(),
        || bill().set(6, 30, "10").set(6, 31, "5").set(6, 32, "15").files(),
    ),
    case(
        "record/over-30-inside",
        Warning,
        || set(6, 33, "1"),
        || bill().set(6, 33, "1").set(6, 21, "5612").set(6, 22, "0").files(),
    ),
    case("file/total-row", Error, || bill().without(7).files(), plain),
    case("file/total-row", Error, || bill().again(7).files(), || bill().twice().files()),
    case(
        "file/total-row",
        Error,
        || bill().without(7).twice().files(),
        || {
            // The totals of two people at the end of a file that is sorted by office.
            let mut apart = bill().twice();
            let total = apart.0.remove(6);
            apart.0.push(total);
            apart.files()
        },
    ),
    case("file/subtotal-missing", Error, || bill().without(3).files(), || bill().without(3).without(2).files()),
    case(
        "file/subtotal-missing",
        Info,
        || same_code().files(),
        || limits_on_the_subtotal().without(3).without(4).files(),
    ),
    case("file/subtotal-sum", Warning, || set(3, 17, "6281"), plain),
    case("file/subtotal-sum", Warning, || set(5, 17, "577"), limits_on_the_subtotal_files),
    case(
        "file/subtotal-sum",
        Warning,
        || bill().set(3, 22, "6281").files(),
        || {
            // The overrun stands on the subtotal alone.
            bill().set(3, 21, "100").set(3, 22, "6182").files()
        },
    ),
    case("file/subtotal-sum", Warning, || fixed("414", "2071"), || fixed("414", "2070")),
    case("file/total-sum", Warning, || set(7, 17, "11893"), || set(7, 17, "12472")),
    case("file/total-sum", Warning, || set(7, 24, "132252"), || set(7, 24, "")),
    case("file/total-sum", Warning, || set(7, 29, "2458"), plain),
    case("file/total-sum", Warning, || set(7, 22, "11674"), limits_on_the_subtotal_files),
    case("file/price-mixed", Warning, || set(5, 23, "10.27"), || bill().set(5, 23, "10.27").set(5, 8, "1").files()),
    case("file/rate-mixed", Warning, || set(6, 25, "80"), project),
    case(
        "file/sums-skipped",
        Info,
        || {
            let mut apart = bill().twice();
            let total = apart.0.remove(6);
            apart.0.push(total);
            apart.files()
        },
        || bill().twice().files(),
    ),
];

fn limits_on_the_subtotal_files() -> Vec<File> {
    limits_on_the_subtotal().files()
}

/// Nothing is said of rows that add up, in any of the forms that senders give them.
#[test]
fn every_form_of_a_bill_that_adds_up_is_let_pass() {
    let forms: [(&str, Bill); 6] = [
        ("amounts on subtotals", bill()),
        ("two people", bill().twice()),
        ("units within on the subtotal alone", limits_on_the_subtotal()),
        ("what lies outside the limit counted in the total", bill().set(7, 17, "12472")),
        ("no subtotal outside the limit", {
            let own = [(23, "10.54"), (24, "6092"), (25, "90"), (26, "5482"), (28, "610")];
            own.into_iter().fold(bill().without(5), |bill, (no, text)| bill.set(4, no, text))
        }),
        ("a reduction with negative units", {
            bill()
                .set(2, 13, "-40")
                .set(2, 17, "-360")
                .set(2, 22, "-360")
                .set(3, 17, "5562")
                .set(3, 22, "5562")
                .set(3, 24, "58623")
                .set(3, 26, "52760")
                .set(3, 28, "5863")
                .set(7, 17, "11174")
                .set(7, 22, "10953")
                .set(7, 24, "124662")
                .set(7, 26, "112194")
                .set(7, 28, "12468")
        }),
    ];
    for (form, bill) in forms {
        let [File { name, bytes }] = bill.files().try_into().ok().unwrap();
        let report = check_bytes(&name, &bytes, Limits::default());
        // The golden day of making lies after the serial of the golden name.
        let said = report.findings.iter().filter(|finding| finding.rule.id != "record/made-after-sending");
        let said: Vec<_> = said.map(|finding| (finding.rule.id, finding.place.record, &finding.found.en)).collect();
        assert!(said.is_empty(), "{form}: {said:?}");
    }
}
