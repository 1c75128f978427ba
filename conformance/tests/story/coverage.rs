//! What occurs over the seeds: every kind of file, every code, every form of free text.

use std::collections::{BTreeMap, BTreeSet};

use careplan::csv::{Scanner, content};
use careplan::encoding::decode;
use careplan::layout::codes::CODE_TABLES;
use careplan::layout::{Field, Format, Kind};
use careplan::name::FileName;
use conformance::story::{Role, STORIES, Story, StoryFile};

use super::{SEEDS, tell, tell_all};

/// Whether a text is what is looked for.
type Holds = fn(&str) -> bool;

/// Codes that no story uses, with the reason.
const UNUSED: &[(&str, &str, &str)] = &[
    ("BasicCareLevel", "23", "nobody in preventive care was so ill before"),
    ("BasicCareLevel", "24", "nobody in preventive care was so ill before"),
    ("BasicCareLevel", "25", "nobody in preventive care was so ill before"),
];

/// Hands every field of a CSV file to somebody.
fn each_field(file: &StoryFile, mut take: impl FnMut(&'static Field, &str)) {
    let kind = FileName::parse(&file.name).unwrap().kind;
    let Some(layout) = kind.layout() else { return };
    Scanner::default().scan(&file.bytes, true, |record| {
        for (field, (_, raw)) in layout.fields.iter().zip(record.iter()) {
            take(field, &decode(&content(raw)).unwrap());
        }
    });
}

#[test]
fn every_kind_of_file_occurs_and_every_pattern_and_role() {
    let mut kinds = BTreeSet::new();
    let mut patterns: BTreeSet<&str> = BTreeSet::new();
    let mut roles = BTreeSet::new();
    for told in tell_all() {
        kinds.extend(told.sets.iter().flat_map(|set| &set.files).map(|file| FileName::parse(&file.name).unwrap().kind));
        patterns.extend(told.story.patterns);
        roles.extend(told.sets.iter().flat_map(|set| [set.from.as_str(), set.to.as_str()]));
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), Kind::ALL);
    assert_eq!(patterns.into_iter().collect::<Vec<_>>(), ["D1", "D2", "D3", "D4", "D5", "D6", "D7"]);
    for role in [Role::Kyotaku, Role::Service, Role::Houkatsu, Role::YoboService] {
        assert!(roles.contains(role.as_str()));
    }
}

#[test]
fn every_code_of_every_table_occurs() {
    let mut seen: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for told in tell_all() {
        for file in told.sets.iter().flat_map(|set| &set.files) {
            each_field(file, |field, text| {
                if let Some(table) = field.codes {
                    seen.entry(table.ident).or_default().insert(text.to_owned());
                }
            });
        }
    }
    for table in CODE_TABLES {
        for (code, label) in table.entries {
            let occurs = seen.get(table.ident).is_some_and(|codes| codes.contains(*code));
            let is_unused = UNUSED.iter().any(|(ident, unused, _)| ident == &table.ident && unused == code);
            assert!(occurs != is_unused, "{} {code} {label}: occurs {occurs}", table.ident);
        }
    }
}

#[test]
fn every_form_of_free_text_occurs() {
    let forms: [(&str, Holds); 9] = [
        ("empty", str::is_empty),
        ("a comma", |text| text.contains(',')),
        ("a line break", |text| text.contains("\r\n")),
        ("an empty line", |text| text.contains("\r\n\r\n")),
        ("a quote", |text| text.contains('"')),
        ("quotes around all of it", |text| text.len() > 1 && text.starts_with('"') && text.ends_with('"')),
        ("a trail byte 5C", |text| text.contains(['ソ', '表', '能'])),
        ("an IBM extension", |text| text.contains(['髙', '﨑'])),
        ("half-width kana", |text| text.contains(|letter: char| ('\u{FF66}'..='\u{FF9D}').contains(&letter))),
    ];
    let mut seen = BTreeSet::new();
    for told in tell_all() {
        for file in told.sets.iter().flat_map(|set| &set.files) {
            each_field(file, |field, text| {
                if field.format.is_free_text() {
                    seen.extend(forms.iter().filter(|(_, form)| form(text)).map(|(name, _)| *name));
                }
            });
        }
    }
    for (name, _) in forms {
        assert!(seen.contains(name), "no free text has {name}");
    }
}

#[test]
fn what_a_story_is_about_is_in_its_files() {
    let promises: [(&str, u16, Holds); 9] = [
        ("overrun", 29, |full| !full.is_empty() && full != "0"),
        ("seiho", 3, |insured| insured.starts_with('H')),
        ("equipment", 16, |tais| tais.len() == 12),
        ("equipment", 17, |notified| notified.len() == 12),
        ("prorata", 11, |days| days.len() == 31),
        ("over-30-days", 33, |flag| flag == "1"),
        ("level-change", 17, |changed| changed.len() == 8),
        ("sogo", 7, |office| office.contains('A')),
        ("alnum-codes", 15, |code| code == "11E001"),
    ];
    for (id, no, holds) in promises {
        let story = Story::by_id(id).unwrap();
        for seed in 1..=SEEDS {
            let told = tell(story, seed);
            let mut found = false;
            for file in told.sets.iter().flat_map(|set| &set.files) {
                each_field(file, |field, text| found |= field.no == no && holds(text));
            }
            assert!(found, "{id} {seed}: No.{no}");
        }
    }
}

#[test]
fn documents_that_are_passed_on_say_the_same() {
    let story = Story::by_id("preventive-itaku-full").unwrap();
    for seed in 1..=SEEDS {
        let told = tell(story, seed);
        let plan = |set: usize| told.sets[set].files.iter().find(|file| file.name.starts_with("UPYOBO_")).unwrap();
        assert_eq!(plan(0).bytes, plan(1).bytes, "{seed}");
        assert_eq!(told.cast.len(), 3, "{seed}: centre, care manager, provider");
    }
}

#[test]
fn the_cast_of_a_story_are_those_who_send_and_receive() {
    for told in tell_all() {
        for party in told.sets.iter().flat_map(|set| [&set.unit.from, &set.unit.to]) {
            let holds = |member: &conformance::story::Member| {
                member.number == party.office && party.service.as_deref() == Some(member.service)
            };
            assert_eq!(told.cast.iter().filter(|member| holds(member)).count(), 1, "{}", told.story.id);
        }
    }
}

#[test]
fn ids_are_words_with_hyphens_and_stand_once() {
    let ids: BTreeSet<_> = STORIES.iter().map(|story| story.id).collect();
    assert_eq!(ids.len(), STORIES.len());
    for id in ids {
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
    }
}

#[test]
fn every_field_of_every_kind_is_filled_by_some_story() {
    let mut filled: BTreeSet<(Kind, u16)> = BTreeSet::new();
    for told in tell_all() {
        for file in told.sets.iter().flat_map(|set| &set.files) {
            let kind = FileName::parse(&file.name).unwrap().kind;
            each_field(file, |field, text| {
                if !text.is_empty() {
                    filled.insert((kind, field.no));
                }
            });
        }
    }
    for kind in Kind::ALL {
        for field in kind.layout().map_or(&[][..], |layout| layout.fields) {
            // 識別子 is not to be used (R132); the slots behind the second are like the first two.
            let is_left_out = field.format == Format::Unused
                || ["slot3", "slot4", "slot5", "slot6", "slot7", "slot8", "slot9"]
                    .iter()
                    .any(|slot| field.ident.starts_with(slot));
            assert!(
                filled.contains(&(*kind, field.no)) != is_left_out,
                "{} No.{} {}",
                kind.code(),
                field.no,
                field.name
            );
        }
    }
}
