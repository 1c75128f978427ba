//! SARIF 2.1.0 for code-scanning pages. The few structures that are used are declared here: the
//! crate for the whole schema brings a hundred types and a builder for each.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::{self, Write};

use careplan::diagnostic::{Finding, Severity};
use careplan::rules::Rule;
use careplan::text::Lang;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{Options, finding as part};
use crate::judge::{CheckOutcome, JudgedFile, Verdict};
use crate::shown::visible;

/// Everything but letters, digits, `-._~` and the `/` between folders.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

pub(super) fn write(outcome: &CheckOutcome, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let lang = options.lang;
    let mut rules: Vec<&'static Rule> =
        part::all(outcome).map(|(finding, _)| finding.rule).chain(outcome.findings.iter().map(|f| f.rule)).collect();
    rules.sort_unstable_by_key(|rule| rule.id);
    rules.dedup_by_key(|rule| rule.id);
    let results = part::all(outcome).map(|(finding, file)| result(finding, file, &rules, lang)).collect();
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "renkei",
                    version: env!("CARGO_PKG_VERSION"),
                    rules: rules.iter().map(|rule| descriptor(rule, lang)).collect(),
                },
            },
            invocations: [Invocation {
                execution_successful: outcome.verdict != Verdict::Undecided,
                tool_execution_notifications: outcome.findings.iter().map(|f| notification(f, lang)).collect(),
            }],
            results,
        }],
    };
    serde_json::to_writer(&mut *out, &log).map_err(io::Error::from)?;
    writeln!(out)
}

fn descriptor(rule: &Rule, lang: Lang) -> Descriptor {
    let help = [rule.why, rule.example, rule.mend].map(|text| text.get(lang)).join("\n");
    Descriptor {
        id: rule.id,
        short_description: text(rule.title.get(lang)),
        full_description: text(rule.what.get(lang)),
        help: text(&format!("{help}\n{}", rule.source)),
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

fn result(finding: &Finding, file: Option<&JudgedFile>, rules: &[&'static Rule], lang: Lang) -> ResultEntry {
    let place = part::place(finding, lang);
    let message = visible(&format!("{place} {}", finding.message(lang)));
    ResultEntry {
        rule_id: finding.rule.id,
        rule_index: rules.partition_point(|rule| rule.id < finding.rule.id),
        level: level(finding.severity),
        message: text(message.trim_start()),
        locations: file.map(|file| location(finding, file)).into_iter().collect(),
        partial_fingerprints: Fingerprints { primary: fingerprint(finding, file) },
    }
}

fn location(finding: &Finding, file: &JudgedFile) -> Location {
    let region = (finding.place.line.is_some() || finding.place.bytes.is_some()).then(|| Region {
        start_line: finding.place.line,
        byte_offset: finding.place.bytes.map(|(start, _)| start),
        byte_length: finding.place.bytes.map(|(start, end)| end.saturating_sub(start)),
    });
    Location {
        physical_location: PhysicalLocation { artifact_location: Artifact { uri: uri(&file.item.path) }, region },
    }
}

fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, PATH).to_string();
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded }
}

/// The same finding in the next run of the same files: rule, name, record and field, no bytes.
fn fingerprint(finding: &Finding, file: Option<&JudgedFile>) -> String {
    // `DefaultHasher::new` has fixed keys.
    let mut hash = DefaultHasher::new();
    finding.rule.id.hash(&mut hash);
    file.map(|file| file.item.file_name.as_str()).hash(&mut hash);
    finding.place.record.hash(&mut hash);
    finding.place.field.map(|field| field.no).hash(&mut hash);
    finding.found.ja.hash(&mut hash);
    format!("{:016x}", hash.finish())
}

fn notification(finding: &Finding, lang: Lang) -> Notification {
    Notification {
        descriptor: Reference { id: finding.rule.id },
        level: "error",
        message: text(&visible(finding.found.get(lang))),
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn text(text: &str) -> Message {
    Message { text: text.to_owned() }
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
struct Run {
    tool: Tool,
    invocations: [Invocation; 1],
    results: Vec<ResultEntry>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Descriptor {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification>,
}

#[derive(Serialize)]
struct Notification {
    descriptor: Reference,
    level: &'static str,
    message: Message,
}

#[derive(Serialize)]
struct Reference {
    id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultEntry {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    partial_fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Fingerprints {
    #[serde(rename = "renkei/v1")]
    primary: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    #[serde(skip_serializing_if = "Option::is_none")]
    start_line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_offset: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_length: Option<u64>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[cfg(test)]
mod tests {
    use super::super::{Format, example, write};
    use super::*;

    #[test]
    fn the_log_parses_and_points_at_rule_file_and_region() {
        let mut out = Vec::new();
        write(Format::Sarif, &example::outcome(), &Options::default(), &mut out).expect("a vector takes everything");
        let log: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        let run = &log["runs"][0];
        let first = &run["results"][0];
        assert_eq!(log["version"], "2.1.0");
        assert_eq!(first["locations"][0]["physicalLocation"]["region"]["byteOffset"], 25);
        let index = usize::try_from(first["ruleIndex"].as_u64().expect("a number")).expect("small");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], first["ruleId"]);
        assert_eq!(run["invocations"][0]["executionSuccessful"], false);
        assert_eq!(run["results"].as_array().map(Vec::len), Some(4));
        assert!(!String::from_utf8_lossy(&out).contains("0000214364"));
    }

    #[test]
    fn paths_are_encoded_as_uris() {
        assert_eq!(uri("a b/表.zip!/x.CSV"), "a%20b/%E8%A1%A8.zip%21/x.CSV");
        assert_eq!(uri("/tmp/x"), "file:///tmp/x");
    }
}
