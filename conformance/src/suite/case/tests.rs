use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use careplan::layout::Kind;

use super::*;
use crate::mutation::{CorpusCase, corpus_cases, judge};

static CORPUS: LazyLock<Vec<CorpusCase>> = LazyLock::new(|| {
    corpus_cases(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus")).expect("the corpus can be read")
});
static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| all_cases(&CORPUS));

#[test]
fn print_counts() {
    let mut counts = BTreeMap::new();
    for case in CASES.iter() {
        *counts.entry(case.class.as_str()).or_insert(0) += 1;
    }
    println!("{counts:?} {}", CASES.len());
}

/// The files of the imports of a case.
fn imports(case: &Case) -> impl Iterator<Item = (&[File], Taking)> {
    case.steps.iter().filter_map(|step| match &step.task {
        Task::Import { files, taking } => Some((files.as_slice(), *taking)),
        Task::Export { .. } | Task::TakeBack => None,
    })
}

#[test]
fn everything_that_must_be_taken_has_a_meaning_and_nothing_against_the_standard() {
    let mut wrong = Vec::new();
    for case in CASES.iter() {
        for (files, taking) in imports(case).filter(|(_, taking)| *taking == Taking::Whole) {
            let meaning = super::super::meaning::read_files(files);
            if files.is_empty() || meaning.is_err() {
                wrong.push(format!("{} {taking:?} {:?}", case.id, meaning.err()));
            }
            let said = judge(files);
            if said.iter().any(|said| said.severity == Severity::Error) {
                wrong.push(format!("{}: {said:?}", case.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.iter().take(20).cloned().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_cell_of_the_duties_with_a_mark_has_its_case() {
    let ids: BTreeSet<&str> = CASES.iter().map(|case| case.id.as_str()).collect();
    let mut missing = Vec::new();
    for row in DUTIES {
        for (direction, cells) in [("import", row.imports), ("export", row.exports)] {
            for (role, duty) in cells.iter().filter(|(_, duty)| *duty != Duty::Open) {
                let id = format!("duty/{}/{direction}/{}", row.rule, role.as_str());
                if !ids.contains(id.as_str()) {
                    missing.push((id, *duty));
                }
            }
        }
    }
    assert_eq!(missing, []);
}

#[test]
fn every_deletion_has_cases_and_every_class_has_some() {
    for row in careplan::set::DELETIONS {
        let word = row.deletion.code().to_ascii_lowercase();
        assert!(CASES.iter().any(|case| case.id.starts_with(&format!("delete/{word}/"))), "{word}");
    }
    for class in Class::ALL {
        assert!(CASES.iter().any(|case| case.class == *class), "{}", class.as_str());
    }
    for kind in Kind::ALL {
        let written = |case: &Case| {
            case.steps.iter().any(|step| matches!(&step.task, Task::Export { kinds, .. } if kinds.contains(kind)))
        };
        assert!(CASES.iter().any(written), "{}", kind.code());
    }
}
