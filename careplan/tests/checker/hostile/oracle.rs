//! What must hold of every report, worked out from the bytes alone.

use careplan::check::{FileChecker, FileReport, Limits};
use careplan::diagnostic::Finding;

/// Checks a file fed in pieces of the given sizes, over and over; the last piece is what is left.
pub(super) fn check_in_pieces(name: &str, bytes: &[u8], limits: Limits, sizes: &[usize]) -> FileReport {
    let mut checker = FileChecker::new(name, limits);
    let mut rest = bytes;
    for size in sizes.iter().cycle() {
        let (piece, after) = rest.split_at((*size).min(rest.len()));
        checker.feed(piece);
        rest = after;
        if rest.is_empty() {
            break;
        }
    }
    checker.finish()
}

/// Everything a report says, to compare two of them.
pub(super) fn all_of(report: &FileReport) -> String {
    let findings: Vec<String> = report.findings.iter().map(everything).collect();
    format!(
        "{:?} {:?} {:?} {} records {} bytes {:?} undecided {}\n{}",
        report.class,
        report.kind,
        report.name,
        report.records,
        report.bytes,
        report.counts,
        report.undecided,
        findings.join("\n")
    )
}

fn everything(finding: &Finding) -> String {
    let reading = finding.reading.map(|reading| reading.id);
    format!(
        "{} {:?} {:?} {:?} {:?} {:?} {reading:?}",
        finding.rule.id, finding.severity, finding.place, finding.value, finding.found, finding.expected
    )
}

/// What is wrong with a report of these bytes, if anything.
pub(super) fn objection(bytes: &[u8], report: &FileReport, limits: Limits) -> Option<String> {
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
                && line != line_at(bytes, start as usize)
            {
                return why(&format!("line {} wanted", line_at(bytes, start as usize)), finding);
            }
        }
        if let Some(record) = place.record {
            let Some((from, to)) = record.checked_sub(1).and_then(|index| records.get(index as usize)) else {
                return why("no such record", finding);
            };
            if place.bytes.is_none_or(|(start, end)| start < *from || end > *to) {
                return why(&format!("not within {from}..{to}"), finding);
            }
        }
        if finding.value.as_ref().is_some_and(|value| value.bytes.len() > careplan::diagnostic::Value::MAX) {
            return why("a value beyond its limit", finding);
        }
    }
    lists(report, limits)
}

/// Lists are capped and numbers are not: where the list is whole, it is as long as the number says.
fn lists(report: &FileReport, limits: Limits) -> Option<String> {
    let capped = report.findings.iter().any(|finding| finding.rule.id == "file/findings-capped");
    let listed = report.findings.len() as u64;
    let whole = listed == report.counts.total();
    // What is said of bytes, of records and of the file is capped apart.
    let most = 3 * limits.per_file + 1;
    if capped == whole {
        return Some(format!("{listed} listed of {}, capped {capped}", report.counts.total()));
    }
    (report.findings.len() > most).then(|| format!("{listed} findings listed"))
}

/// Where the data records of a CSV stand, found one byte after another.
fn data_records(bytes: &[u8], report: &FileReport) -> Vec<(u64, u64)> {
    let said = |rule: &str| report.findings.iter().any(|finding| finding.rule.id == rule);
    let mut records = Vec::new();
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let mut start = mark;
    // Whether a quote is open, and whether one here would open the field.
    let (mut open, mut opens) = (false, true);
    for at in mark..=bytes.len() {
        let byte = bytes.get(at).copied();
        match byte {
            Some(b'"') if open || opens => (open, opens) = (!open, open),
            Some(_) if open => {}
            Some(b'\r' | b'\n') | None => {
                records.push((start as u64, at as u64));
                (start, open, opens) = (at + 1, false, true);
            }
            Some(other) => opens = other == b',',
        }
    }
    records.retain(|(from, to)| from < to);
    // The end mark of old systems and a header are no data.
    if bytes.ends_with(b"\x1A") && records.last() == Some(&(bytes.len() as u64 - 1, bytes.len() as u64)) {
        records.pop();
    }
    if said("csv/header-row") {
        records.remove(0);
    }
    records
}

/// The line on which a byte stands: line breaks before it, a CR LF counting once.
fn line_at(bytes: &[u8], at: usize) -> u64 {
    let before = &bytes[..at];
    let feeds = before.iter().filter(|&&byte| byte == b'\n').count();
    let returns = (0..at).filter(|&index| before[index] == b'\r' && bytes.get(index + 1) != Some(&b'\n')).count();
    1 + (feeds + returns) as u64
}
