//! A file of any kind for the person of a set: one record, its required fields filled.

use careplan::layout::{Field, Format, Kind, Required};

use crate::mutation::draft::Draft;
use crate::mutation::set::{File, NameParts};

impl Draft {
    /// Adds a file of a kind that the set does not have, with the same serial, sender and receiver.
    pub(super) fn add_stranger(&mut self, kind: Kind) -> Option<()> {
        let like = self.files.first().filter(|_| self.all_of(kind).is_empty())?;
        let (insurer, insured) = self.person(like.kind()?)?;
        let mut name = NameParts::of(&like.name)?;
        let month = self.files.iter().find_map(|file| NameParts::of(&file.name)?.month);
        let month = month.filter(|month| month != "000000").unwrap_or_else(|| "202505".to_owned());
        let row = kind.layout()?.fields.iter().map(|field| match field.no {
            2 => insurer.clone(),
            3 => insured.clone(),
            _ => value(field, &month, &name.from),
        });
        let bytes = [row.collect::<Vec<_>>().join(&b','), b"\r\n".to_vec()].concat();
        kind.code().clone_into(&mut name.head);
        name.month = kind.month_in_name().then_some(month);
        name.branch = None;
        "CSV".clone_into(&mut name.extension);
        self.files.push(File { name: name.join(), bytes });
        Some(())
    }
}

/// What a required field may say; free text is in quotes, other fields stay empty.
fn value(field: &Field, month: &str, office: &str) -> Vec<u8> {
    let free = field.format.is_free_text();
    let text = match (field.required, field.format) {
        (Required::No, _) | (_, Format::Unused) => "",
        (_, Format::Version) => "202407",
        (_, Format::Month | Format::MonthOrZero) => month,
        (_, Format::Date | Format::BirthDate) => "20250501",
        (_, Format::DateOrZero) => "00000000",
        (_, Format::Time) => "9999",
        (_, Format::OfficeNo | Format::OfficeNoOrTotal) => office,
        (_, Format::ServiceCode | Format::ServiceCodeOrTotal) => "111111",
        (_, Format::ServiceType) => "11",
        (_, Format::Code) => field.codes.and_then(|codes| codes.entries.first()).map_or("1", |(code, _)| code),
        (_, Format::Integer) => "1",
        (_, _) if free => "abc",
        _ => "",
    };
    if free { format!("\"{text}\"").into_bytes() } else { text.into() }
}
