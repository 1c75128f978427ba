//! The story is held against the standard in every month of two years.

use careplan::check::{FileChecker, Limits, SetMember, check_sets};
use careplan::csv::{Document, content};
use careplan::encoding;
use careplan::record::AnyRecord;
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::*;

fn stories() -> Vec<Story> {
    let start = datetime!(2025-02-10 01:23:45 UTC);
    let instants = (0..24).map(|month| start + Duration::days(30 * month));
    instants.chain([datetime!(2028-01-31 14:59:59 UTC)]).map(story).collect()
}

fn story(now: OffsetDateTime) -> Story {
    Story::tell(Calendar::at(now).unwrap()).unwrap()
}

fn records(file: &StoryFile) -> Vec<AnyRecord> {
    let document = Document::parse(file.bytes.clone()).unwrap();
    let rows = document.rows().map(|row| {
        let texts: Vec<String> = row.raw_fields().map(|raw| encoding::decode(&content(raw)).unwrap()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        AnyRecord::from_texts(file.name.kind, &texts).unwrap().unwrap()
    });
    rows.collect()
}

#[test]
fn the_checker_has_nothing_to_say_of_any_file_or_set() {
    for story in stories() {
        let files: Vec<_> = [&story.plan, &story.use_table, &story.actuals].into_iter().flatten().collect();
        let judged: Vec<_> = files
            .iter()
            .map(|file| {
                let name = file.name.to_string();
                let mut checker = FileChecker::new(&name, Limits::default());
                checker.feed(&file.bytes);
                let report = checker.finish();
                assert_eq!(report.counts.total(), 0, "{name}: {:?}", report.findings);
                assert!(!report.undecided, "{name}");
                (name, report)
            })
            .collect();
        let members: Vec<_> =
            judged.iter().map(|(name, report)| SetMember { folder: "", file_name: name, report }).collect();
        let sets = check_sets(&members);
        assert_eq!(sets.len(), 3);
        for set in sets {
            assert_eq!(set.counts.total(), 0, "{:?}", set.findings);
        }
    }
}

#[test]
fn every_file_is_read_back_as_the_records_it_was_written_from() {
    for story in stories() {
        for file in [&story.plan, &story.use_table, &story.actuals].into_iter().flatten() {
            assert!(!records(file).is_empty(), "{}", file.name);
            assert_eq!(FileName::parse(&file.name.to_string()).as_ref(), Ok(&file.name));
        }
    }
}

#[test]
fn one_visit_that_was_planned_did_not_take_place() {
    for story in stories() {
        let rows = |set: &StorySet, kind| {
            let file = set.iter().find(|file| file.name.kind == kind).unwrap();
            let texts = records(file).iter().map(AnyRecord::to_texts).collect::<Vec<_>>();
            // The base service of the day: No.3 user, No.10 day, No.15 code.
            let mut days: Vec<_> = texts
                .into_iter()
                .filter(|texts| texts[14].starts_with("15244"))
                .map(|texts| (texts[2].clone(), texts[9].clone()))
                .collect();
            days.sort();
            days
        };
        let (planned, actual) = (rows(&story.use_table, Kind::Upplan), rows(&story.actuals, Kind::Upjsk));
        let missed: Vec<_> = planned.iter().filter(|day| !actual.contains(day)).collect();
        assert_eq!(missed.len(), 1);
        assert_eq!(actual.len() + 1, planned.len());
    }
}

#[test]
fn subtotals_and_grand_totals_sum_what_stands_above_them() {
    for story in stories() {
        let file = story.use_table.iter().find(|file| file.name.kind == Kind::Upsikyu).unwrap();
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        let (mut details, mut limited, mut cost, mut claim, mut copay) = (0, 0, 0, 0, 0);
        for texts in records(file).iter().map(AnyRecord::to_texts) {
            let (code, units) = (texts[8].as_str(), number(&texts[16]));
            if code == "999999" {
                assert_eq!([units, number(&texts[21])], [limited, limited]);
                assert_eq!([number(&texts[23]), number(&texts[25]), number(&texts[27])], [cost, claim, copay]);
                assert_eq!(cost, claim + copay);
                (limited, cost, claim, copay) = (0, 0, 0, 0);
            } else if code.ends_with("AAAA") || code.ends_with("EEEE") {
                assert_eq!(units, details, "{code}");
                assert_eq!(number(&texts[23]), units * number(&texts[22].replace('.', "")) / 100);
                limited += if code.ends_with("AAAA") { units } else { 0 };
                cost += number(&texts[23]);
                claim += number(&texts[25]);
                copay += number(&texts[27]);
                details = 0;
            } else {
                assert_eq!(units, number(&texts[12]) * number(&texts[15]), "{code}");
                details += units;
            }
        }
    }
}

#[test]
fn nobody_goes_beyond_the_limit_of_the_care_level() {
    // The table of October 2019, which 2021 and 2024 left as it was.
    let limits = [("21", 16_765), ("22", 19_705), ("23", 27_048), ("24", 30_938), ("25", 36_217)];
    for story in stories() {
        let find = |kind| story.use_table.iter().find(|file| file.name.kind == kind).unwrap();
        let people = records(find(Kind::Uphosoku));
        let totals: Vec<_> = records(find(Kind::Upsikyu)).iter().map(AnyRecord::to_texts).collect();
        for person in people.iter().map(AnyRecord::to_texts) {
            assert!(limits.contains(&(person[17].as_str(), person[18].parse().unwrap())));
            let total = totals.iter().find(|row| row[2] == person[2] && row[8] == "999999").unwrap();
            assert!(total[21].parse::<i64>().unwrap() <= person[18].parse().unwrap());
        }
    }
}
