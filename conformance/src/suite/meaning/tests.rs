use std::path::Path;

use super::*;
use crate::mutation::{Base, File, corpus_cases, valid_sets};

fn corpus() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus")
}

fn sets() -> Vec<Base> {
    valid_sets(&corpus()).expect("the corpus can be read")
}

/// The exchange files of a set, in the order of their names.
fn exchanged(base: &Base) -> Vec<File> {
    let mut files: Vec<_> = base.files.iter().filter(|file| file.kind().is_some()).cloned().collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

#[test]
fn every_valid_set_comes_back_byte_for_byte_through_its_meaning_in_json() {
    for base in sets() {
        let scenario = read_files(&base.files).unwrap_or_else(|problems| panic!("{}: {problems:?}", base.id));
        let json = serde_json::to_string(&scenario).expect("it can be written");
        let again: Scenario = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}", base.id));
        assert_eq!(again, scenario, "{}", base.id);
        let mut files = write_files(&again).expect("all of it is in MS932");
        files.sort_by(|a, b| a.name.cmp(&b.name));
        assert!(files == exchanged(&base), "{}", base.id);
    }
}

#[test]
fn every_case_of_the_corpus_has_a_meaning_or_named_problems() {
    let mut without = 0;
    for case in corpus_cases(&corpus()).expect("the corpus can be read") {
        match read_files(&case.base.files) {
            Ok(scenario) => {
                let json = serde_json::to_string(&scenario).expect("it can be written");
                assert_eq!(
                    serde_json::from_str::<Scenario>(&json).expect("it can be read"),
                    scenario,
                    "{}",
                    case.base.id
                );
            }
            Err(problems) => {
                without += 1;
                assert!(problems.iter().all(|problem| !problem.message.ja.is_empty()), "{}", case.base.id);
            }
        }
    }
    assert!(without > 0);
}

fn plan() -> (Content, Content) {
    let base = sets().into_iter().find(|base| base.id == "d2_basic-21").expect("it is there");
    let content = read_files(&base.files).expect("it has a meaning").units.remove(0).content;
    (content.clone(), content)
}

fn told(must: &Content, held: &Content) -> Vec<What> {
    differences(must, &Content::default(), held, &Scope::default()).into_iter().map(|it| it.what).collect()
}

#[test]
fn differences_are_named_by_field_and_by_what_happened() {
    use careplan::layout::Kind::{Uphosoku, Upplan};
    let (must, mut held) = plan();
    assert_eq!(told(&must, &held), []);
    held.records.get_mut(&Upplan).expect("there").remove(0);
    assert_eq!(told(&must, &held), [What::Missing]);
    let cases = [
        (Upplan, 8, Value::Number(7), What::Wrong),
        (Uphosoku, 6, Value::Text(String::new()), What::Emptied),
        (Uphosoku, 3, Value::Text("1".to_owned()), What::Wrong),
    ];
    for (kind, no, value, what) in cases {
        let (must, mut held) = plan();
        let record = held.records.get_mut(&kind).and_then(|records| records.first_mut()).expect("there");
        record.set(no, value);
        let found = differences(&must, &Content::default(), &held, &Scope::default());
        assert_eq!(
            found.iter().map(|it| (it.field.map(|field| field.no), it.what)).collect::<Vec<_>>(),
            [(Some(no), what)]
        );
        let own = Scope { own: [(kind, no)].into() };
        assert_eq!(differences(&must, &Content::default(), &held, &own), []);
    }
}

#[test]
fn a_text_that_is_cut_or_loses_characters_is_told_as_such() {
    use careplan::layout::Kind::Uphosoku;
    for (text, held_text, what) in [("髙橋　表", "髙橋", What::Truncated), ("髙橋　表", "高橋　表", What::Replaced)]
    {
        let (mut must, mut held) = plan();
        let set = |content: &mut Content, text: &str| {
            let record = content.records.get_mut(&Uphosoku).and_then(|records| records.first_mut()).expect("there");
            record.set(6, Value::Text(text.to_owned()));
        };
        set(&mut must, text);
        set(&mut held, held_text);
        assert_eq!(told(&must, &held), [what]);
    }
}

#[test]
fn a_key_that_the_layout_does_not_have_is_refused_by_name() {
    let refused = |json: &str| serde_json::from_str::<Content>(json).expect_err("refused").to_string();
    assert!(refused(r#"{"calendar":{"UPPLAN":[{"単位":1}]}}"#).contains("単位"));
    assert!(refused(r#"{"money":{"UPPLAN":[]}}"#).contains("money"));
    assert!(refused(r#"{"moeny":{}}"#).contains("moeny"));
}

#[test]
fn deletions_take_what_hangs_on_them_and_nothing_else() {
    use careplan::layout::Kind;
    let base = sets().into_iter().find(|base| base.id == "deletions-1").expect("it is there");
    let mut model = Model::default();
    model.take(&read_files(&base.files).expect("it has a meaning"));
    assert_eq!(model.must.kinds(), [], "all was deleted again");
    assert!(model.may.kinds().iter().all(|kind| *kind == Kind::Uphosoku) && !model.may.is_empty());
}
