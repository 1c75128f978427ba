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
        if place.record.is_some_and(|record| record == 0 || record > report.records) {
            return why("no such record", finding);
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

/// The line on which a byte stands: line breaks before it, a CR LF counting once.
fn line_at(bytes: &[u8], at: usize) -> u64 {
    let before = &bytes[..at];
    let feeds = before.iter().filter(|&&byte| byte == b'\n').count();
    let returns = (0..at).filter(|&index| before[index] == b'\r' && bytes.get(index + 1) != Some(&b'\n')).count();
    1 + (feeds + returns) as u64
}
