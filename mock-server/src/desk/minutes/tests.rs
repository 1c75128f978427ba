//! The rows are those of the sources; nonsense is met kindly.

use super::asked::{MOST_PARTNERS, MOST_TENTHS, asked, first};
use super::study::MEASURED;
use super::sums::{Month, Work, hours_a_year, minutes};

#[test]
fn the_rows_give_the_totals_that_the_case_book_prints() {
    // Before, after, and what was saved, case by case: each case has two rows.
    let cases: Vec<(u32, u32)> = MEASURED
        .chunks(2)
        .map(|rows| (rows.iter().map(|row| row.paper).sum(), rows.iter().map(super::study::Measured::after).sum()))
        .collect();
    assert_eq!(cases, [(1661, 670), (715, 395), (390, 220)]);
    for row in MEASURED {
        assert!(row.reached <= row.partners && row.exchange_each() < row.paper_each(), "{row:?}");
    }
}

#[test]
fn minutes_are_partners_times_minutes_each() {
    let month = Work { partners: 30, reached: 19, paper: 243, exchange: 16 }.month();
    assert_eq!(month, Month { paper: 7_290, with: 11 * 243 + 19 * 16, all: 480 });
    assert_eq!((minutes(month.saved()), month.per_cent()), (431, Some(59)));
    assert_eq!(hours_a_year(month.saved()), "86.3");
    let slower = Work { partners: 1, reached: 1, paper: 10, exchange: 25 }.month();
    assert_eq!(
        (minutes(slower.saved()), slower.per_cent(), hours_a_year(slower.saved())),
        (-2, Some(-150), "-0.3".to_owned())
    );
    assert_eq!(Month::default().per_cent(), None);
}

#[test]
fn what_is_typed_is_taken_in_either_width() {
    let given = |pairs: &[(&str, &str)]| {
        asked(&pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect::<Vec<_>>())
    };
    let lines = given(&[
        ("out-partners", " １２ "),
        ("out-reached", "5"),
        ("out-paper", "２４．５"),
        ("out-exchange", "1,000"),
    ]);
    assert_eq!(lines[0].work, Work { partners: 12, reached: 5, paper: 245, exchange: 10_000 });
    assert!(lines[0].odd.is_empty());
    let lines = given(&[("out-partners", "3")]);
    assert_eq!((lines[0].work.reached, lines[0].odd.len()), (3, 1), "no more than there are");
}

#[test]
fn nonsense_is_said_and_left_as_it_was() {
    let long = "9".repeat(100_000);
    for text in ["", "abc", "-1", "1e5", "1.2.3", ".", "NaN", "∞", "+5", "1 2", "10000", "<script>", &long, "\0"] {
        for field in ["partners", "reached"] {
            let lines = asked(&[(format!("in-{field}"), text.to_owned())]);
            assert_eq!(lines[1].work, first()[1].work, "{field}: {text}");
            assert_eq!(lines[1].odd.len(), 1, "{field}: {text}");
        }
    }
    for text in ["", "abc", "-1", "1e5", "1.2.3", ".", "NaN", "1000000", &long] {
        let lines = asked(&[("in-paper".to_owned(), text.to_owned())]);
        assert_eq!((lines[1].work, lines[1].odd.len()), (first()[1].work, 1), "{text}");
    }
}

#[test]
fn the_greatest_numbers_can_be_reckoned_with() {
    let most = Work { partners: MOST_PARTNERS, reached: 0, paper: MOST_TENTHS, exchange: MOST_TENTHS };
    let month: Month = [most.month(), most.month(), most.month()].into_iter().sum();
    assert!(month.paper > 0 && !hours_a_year(i64::try_from(month.paper).unwrap()).is_empty());
}
