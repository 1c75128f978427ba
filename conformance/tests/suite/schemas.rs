//! Documents and their published schemas stay together: every object has the keys of its schema, all
//! that are demanded and no others.

use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::time::Duration;

use careplan::text::Lang;
use conformance::report::{Format, Options};
use conformance::suite::case::Selection;
use conformance::suite::matrix::{MatrixPlan, Party, json, run};
use conformance::suite::record::{SigningKey, Subject, make, seal, show, verify};
use conformance::suite::report::write;
use conformance::suite::run::{Baseline, SuiteOutcome};
use serde_json::Value;
use time::OffsetDateTime;

use super::reference::{Reference, Slip};
use super::{SUITE, run_only};

/// A schema with its definitions.
struct Schema(Value);

impl Schema {
    fn of(name: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../docs/schema/{name}.schema.json"));
        Self(serde_json::from_slice(&fs::read(path).unwrap()).unwrap())
    }

    /// Walks a document along its schema and gives how many objects were looked at.
    fn walk(&self, schema: &Value, value: &Value, place: &str) -> usize {
        if let Some(target) = schema["$ref"].as_str() {
            return self.walk(&self.0["$defs"][target.trim_start_matches("#/$defs/")], value, place);
        }
        if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
            return list.iter().map(|item| self.walk(items, item, place)).sum();
        }
        let (Some(known), Some(object)) = (schema["properties"].as_object(), value.as_object()) else { return 0 };
        assert_eq!(schema["additionalProperties"], false, "{place}");
        for key in schema["required"].as_array().unwrap() {
            assert!(object.contains_key(key.as_str().unwrap()), "{place} lacks {key}");
        }
        let below = object.iter().map(|(key, value)| {
            let schema = known.get(key).unwrap_or_else(|| panic!("{place}.{key} is not in the schema"));
            self.walk(schema, value, &format!("{place}.{key}"))
        });
        1 + below.sum::<usize>()
    }

    fn holds(&self, document: &Value) -> usize {
        self.walk(&self.0, document, "$")
    }
}

/// The result of a run as `renkei suite run --format json` writes it.
fn result(outcome: &SuiteOutcome) -> Vec<u8> {
    let mut out = Vec::new();
    write(Format::Json, outcome, &Options::default(), &mut out).unwrap();
    out
}

fn baseline(id: &str, verdict: &str) -> Baseline {
    let file = tempfile::NamedTempFile::new().unwrap();
    let entry = format!(
        r#"{{"id":"{id}","verdict":"{verdict}","reason":"次の版で直す","owner":"開発課","expires":"2999-12-31"}}"#
    );
    fs::write(file.path(), format!(r#"{{"schema":"renkei.suite-baseline/1","entries":[{entry}]}}"#)).unwrap();
    Baseline::read(file.path()).unwrap()
}

#[test]
fn a_run_becomes_a_record_of_its_schema_that_is_verified() {
    let only = ["read/d2_basic-21", "refuse/s0001-enc_utf8"];
    let schema = Schema::of("renkei.suite-record.1");
    let (_, key) = SigningKey::generate().unwrap();
    let mut verdicts = Vec::new();
    for (slip, baseline) in [
        (Slip::None, Baseline::default()),
        (Slip::ForgetsOne, baseline("read/d2_basic-21", "silent-loss")),
        (Slip::ForgetsOne, Baseline::default()),
        (Slip::ShowsNothing, Baseline::default()),
        (Slip::Fails, Baseline::default()),
        (Slip::None, baseline("read/d2_basic-21", "fail")),
    ] {
        let outcome = run_only(&Reference(slip), &only, baseline);
        let subject = Subject::of_digest(&"a".repeat(64)).unwrap();
        let statement = make(&result(&outcome), subject, None, OffsetDateTime::now_utc()).unwrap();
        let document = serde_json::to_value(&statement).unwrap();
        assert!(schema.holds(&document) > 8);
        verdicts.push(document["predicate"]["result"].as_str().unwrap().to_owned());
        let record = seal(&serde_json::to_vec(&statement).unwrap(), &key).unwrap();
        let verified = verify(record.as_bytes(), &key.public(), OffsetDateTime::now_utc().date()).unwrap();
        assert_eq!(verified.statement(), &statement);
        assert!(show(&verified, Lang::Ja).contains("自己検査"));
    }
    assert_eq!(verdicts, ["PASSED", "WARNED", "FAILED", "WARNED", "FAILED", "FAILED"]);
}

#[test]
fn a_matrix_has_the_form_of_its_schema() {
    let softwares = [Reference(Slip::None), Reference(Slip::ForgetsOne), Reference(Slip::CannotExport)];
    let parties = softwares.each_ref().map(|adapter| Party { adapter, limit: Duration::from_secs(20) });
    let plan = MatrixPlan {
        suite: &SUITE,
        selection: Selection { only: vec!["write/d2_basic".to_owned()], ..Selection::default() },
        jobs: NonZeroUsize::new(1),
    };
    let mut out = Vec::new();
    json(&run(&plan, &parties, &()).unwrap(), &mut out).unwrap();
    let document: Value = serde_json::from_slice(&out).unwrap();
    assert!(Schema::of("renkei.suite-matrix.1").holds(&document) > 20);
}
