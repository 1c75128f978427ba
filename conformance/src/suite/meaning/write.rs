//! From a meaning to its files, written canonically.

use careplan::csv::write_canonical;
use careplan::layout::{Format, Kind};
use careplan::name::{FileName, NameForm};

use super::content::Content;
use super::read::Problem;
use super::record::{Record, fields};
use super::unit::{Scenario, Unit};
use crate::mutation::File;

/// The files of a scenario: what the standard asks for, byte for byte.
///
/// # Errors
/// Records with characters that MS932 does not have.
pub fn write_files(scenario: &Scenario) -> Result<Vec<File>, Vec<Problem>> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for unit in &scenario.units {
        for (kind, records) in &unit.content.records {
            let name = file_name(unit, *kind).to_string();
            let mut bytes = Vec::new();
            for (at, record) in records.iter().enumerate() {
                let texts = record.to_texts();
                if let Err((no, unmappable)) =
                    write_canonical(fields(*kind), texts.iter().map(String::as_str), &mut bytes)
                {
                    let code = u32::from(unmappable.character);
                    problems.push(Problem::new(
                        &name,
                        Some(at + 1),
                        format!("No.{no} の U+{code:04X} は MS932 にありません"),
                        format!("No.{no}: U+{code:04X} is not in MS932"),
                    ));
                }
            }
            files.push(File { name, bytes });
        }
        files.extend(
            unit.content
                .pictures
                .iter()
                .map(|picture| File { name: picture.name.clone(), bytes: picture.bytes.clone() }),
        );
    }
    if problems.is_empty() { Ok(files) } else { Err(problems) }
}

fn file_name(unit: &Unit, kind: Kind) -> FileName {
    let month = kind.month_in_name().then(|| month(&unit.content, kind));
    FileName { kind, month, unit: unit.key.clone(), branch: None, form: NameForm::V41 }
}

/// The month of a file name (R44): that of the first record of the kind, else of any other.
fn month(content: &Content, kind: Kind) -> String {
    let of = |record: &Record| {
        let mut months = record.iter().filter(|(field, _)| matches!(field.format, Format::Month | Format::MonthOrZero));
        months.next().and_then(|(_, value)| Some(value?.to_string().replace('-', "")))
    };
    content.of(kind).iter().chain(content.all()).find_map(of).unwrap_or_else(|| "000000".to_owned())
}
