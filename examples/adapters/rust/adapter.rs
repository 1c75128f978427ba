//! renkei suite のアダプターの見本（Rust、careplan を使う） / an example adapter: Rust, with the careplan library.
//!
//! 検査・読み書きは careplan が行う。`Software` の各段を、貴社のソフトウェアの呼び出しに置き換えて使う。
//! careplan checks, reads and writes; replace the steps of [`Software`] by calls of yours.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::{Write, stdin, stdout};
use std::{fs, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use careplan::check::{Limits, SetMember, check_bytes, check_sets};
use careplan::csv::{Document, content, write_canonical};
use careplan::value::{Date, WeekTime, YearMonth};
use careplan::{diagnostic::Severity, encoding, layout::Kind, name, text::Lang};
use serde_json::{Value, json};

/// The texts of a record, as a file holds them; of a picture its name and the JPEG in Base64.
pub type Record = (Kind, Vec<String>);
type Fallible<T> = Result<T, Box<dyn Error>>;

/// 見本のソフトウェア / the software under test, step by step. `layout` is what `hello` says of a kind.
pub trait Software {
    /// 検査 / what is wrong (errors), and what is to be told (warnings).
    fn check(&self, files: &[(String, Vec<u8>)]) -> Vec<(Severity, String)> {
        let reports: Vec<_> = files.iter().map(|(name, bytes)| check_bytes(name, bytes, Limits::default())).collect();
        let pairs = files.iter().zip(&reports);
        let members = pairs.map(|((file_name, _), report)| SetMember { folder: "", file_name, report });
        let sets = check_sets(&members.collect::<Vec<_>>());
        let of_sets = sets.iter().flat_map(|set| set.findings.iter().map(|found| &found.finding));
        let findings = reports.iter().flat_map(|report| &report.findings).chain(of_sets);
        findings.map(|it| (it.severity, format!("{}: {}", it.rule.id, it.message(Lang::Ja)))).collect()
    }

    /// 読む / the records of a file; a header row (U-1) and blank lines are none.
    fn rows(&self, layout: &Value, bytes: &[u8]) -> Vec<Vec<String>> {
        let document = Document::parse(bytes.to_vec()).unwrap_or_default();
        let decoded = |raw: &[u8]| encoding::decode_lossy(&content(raw));
        let rows = document.rows().map(|row| row.raw_fields().map(decoded).collect::<Vec<_>>());
        rows.filter(|row| row.len() == list(&layout["fields"]).len() && layout["fields"][0]["key"] != row[0]).collect()
    }

    /// 何に付くか（削除なら、何を削除するか） / what a record hangs on, or deletes.
    fn key(&self, layout: &Value, texts: &[String]) -> Vec<String> {
        let text = |no: &Value| texts[no.as_u64().unwrap_or(1) as usize - 1].as_str();
        let mut keys = list(&layout["keys"]).iter();
        let Some(key) = keys.clone().find(|key| text(&key["nos"][2]).contains(|c| c != '0')).or(keys.next()) else {
            return texts.to_vec();
        };
        let nos = list(&key["nos"]).iter().enumerate();
        let parts = nos.map(|(at, no)| text(no).chars().take(if at == 4 { 2 } else { 99 }).collect());
        [word(&key["parent"]).to_owned()].into_iter().chain(parts).collect()
    }

    /// 書く / the bytes of a record; what MS932 does not have becomes 〓 (R16).
    fn line(&self, kind: Kind, texts: &[String]) -> Fallible<Vec<u8>> {
        let fit = |c: char| if encoding::encode(c.encode_utf8(&mut [0; 4])).is_ok() { c } else { '〓' };
        let texts: Vec<String> = texts.iter().map(|text| text.chars().map(fit).collect()).collect();
        let (mut bytes, fields) = (Vec::new(), kind.layout().ok_or("a picture has no lines")?.fields);
        write_canonical(fields, texts.iter().map(String::as_str), &mut bytes).map_err(|(_, why)| why)?;
        Ok(bytes)
    }
}

/// 要求に答える / answers requests.
struct Adapter<S> {
    software: S,
    kinds: BTreeMap<Kind, Value>,
    held: BTreeMap<Vec<String>, Vec<Record>>,
}

impl<S: Software> Adapter<S> {
    fn hello(&mut self, request: &Value) -> Fallible<Value> {
        let layout: Value = serde_json::from_slice(&fs::read(word(&request["layout"]))?)?;
        let kinds = list(&layout["kinds"]).iter();
        self.kinds = kinds.filter_map(|kind| Some((Kind::from_code(word(&kind["kind"]))?, kind.clone()))).collect();
        let picture = ["名称", "JPEG"].map(|key| json!({"key": key, "type": "text", "quoted": true}));
        self.kinds.entry(Kind::UpkihonImage).or_default()["fields"] = json!(picture);
        let roles = ["kyotaku", "service", "houkatsu", "yobo_service"];
        Ok(json!({"answer": "hello", "software": {"name": "見本（Rust）", "version": "1.0"}, "roles": roles}))
    }

    fn import(&mut self, request: &Value) -> Fallible<Value> {
        let (mut files, mut units) = (Vec::new(), BTreeMap::<_, Vec<Record>>::new());
        for name in list(&request["files"]).iter().map(word) {
            files.push((name.to_owned(), fs::read(Path::new(word(&request["folder"])).join(name))?));
        }
        for (file, bytes) in &files {
            let Some(name) = name::parse(file).name else { continue };
            let rows = match name.kind {
                Kind::UpkihonImage => vec![vec![file.clone(), STANDARD.encode(bytes)]],
                kind => self.software.rows(&self.kinds[&kind], bytes),
            };
            units.entry(name.unit).or_default().extend(rows.into_iter().map(|texts| (name.kind, texts)));
        }
        let read = units.values().flatten().filter(|(kind, _)| kind.is_csv()).count();
        let said = self.software.check(&files);
        let of = |severity| said.iter().filter(move |said| said.0 == severity);
        let told: Vec<_> = of(Severity::Warning).map(|(_, message)| json!({"message": message})).collect();
        // 1つでも誤りがあれば、全体を断る / one fault, and the whole is refused
        let refusal = |(_, why): &(Severity, String)| json!({"file": files[0].0, "records": read, "reason": why});
        let wrong: Vec<_> = of(Severity::Error).take(1).map(refusal).collect();
        units.retain(|_, _| wrong.is_empty());
        let outcomes: Vec<_> = units.into_values().flat_map(|unit| self.take(unit)).collect();
        let mut receipt =
            json!({"records_in": read, "rejected": wrong, "fields_truncated": 0, "characters_replaced": 0});
        for word in ["imported", "replaced", "ignored"] {
            receipt[word] = json!(outcomes.iter().filter(|outcome| **outcome == word).count());
        }
        let mut holds = json!({});
        for (kind, texts) in self.held.values().flatten() {
            let fields = list(&self.kinds[kind]["fields"]).iter().zip(texts);
            let shown: Value =
                fields.map(|(field, text)| (word(&field["key"]).to_owned(), value(field, text))).collect();
            match &mut holds[word(&self.kinds[kind]["section"])][kind.code()] {
                Value::Array(records) => records.push(shown),
                none => *none = json!([shown]),
            }
        }
        Ok(json!({"answer": "import", "receipt": receipt, "flagged": told, "holds": holds}))
    }

    /// 同じキーのものを置き換え、削除は付くものごと行う / replaces, and deletes with what hangs on it.
    fn take(&mut self, unit: Vec<Record>) -> Vec<&'static str> {
        // 画像は、それを示す基本情報に付く / a picture hangs on the sheet that names it
        let names = |sheet: &Record, picture: &Record| sheet.0 == Kind::Upkihon && sheet.1[61] == picture.1[0];
        let sheet = |it: &Record| unit.iter().find(|sheet| it.0 == Kind::UpkihonImage && names(sheet, it)).cloned();
        let key = |(kind, texts): Record| self.software.key(&self.kinds[&kind], &texts);
        let placed: Vec<_> = unit.iter().map(|it| (key(sheet(it).unwrap_or(it.clone())), it.clone())).collect();
        let keys: BTreeSet<_> = placed.iter().map(|(key, _)| key.clone()).collect();
        let gone: BTreeSet<_> = keys.into_iter().filter(|key| self.held.remove(key).is_some()).collect();
        let take = |(key, record): (Vec<String>, Record)| {
            let (kind, is_known) = (record.0, gone.contains(&key));
            let deletes = kind.code().starts_with("DLT");
            if !deletes {
                self.held.entry(key).or_default().push(record);
            }
            match (deletes, is_known) {
                _ if !kind.is_csv() => "picture",
                (true, false) => "ignored",
                (false, true) => "replaced",
                _ => "imported",
            }
        };
        placed.into_iter().map(take).collect()
    }

    fn export(&self, request: &Value) -> Fallible<Value> {
        let (unit, scenario) = (&request["unit"], &request["scenario"]["units"][0]);
        let tail = format!("{}_{}_{}", word(&unit["from"]), word(&unit["to"]), word(&unit["serial"]));
        let renamed = |name: &str| name.rsplit('_').next().map(|end| format!("UPKIHON_IMAGE_{tail}_{end}"));
        let kinds = list(&request["kinds"]).iter().filter_map(|code| Kind::from_code(word(code)));
        let mut files = BTreeMap::<String, Vec<u8>>::new();
        for (kind, mut texts) in kinds.flat_map(|kind| self.records(kind, scenario)) {
            if kind == Kind::UpkihonImage {
                files.insert(renamed(&texts[0]).unwrap_or_default(), STANDARD.decode(&texts[1])?);
                continue;
            }
            if kind == Kind::Upkihon && !texts[61].is_empty() {
                texts[61] = renamed(&texts[61]).unwrap_or_default();
            }
            let third = list(&self.kinds[&kind]["keys"]).last().and_then(|key| key["nos"][2].as_u64()).unwrap_or(1);
            let month = if kind.month_in_name() { format!("_{}", texts[third as usize - 1]) } else { String::new() };
            let file = files.entry(format!("{}{month}_{tail}.CSV", kind.code())).or_default();
            file.extend(self.software.line(kind, &texts)?);
        }
        for (name, bytes) in &files {
            fs::write(Path::new(word(&request["folder"])).join(name), bytes)?;
        }
        Ok(json!({"answer": "export", "files": files.keys().collect::<Vec<_>>()}))
    }

    /// シナリオの、無ければ保持しているレコード / the records of a scenario, or those that are held.
    fn records(&self, kind: Kind, scenario: &Value) -> Vec<Record> {
        let (section, fields) = (word(&self.kinds[&kind]["section"]), list(&self.kinds[&kind]["fields"]));
        let told = |row: &Value| (kind, fields.iter().map(|field| text(field, &row[word(&field["key"])])).collect());
        match scenario {
            Value::Null => self.held.values().flatten().filter(|record| record.0 == kind).cloned().collect(),
            unit => list(&unit[section][kind.code()]).iter().map(told).collect(),
        }
    }
}

fn word(json: &Value) -> &str {
    json.as_str().unwrap_or_default()
}

fn list(json: &Value) -> &[Value] {
    json.as_array().map_or(&[], Vec::as_slice)
}

fn value(field: &Value, text: &str) -> Value {
    let (bytes, part) = (text.as_bytes(), |from, to| text.get(from..to).unwrap_or_default());
    match word(&field["type"]) {
        _ if text.is_empty() && field["quoted"] == false => Value::Null,
        "number" => text.parse().map_or_else(|_| json!(text), |number: i64| json!(number)),
        "date" if Date::parse(bytes).is_some() => json!([part(0, 4), part(4, 6), part(6, 8)].join("-")),
        "month" if YearMonth::parse(bytes).is_some() => json!([part(0, 4), part(4, 6)].join("-")),
        "time" if text != "9999" && WeekTime::parse(bytes).is_some() => json!([part(0, 2), part(2, 4)].join(":")),
        _ => json!(text),
    }
}

fn text(field: &Value, value: &Value) -> String {
    match (value, word(&field["type"])) {
        (Value::String(text), "date" | "month" | "time") => text.replace(['-', ':'], ""),
        (Value::String(text), _) => text.clone(),
        (Value::Null, _) => String::new(),
        (number, _) => number.to_string(),
    }
}

/// Answers until its input closes.
///
/// # Errors
/// Its input or output breaks.
pub fn serve(software: impl Software) -> Fallible<()> {
    let mut adapter = Adapter { software, kinds: BTreeMap::new(), held: BTreeMap::new() };
    for line in stdin().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        let answer = match word(&request["request"]) {
            "hello" => adapter.hello(&request),
            "import" => adapter.import(&request),
            "export" => adapter.export(&request),
            _ => {
                adapter.held.clear();
                Ok(json!({"answer": "reset"}))
            }
        };
        let mut answer = answer.unwrap_or_else(|why| json!({"answer": "error", "message": why.to_string()}));
        (answer["schema"], answer["id"]) = (json!("renkei.adapter/1"), request["id"].clone());
        writeln!(stdout(), "{answer}")?;
    }
    Ok(())
}
