//! SARIF 2.1.0: the cases as rules, what fails as results. They point at no file: what is wrong is in
//! the software under test.

use std::io::{self, Write};

use careplan::text::Lang;
use serde_json::json;

use super::{Standing, reasons, software, standing};
use crate::shown::visible;
use crate::suite::run::SuiteOutcome;

pub(super) fn write(outcome: &SuiteOutcome, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let told: Vec<_> = outcome
        .results
        .iter()
        .filter(|result| matches!(standing(result), Standing::Failed | Standing::Broken))
        .collect();
    let rules: Vec<_> = told
        .iter()
        .map(|result| json!({"id": result.id, "shortDescription": {"text": visible(result.title.get(lang))}}))
        .collect();
    let results: Vec<_> = told
        .iter()
        .map(|result| {
            let text = [vec![result.verdict.title().get(lang).to_owned()], reasons(result, lang)].concat().join("\n");
            json!({"ruleId": result.id, "level": "error", "message": {"text": text}})
        })
        .collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "renkei suite", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "properties": {"software": software(outcome), "requirements": outcome.requirements},
            "results": results,
        }],
    });
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)
}
