//! Files that do not come from the shelf, and files of the shelf as a step wants them.

use std::fmt::Write as _;

use bytes::Bytes;
use careplan::layout::Kind;
use careplan::name::FileName;

use crate::desk::scenarios::{Act, Papers, Prop};
use crate::desk::shelf::{Paper, Told, ToldSet};
use crate::wire::Slot;

/// The first bytes of a workbook: a ZIP archive without entries.
const WORKBOOK: &[u8] = b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
/// Service types of which a receiver does not have every one.
const TYPES: &[&str] = &["11", "13", "17", "21"];

/// The files that an act puts into a message, each with the area that it goes into.
pub(crate) fn papers(told: &Told, act: Act) -> Vec<(Slot, Paper)> {
    let Act::Send { papers, attached, .. } = act else { return Vec::new() };
    let csv = match papers {
        Papers::None => Vec::new(),
        Papers::Sets(sets) => sets.iter().filter_map(|n| told.sets.get(*n)).flat_map(|set| set.files.clone()).collect(),
        Papers::Retyped(set) => told.sets.get(set).map(|set| retyped(told, set)).unwrap_or_default(),
        Papers::NoActuals(set) => told.sets.get(set).and_then(no_actuals).into_iter().collect(),
    };
    let csv = csv.into_iter().map(|paper| (Slot::Csv, paper));
    csv.chain(attached.map(|prop| (Slot::Attachment, made(prop)))).collect()
}

/// A set under names with a service type that its receiver is not registered for.
fn retyped(told: &Told, set: &ToldSet) -> Vec<Paper> {
    let receiver = told.offices.iter().find(|office| office.number == set.to);
    let wrong = TYPES.iter().find(|code| receiver.is_none_or(|office| !office.offers(code)));
    let rename = |paper: &Paper| {
        let mut name = FileName::parse(&paper.name).ok()?;
        name.unit.to.service = wrong.map(|code| (*code).to_owned());
        Some(Paper { name: name.to_string(), ..paper.clone() })
    };
    set.files.iter().filter_map(rename).collect()
}

/// Actuals of the month of a set without a record, from its receiver to its sender.
fn no_actuals(set: &ToldSet) -> Option<Paper> {
    let names = set.files.iter().filter_map(|paper| FileName::parse(&paper.name).ok());
    let mut name = names.into_iter().find(|name| name.kind == Kind::Upplan)?;
    name.kind = Kind::Upjsk;
    std::mem::swap(&mut name.unit.from, &mut name.unit.to);
    Some(Paper { name: name.to_string(), bytes: Bytes::new() })
}

fn made(prop: Prop) -> Paper {
    let (name, bytes) = match prop {
        Prop::Workbook => ("利用状況報告書.xlsx", WORKBOOK.to_vec()),
        Prop::WorkbookAsPdf => ("利用状況報告書.pdf", WORKBOOK.to_vec()),
        Prop::ZeroSheet => {
            ("実績票（利用なし）.pdf", pdf(&["KUNREN-YOU (training)", "Jisseki-hyou 2026-10", "Riyou: 0"]))
        }
        Prop::Report => ("利用状況報告書.pdf", pdf(&["KUNREN-YOU (training)", "Riyou joukyou houkokusho 2026-09"])),
    };
    Paper { name: name.to_owned(), bytes: bytes.into() }
}

/// A page of A4 with some lines of ASCII: every viewer has the font.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let text: String = lines.iter().map(|line| format!("({line}) Tj 0 -28 Td ")).collect();
    let page = format!("BT /F1 20 Tf 72 740 Td {text}ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{page}\nendstream", page.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    // Writing into a String cannot fail.
    for (n, object) in objects.iter().enumerate() {
        let _written = writeln!(table, "{:010} 00000 n ", file.len());
        let _written = writeln!(file, "{} 0 obj\n{object}\nendobj", n + 1);
    }
    let start = file.len();
    let count = objects.len() + 1;
    let _written = write!(file, "{table}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_points_at_its_own_objects() {
        let file = String::from_utf8(pdf(&["a", "b"])).unwrap();
        let start: usize = file.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
        assert!(file[start..].starts_with("xref\n0 6\n"));
        for (n, row) in file[start..].lines().skip(3).take(5).enumerate() {
            let at: usize = row[..10].parse().unwrap();
            assert!(file[at..].starts_with(&format!("{} 0 obj\n", n + 1)), "{row}");
        }
    }
}
