use std::collections::BTreeSet;
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
fn every_id_begins_with_its_class_and_stands_once() {
    for pair in CASES.windows(2) {
        assert!(pair[0].id < pair[1].id, "{}", pair[1].id);
    }
    for case in CASES.iter() {
        assert_eq!(case.id.split('/').next(), Some(case.class.as_str()));
        assert!(!case.title.ja.is_empty() && !case.title.en.is_empty() && !case.source.is_empty(), "{}", case.id);
        assert!(!case.steps.is_empty() && !case.roles().is_empty(), "{}", case.id);
    }
}

#[test]
fn shares_are_disjoint_and_together_all() {
    let share = |k| Selection { shard: Some((k, 3)), ..Selection::default() };
    let mut ids: Vec<&str> = (1..=3).flat_map(|k| share(k).of(&CASES)).map(|case| case.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, CASES.iter().map(|case| case.id.as_str()).collect::<Vec<_>>());
}

#[test]
fn a_choice_of_roles_takes_no_case_with_another_role() {
    let service = Selection { roles: [Role::Service].into(), ..Selection::default() };
    let chosen = service.of(&CASES);
    assert!(!chosen.is_empty() && chosen.iter().all(|case| case.roles() == [Role::Service].into()));
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
