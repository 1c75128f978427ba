//! Who reads whom, and whose fault it is where it goes wrong.

use std::num::NonZeroUsize;
use std::time::Duration;

use careplan::text::Lang;
use conformance::suite::adapter::Adapter;
use conformance::suite::case::{Selection, Suite};
use conformance::suite::matrix::{MatrixOutcome, MatrixPlan, Party, Side, html, json, run, text};
use conformance::suite::run::Overall;
use conformance::suite::verdict::Verdict;
use serde_json::Value;

use super::SUITE;
use super::reference::{Reference, Slip};

fn matrix_of(slips: &[Slip], only: &str) -> MatrixOutcome {
    let softwares: Vec<Reference> = slips.iter().map(|slip| Reference(*slip)).collect();
    let parties: Vec<Party<'_>> = softwares
        .iter()
        .map(|adapter| Party { adapter: adapter as &dyn Adapter, limit: Duration::from_secs(20) })
        .collect();
    let plan = MatrixPlan {
        suite: &SUITE,
        selection: Selection { only: vec![only.to_owned()], ..Selection::default() },
        jobs: NonZeroUsize::new(2),
    };
    run(&plan, &parties, &()).unwrap()
}

/// Worst verdict, failures of the writer and of the reader, cell by cell.
fn cells(outcome: &MatrixOutcome) -> Vec<(Verdict, usize, usize)> {
    let cell = |cell| {
        let tally = outcome.tally(cell);
        (outcome.worst(cell).unwrap(), tally.writer, tally.reader)
    };
    outcome.cells.iter().map(cell).collect()
}

#[test]
fn software_that_is_right_reads_everything_that_software_that_is_right_writes() {
    let outcome = matrix_of(&[Slip::None, Slip::None], "write/");
    assert!(outcome.exchanges.len() > 300, "{}", outcome.exchanges.len());
    let wrong: Vec<_> = outcome
        .cells
        .iter()
        .flat_map(|cell| outcome.found(cell))
        .filter(|found| found.side.is_some())
        .map(|found| (&outcome.exchanges[found.exchange].id, found.judged))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(outcome.overall(), Overall::Pass);
    assert!(outcome.cells.iter().all(|cell| outcome.tally(cell).passed == outcome.exchanges.len()));
}

#[test]
fn a_writer_that_is_wrong_is_blamed_whoever_reads_and_a_reader_whoever_writes() {
    let outcome = matrix_of(&[Slip::None, Slip::WritesLessKinds, Slip::ForgetsOne], "write/d2_basic-21");
    let (pass, writer, reader) = ((Verdict::Pass, 0, 0), (Verdict::Fail, 1, 0), (Verdict::SilentLoss, 0, 1));
    assert_eq!(cells(&outcome), [pass, pass, reader, writer, writer, writer, pass, pass, reader]);
    assert_eq!(outcome.overall(), Overall::Fail);
    let blamed = outcome.found(&outcome.cells[2]).next().unwrap();
    assert_eq!(blamed.side, Some(Side::Reader));
    assert!(!blamed.judged.notes.is_empty());
    let judged: Vec<Overall> = outcome.cells.iter().map(|cell| outcome.judged(cell)).collect();
    assert_eq!((judged[0], judged[2], judged[3]), (Overall::Pass, Overall::Fail, Overall::Fail));
}

#[test]
fn what_cannot_be_written_or_read_or_seen_is_told_on_the_right_side() {
    let one = |slips: &[Slip], at: usize| cells(&matrix_of(slips, "write/d2_basic-21"))[at];
    assert_eq!(one(&[Slip::CannotExport, Slip::None], 1), (Verdict::NotImplemented, 1, 0));
    assert_eq!(one(&[Slip::None, Slip::Crashes], 1), (Verdict::Crash, 0, 1));
    assert_eq!(one(&[Slip::None, Slip::NoReceipt], 1), (Verdict::SilentLoss, 0, 1));
    assert_eq!(one(&[Slip::None, Slip::ShowsNothing], 1), (Verdict::NotTestable, 0, 0));
    let broken = matrix_of(&[Slip::None, Slip::Fails], "write/d2_basic-21");
    assert_eq!(broken.overall(), Overall::Undecided, "an adapter that fails leaves it open");
}

#[test]
fn deletions_of_what_was_never_sent_may_be_refused_by_a_reader() {
    let outcome = matrix_of(&[Slip::None], "write/dlt");
    assert!(!outcome.exchanges.is_empty());
    assert!(outcome.cells.iter().all(|cell| outcome.judged(cell) == Overall::Pass));
}

#[test]
fn every_case_of_writing_is_exchanged() {
    let of = |suite: &Suite| {
        let writing = suite.cases.iter().filter(|case| case.class.as_str() == "write");
        writing.map(|case| case.id.clone()).collect::<Vec<_>>()
    };
    let exchanged: Vec<String> = conformance::suite::matrix::exchanges(&SUITE, &Selection::default())
        .into_iter()
        .map(|exchange| exchange.id)
        .collect();
    assert_eq!(exchanged, of(&SUITE));
}

#[test]
fn the_page_needs_nothing_else_and_every_link_has_its_target() {
    let outcome = matrix_of(&[Slip::None, Slip::WritesLessKinds, Slip::ForgetsOne], "write/d2_");
    for lang in [Lang::Ja, Lang::En] {
        let mut page = Vec::new();
        html(&outcome, lang, &mut page).unwrap();
        let page = String::from_utf8(page).unwrap();
        for outside in ["http://", "https://", "<link", "<img", "<script", "url(", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
        for link in page.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap();
            assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
        }
        assert_eq!(page.contains("silent loss"), lang == Lang::En);
        assert!(page.contains("UPSIKYU") || page.contains("UPPLAN"), "files and fields are named");
        let mut told = Vec::new();
        text(&outcome, lang, &mut told).unwrap();
        let told = String::from_utf8(told).unwrap();
        assert!(told.contains("A → C") && told.contains("B → A"), "{told}");
        assert!(told.contains(if lang == Lang::Ja { "自己検査" } else { "self-test" }));
    }
}

#[test]
fn the_document_tells_the_same_as_the_table() {
    let outcome = matrix_of(&[Slip::None, Slip::ForgetsOne], "write/d2_basic");
    let mut out = Vec::new();
    json(&outcome, &mut out).unwrap();
    let document: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!((&document["schema"], &document["verdict"]), (&"renkei.suite-matrix/1".into(), &"fail".into()));
    let cell = &document["cells"][1];
    assert_eq!((&cell["writer"], &cell["reader"], &cell["worst"]), (&0.into(), &1.into(), &"silent-loss".into()));
    assert_eq!((&cell["writer_side"], &cell["reader_side"]), (&0.into(), &1.into()));
    assert_eq!(cell["results"][0]["side"], "reader");
    assert_eq!(document["cells"][0]["worst"], "pass");
}
