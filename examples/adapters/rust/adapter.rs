//! renkei suite のアダプターの見本（Rust、careplan を使う） / an example adapter: Rust, with the careplan library.
//! 検査・読み書きは careplan が行う。`Software` の各段を、貴社のソフトウェアの呼び出しに置き換えて使う。
//! careplan checks, reads and writes; replace the steps of [`Software`] by calls of yours.

use std::io::{self, Write, stdin, stdout};
use std::{collections::BTreeMap, fs, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use careplan::check::{Limits, SetMember, check_bytes, check_sets};
use careplan::csv::{Document, content, write_canonical};
use careplan::set::{Sheet, key_field};
use careplan::value::{Date, WeekTime, YearMonth};
use careplan::{diagnostic::Severity, encoding, layout::Kind, name, text::Lang};
use serde_json::{Value, json};

/// The texts of a record, as a file holds them; of a picture its name and the JPEG in Base64.
pub type Record = (Kind, Vec<String>);

/// 見本のソフトウェア / the software under test, step by step.
pub trait Software {
    /// 検査：取り込めない理由 / why these files are not taken.
    fn refusal(&self, files: &[(String, Vec<u8>)]) -> Option<String> {
        let reports: Vec<_> = files.iter().map(|(name, bytes)| check_bytes(name, bytes, Limits::default())).collect();
        let pairs = files.iter().zip(&reports);
        let members = pairs.map(|((file_name, _), report)| SetMember { folder: "", file_name, report });
        let sets = check_sets(&members.collect::<Vec<_>>());
        let of_sets = sets.iter().flat_map(|set| set.findings.iter().map(|found| &found.finding));
        let mut findings = reports.iter().flat_map(|report| &report.findings).chain(of_sets);
        findings.find(|it| it.severity == Severity::Error).map(|it| format!("{}: {}", it.rule.id, it.message(Lang::Ja)))
    }

    /// 読む / the records of a file; a header row (U-1) and blank lines are none. `layout`: what `hello` says of a kind.
    fn rows(&self, layout: &Value, bytes: &[u8]) -> Vec<Vec<String>> {
        let document = Document::parse(bytes.to_vec()).unwrap_or_default();
        let decoded = |raw: &[u8]| encoding::decode_lossy(&content(raw));
        let rows = document.rows().map(|row| row.raw_fields().map(decoded).collect::<Vec<_>>());
        rows.filter(|row| row.len() == list(&layout["fields"]).len() && layout["fields"][0]["key"] != row[0]).collect()
    }

    /// 何に付くか（削除なら、何を削除するか） / what a record hangs on, or deletes.
    fn sheet(&self, (kind, texts): &Record) -> Sheet {
        Sheet::of(*kind, |no| texts.get(usize::from(no) - 1).cloned().unwrap_or_default())
    }

    /// 書く / the bytes of a record; what MS932 does not have becomes 〓 (R16).
    fn line(&self, (kind, texts): &Record) -> Vec<u8> {
        let fit = |c: char| if encoding::encode(c.encode_utf8(&mut [0; 4])).is_ok() { c } else { '〓' };
        let texts: Vec<String> = texts.iter().map(|text| text.chars().map(fit).collect()).collect();
        let (mut bytes, fields) = (Vec::new(), kind.layout().map_or(&[][..], |layout| layout.fields));
        let _all_of_it_fits = write_canonical(fields, texts.iter().map(String::as_str), &mut bytes);
        bytes
    }
}

/// 要求に答える / answers requests.
struct Adapter<S> {
    software: S,
    kinds: BTreeMap<Kind, Value>,
    held: BTreeMap<Sheet, Vec<Record>>,
}

impl<S: Software> Adapter<S> {
    fn hello(&mut self, request: &Value) -> io::Result<Value> {
        let layout: Value = serde_json::from_slice(&fs::read(word(&request["layout"]))?)?;
        let kinds = list(&layout["kinds"]).iter();
        self.kinds = kinds.filter_map(|kind| Some((Kind::from_code(word(&kind["kind"]))?, kind.clone()))).collect();
        let roles = ["kyotaku", "service", "houkatsu", "yobo_service"];
        Ok(json!({"answer": "hello", "software": {"name": "見本（Rust）", "version": "1.0"}, "roles": roles}))
    }

    fn import(&mut self, request: &Value) -> io::Result<Value> {
        let (mut files, mut units) = (Vec::new(), BTreeMap::<_, Vec<Record>>::new());
        for file in list(&request["files"]).iter().map(word) {
            let bytes = fs::read(Path::new(word(&request["folder"])).join(file))?;
            if let Some(name) = name::parse(file).name {
                let rows = match name.kind {
                    Kind::UpkihonImage => vec![vec![file.to_owned(), STANDARD.encode(&bytes)]],
                    kind => self.software.rows(&self.kinds[&kind], &bytes),
                };
                units.entry(name.unit).or_default().extend(rows.into_iter().map(|texts| (name.kind, texts)));
            }
            files.push((file.to_owned(), bytes));
        }
        let read = units.values().flatten().filter(|(kind, _)| kind.is_csv()).count();
        // 1つでも誤りがあれば、全体を断る / one fault, and the whole is refused
        let refusal = self.software.refusal(&files).into_iter();
        let rejected = refusal.map(|why| json!({"file": files[0].0, "records": read, "reason": why}));
        let rejected: Vec<_> = rejected.collect();
        units.retain(|_, _| rejected.is_empty());
        let outcomes: Vec<_> = units.into_values().flat_map(|unit| self.take(unit)).collect();
        let of = |word: &str| outcomes.iter().filter(|outcome| **outcome == word).count();
        let receipt = json!({"records_in": read, "rejected": rejected, "imported": of("imported"),
            "ignored": of("ignored"), "replaced": of("replaced"), "fields_truncated": 0, "characters_replaced": 0});
        let mut holds = json!({});
        for (kind, layout) in &self.kinds {
            let fields = || list(&layout["fields"]).iter();
            let entry = |(field, text): (&Value, &String)| (word(&field["key"]).to_owned(), value(field, text));
            let shown = |(_, texts): Record| fields().zip(&texts).map(entry).collect::<Value>();
            holds[word(&layout["section"])][kind.code()] = self.records(*kind, &Value::Null).map(shown).collect();
        }
        Ok(json!({"answer": "import", "receipt": receipt, "holds": holds}))
    }

    /// 同じキーのものを置き換え、削除は付くものごと行う / replaces, and deletes with what hangs on it.
    fn take(&mut self, unit: Vec<Record>) -> Vec<&'static str> {
        // 画像は、それを示す基本情報に付く / a picture hangs on the sheet that names it
        let sheets = unit.iter().filter(|(kind, _)| *kind == Kind::Upkihon);
        let named: BTreeMap<_, _> = sheets.map(|it| (it.1[61].clone(), self.software.sheet(it))).collect();
        let place = |it: Record| (named.get(&it.1[0]).cloned().unwrap_or_else(|| self.software.sheet(&it)), it);
        let placed: Vec<_> = unit.into_iter().map(place).collect();
        let known = placed.iter().map(|(sheet, _)| sheet.clone()).filter(|sheet| self.held.remove(sheet).is_some());
        let (known, mut outcomes) = (known.collect::<Vec<_>>(), Vec::new());
        for (sheet, (kind, texts)) in placed {
            let deletes = kind.code().starts_with("DLT");
            // 新規・置き換え、相手の無い削除・行った削除 / new, newer; deletes nothing, deletes something
            let words = [["imported", "replaced"], ["ignored", "imported"]][usize::from(deletes)];
            outcomes.extend(kind.is_csv().then_some(words[usize::from(known.contains(&sheet))]));
            if !deletes {
                self.held.entry(sheet).or_default().push((kind, texts));
            }
        }
        outcomes
    }

    fn export(&self, request: &Value) -> io::Result<Value> {
        let (unit, mut files) = (&request["unit"], BTreeMap::<String, Vec<u8>>::new());
        let tail = format!("{}_{}_{}", word(&unit["from"]), word(&unit["to"]), word(&unit["serial"]));
        let renamed = |name: &str| format!("UPKIHON_IMAGE_{tail}_{}", name.rsplit('_').next().unwrap_or_default());
        let kinds = list(&request["kinds"]).iter().filter_map(|code| Kind::from_code(word(code)));
        for (kind, mut texts) in kinds.flat_map(|kind| self.records(kind, &request["scenario"]["units"][0])) {
            let no = if kind == Kind::Uphosoku { 63 } else { key_field(kind).unwrap_or(1) };
            let month = if kind.month_in_name() { format!("_{}", texts[usize::from(no) - 1]) } else { String::new() };
            if kind == Kind::Upkihon && !texts[61].is_empty() {
                texts[61] = renamed(&texts[61]);
            }
            let name = if kind.is_csv() { format!("{}{month}_{tail}.CSV", kind.code()) } else { renamed(&texts[0]) };
            files.entry(name).or_default().extend(match kind {
                Kind::UpkihonImage => STANDARD.decode(&texts[1]).map_err(io::Error::other)?,
                _ => self.software.line(&(kind, texts)),
            });
        }
        for (name, bytes) in &files {
            fs::write(Path::new(word(&request["folder"])).join(name), bytes)?;
        }
        Ok(json!({"answer": "export", "files": files.keys().collect::<Vec<_>>()}))
    }

    /// シナリオの、無ければ保持しているレコード / the records of a scenario, or those that are held.
    fn records(&self, kind: Kind, scenario: &Value) -> impl Iterator<Item = Record> {
        let (section, fields) = (word(&self.kinds[&kind]["section"]), list(&self.kinds[&kind]["fields"]));
        let told = move |row: &Value| fields.iter().map(|field| text(field, &row[word(&field["key"])])).collect();
        let held = self.held.values().flatten().filter(move |it| scenario.is_null() && it.0 == kind).cloned();
        list(&scenario[section][kind.code()]).iter().map(move |row| (kind, told(row))).chain(held)
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
    let text = value.as_str().map_or_else(|| value.to_string().replace("null", ""), str::to_owned);
    if ["date", "month", "time"].contains(&word(&field["type"])) { text.replace(['-', ':'], "") } else { text }
}

/// Answers until its input closes; an error where input or output breaks.
pub fn serve(software: impl Software) -> io::Result<()> {
    let mut adapter = Adapter { software, kinds: BTreeMap::new(), held: BTreeMap::new() };
    for line in stdin().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        adapter.held.retain(|_, _| request["request"] != "reset");
        let answer = match word(&request["request"]) {
            "hello" => adapter.hello(&request),
            "import" => adapter.import(&request),
            "export" => adapter.export(&request),
            _ => Ok(json!({"answer": "reset"})),
        };
        let mut answer = answer.unwrap_or_else(|why| json!({"answer": "error", "message": why.to_string()}));
        (answer["schema"], answer["id"]) = (json!("renkei.adapter/1"), request["id"].clone());
        writeln!(stdout(), "{answer}")?;
    }
    Ok(())
}
