//! `renkei.check/1`: the contract for programs. Keys, their order and their nulls are fixed.

use std::io::{self, Write};

use careplan::diagnostic::{Counts, Finding, Severity};
use serde::{Serialize, Serializer};

use super::{Options, shown_value};
use crate::judge::{CheckOutcome, JudgedFile};

/// Streams the document: nothing is built in memory but one finding at a time.
pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema: "renkei.check/1",
        spec: "4.1",
        verdict: outcome.verdict.as_str(),
        files: Each(outcome.files.iter().map(|file| FileJson::of(file, options))),
        sets: Each(outcome.sets.iter().map(|set| SetJson::of(set, outcome, options))),
        findings: Each(outcome.findings.iter().map(|finding| FindingJson::of(finding, options))),
        totals: TotalsJson::of(outcome),
    };
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)
}

/// A sequence made while it is written.
struct Each<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

#[derive(Serialize)]
struct Document<F, S, T> {
    schema: &'static str,
    spec: &'static str,
    verdict: &'static str,
    files: F,
    sets: S,
    findings: T,
    totals: TotalsJson,
}

#[derive(Serialize)]
struct FileJson<'a> {
    path: &'a str,
    kind: Option<&'static str>,
    records: u64,
    sha256: &'a str,
    findings: Vec<FindingJson<'a>>,
}

impl<'a> FileJson<'a> {
    fn of(file: &'a JudgedFile, options: &Options) -> Self {
        Self {
            path: &file.item.path,
            kind: file.report.kind.map(careplan::layout::Kind::code),
            records: file.report.records,
            sha256: &file.sha256,
            findings: file.report.findings.iter().map(|finding| FindingJson::of(finding, options)).collect(),
        }
    }
}

#[derive(Serialize)]
struct SetJson<'a> {
    serial: &'a str,
    from: &'a str,
    to: &'a str,
    files: Vec<&'a str>,
    findings: Vec<SetFindingJson<'a>>,
}

impl<'a> SetJson<'a> {
    fn of(set: &'a careplan::check::SetReport, outcome: &'a CheckOutcome, options: &Options) -> Self {
        Self {
            serial: &set.serial,
            from: &set.from,
            to: &set.to,
            files: set.files.iter().map(|&index| outcome.path_of(index)).collect(),
            findings: set
                .findings
                .iter()
                .map(|found| SetFindingJson {
                    finding: FindingJson::of(&found.finding, options),
                    file: found.file.map(|index| outcome.path_of(index)),
                })
                .collect(),
        }
    }
}

#[derive(Serialize)]
struct SetFindingJson<'a> {
    #[serde(flatten)]
    finding: FindingJson<'a>,
    file: Option<&'a str>,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'static str,
    severity: Severity,
    record: Option<u64>,
    field: Option<u16>,
    field_name: Option<&'static str>,
    line: Option<u64>,
    byte: Option<(u64, u64)>,
    value: Option<String>,
    message: String,
    source: &'a str,
    reading: Option<&'static str>,
}

impl<'a> FindingJson<'a> {
    fn of(finding: &'a Finding, options: &Options) -> Self {
        Self {
            rule: finding.rule.id,
            severity: finding.severity,
            record: finding.place.record,
            field: finding.place.field.map(|field| field.no),
            field_name: finding.place.field.map(|field| field.name),
            line: finding.place.line,
            byte: finding.place.bytes,
            value: finding.value.as_ref().map(|value| shown_value(value, options)),
            message: finding.message(options.lang),
            source: &finding.source,
            reading: finding.reading.map(|reading| reading.id),
        }
    }
}

#[derive(Serialize)]
struct TotalsJson {
    files: usize,
    records: u64,
    errors: u64,
    warnings: u64,
    infos: u64,
}

impl TotalsJson {
    const fn of(outcome: &CheckOutcome) -> Self {
        let Counts { errors, warnings, infos } = outcome.totals.findings;
        Self { files: outcome.totals.files, records: outcome.totals.records, errors, warnings, infos }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Format, example, write};
    use super::*;

    fn json(options: &Options) -> String {
        let mut out = Vec::new();
        write(Format::Json, &example::outcome(), options, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("JSON is UTF-8")
    }

    #[test]
    fn the_document_has_exactly_the_keys_of_the_contract_in_their_order() {
        let text = json(&Options::default());
        let order = [
            "{\"schema\":\"renkei.check/1\"",
            "\"spec\":\"4.1\"",
            "\"verdict\":",
            "\"files\":[",
            "{\"path\":",
            "\"kind\":",
            "\"records\":",
            "\"sha256\":",
            "\"findings\":[",
            "{\"rule\":",
            "\"severity\":",
            "\"record\":",
            "\"field\":",
            "\"field_name\":",
            "\"line\":",
            "\"byte\":[",
            "\"value\":",
            "\"message\":",
            "\"source\":",
            "\"reading\":",
            "\"sets\":[",
            "{\"serial\":",
            "\"from\":",
            "\"to\":",
            "\"file\":",
            "\"findings\":[",
            "\"totals\":{\"files\":",
            "\"records\":",
            "\"errors\":",
            "\"warnings\":",
            "\"infos\":",
        ];
        let mut rest = text.as_str();
        for key in order {
            let at = rest.find(key).unwrap_or_else(|| panic!("{key} in {rest}"));
            rest = &rest[at + key.len()..];
        }
    }

    #[test]
    fn private_values_are_masked_unless_asked_for() {
        assert!(!json(&Options::default()).contains("0000214364"));
        assert!(json(&Options { show_values: true, ..Options::default() }).contains("0000214364"));
    }

    #[test]
    fn totals_count_what_is_not_listed() {
        let value: serde_json::Value = serde_json::from_str(&json(&Options::default())).expect("JSON");
        assert_eq!(value["totals"]["errors"], 8);
        assert_eq!(value["files"][0]["findings"].as_array().map(Vec::len), Some(3));
    }
}
