use std::path::Path;
use std::sync::LazyLock;

use careplan::layout::Kind;
use careplan::text::Message;

use super::table::ASKED;
use super::*;
use crate::mutation::corpus_cases;
use crate::suite::case::{Case, Task, all_cases};
use crate::suite::meaning::value_of;
use crate::suite::protocol::{Found, Outcome};

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    all_cases(&corpus_cases(&corpus).expect("the corpus can be read"))
});

/// How an answer to the question for a value reads.
fn read(kind: Kind, no: u16, value: &str, others: &[&str], answer: &str) -> Reading {
    let field = kind.layout().and_then(|layout| layout.field(no)).expect("a field");
    let others: Vec<String> = others.iter().map(|it| value_of(field, it).to_string()).collect();
    Question::value(&Message::default(), field, &value_of(field, value), others).read(answer)
}

const RIGHT: Reading = Reading::Clear(Found::Right);
const WRONG: Reading = Reading::Clear(Found::Wrong);

#[test]
fn a_value_is_the_same_however_it_is_typed() {
    let dates = [
        "2025-04-10",
        "20250410",
        "2025/4/10",
        "2025年4月10日（木）",
        "令和7年4月10日",
        "R7.4.10",
        "令和７年４月１０日",
        "4/10",
        "10日",
    ];
    for typed in dates {
        assert_eq!(read(Kind::Upplan, 10, "20250410", &["20250410", "20250411"], typed), RIGHT, "{typed}");
    }
    for typed in ["3", "３", " 3回 ", "03"] {
        assert_eq!(read(Kind::Upplan, 14, "3", &[], typed), RIGHT, "{typed}");
    }
    for typed in ["09:30", "9:30", "0930", "９：３０", "9時30分", "午前9時半"] {
        assert_eq!(read(Kind::Upplan, 12, "0930", &[], typed), RIGHT, "{typed}");
    }
    for typed in ["2025-04", "令和7年4月", "202504", "2025年04月"] {
        assert_eq!(read(Kind::Upplan, 5, "202504", &["202504"], typed), RIGHT, "{typed}");
    }
    for typed in ["21", "要介護１", "要介護1"] {
        assert_eq!(read(Kind::Up1kyo, 21, "21", &[], typed), RIGHT, "{typed}");
    }
    assert_eq!(read(Kind::Uphosoku, 8, "19450103", &["19450103"], "昭和20年1月3日"), RIGHT);
    assert_eq!(read(Kind::Upplan, 8, "12345", &[], "12,345単位"), RIGHT);
    assert_eq!(read(Kind::Upplan, 8, "-47", &[], "▲47"), RIGHT);
}

#[test]
fn another_value_is_wrong_and_what_is_no_value_is_asked_again() {
    assert_eq!(read(Kind::Upplan, 14, "3", &[], "4"), WRONG);
    assert_eq!(read(Kind::Upplan, 10, "20250410", &[], "令和6年4月10日"), WRONG);
    assert_eq!(read(Kind::Upplan, 10, "20250410", &["20250410"], "4/11"), WRONG);
    assert_eq!(read(Kind::Upplan, 12, "0930", &[], "午後9時30分"), WRONG);
    assert_eq!(read(Kind::Up1kyo, 21, "21", &[], "要介護2"), WRONG);
    assert_eq!(read(Kind::Upplan, 21, "髙山デイ", &[], "高山デイ"), WRONG);
    assert_eq!(read(Kind::Upplan, 14, "3", &[], "三つ"), Reading::Unclear);
    assert_eq!(read(Kind::Upplan, 10, "20250410", &[], "7/4/10"), Reading::Unclear);
    assert_eq!(read(Kind::Upplan, 10, "20250410", &["20240410", "20250410"], "4/10"), Reading::Unclear);
    assert_eq!(read(Kind::Upplan, 14, "3", &[], "？"), Reading::Clear(Found::Unseen));
    assert_eq!(read(Kind::Upplan, 14, "3", &[], "なし"), Reading::Clear(Found::Gone));
}

#[test]
fn a_long_text_is_asked_for_by_its_end_where_a_cut_would_show() {
    let text = "見守りと声かけを毎日行い、様子を記録し家族へ伝える。";
    let ask = |answer: &str| read(Kind::Up1kyo, 24, text, &[], answer);
    assert_eq!(ask("し家族へ伝える。"), RIGHT);
    assert_eq!(ask(text), RIGHT);
    assert_eq!(ask("見守りと声かけを毎日行い、"), WRONG);
    assert_eq!(ask("。"), WRONG);
}

#[test]
fn every_kind_that_is_held_has_its_row_and_every_field_is_of_the_layout() {
    for row in ASKED {
        let layout = row.kind.layout().expect("a layout");
        assert!(row.at.iter().chain(row.asks).all(|no| layout.field(*no).is_some()), "{}", row.kind.code());
        assert!(!row.asks.is_empty() && row.at.iter().all(|no| !row.asks.contains(no)), "{}", row.kind.code());
    }
    for kind in Kind::ALL.iter().filter(|kind| kind.code().starts_with("UP") && kind.layout().is_some()) {
        assert!(ASKED.iter().any(|row| row.kind == *kind), "{}", kind.code());
    }
}

/// The sheets of a case, as if all was taken.
fn sheets(case: &Case) -> Vec<Sheet> {
    let mut walk = Walk::of(case);
    let mut sheets = Vec::new();
    for step in &case.steps {
        walk.advance();
        if let Task::Import { files, .. } = &step.task {
            sheets.push(walk.import(files));
            walk.settle(Outcome::Taken);
        }
    }
    sheets
}

#[test]
fn every_case_asks_a_bounded_number_of_different_questions_the_same_ones_every_time() {
    for case in CASES.iter() {
        let (first, again) = (sheets(case), sheets(case));
        for (sheet, again) in first.iter().zip(&again) {
            assert!(sheet.taken.len() <= 7 && sheet.refused.len() <= 2, "{}", case.id);
            let texts: Vec<_> = sheet.all().map(|question| &question.text).collect();
            assert_eq!(texts, again.all().map(|question| &question.text).collect::<Vec<_>>());
            for question in sheet.all() {
                let same = sheet.all().filter(|other| other.id == question.id || other.text == question.text);
                assert_eq!(same.count(), 1, "{}: {}", case.id, question.text.ja);
                assert!(!question.text.ja.is_empty() && !question.text.en.is_empty());
            }
        }
    }
}

#[test]
fn the_expected_answer_to_every_question_is_right() {
    for case in CASES.iter().filter(|case| case.id.starts_with("read/") || case.id.starts_with("delete/")) {
        for sheet in sheets(case) {
            for question in sheet.all() {
                let typed = question.expected().ja;
                let typed = typed.trim_start_matches('…').split('（').next().unwrap_or_default().to_owned();
                let is_text = question.expected().ja.contains('（');
                assert!(question.read(&typed) == RIGHT || is_text, "{}: {} {typed}", case.id, question.text.ja);
            }
        }
    }
}

#[test]
fn a_deletion_asks_whether_the_sheet_is_gone() {
    let case = CASES.iter().find(|case| case.id.starts_with("delete/dltplan/")).expect("a case");
    let sheets = sheets(case);
    let last = sheets.last().expect("two imports");
    let gone = last.taken.iter().find(|question| question.text.ja.contains("画面にありますか")).expect("it is asked");
    assert_eq!(gone.read("いいえ"), RIGHT);
    assert_eq!(gone.read("はい"), WRONG);
}

#[test]
fn what_a_replacement_altered_is_asked_for() {
    let case = CASES.iter().find(|case| case.id.starts_with("replace/d1")).expect("a case");
    let sheets = sheets(case);
    let last = sheets.last().expect("two imports");
    assert!(last.taken.iter().any(|question| question.expected().ja.contains("（改）")), "{last:?}");
}

#[test]
fn the_checklist_is_one_page_that_needs_nothing_else() {
    let cases: Vec<&Case> = CASES
        .iter()
        .filter(|case| case.id.starts_with("replace/d1") || case.id.starts_with("write/d1"))
        .take(3)
        .collect();
    let mut html = Vec::new();
    page(&cases, Path::new("files"), careplan::text::Lang::Ja, &mut html).expect("written");
    let html = String::from_utf8(html).expect("UTF-8");
    assert!(cases.len() == 3 && cases.iter().all(|case| html.replace("<wbr>", "").contains(&case.id)));
    assert!(!html.contains("src=") && !html.contains("http"), "nothing is fetched");
}

#[test]
fn a_person_is_given_a_few_cases_of_every_pattern() {
    let all: Vec<&Case> = CASES.iter().collect();
    let chosen = few(&all);
    assert!((20..=90).contains(&chosen.len()), "{}", chosen.len());
    for pattern in crate::suite::case::Pattern::ALL {
        assert!(chosen.iter().any(|case| case.patterns.contains(pattern)), "{}", pattern.as_str());
    }
}
