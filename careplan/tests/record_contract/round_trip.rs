//! Records of every kind: to texts, to JSON and back.

use crate::support::{layouts, record_texts, runner, sample_record};
use careplan::record::{AnyRecord, CarePlanSheet1Deletion, PlannedUse, Record, UseTable7};
use careplan::value::{ServiceCodeOrTotal, ServiceTime};
use proptest::prelude::*;

fn read(kind: careplan::layout::Kind, texts: &[String]) -> AnyRecord {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    AnyRecord::from_texts(kind, &texts).unwrap().unwrap()
}

#[test]
fn every_kind_gives_back_the_texts_it_was_made_from() {
    for layout in layouts() {
        runner(48)
            .run(&record_texts(layout), |texts| {
                let record = read(layout.kind, &texts);
                prop_assert_eq!(record.kind(), layout.kind);
                prop_assert_eq!(record.to_texts(), texts);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn every_kind_comes_back_from_json_as_it_was() {
    for layout in layouts() {
        runner(24)
            .run(&record_texts(layout), |texts| {
                let record = read(layout.kind, &texts);
                let json = serde_json::to_string(&record).unwrap();
                prop_assert_eq!(serde_json::from_str::<AnyRecord>(&json).unwrap(), record);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn json_names_every_field_by_its_japanese_key() {
    for layout in layouts() {
        let json = serde_json::to_value(read(layout.kind, &sample_record(layout))).unwrap();
        let record = json.get(layout.kind.code()).and_then(serde_json::Value::as_object).unwrap();
        assert_eq!(record.len(), layout.fields.len());
        for field in layout.fields {
            assert!(record.contains_key(field.key), "{} {}", layout.kind.code(), field.key);
        }
    }
}

#[test]
fn a_field_without_a_value_is_null_and_an_empty_text_is_empty() {
    let layout = PlannedUse::KIND.layout().unwrap();
    let mut texts = sample_record(layout);
    for no in [8_usize, 18] {
        texts[no - 1].clear();
    }
    let json = serde_json::to_value(read(layout.kind, &texts)).unwrap();
    assert_eq!(json["UPPLAN"]["単位数"], serde_json::Value::Null);
    assert_eq!(json["UPPLAN"]["用具名称（機種名）"], "");
}

#[test]
fn a_record_is_typed_by_its_fields() {
    let layout = PlannedUse::KIND.layout().unwrap();
    let mut texts = sample_record(layout);
    texts[7] = "-47".to_owned();
    texts[11] = "9999".to_owned();
    texts[14] = "11B401".to_owned();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let planned = PlannedUse::from_texts(&texts).unwrap();
    assert_eq!(planned.units.map(careplan::value::Units::get), Some(-47));
    assert_eq!(planned.starts_at, ServiceTime::UNTIMED);
    assert_eq!(planned.service_code.service_type().as_str(), "11");
}

#[test]
fn a_grand_total_is_told_from_a_detail() {
    let layout = UseTable7::KIND.layout().unwrap();
    let mut texts = sample_record(layout);
    texts[8] = "999999".to_owned();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let total = UseTable7::from_texts(&texts).unwrap();
    assert_eq!(total.service_code, ServiceCodeOrTotal::GrandTotal);
}

#[test]
fn json_that_is_not_one_record_is_refused() {
    let record = r#"{"CSVバージョン":"202407","保険者番号":"123456","被保険者番号":"0000000001","居宅サービス計画作成（変更）日":"20250401"}"#;
    assert!(serde_json::from_str::<CarePlanSheet1Deletion>(record).is_ok());
    let refused = [
        ("an unknown key", record.replace("保険者番号\":\"123456", "番号\":\"123456")),
        ("a key that stands twice", record.replace('}', r#","保険者番号":"123456"}"#)),
        ("a required field left out", record.replace(r#""保険者番号":"123456","#, "")),
        ("a required field without a value", record.replace(r#""123456""#, "null")),
        ("a day that does not exist", record.replace("20250401", "20250431")),
        ("a number", record.replace(r#""123456""#, "123456")),
        ("a list", r#"["202407"]"#.to_owned()),
    ];
    for (what, json) in refused {
        assert!(serde_json::from_str::<CarePlanSheet1Deletion>(&json).is_err(), "{what}: {json}");
    }
    let refused = [
        ("no entry", "{}".to_owned()),
        ("two entries", format!(r#"{{"DLT1KYO":{record},"DLT1KYO":{record}}}"#)),
        ("a picture", r#"{"UPKIHON_IMAGE":{}}"#.to_owned()),
        ("an unknown kind", format!(r#"{{"dlt1kyo":{record}}}"#)),
    ];
    for (what, json) in refused {
        assert!(serde_json::from_str::<AnyRecord>(&json).is_err(), "{what}: {json}");
    }
}
