//! Results and records for tests.

use serde_json::{Value, json};
use time::OffsetDateTime;
use time::macros::datetime;

use super::key::SigningKey;
use super::statement::Statement;
use super::subject::Subject;
use super::{make, seal};
use crate::suite::case::RequirementSet;

/// When the records are made.
pub(super) const RECORDED: OffsetDateTime = datetime!(2026-11-21 09:00 UTC);

/// A key that anyone may know.
pub(super) fn key() -> SigningKey {
    let text = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY-----\n";
    SigningKey::read(text.as_bytes()).expect("a key")
}

fn case(id: &str, scored: bool, duty: &str, verdict: &str, counts: bool, known: &Value) -> Value {
    json!({"id": id, "class": "read", "duty": duty, "scored": scored, "verdict": verdict, "counts": counts,
        "known": known, "notes": [{"ja": "/home/見本/a", "en": "/home/a"}]})
}

/// The ids of the set, in its order.
pub(super) fn id(at: usize) -> &'static str {
    RequirementSet::newest().and_then(|set| set.ids().nth(at)).expect("so many cases")
}

/// A result with one case of each standing that does not fail.
pub(super) fn warned() -> Value {
    let known = json!({"id": id(1), "verdict": "silent-loss", "reason": "次の版で直す", "owner": "開発課",
        "expires": "2026-12-31"});
    json!({
        "schema": "renkei.suite/1", "spec": "4.1", "suite": "0.0.9", "requirements": "4.1-1", "digest": "0".repeat(64),
        "verdict": "pass", "software": {"name": "見本<ソフト>", "version": "1.0"}, "adapter": "process",
        "own_fields": ["UPPLAN.作成年月日"], "roles": ["service"], "patterns": [], "classes": [], "only": [],
        "shard": null, "started": 1_795_000_000, "finished": 1_795_000_100,
        "cases": [
            case(id(0), true, "required", "pass", false, &Value::Null),
            case(id(1), true, "required", "silent-loss", false, &known),
            case(id(2), true, "required", "not-testable", false, &Value::Null),
            case(id(3), true, "optional", "not-implemented", false, &Value::Null),
            case("extra/unscored", false, "open", "fail", false, &Value::Null),
        ],
        "baseline": [], "totals": {},
    })
}

/// The same with a case that fails and one that could not be judged.
pub(super) fn undecided() -> Value {
    let mut result = warned();
    result["verdict"] = "undecided".into();
    let more = [
        case(id(4), true, "required", "not-implemented", true, &Value::Null),
        case(id(5), true, "required", "could-not-judge", false, &Value::Null),
    ];
    result["cases"].as_array_mut().expect("a list").extend(more);
    result
}

/// The same with generated cases: one passes, one fails.
pub(super) fn generated() -> Value {
    let mut result = warned();
    result["verdict"] = "fail".into();
    result["generated"] = json!({"seed": "18446744073709551615", "count": 2});
    for (number, verdict, counts) in [(1, "pass", false), (2, "silent-loss", true)] {
        let mut case = case(&format!("generated/7-{number}"), false, "open", verdict, counts, &Value::Null);
        case["class"] = "generated".into();
        result["cases"].as_array_mut().expect("a list").push(case);
    }
    result
}

/// The statement of a result.
pub(super) fn statement(result: &Value) -> Statement {
    let subject = Subject::of_digest(&"a".repeat(64)).expect("a digest");
    make(result.to_string().as_bytes(), subject, None, RECORDED).expect("a statement")
}

/// The record of a result.
pub(super) fn record(result: &Value) -> String {
    signed(&serde_json::to_value(statement(result)).expect("JSON"))
}

/// A record of any payload.
pub(super) fn signed(payload: &Value) -> String {
    seal(payload.to_string().as_bytes(), &key()).expect("a record")
}
