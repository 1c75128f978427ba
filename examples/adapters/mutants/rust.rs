//! わざと壊したソフトウェア：Rust の見本の一段を置き換える / softwares broken on purpose: one step of the sample replaced.
//! `rust-mutant 名前`。何をするか、どの判定になるはずかは table.rs にある / what is expected stands in table.rs.

use adapters::{Record, Software};
use careplan::set::Sheet;
use serde_json::Value;

/// The sample.
struct Sample;

impl Software for Sample {}

/// The sample, with the step broken that its name says.
struct Broken(String);

impl Software for Broken {
    fn refusal(&self, files: &[(String, Vec<u8>)]) -> Option<String> {
        match self.0.as_str() {
            "rs-nothing-checked" => None,
            "rs-valid-refused" => Some("取り込めません".to_owned()),
            _ => Sample.refusal(files),
        }
    }

    fn rows(&self, layout: &Value, bytes: &[u8]) -> Vec<Vec<String>> {
        let mut rows = Sample.rows(layout, bytes);
        match self.0.as_str() {
            "rs-last-record-lost" => _ = rows.pop(),
            "rs-takahashi-replaced" => rows.iter_mut().flatten().for_each(|text| *text = text.replace('髙', "高")),
            "rs-crash-on-long-text" => assert!(rows.iter().flatten().all(|text| text.chars().count() < 1000)),
            _ => {}
        }
        rows
    }

    fn sheet(&self, record: &Record) -> Sheet {
        let mut sheet = Sample.sheet(record);
        match self.0.as_str() {
            "rs-deletes-every-service" => sheet.keys.truncate(3),
            "rs-one-month-only" => sheet.keys.truncate(2),
            _ => {}
        }
        sheet
    }

    fn line(&self, record: &Record) -> Vec<u8> {
        let line = Sample.line(record);
        match self.0.as_str() {
            "rs-writes-utf8" => careplan::encoding::decode_lossy(&line).into_bytes(),
            "rs-writes-without-quotes" => line.into_iter().filter(|byte| *byte != b'"').collect(),
            "rs-writes-lf-cr" => line.strip_suffix(b"\r\n").map(|line| [line, b"\n\r"].concat()).unwrap_or_default(),
            _ => line,
        }
    }
}

fn main() -> std::io::Result<()> {
    adapters::serve(Broken(std::env::args().nth(1).unwrap_or_default()))
}
