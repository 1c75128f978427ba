//! The shelf of the training desk: the stories of the suite, each told from a seed of its own, so
//! that all of them play in one month.

use careplan::name::Party;
use conformance::story::{Member, Story, StoryFile, StorySet};
use mock_server::{Office, OfficeNo, Paper, Shelf, Told, ToldSet};

/// The stories of the suite.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stories;

/// The seeds from which a story plays in October 2026, is sent on working days of September and
/// November, and has offices whose names are easy to read. Others are told from seed 1.
const SEEDS: &[(&str, u64)] = &[
    ("kyotaku-full", 1_318),
    ("kyotaku-month", 1_460),
    ("zero-actual-all", 1_216),
    ("overrun-unseen", 253),
    ("shared-number", 1_143),
    ("preventive-itaku-full", 758),
    ("resend", 695),
    ("deletions", 1_914),
    ("late-month", 290),
];

impl Shelf for Stories {
    fn told(&self, wanted: &str) -> Option<Told> {
        let story = Story::by_id(wanted)?;
        let seed = SEEDS.iter().find(|(id, _)| *id == wanted).map_or(1, |(_, seed)| *seed);
        // A story that cannot be told is a fault of the suite, which tests every one.
        let told = story.generate(seed).ok()?;
        let text = |file: &StoryFile| String::from_utf8(file.bytes.clone()).ok();
        Some(Told {
            offices: offices(&told.cast)?,
            sets: told.sets.iter().map(set).collect::<Option<_>>()?,
            messages: told.messages.iter().map(text).collect::<Option<_>>()?,
        })
    }
}

/// One office for each number; several services under one number are named together.
fn offices(cast: &[Member]) -> Option<Vec<Office>> {
    let mut offices: Vec<Office> = Vec::new();
    for member in cast {
        let number: OfficeNo = member.number.parse().ok()?;
        match offices.iter_mut().find(|office| office.number == number) {
            Some(office) => {
                office.name = format!("{}・{}", office.name, member.name);
                office.services.push(member.service.to_owned());
            }
            None => offices.push(Office::new(number, &member.name, &[member.service])),
        }
    }
    Some(offices)
}

fn set(set: &StorySet) -> Option<ToldSet> {
    let number = |party: &Party| party.office.parse().ok();
    let paper = |file: &StoryFile| Paper { name: file.name.clone(), bytes: file.bytes.clone().into() };
    Some(ToldSet {
        from: number(&set.unit.from)?,
        to: number(&set.unit.to)?,
        serial: set.unit.serial.clone(),
        files: set.files.iter().map(paper).collect(),
    })
}

#[cfg(test)]
mod tests {
    use careplan::name::FileName;

    use super::*;

    #[test]
    fn every_story_plays_in_october_2026_and_is_sent_on_the_days_of_its_scenario() {
        for (id, _) in SEEDS {
            let told = Stories.told(id).unwrap();
            let names = told.sets.iter().flat_map(|set| &set.files).map(|file| FileName::parse(&file.name).unwrap());
            let months: Vec<_> = names.filter_map(|name| name.month).filter(|month| month != "000000").collect();
            assert!(months.iter().any(|month| month == "202610"), "{id}: {months:?}");
            for set in &told.sets {
                // Before half past two in the afternoon: the steps that send are later than that.
                let (day, time) = set.serial.split_at(8);
                assert!(
                    ["20260915", "20260918", "20261102", "20261103", "20261105"].contains(&day)
                        || (*id == "overrun-unseen" && day == "20260917"),
                    "{id}: {day}"
                );
                assert!(time < "145000", "{id}: {time}");
            }
        }
    }

    #[test]
    fn every_story_of_the_suite_lies_on_the_shelf_and_nothing_else() {
        for story in conformance::story::STORIES {
            let told = Stories.told(story.id).unwrap();
            assert!(told.offices.len() >= 2 && !told.sets.is_empty(), "{}", story.id);
            for set in &told.sets {
                let is_there = |number: &OfficeNo| told.offices.iter().any(|office| office.number == *number);
                assert!(is_there(&set.from) && is_there(&set.to) && !set.files.is_empty(), "{}", story.id);
            }
        }
        assert!(Stories.told("none").is_none());
    }

    #[test]
    fn services_under_one_number_are_one_office() {
        let told = Stories.told("shared-number").unwrap();
        assert_eq!(told.offices.len(), 2);
        assert_eq!(told.offices[1].services, ["11", "15"]);
        assert!(told.offices[1].name.contains('・'), "{}", told.offices[1].name);
    }
}
