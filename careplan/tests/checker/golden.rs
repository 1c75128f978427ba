//! Files that are right, made from the layouts: the ground on which each test changes one thing.
//! All kinds tell of one invented person, day and month, so files of several kinds make a set.

use careplan::check::{FileReport, Limits, check_bytes};
use careplan::csv::{quote_into, write_canonical};
use careplan::diagnostic::Finding;
use careplan::layout::{Field, Format, Kind, Layout, MaxLen};

pub(crate) const MONTH: &str = "202505";
const SERIAL: &str = "20250425101500";
const CARE_MANAGER: &str = "9970000001_43";
const SERVICE: &str = "9970000002_15";

/// Rules that compare records of one file: of equal records they have something to say.
pub(crate) const ACROSS_RECORDS: &[&str] = &[
    "file/same-record",
    "file/total-row",
    "file/goal-order",
    "file/support-order",
    "file/subtotal-missing",
    "file/price-mixed",
    "file/rate-mixed",
];

/// The layouts of all kinds that have one.
pub(crate) fn layouts() -> impl Iterator<Item = &'static Layout> {
    Kind::ALL.iter().filter_map(|kind| kind.layout())
}

/// Every field of every layout.
pub(crate) fn fields() -> impl Iterator<Item = (&'static Layout, &'static Field)> {
    layouts().flat_map(|layout| layout.fields.iter().map(move |field| (layout, field)))
}

/// The name of the golden file of a kind; actual use travels the other way.
pub(crate) fn name(kind: Kind) -> String {
    let (from, to) = match kind {
        Kind::Upjsk | Kind::Dltjsk => (SERVICE, CARE_MANAGER),
        _ => (CARE_MANAGER, SERVICE),
    };
    let month = if kind.month_in_name() { format!("_{MONTH}") } else { String::new() };
    let tail = if kind.is_csv() { ".CSV" } else { "_0001.jpg" };
    format!("{}{month}_{from}_{to}_{SERIAL}{tail}", kind.code())
}

/// A canonical text of a field: filled, except where the standard wants nothing.
pub(crate) fn text(field: &Field) -> String {
    let text = match field.format {
        Format::Version => "202407",
        Format::Month | Format::MonthOrZero => MONTH,
        Format::Date => "20250501",
        Format::BirthDate => "19400301",
        Format::DateOrZero => "00000000",
        Format::Time => "0900",
        Format::WeekTime => "1030",
        Format::Integer => "1",
        Format::Decimal => "10.00",
        // No stay beyond thirty days: the golden service is a day service.
        Format::Code if field.name == "３０日超区分" => "0",
        Format::Code => field.codes.unwrap().entries[0].0,
        Format::InsuredNo => "0000000001",
        Format::InsurerNo => "990001",
        // The receiving service office: that of every row of planned and of actual use.
        Format::OfficeNo | Format::OfficeNoOrTotal => "9970000002",
        Format::ServiceCode | Format::ServiceCodeOrTotal => "152441",
        Format::ServiceType => "15",
        Format::Postal => "000-0001",
        Format::Phone => "00-0000-0001",
        Format::Tais => "09998-000101",
        Format::MonthBits => "1100000000000000000000000000000",
        Format::Branch | Format::Other => "1",
        Format::FixedNines => "9999999999",
        Format::Unused => "",
        Format::ImageName => return name(Kind::UpkihonImage),
        // The numbers of UPYOBO_SUB are free text of two characters.
        Format::Text if field.max_len != MaxLen::Free => "1",
        Format::Text => "見本の文",
    };
    text.to_owned()
}

/// A file as rows of raw fields; tests change what they need.
#[derive(Clone)]
pub(crate) struct Sheet {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    rows: Vec<Vec<Vec<u8>>>,
}

impl Sheet {
    /// A golden file of so many equal records.
    pub(crate) fn new(kind: Kind, records: usize) -> Self {
        let layout = kind.layout().unwrap();
        let row: Vec<Vec<u8>> = layout.fields.iter().map(|field| raw(field, &text(field))).collect();
        Self { kind, name: name(kind), rows: vec![row; records] }
    }

    /// Under another name.
    pub(crate) fn named(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// With another content of one field, written as its format wants; both counted from 1.
    pub(crate) fn with(self, record: usize, no: u16, text: &str) -> Self {
        let bytes = raw(self.kind.layout().unwrap().field(no).unwrap(), text);
        self.with_raw(record, no, bytes)
    }

    /// With another content of one field of every record.
    pub(crate) fn with_all(self, no: u16, text: &str) -> Self {
        (1..=self.rows.len()).fold(self, |sheet, record| sheet.with(record, no, text))
    }

    /// With other bytes between the commas of one field.
    pub(crate) fn with_raw(mut self, record: usize, no: u16, bytes: impl Into<Vec<u8>>) -> Self {
        self.rows[record - 1][usize::from(no) - 1] = bytes.into();
        self
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.rows.iter().flat_map(|row| [row.join(&b','), b"\r\n".to_vec()].concat()).collect()
    }

    /// Where a field stands in the file: its bytes and its line.
    pub(crate) fn place(&self, record: usize, no: u16) -> ((u64, u64), u64) {
        let before: usize = self.rows[..record - 1].iter().map(|row| row.join(&b',').len() + 2).sum();
        let left = self.rows[record - 1][..usize::from(no) - 1].iter().map(|field| field.len() + 1).sum::<usize>();
        let start = before + left;
        let line = 1 + self.bytes()[..start].iter().filter(|&&byte| byte == b'\n').count();
        let end = start + self.rows[record - 1][usize::from(no) - 1].len();
        ((start as u64, end as u64), line as u64)
    }

    /// The report of the checker.
    pub(crate) fn check(&self) -> FileReport {
        check_bytes(&self.name, &self.bytes(), Limits::default())
    }
}

/// The bytes of a field as the standard wants them.
pub(crate) fn raw(field: &Field, text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    if field.format.is_free_text() {
        quote_into(text, &mut bytes).unwrap();
    } else {
        bytes = careplan::encoding::encode(text).unwrap();
    }
    bytes
}

/// A finding in a few words, for messages of tests.
pub(crate) fn words(findings: &[Finding]) -> Vec<String> {
    let of = |finding: &Finding| {
        let place = finding.place;
        let no = place.field.map(|field| field.no);
        format!("{} {:?} record {:?} No.{no:?} {}", finding.rule.id, finding.severity, place.record, finding.found.en)
    };
    findings.iter().map(of).collect()
}

#[test]
fn a_golden_file_is_what_the_canonical_writer_writes() {
    for layout in layouts() {
        let texts: Vec<String> = layout.fields.iter().map(text).collect();
        let mut written = Vec::new();
        write_canonical(layout.fields, texts.iter().map(String::as_str), &mut written).unwrap();
        assert_eq!(Sheet::new(layout.kind, 1).bytes(), written, "{}", layout.kind.code());
    }
}

#[test]
fn a_golden_file_of_any_kind_leaves_nothing_to_say_of_bytes_grammar_name_and_fields() {
    for layout in layouts() {
        let report = Sheet::new(layout.kind, 3).check();
        let found = report
            .findings
            .into_iter()
            .filter(|finding| matches!(finding.rule.area(), "bytes" | "csv" | "name" | "field" | "file"))
            // Equal records of one invented person: of them as a group there is much to say.
            .filter(|finding| !ACROSS_RECORDS.contains(&finding.rule.id));
        let found: Vec<Finding> = found.collect();
        assert!(found.is_empty(), "{}: {:?}", layout.kind.code(), words(&found));
        assert_eq!((report.records, report.undecided), (3, false));
    }
}
