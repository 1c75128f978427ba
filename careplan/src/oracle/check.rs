//! One file: what must hold of every report, worked out from the bytes alone.

use super::bundle::split;
use super::plain::records_of_bytes;
use super::{Verdict, holds, same};
use crate::check::{FileChecker, FileReport, Limits, check_bytes};
use crate::diagnostic::{Finding, Value};

/// Limits so small that ordinary files meet them.
const SMALL: Limits = Limits { record: 400, per_rule: 3, per_file: 30, keys: 2, compare_uses: true };

pub(super) fn judge(bundle: &[u8]) -> Verdict {
    let files = split(bundle, 1);
    let Some((name, bytes)) = files.first() else { return Ok(()) };
    for limits in [Limits::default(), SMALL] {
        let whole = check_bytes(name, bytes, limits);
        match objection(bytes, &whole, limits) {
            Some(objection) => return Err(objection),
            None => same("twice", &seen(&check_bytes(name, bytes, limits)), &seen(&whole))?,
        }
        // The last bytes choose a size, so that every one is met.
        let odd = bytes.iter().rev().take(2).fold(1, |size, byte| (size << 3) ^ usize::from(*byte)).max(1);
        for sizes in [&[1][..], &[3, 64], &[odd]] {
            let pieces = check_in_pieces(name, bytes, limits, sizes);
            same(&format!("in pieces of {sizes:?}"), &seen(&pieces), &seen(&whole))?;
        }
    }
    Ok(())
}

/// Checks a file fed in pieces of the given sizes, over and over; the last piece is what is left.
#[must_use]
pub fn check_in_pieces(name: &str, bytes: &[u8], limits: Limits, sizes: &[usize]) -> FileReport {
    let mut checker = FileChecker::new(name, limits);
    let mut rest = bytes;
    for size in sizes.iter().cycle() {
        let (piece, after) = rest.split_at_checked((*size).max(1)).unwrap_or((rest, &[]));
        checker.feed(piece);
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    checker.finish()
}

/// Everything a report says, to compare two of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen(String);

/// Everything that a report says.
#[must_use]
pub fn seen(report: &FileReport) -> Seen {
    let findings: Vec<String> = report.findings.iter().map(everything).collect();
    Seen(format!(
        "{:?} {:?} {:?} {} records {} bytes {:?} undecided {}\n{}",
        report.class,
        report.kind,
        report.name,
        report.records,
        report.bytes,
        report.counts,
        report.undecided,
        findings.join("\n")
    ))
}

pub(super) fn everything(finding: &Finding) -> String {
    let reading = finding.reading.map(|reading| reading.id);
    format!(
        "{} {:?} {:?} {:?} {:?} {:?} {reading:?}",
        finding.rule.id, finding.severity, finding.place, finding.value, finding.found, finding.expected
    )
}

/// What is wrong with a report of these bytes, if anything.
#[must_use]
pub fn objection(bytes: &[u8], report: &FileReport, limits: Limits) -> Option<String> {
    let why = |what: &str, finding: &Finding| Some(format!("{what}: {}", everything(finding)));
    let records = data_records(bytes, report);
    if report.records > 0 && report.records != records.len() as u64 {
        return Some(format!("{} records reported, {} found", report.records, records.len()));
    }
    for finding in &report.findings {
        let place = finding.place;
        if let Some((start, end)) = place.bytes {
            if start > end || end > bytes.len() as u64 {
                return why("bytes outside the file", finding);
            }
            if let Some(line) = place.line
                && line != line_at(bytes, start)
            {
                return why(&format!("line {} wanted", line_at(bytes, start)), finding);
            }
        }
        if let Some(record) = place.record {
            let at = record.checked_sub(1).and_then(|index| records.get(usize::try_from(index).ok()?));
            let Some((from, to)) = at else { return why("no such record", finding) };
            if place.bytes.is_none_or(|(start, end)| start < *from || end > *to) {
                return why(&format!("not within {from}..{to}"), finding);
            }
        }
        if finding.value.as_ref().is_some_and(|value| value.bytes.len() > Value::MAX) {
            return why("a value beyond its limit", finding);
        }
    }
    lists(report, limits).err()
}

/// Lists are capped and numbers are not: where the list is whole, it is as long as the number says.
fn lists(report: &FileReport, limits: Limits) -> Verdict {
    let capped = report.findings.iter().any(|finding| finding.rule.id == "file/findings-capped");
    let listed = report.findings.len() as u64;
    let whole = listed == report.counts.total();
    holds(capped != whole, || format!("{listed} listed of {}, capped {capped}", report.counts.total()))?;
    // What is said of bytes, of records and of the file is capped apart.
    holds(report.findings.len() <= 3 * limits.per_file + 1, || format!("{listed} findings listed"))
}

/// Where the data records of a CSV stand, found one byte after another.
fn data_records(bytes: &[u8], report: &FileReport) -> Vec<(u64, u64)> {
    let said = |rule: &str| report.findings.iter().any(|finding| finding.rule.id == rule);
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let plain = records_of_bytes(bytes.get(mark..).unwrap_or_default());
    let places = plain.iter().map(|record| ((mark + record.start()) as u64, (mark + record.end) as u64));
    let mut records: Vec<_> = places.filter(|(from, to)| from < to).collect();
    // The end mark of old systems and a header are no data.
    let end = bytes.len() as u64;
    if bytes.ends_with(b"\x1A") && records.last().is_some_and(|record| *record == (end - 1, end)) {
        records.pop();
    }
    if said("csv/header-row") && !records.is_empty() {
        records.remove(0);
    }
    records
}

/// The line on which a byte stands: line breaks before it, a CR LF counting once.
fn line_at(bytes: &[u8], at: u64) -> u64 {
    let before = bytes.iter().zip(bytes.iter().skip(1).map(Some).chain([None]));
    let before = before.take(usize::try_from(at).unwrap_or(usize::MAX));
    let ends = |byte: u8, next: Option<&u8>| byte == b'\n' || (byte == b'\r' && next != Some(&b'\n'));
    1 + before.filter(|(byte, next)| ends(**byte, *next)).count() as u64
}
