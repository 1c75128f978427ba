use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use careplan::text::Lang;
use serde_json::{Value, json};
use time::macros::date;

use super::example::{RECORDED, generated, id, key, record, signed, statement, undecided, warned};
use super::*;

const TODAY: time::Date = date!(2026 - 11 - 21);

fn judged(record: &str) -> Result<Verified, Refused> {
    verify(record.as_bytes(), &key().public(), TODAY)
}

fn code(record: &str) -> u8 {
    judged(record).map_or_else(|refused| refused.exit_code(), |_| 0)
}

#[test]
fn a_record_is_verified_and_tells_every_waiver_and_skip() {
    let verified = judged(&record(&warned())).expect("it stands");
    assert_eq!(verified.statement().predicate.result, Outcome::Warned);
    for lang in [Lang::Ja, Lang::En] {
        let text = show(&verified, lang);
        for told in [id(1), "次の版で直す", "開発課", "2026-12-31", id(2), id(3), "extra/unscored", "UPPLAN.作成年月日"]
        {
            assert!(text.contains(told), "{told}\n{text}");
        }
    }
    let failed = judged(&record(&undecided())).expect("a record of a run that fails stands as well");
    assert_eq!(failed.statement().predicate.result, Outcome::Failed);
    assert_eq!(failed.statement().predicate.failed_tests, [id(4), id(5)]);
    assert!(show(&failed, Lang::Ja).contains(id(5)));
}

#[test]
fn generated_cases_decide_but_are_not_scored() {
    let verified = judged(&record(&generated())).expect("it stands");
    let predicate = &verified.statement().predicate;
    assert_eq!((predicate.result, &predicate.failed_tests[..]), (Outcome::Failed, &["generated/7-2".to_owned()][..]));
    let counts = predicate.renkei_self_test.counts;
    assert_eq!((counts.scored, counts.generated, counts.failed), (4, 2, 0));
    assert!(show(&verified, Lang::Ja).contains("18446744073709551615"));
    let mut payload = serde_json::to_value(verified.statement()).expect("JSON");
    payload["predicate"]["renkeiSelfTest"]["generated"] = Value::Null;
    assert_eq!(code(&signed(&payload)), 1, "generated cases need their seed");
}

#[test]
fn the_statement_holds_no_notes_of_cases() {
    let text = serde_json::to_string(&statement(&warned())).expect("JSON");
    assert!(!text.contains("/home") && text.contains("自己検査"), "{text}");
}

#[test]
fn a_result_that_does_not_agree_with_itself_is_not_signed() {
    let refused = |change: fn(&mut Value)| {
        let mut result = warned();
        change(&mut result);
        let subject = Subject::of_digest(&"a".repeat(64)).expect("a digest");
        make(result.to_string().as_bytes(), subject, None, RECORDED).expect_err("it is refused").exit_code()
    };
    assert_eq!(refused(|result| result["verdict"] = "fail".into()), 2);
    assert_eq!(refused(|result| result["cases"][0]["verdict"] = "fail".into()), 2);
    assert_eq!(refused(|result| result["cases"][0]["counts"] = true.into()), 2);
    assert_eq!(refused(|result| result["schema"] = "renkei.check/1".into()), 2);
    assert_eq!(refused(|result| result["requirements"] = "9.9-1".into()), 2);
    assert_eq!(refused(|result| result["started"] = u64::MAX.into()), 2);
    assert_eq!(refused(|result| result["cases"][0]["id"] = "no/such/case".into()), 1);
    assert_eq!(refused(|result| result["cases"][0]["id"] = id(1).into()), 1, "twice");
    assert_eq!(refused(|result| result["cases"][1]["known"]["expires"] = "2026-11-20".into()), 1);
    assert_eq!(refused(|result| result["finished"] = 4_000_000_000_u64.into()), 1, "after it was recorded");
    assert_eq!(refused(|result| result["suite"] = env!("CARGO_PKG_VERSION").into()), 1, "another digest");
}

#[test]
fn whatever_is_altered_in_a_signed_statement_is_found() {
    let altered = |pointer: &str, value: Value| {
        let mut payload = serde_json::to_value(statement(&undecided())).expect("JSON");
        *payload.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is there")) = value;
        code(&signed(&payload))
    };
    let ours = |key: &str| format!("/predicate/renkeiSelfTest/{key}");
    let wrong = [
        ("/_type".to_owned(), json!("https://in-toto.io/Statement/v0.1")),
        ("/predicateType".to_owned(), json!("https://slsa.dev/provenance/v1")),
        ("/subject".to_owned(), json!([])),
        ("/subject/0/digest".to_owned(), json!({"md5": "0"})),
        ("/predicate/result".to_owned(), json!("PASSED")),
        ("/predicate/result".to_owned(), json!("CERTIFIED")),
        ("/predicate/configuration".to_owned(), json!([])),
        ("/predicate/passedTests".to_owned(), json!([])),
        ("/predicate/passedTests".to_owned(), json!([id(0), id(0)])),
        ("/predicate/passedTests".to_owned(), json!([id(4)])),
        ("/predicate/warnedTests".to_owned(), json!([])),
        ("/predicate/failedTests".to_owned(), json!([id(4)])),
        (ours("schema"), json!("renkei.suite-record/2")),
        (ours("note"), json!({"ja": "認定書", "en": "certificate"})),
        (ours("suiteDigest"), json!("1".repeat(64))),
        (ours("suite"), json!(env!("CARGO_PKG_VERSION"))),
        (ours("required"), json!(6)),
        (ours("verdict"), json!("pass")),
        (ours("counts/passed"), json!(2)),
        (ours("waivers"), json!([])),
        (ours("waivers/0/reason"), json!(" ")),
        (ours("waivers/0/expires"), json!("2026-11-20")),
        (ours("waivers/0/expires"), json!("never")),
        (ours("waivers/0/verdict"), json!("pass")),
        (ours("skipped/0/verdict"), json!("fail")),
        (ours("undecided"), json!([])),
        (ours("unscored/0/id"), json!(id(9))),
        (ours("recordedOn"), json!("2000-01-01T00:00:00Z")),
        (ours("startedOn"), json!("yesterday")),
        (ours("counts"), Value::Null),
    ];
    for (pointer, value) in wrong {
        assert_eq!(altered(&pointer, value.clone()), 1, "{pointer} {value}");
    }
    assert_eq!(altered(&ours("requirements"), json!("4.1-99")), 2, "a set of a later version is not judged");
    assert_eq!(altered(&ours("roles"), json!(["kyotaku"])), 0, "what was not wrong");
}

#[test]
fn an_envelope_that_was_touched_does_not_stand() {
    let record = record(&warned());
    let with = |change: &dyn Fn(&mut Value)| {
        let mut envelope: Value = serde_json::from_str(&record).expect("JSON");
        change(&mut envelope);
        code(&envelope.to_string())
    };
    let payload = |envelope: &Value| STANDARD.decode(envelope["payload"].as_str().expect("text")).expect("base64");
    assert_eq!(with(&|_| {}), 0);
    assert_eq!(with(&|it| it["payload"] = URL_SAFE.encode(payload(it)).into()), 0, "DSSE allows both alphabets");
    assert_eq!(with(&|it| it["signatures"][0]["keyid"] = "other".into()), 0, "a name of a key decides nothing");
    let longer = |it: &Value| STANDARD.encode([payload(it), b" ".to_vec()].concat());
    assert_eq!(with(&|it| it["payload"] = longer(it).into()), 1);
    assert_eq!(with(&|it| it["payloadType"] = "application/json".into()), 1);
    assert_eq!(with(&|it| it["signatures"][0]["sig"] = STANDARD.encode([0; 64]).into()), 1);
    assert_eq!(with(&|it| it["signatures"][0]["sig"] = "".into()), 1);
    assert_eq!(with(&|it| it["payload"] = "*".into()), 2);
    assert_eq!(with(&|it| it["signatures"][0]["sig"] = "=".into()), 2);
    assert_eq!(with(&|it| it["signatures"] = json!([])), 2);
    let several = |it: &mut Value, count: usize| {
        let other = json!({"keyid": "x", "sig": STANDARD.encode([1; 64])});
        let signatures = it["signatures"].as_array_mut().expect("a list");
        signatures.splice(0..0, (0..count).map(|_| other.clone()));
    };
    assert_eq!(with(&|it| several(it, 3)), 0, "one of them is by the key");
    assert_eq!(with(&|it| several(it, 16)), 2, "too many");
    let (_, stranger) = SigningKey::generate().expect("a key");
    let refused = verify(record.as_bytes(), &stranger.public(), TODAY).expect_err("another key");
    assert!(refused.exit_code() == 1 && refused.messages()[0].ja.contains("この鍵の署名ではありません"));
}

#[test]
fn hostile_input_is_refused_in_bounds() {
    let twice = record(&warned()).replacen("{\"payload\"", "{\"payload\":\"\",\"payload\"", 1);
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let huge = " ".repeat(MOST_BYTES + 1);
    for (what, text) in [("twice", twice), ("deep", deep), ("huge", huge), ("empty", String::new())] {
        assert_eq!(code(&text), 2, "{what}");
    }
    let nested = r#"{"predicate":{"result":"PASSED","result":"FAILED"}}"#;
    let record = seal(nested.as_bytes(), &key()).expect("a record");
    let refused = judged(&record).expect_err("a key twice in what is signed");
    assert!(refused.messages()[0].en.contains("duplicate key"), "{refused:?}");
    assert_eq!(seal(&vec![b' '; MOST_BYTES], &key()).expect_err("too large").exit_code(), 2);
}

#[test]
fn a_waiver_ends_on_its_last_day() {
    let text = record(&warned());
    let on = |day| verify(text.as_bytes(), &key().public(), day).map(drop);
    assert_eq!(on(date!(2026 - 12 - 31)), Ok(()));
    let refused = on(date!(2027 - 01 - 01)).expect_err("it is over");
    assert!(refused.messages()[0].ja.contains("期限") && refused.messages()[0].ja.contains(id(1)));
}

#[test]
fn a_badge_says_that_it_is_a_self_test_and_how_much_of_the_set_it_covers() {
    let mut passed = warned();
    passed["cases"].as_array_mut().expect("a list").truncate(1);
    let mut chosen = passed.clone();
    chosen["only"] = json!(["read/"]);
    let colours = [(passed, "#0b6b2e"), (chosen, "#8a5200"), (warned(), "#8a5200"), (undecided(), "#a40000")];
    for (result, colour) in colours {
        let verified = judged(&record(&result)).expect("it stands");
        let scored = verified.statement().predicate.renkei_self_test.counts.scored;
        let japanese = badge(&verified, Lang::Ja);
        assert!(japanese.contains("自己検査") && japanese.contains(&format!("合格 1/{scored}")), "{japanese}");
        assert!(japanese.contains("<title") && japanese.contains("2026-11-1") && japanese.contains(colour));
        let part = !verified.statement().predicate.renkei_self_test.only.is_empty();
        assert_eq!(japanese.contains("一部"), part, "{japanese}");
        let english = badge(&verified, Lang::En);
        assert!(english.contains("self-test") && english.contains("(of ") && !english.contains("自己"), "{english}");
        for text in [japanese, english] {
            let plain = text.replace("公的な認定", "").replace("no official certification", "");
            assert!(!plain.contains("認定") && !plain.to_lowercase().contains("certif"), "{text}");
            assert!(!text.replace("http://www.w3.org/2000/svg", "").contains("http"), "{text}");
        }
    }
}
