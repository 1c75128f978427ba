//! わざと壊したソフトウェアを、検査がすべて捕まえること / that the suite catches every software that is broken on purpose.

mod render;
mod runner;
mod table;

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use conformance::suite::verdict::Verdict;

use table::{MUTANTS, Sample};

#[test]
fn every_mutant_is_caught_with_the_declared_verdicts() {
    let found = runner::run_all(MUTANTS);
    assert_eq!(found.len(), MUTANTS.len());
    let (mut wrong, mut table) = (Vec::new(), String::new());
    for (mutant, found) in MUTANTS.iter().zip(found) {
        for (id, expected) in mutant.caught {
            let verdict = found.get(id).copied().flatten();
            let word = verdict.map_or("unready", Verdict::as_str);
            table.push_str(&format!("{:<36} {id:<44} {word}\n", mutant.id));
            if verdict != *expected {
                wrong.push(format!("{} {id}: {word} instead of {expected:?}", mutant.id));
            }
        }
    }
    // Past the capture of the test runner: the table is shown by every run.
    std::io::stdout().lock().write_all(table.as_bytes()).unwrap();
    assert!(wrong.is_empty(), "{} are not caught as declared:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_mutant_has_a_name_of_its_own_and_cases_that_exist() {
    let names: BTreeSet<&str> = MUTANTS.iter().map(|mutant| mutant.id).collect();
    assert_eq!(names.len(), MUTANTS.len());
    assert!(MUTANTS.len() >= 60, "{}", MUTANTS.len());
    let cases: BTreeSet<&str> = runner::SUITE.cases.iter().map(|case| case.id.as_str()).collect();
    let scored = runner::SUITE.requirements.scored();
    for mutant in MUTANTS {
        assert!(!mutant.caught.iter().any(|(_, verdict)| *verdict == Some(Verdict::Pass)), "{}", mutant.id);
        for (id, _) in mutant.caught {
            assert!(cases.contains(id), "{}: {id}", mutant.id);
        }
    }
    let unscored = MUTANTS.iter().filter(|mutant| !mutant.caught.iter().any(|(id, _)| scored.contains(id)));
    assert_eq!(unscored.map(|mutant| mutant.id).collect::<Vec<_>>(), Vec::<&str>::new(), "no scored case catches them");
}

#[test]
fn every_sample_is_broken_in_several_ways() {
    for sample in [Sample::Python, Sample::TypeScript, Sample::Rust] {
        assert!(MUTANTS.iter().filter(|mutant| mutant.sample == sample).count() >= 8, "{sample:?}");
    }
}

#[test]
fn the_published_table_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/kill-table.md");
    let published = std::fs::read_to_string(path).unwrap_or_default();
    assert!(published == render::document(), "docs/kill-table.md is out of date: run ci/mutants --write");
}
