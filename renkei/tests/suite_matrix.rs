//! `renkei suite matrix` as a program. The softwares are shell scripts.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Answers an export with `$export` and refuses every import.
fn script(export: &str) -> String {
    format!(
        r#"i=0
say() {{ printf '{{"schema":"renkei.adapter/1","id":%d,%s}}\n' "$i" "$1"; }}
while IFS= read -r line; do
  i=$((i + 1))
  case $line in
    *'"request":"hello"'*) say '"answer":"hello","software":{{"name":"sh<b>","version":"1"}},"roles":["service","kyotaku"]' ;;
    *'"request":"reset"'*) say '"answer":"reset"' ;;
    *'"request":"import"'*) say '"answer":"import","receipt":{{"records_in":0,"imported":0,"rejected":[{{"file":"all","records":0,"reason":"no"}}],"ignored":0,"replaced":0,"fields_truncated":0,"characters_replaced":0}},"holds":{{}}' ;;
    *) {export} ;;
  esac
done
"#
    )
}

/// Writes a file that is none of the standard.
const GARBAGE: &str = r#"folder=${line#*'"folder":"'}; folder=${folder%%'"'*}; echo x >"$folder/UPPLAN.CSV"; say '"answer":"export","files":["UPPLAN.CSV"]'"#;

const NOTHING: &str = r#"say '"answer":"not_implemented","reason":"no"'"#;

/// A folder with a software that writes garbage (`a.json`) and one that writes nothing (`b.json`).
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, export) in [("a", GARBAGE), ("b", NOTHING)] {
        fs::write(folder.path().join(format!("{name}.sh")), script(export)).expect("written");
        let document = format!(
            r#"{{"schema":"renkei.suite-adapter/1","kind":"process","command":["sh","{name}.sh"],"stays":true,"seconds":20}}"#
        );
        fs::write(folder.path().join(format!("{name}.json")), document).expect("written");
    }
    folder
}

fn matrix(folder: &Path, args: &[&str]) -> Output {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
    command.args(["suite", "matrix"]).args(args).arg("--corpus").arg(corpus).current_dir(folder);
    command.env_remove("RENKEI_LANG").output().expect("renkei starts")
}

#[test]
fn the_table_the_page_and_the_document_come_from_one_run() {
    let folder = folder();
    let args = ["a.json", "b.json", "--only", "write/d2_basic", "--out", "matrix.html", "--json", "matrix.json"];
    let output = matrix(folder.path(), &args);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(told.contains("A → B") && told.contains("書き出す側") && told.contains("自己検査"), "{told}");
    let page = fs::read_to_string(folder.path().join("matrix.html")).expect("written");
    assert!(page.contains("UPPLAN.CSV") && page.contains("sh&lt;b&gt;") && !page.contains("<script"));
    let document = fs::read(folder.path().join("matrix.json")).expect("written");
    let document: Value = serde_json::from_slice(&document).expect("JSON");
    let sides: Vec<_> =
        document["cells"].as_array().expect("a list").iter().map(|cell| &cell["results"][0]["side"]).collect();
    assert_eq!(sides, ["writer", "writer", "writer", "writer"]);
    assert_eq!(document["cells"][2]["worst"], "not-implemented");
    let english = matrix(folder.path(), &["a.json", "--only", "write/d2_basic", "--lang", "en"]);
    let english = String::from_utf8_lossy(&english.stdout).into_owned();
    assert!(english.contains("self-test") && !english.contains("書き出す"), "{english}");
}

#[test]
fn what_cannot_be_compared_ends_with_2() {
    let folder = folder();
    let code = |args: &[&str]| matrix(folder.path(), args).status.code();
    assert_eq!(code(&[]), Some(2), "nobody");
    assert_eq!(code(&["a.json", "missing.json"]), Some(2));
    assert_eq!(code(&["a.json", "--roles", "houkatsu"]), Some(2), "no exchange of these");
    assert_eq!(code(&["a.json", "--only", "write/d2_basic", "--out", "missing/matrix.html"]), Some(2));
    fs::write(folder.path().join("a.sh"), "exit 3").expect("written");
    let output = matrix(folder.path(), &["b.json", "a.json", "--only", "write/d2_basic"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with('B'), "it is told which one");
}
