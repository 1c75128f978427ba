//! SARIF 2.1.0 for code-scanning pages.

mod fingerprint;
mod model;
mod region;

use std::io::{self, Write};

use careplan::diagnostic::{Finding, Severity};
use careplan::rules::Rule;
use careplan::text::Lang;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use self::fingerprint::Fingerprinter;
use self::model::{
    Artifact, Configuration, Descriptor, Driver, Help, Invocation, Location, Log, Message, Notification,
    PhysicalLocation, Properties, Reference, ResultEntry, Run, Tool,
};
use super::record::{Bytes, Reread};
use super::{Options, finding as part, rule_doc};
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
    let (reread, fingerprinter) = (Reread::default(), Fingerprinter::default());
    let mut results = Results { rules: &rules, lang, reread, fingerprinter };
    let results = part::all(outcome).map(|(finding, file)| results.of(finding, file)).collect();
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
            default_encoding: "windows-31j",
            newline_sequences: ["\r\n", "\n", "\r"],
            column_kind: "utf16CodeUnits",
            results,
        }],
    };
    serde_json::to_writer(&mut *out, &log).map_err(io::Error::from)?;
    writeln!(out)
}

fn descriptor(rule: &'static Rule, lang: Lang) -> Descriptor {
    Descriptor {
        id: rule.id,
        short_description: text(rule.title.get(lang)),
        full_description: text(rule.what.get(lang)),
        help: Help { text: rule_doc::text(rule, lang), markdown: rule_doc::markdown(rule, lang) },
        default_configuration: Configuration { level: level(rule.severity) },
    }
}

/// Makes the results of a run, in order.
struct Results<'a> {
    rules: &'a [&'static Rule],
    lang: Lang,
    reread: Reread<'a>,
    fingerprinter: Fingerprinter,
}

impl<'a> Results<'a> {
    fn of(&mut self, finding: &Finding, file: Option<&'a JudgedFile>) -> ResultEntry {
        let place = part::place(finding, self.lang);
        let message = visible(&format!("{place} {}", finding.message(self.lang)));
        let locations = file.map(|file| location(finding, file, self.reread.of(file)));
        let with_bytes = file.map(|file| (file, self.reread.of(file)));
        ResultEntry {
            rule_id: finding.rule.id,
            rule_index: self.rules.partition_point(|rule| rule.id < finding.rule.id),
            level: level(finding.severity),
            message: text(message.trim_start()),
            locations: locations.into_iter().collect(),
            partial_fingerprints: self.fingerprinter.of(finding, with_bytes),
            properties: Properties {
                record: finding.place.record,
                field: finding.place.field.map(|field| field.no),
                field_name: finding.place.field.map(|field| field.name),
                clause: part::clause(finding, self.lang),
                reading: finding.reading.map(|reading| reading.id),
            },
        }
    }
}

fn location(finding: &Finding, file: &JudgedFile, bytes: &mut Bytes<'_>) -> Location {
    let artifact_location = Artifact { uri: uri(&file.item.path) };
    Location { physical_location: PhysicalLocation { artifact_location, region: region::of(finding, bytes) } }
}

fn uri(path: &str) -> String {
    let encoded = utf8_percent_encode(path, PATH).to_string();
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Format, example, write};

    #[test]
    fn the_log_parses_and_points_at_rule_file_and_region() {
        let mut out = Vec::new();
        write(Format::Sarif, &example::outcome(), &Options::default(), &mut out).expect("a vector takes everything");
        let log: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
        let run = &log["runs"][0];
        let first = &run["results"][0];
        assert_eq!(log["version"], "2.1.0");
        let region = serde_json::json!({
            "startLine": 1, "startColumn": 26, "endLine": 1, "endColumn": 32, "byteOffset": 25, "byteLength": 6
        });
        assert_eq!(first["locations"][0]["physicalLocation"]["region"], region);
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
