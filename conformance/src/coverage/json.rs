//! `renkei.coverage/1`: the same for programs.

use std::io::{self, Write};

use careplan::text::Lang;
use serde::Serialize;

use super::{Coverage, FieldCoverage, KindCoverage, Probed, RuleCoverage, Tally};

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    cases: TallyJson,
    missing: Vec<String>,
    kinds: Vec<KindJson>,
    rules: Vec<RuleJson>,
}

#[derive(Serialize)]
struct TallyJson {
    passing: u64,
    failing: u64,
}

#[derive(Serialize)]
struct KindJson {
    kind: &'static str,
    title: &'static str,
    files: u64,
    cases: TallyJson,
    fields: Vec<FieldJson>,
}

#[derive(Serialize)]
struct FieldJson {
    field: u16,
    name: &'static str,
    corpus: TallyJson,
    made: MadeJson,
}

/// Contents that were put into the field: whether a right one was taken, and the rules that spoke
/// of wrong ones or did not.
#[derive(Serialize)]
struct MadeJson {
    passing: bool,
    found: Vec<&'static str>,
    silent: Vec<&'static str>,
}

#[derive(Serialize)]
struct RuleJson {
    rule: &'static str,
    severity: &'static str,
    corpus: TallyJson,
    made_fields: u64,
    exempt: Option<&'static str>,
}

/// Writes one JSON document.
///
/// # Errors
/// The output cannot be written.
pub fn write_json(coverage: &Coverage, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema: "renkei.coverage/1",
        cases: coverage.cases.into(),
        missing: coverage.missing().iter().map(|missing| missing.sentence().get(lang).to_owned()).collect(),
        kinds: coverage.kinds.iter().map(|kind| KindJson::of(kind, lang)).collect(),
        rules: coverage.rules.iter().map(|rule| RuleJson::of(rule, lang)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

impl From<Tally> for TallyJson {
    fn from(tally: Tally) -> Self {
        Self { passing: tally.passing, failing: tally.failing }
    }
}

impl KindJson {
    fn of(coverage: &KindCoverage, lang: Lang) -> Self {
        Self {
            kind: coverage.kind.code(),
            title: coverage.kind.title().get(lang),
            files: coverage.files,
            cases: coverage.cases.into(),
            fields: coverage.fields.iter().map(FieldJson::of).collect(),
        }
    }
}

impl FieldJson {
    fn of(coverage: &FieldCoverage) -> Self {
        let rules = |is_found: bool| -> Vec<&'static str> {
            coverage.probed.iter().filter(|it| it.is_found == is_found).map(|&Probed { rule, .. }| rule).collect()
        };
        Self {
            field: coverage.field.no,
            name: coverage.field.name,
            corpus: coverage.corpus.into(),
            made: MadeJson { passing: coverage.is_taken, found: rules(true), silent: rules(false) },
        }
    }
}

impl RuleJson {
    fn of(coverage: &RuleCoverage, lang: Lang) -> Self {
        Self {
            rule: coverage.rule.id,
            severity: coverage.rule.severity.as_str(),
            corpus: coverage.corpus.into(),
            made_fields: coverage.fields,
            exempt: coverage.exempt.map(|exempt| exempt.reason.get(lang)),
        }
    }
}
