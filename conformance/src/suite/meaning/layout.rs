//! The layout as JSON, for adapters: which fields a record has, and of what type they are.

use careplan::layout::{Field, Format, Kind, MaxLen, Required};
use careplan::set::{DELETIONS, LINKS, SEND_UNITS};
use serde::Serialize;

use super::section::Section;
use super::value::{Shape, shape};

#[derive(Serialize)]
struct Layout {
    schema: &'static str,
    kinds: Vec<KindEntry>,
    /// What may travel under one serial.
    units: Vec<UnitEntry>,
}

#[derive(Serialize)]
struct UnitEntry {
    required: &'static [Kind],
    optional: &'static [Kind],
}

#[derive(Serialize)]
struct KindEntry {
    kind: Kind,
    section: &'static str,
    title_ja: &'static str,
    title_en: &'static str,
    /// Whether the name of the file carries a month.
    month_in_name: bool,
    /// What its records hang on; of two the one whose third key is not zeros counts.
    keys: Vec<KeyEntry>,
    fields: Vec<FieldEntry>,
}

#[derive(Serialize)]
struct KeyEntry {
    /// The kind that is replaced and deleted with all that hangs on it.
    parent: Kind,
    /// The Nos. of the fields that name the sheet: 保険者番号, 被保険者番号, a date or month, and of 実績
    /// the office and the service type, which is the first two characters of that field (R67).
    nos: Vec<u16>,
}

#[derive(Serialize)]
struct FieldEntry {
    no: u16,
    key: &'static str,
    #[serde(rename = "type")]
    shape: Shape,
    /// The word of the annex for its format.
    format: &'static str,
    /// Whether it stands in quotes (フリーテキスト).
    quoted: bool,
    max_len: Option<u16>,
    required: bool,
    /// A regular expression that the whole of a value matches; `None` where any text will do.
    pattern: Option<&'static str>,
    /// The codes that it may hold; empty where any value of its type will do.
    codes: Vec<&'static str>,
}

/// `renkei.layout/1`: every kind with its fields, from the one declaration.
///
/// # Errors
/// Never in practice: every part is plain text.
pub fn layout_json() -> serde_json::Result<String> {
    let kinds = Section::ALL.iter().flat_map(|section| section.kinds().iter().map(move |kind| (section, *kind)));
    let kinds = kinds.map(|(section, kind)| entry(*section, kind)).collect();
    let units = SEND_UNITS.iter().map(|unit| UnitEntry { required: unit.required, optional: unit.optional });
    serde_json::to_string(&Layout { schema: "renkei.layout/1", kinds, units: units.collect() })
}

/// The links of a kind to its parents, itself among them.
fn keys(kind: Kind) -> Vec<KeyEntry> {
    let children = LINKS.iter().filter(|link| link.child == kind).map(|link| (link.parent, link.child_key));
    let deletions = DELETIONS.iter().filter(|row| row.deletion == kind).map(|row| (row.target, row.deletion_key));
    let targets = DELETIONS.iter().filter(|row| row.target == kind).map(|row| (row.target, row.target_key));
    let keys = children.chain(deletions).chain(targets);
    keys.map(|(parent, third)| KeyEntry { parent, nos: [2, 3, third].iter().chain(service(kind)).copied().collect() })
        .collect()
}

/// The fields of office and service of 実績 (R67).
const fn service(kind: Kind) -> &'static [u16] {
    match kind {
        Kind::Upjsk => &[20, 15],
        Kind::Dltjsk => &[5, 6],
        _ => &[],
    }
}

/// The shape of a value; whether a day exists is not said by it.
const fn pattern(kind: Kind, field: &Field) -> Option<&'static str> {
    Some(match field.format {
        Format::Version => "202407",
        Format::Month => "(?!0000)[0-9]{4}(0[1-9]|1[0-2])",
        Format::MonthOrZero => "000000|(?!0000)[0-9]{4}(0[1-9]|1[0-2])",
        Format::Date | Format::BirthDate => "(?!0{8})[0-9]{8}",
        Format::DateOrZero => "[0-9]{8}",
        Format::Time => "([01][0-9]|2[0-3])[0-5][0-9]|2400|9999",
        Format::WeekTime => "[0-2][0-9][0-5][0-9]|9999",
        // The numbers of sheet 2 begin with 1 (R110).
        Format::Integer if matches!(kind, Kind::Up2kyo) => "0*[1-9][0-9]*",
        Format::Integer => "-?[0-9]+",
        Format::Decimal => "[0-9]{1,3}[.][0-9]{2}",
        Format::InsuredNo => "[0-9H][0-9]{9}",
        Format::InsurerNo => "[0-9]{6}",
        Format::OfficeNo | Format::OfficeNoOrTotal => "[0-9A-Z]{10}",
        Format::ServiceCode | Format::ServiceCodeOrTotal => "[0-9A-Z]{6}",
        Format::ServiceType => "[0-9A-Z]{2}",
        Format::Postal => "[0-9]{3}-[0-9]{4}",
        Format::Tais => "[0-9A-Za-z-]{1,12}",
        Format::MonthBits => "[01]{31}",
        Format::Branch => "[0-9A-Za-z]{1,2}",
        Format::FixedNines => "9{10}",
        Format::ImageName => "UPKIHON_IMAGE_([0-9A-Z]{10}_[0-9A-Z]{2}_){2}[0-9]{14}_[0-9]{4}[.]jpg",
        Format::Code | Format::Phone | Format::Text | Format::Other | Format::Unused => return None,
    })
}

fn entry(section: Section, kind: Kind) -> KindEntry {
    let title = kind.title();
    // A picture as JSON has it: its name, and the JPEG in Base64.
    let picture = [(1, "名称"), (2, "JPEG")].into_iter().filter(|_| kind == Kind::UpkihonImage).map(part_of_picture);
    let fields = super::record::fields(kind).iter().map(|field| FieldEntry {
        no: field.no,
        key: field.key,
        shape: shape(field.format),
        format: field.format.spec_name(),
        quoted: field.format.is_free_text(),
        max_len: match field.max_len {
            MaxLen::Chars(chars) => Some(chars),
            MaxLen::Free | MaxLen::Unknown => None,
        },
        required: field.required == Required::Yes,
        pattern: pattern(kind, field),
        codes: field.codes.map_or_else(Vec::new, |table| table.entries.iter().map(|(code, _)| *code).collect()),
    });
    KindEntry {
        kind,
        section: section.as_str(),
        title_ja: title.ja,
        title_en: title.en,
        month_in_name: kind.month_in_name(),
        keys: keys(kind),
        fields: fields.chain(picture).collect(),
    }
}

const fn part_of_picture((no, key): (u16, &'static str)) -> FieldEntry {
    FieldEntry {
        no,
        key,
        shape: Shape::Text,
        format: "picture",
        quoted: true,
        max_len: None,
        required: true,
        pattern: None,
        codes: Vec::new(),
    }
}
