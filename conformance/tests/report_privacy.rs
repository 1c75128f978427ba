//! No report tells of a person unless it is asked to: what the sample files hold in fields that could
//! tell of one is looked for in every form of the report.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use careplan::csv::Scanner;
use careplan::name::FileName;
use conformance::judge::{CheckRun, Quiet};
use conformance::report::{Format, Options, write};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/samples")
}

/// Texts of private fields that are long enough to be told from everything else in a report.
fn private_texts(folder: &Path) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let Some(layout) = FileName::parse(&name).ok().and_then(|name| name.kind.layout()) else { continue };
        let bytes = fs::read(&path).expect("a sample");
        Scanner::default().scan(&bytes, true, |record| {
            for (field, (_, raw)) in layout.fields.iter().zip(record.iter()) {
                let text = careplan::encoding::decode_lossy(raw).trim_matches('"').to_owned();
                let is_telling = if text.is_ascii() { text.len() >= 10 } else { text.chars().count() >= 4 };
                // The name of a picture is that of a judged file: reports name it.
                let is_named = text == "9999999999" || folder.join(&text).is_file();
                if field.format.is_private() && is_telling && !is_named {
                    texts.insert(text);
                }
            }
        });
    }
    texts
}

#[test]
fn no_form_of_a_report_holds_a_private_text_of_the_samples() {
    let mut sought = 0;
    for entry in fs::read_dir(samples()).expect("the samples") {
        let folder = entry.expect("an entry").path();
        if !folder.is_dir() {
            continue;
        }
        let texts = private_texts(&folder);
        sought += texts.len();
        let outcome = CheckRun { paths: vec![folder.clone()], ..CheckRun::default() }.run(&Quiet);
        for &format in Format::ALL {
            let mut out = Vec::new();
            let options = Options { verbose: true, ..Options::default() };
            write(format, &outcome, &options, &mut out).expect("a vector takes everything");
            let report = String::from_utf8(out).expect("UTF-8");
            for text in &texts {
                assert!(!report.contains(text.as_str()), "{}: {format:?} holds a private text", folder.display());
            }
        }
    }
    assert!(sought > 100, "only {sought} texts were looked for");
}

#[test]
fn a_private_value_at_fault_is_a_shape_until_it_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let name = "DLTPLAN_202505_9970000001_43_9970000002_15_20250427163800.CSV";
    fs::write(folder.path().join(name), "202407,987099,00002143YZ,202505\r\n").expect("written");
    let outcome = CheckRun { paths: vec![folder.path().to_path_buf()], ..CheckRun::default() }.run(&Quiet);
    for show_values in [false, true] {
        for &format in Format::ALL {
            let mut out = Vec::new();
            write(format, &outcome, &Options { show_values, ..Options::default() }, &mut out).expect("written");
            let report = String::from_utf8(out).expect("UTF-8");
            // SARIF and the summary tell the place and what is wrong, never a value.
            let shows = show_values && !matches!(format, Format::Sarif | Format::Markdown);
            assert_eq!(report.contains("00002143YZ"), shows, "{format:?} {report}");
        }
    }
}
