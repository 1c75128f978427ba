//! Nothing is said of a story that is not listed as information.

use std::collections::{BTreeMap, BTreeSet};

use careplan::diagnostic::{Finding, Severity};
use careplan::text::Lang;

use super::{check, tell_all};

#[test]
fn no_story_has_an_error_or_a_warning_from_any_seed() {
    let mut unlisted = BTreeMap::new();
    for told in tell_all() {
        let (files, sets) = check(&told);
        let of_files = files
            .iter()
            .zip(told.files())
            .flat_map(|(report, file)| report.findings.iter().map(move |finding| (file.name.as_str(), finding)));
        let of_sets = sets.iter().flat_map(|set| set.findings.iter().map(|found| ("set", &found.finding)));
        for (place, finding) in of_files.chain(of_sets) {
            let story = told.story;
            assert!(finding.severity == Severity::Info, "{} {}: {}", story.id, told.seed, spoken(place, finding));
            if !story.information.contains(&finding.rule.id) {
                unlisted.entry((story.id, finding.rule.id)).or_insert_with(|| spoken(place, finding));
            }
        }
    }
    assert!(unlisted.is_empty(), "information that no row lists: {unlisted:#?}");
}

fn spoken(place: &str, finding: &Finding) -> String {
    let field = finding.place.field.map(|field| field.no);
    format!(
        "{place} {:?} {field:?} {} {} / {} {:?}",
        finding.place.record,
        finding.rule.id,
        finding.found.get(Lang::Ja),
        finding.expected.get(Lang::Ja),
        finding.value.as_ref().map(|value| String::from_utf8_lossy(&value.bytes).into_owned()),
    )
}

#[test]
fn what_is_listed_as_information_is_said_from_some_seed() {
    let mut said = BTreeSet::new();
    for told in tell_all() {
        let (files, sets) = check(&told);
        let of_files = files.iter().flat_map(|report| report.findings.iter().map(|finding| finding.rule.id));
        let of_sets = sets.iter().flat_map(|set| set.findings.iter().map(|found| found.finding.rule.id));
        said.extend(of_files.chain(of_sets).map(|rule| (told.story.id, rule)));
    }
    for story in conformance::story::STORIES {
        for rule in story.information {
            assert!(said.contains(&(story.id, *rule)), "{} never draws {rule}", story.id);
        }
    }
}

#[test]
fn every_set_of_a_story_is_one_that_the_checker_sees() {
    for told in tell_all() {
        let (_, sets) = check(&told);
        let seen: BTreeSet<_> = sets.iter().map(|set| (&set.serial, &set.from, &set.to)).collect();
        assert_eq!(seen.len(), told.sets.len(), "{} {}", told.story.id, told.seed);
        let serials: Vec<_> = told.sets.iter().map(|set| &set.unit.serial).collect();
        assert!(serials.is_sorted(), "{} {}: sent in the order of serials", told.story.id, told.seed);
    }
}
