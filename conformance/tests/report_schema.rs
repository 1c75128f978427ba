//! The JSON contract and its published schema stay together: every object of a document has the
//! keys of the schema, all of them, in its order, and no others.

use std::fs;
use std::path::Path;

use conformance::judge::{CheckRun, Quiet};
use conformance::report::{Format, Options, write};
use serde_json::Value;

/// A document with findings of files, of a set and of the run.
fn document() -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let name = |kind: &str| format!("{kind}_202505_9970000001_43_9970000002_15_20250427163800.CSV");
    fs::write(folder.path().join(name("UPPLAN")), "x\r\n").expect("written");
    fs::write(folder.path().join(name("DLTPLAN")), "202407,987099,0000214364,202513\r\n").expect("written");
    let paths = vec![folder.path().to_path_buf(), folder.path().join("missing")];
    let outcome = CheckRun { paths, ..CheckRun::default() }.run(&Quiet);
    let mut out = Vec::new();
    write(Format::Json, &outcome, &Options::default(), &mut out).expect("a vector takes everything");
    String::from_utf8(out).expect("JSON is UTF-8")
}

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schema/renkei.check.1.schema.json");
    serde_json::from_slice(&fs::read(path).expect("the schema")).expect("JSON")
}

/// The keys that the schema demands of an object, which are all it allows.
fn keys(schema: &Value, object: &str) -> Vec<String> {
    let object = &schema["$defs"][object];
    let required = object["required"].as_array().expect("a list");
    let required: Vec<_> = required.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let mut sorted = required.clone();
    sorted.sort_unstable();
    let mut allowed: Vec<_> = object["properties"].as_object().expect("an object").keys().cloned().collect();
    allowed.sort_unstable();
    assert_eq!(allowed, sorted, "demanded and allowed");
    assert_eq!(object["additionalProperties"], false);
    required
}

/// `value` has exactly these keys.
fn holds(value: &Value, schema: &Value, object: &str) {
    let mut expected = keys(schema, object);
    expected.sort_unstable();
    let mut found: Vec<_> = value.as_object().expect("an object").keys().cloned().collect();
    found.sort_unstable();
    assert_eq!(found, expected, "{object}");
}

fn list(value: &Value) -> &Vec<Value> {
    let list = value.as_array().expect("a list");
    assert!(!list.is_empty(), "the example shows one of each");
    list
}

#[test]
fn every_object_has_the_keys_of_the_schema_and_no_others() {
    let (text, schema) = (document(), schema());
    let document: Value = serde_json::from_str(&text).expect("JSON");
    holds(&document, &schema, "document");
    holds(&document["totals"], &schema, "totals");
    for file in list(&document["files"]) {
        holds(file, &schema, "file");
        list(&file["findings"]).iter().for_each(|finding| holds(finding, &schema, "finding"));
    }
    for set in list(&document["sets"]) {
        holds(set, &schema, "set");
        list(&set["findings"]).iter().for_each(|finding| holds(finding, &schema, "set_finding"));
    }
    list(&document["findings"]).iter().for_each(|finding| holds(finding, &schema, "finding"));
}

#[test]
fn the_keys_stand_in_the_order_of_the_schema() {
    let (text, schema) = (document(), schema());
    for object in ["document", "finding", "totals"] {
        let keys = keys(&schema, object);
        // The last object of its sort, so that the search runs into no other.
        let first = format!("\"{}\":", keys[0]);
        let mut at = if object == "document" { text.find(&first) } else { text.rfind(&first) }.expect("a first key");
        for key in &keys {
            let found = text[at..].find(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{object}.{key} in order"));
            at += found;
        }
    }
}

#[test]
fn the_schema_names_every_kind() {
    let schema = schema();
    let kinds = schema["$defs"]["file"]["properties"]["kind"]["enum"].as_array().expect("a list");
    let mut named: Vec<_> = kinds.iter().filter_map(Value::as_str).collect();
    let mut known: Vec<_> = careplan::layout::Kind::ALL.iter().map(|kind| kind.code()).collect();
    named.sort_unstable();
    known.sort_unstable();
    assert_eq!(named, known);
}
