use std::path::PathBuf;

use careplan::diagnostic::Severity;
use careplan::layout::Kind;
use careplan::name::UnitKey;

use super::*;
use crate::mutation::{File, judge};
use crate::story::Role;
use crate::suite::meaning::{Model, party, read_files, write_files};

const NAME: &str = "UPJSK_202504_9970000002_15_9970000001_43_20250502101500.CSV";
const ROW: &str = "202407,990010,0000000001,20250502,202504,9970000001,\"見本 太郎\",658,,20250410,,0930,1630,1,151241,,,\"\",,9970000002,\"見本デイサービス\",,0,9970000002,\r\n";

/// The file of the example.
fn file() -> File {
    File { name: NAME.to_owned(), bytes: careplan::encoding::encode(ROW).expect("it is in MS932") }
}

/// The exchange of the document, line by line: what the suite says, and what a software answers.
fn exchange() -> String {
    let scenario = read_files(&[file()]).expect("it has a meaning");
    let mut model = Model::default();
    model.take(&scenario);
    let unit =
        UnitKey { serial: "20250502101500".to_owned(), from: party("9970000002_15"), to: party("9970000001_43") };
    let software = Software { name: "見本ソフト".to_owned(), version: "1.0".to_owned() };
    let receipt = Receipt { records_in: 1, imported: 1, ..Receipt::default() };
    let steps = [
        (
            Ask::Hello {
                suite: "0.1.0".to_owned(),
                spec: "4.1".to_owned(),
                layout: PathBuf::from("/tmp/a/layout.json"),
            },
            Reply::Hello(Hello { software, roles: vec![Role::Kyotaku, Role::Service], own_fields: Vec::new() }),
        ),
        (Ask::Reset, Reply::Reset),
        (
            Ask::Import(Import {
                role: Role::Kyotaku,
                folder: PathBuf::from("/tmp/a/1"),
                files: vec![NAME.to_owned()],
            }),
            Reply::Import(Imported { receipt: Some(receipt), flagged: Vec::new(), holds: Some(model.must) }),
        ),
        (Ask::Reset, Reply::Reset),
        (
            Ask::Export(Export {
                role: Role::Service,
                folder: PathBuf::from("/tmp/a/2"),
                unit: (&unit).into(),
                kinds: vec![Kind::Upjsk],
                scenario: Some(scenario),
            }),
            Reply::Export(Exported { files: vec![NAME.to_owned()] }),
        ),
    ];
    let mut text = String::new();
    for (id, (ask, reply)) in (1..).zip(steps) {
        let request = Request { schema: SCHEMA.to_owned(), id, ask };
        let answer = Answer { schema: SCHEMA.to_owned(), id, reply };
        text.push_str(&format!("→ {}\n", serde_json::to_string(&request).expect("it can be written")));
        text.push_str(&format!("← {}\n", serde_json::to_string(&answer).expect("it can be written")));
    }
    text
}

#[test]
fn the_exchange_of_the_document_is_the_one_that_these_types_write() {
    let document = include_str!("../../../../docs/adapter-protocol.md");
    assert!(document.contains(ROW.trim_end()), "the file of the example:\n{ROW}");
    assert!(document.contains(&exchange()), "put this into docs/adapter-protocol.md:\n{}", exchange());
    for verdict in crate::suite::verdict::Verdict::ALL {
        assert!(document.contains(&format!("`{}`", verdict.as_str())), "{}", verdict.as_str());
    }
}

#[test]
fn every_line_of_the_exchange_is_read_back() {
    for line in exchange().lines() {
        let (arrow, json) = line.split_once(' ').expect("an arrow");
        let again = match arrow {
            "→" => serde_json::from_str::<Request>(json).and_then(|it| serde_json::to_string(&it)),
            _ => serde_json::from_str::<Answer>(json).and_then(|it| serde_json::to_string(&it)),
        };
        assert_eq!(again.expect("it can be read"), json);
    }
}

#[test]
fn the_file_of_the_example_is_conformant_and_canonical() {
    assert!(judge(&[file()]).iter().all(|said| said.severity != Severity::Error), "{:?}", judge(&[file()]));
    let scenario = read_files(&[file()]).expect("it has a meaning");
    assert!(write_files(&scenario).expect("it is in MS932") == [file()]);
}

#[test]
fn a_receipt_counts_every_refused_record() {
    let json = r#"{"records_in":5,"imported":2,"rejected":[{"file":"a","records":2,"reason":"x"},{"file":"a","record":4,"reason":"y"}],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0}"#;
    let receipt: Receipt = serde_json::from_str(json).expect("it can be read");
    assert_eq!((receipt.refused(), receipt.taken(), receipt.accounted()), (3, 2, 5));
}
