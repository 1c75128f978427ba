//! Persons, pages, what replaces what, and planned against actual.

use bytes::Bytes;
use careplan::encoding::encode;
use careplan::layout::Kind;
use careplan::text::Lang;

use crate::desk::forms::{Paper, limits, render};

const PLAN: &str = "UPPLAN_202510_9970000001_43_9970000002_15_20250920101500.CSV";
const LATER: &str = "UPPLAN_202510_9970000001_43_9970000002_15_20250921101500.CSV";
const ACTUAL: &str = "UPJSK_202510_9970000002_15_9970000001_43_20251102101500.CSV";

fn paper(name: &str, rows: &[String]) -> Paper {
    Paper { name: name.to_owned(), bytes: Bytes::from(encode(&rows.concat()).unwrap()) }
}

/// A row of 第6表.
fn used(day: u8, from: &str, times: u8, code: &str) -> String {
    format!(
        "202407,990001,0000000001,20250920,202510,9970000001,\"例示　空太\",100,,202510{day:02},,{from},1600,{times},{code},,,\"\",,9970000002,\"そらデイ\",,0,9970000001,\r\n"
    )
}

fn page(papers: &[Paper]) -> String {
    render(papers, Lang::Ja, 0).body.0
}

/// The page without tags, as it is read.
fn read(page: &str) -> String {
    page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

#[test]
fn planned_and_actual_differ_by_sign_and_word_on_the_calendar_and_in_the_list() {
    let plan = [used(6, "0900", 1, "151241"), used(7, "0900", 1, "151241"), used(8, "0900", 1, "151241")];
    let actual = [used(6, "0900", 1, "151241"), used(8, "1000", 1, "151241"), used(9, "0900", 1, "151241")];
    let page = page(&[paper(PLAN, &plan), paper(ACTUAL, &actual)]);
    let words = read(&page);
    for expected in [
        "− 未実施 通所介護 151241: 7日（火）",
        "＋ 予定外 通所介護 151241: 9日（木）",
        "⇄ 時間の違い 通所介護 151241: 8日（水） 予定 9:00～16:00 → 実績 10:00～16:00",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    // 7 and 9 once, 8 on both lines.
    assert_eq!(page.matches("differs\"").count(), 4);
}

#[test]
fn another_number_of_times_is_told_in_numbers() {
    let words =
        read(&page(&[paper(PLAN, &[used(6, "0900", 2, "151241")]), paper(ACTUAL, &[used(6, "0900", 1, "151241")])]));
    assert!(words.contains("± 回数の違い 通所介護 151241: 6日（月） 予定2回→実績1回"), "{words}");
}

#[test]
fn what_no_actual_use_has_come_of_is_not_called_undone() {
    let plan = [used(6, "0900", 1, "151241"), used(7, "0900", 1, "111111")];
    let words = read(&page(&[paper(PLAN, &plan), paper(ACTUAL, &[used(6, "0900", 1, "151241")])]));
    assert!(words.contains("違いはありません"));
    assert!(words.contains("比べていない事業所・サービス：そらデイ 9970000002 訪問介護 11"), "{words}");
}

#[test]
fn a_plan_alone_is_compared_with_nothing() {
    assert!(!page(&[paper(PLAN, &[used(6, "0900", 1, "151241")])]).contains("differences"));
}

#[test]
fn a_row_that_is_on_no_day_of_the_month_is_listed_below() {
    let row = used(6, "0900", 1, "151241").replace("20251006", "20251131");
    let words = read(&page(&[paper(PLAN, &[row, used(7, "0900", 1, "151241")])]));
    assert!(words.contains("カレンダーに置けない行") && words.contains("20251131（書式に合いません）"), "{words}");
}

#[test]
fn the_paper_that_was_made_later_replaces_the_earlier() {
    let early = paper(PLAN, &[used(6, "0900", 1, "151241")]);
    let late = paper(LATER, &[used(7, "0900", 1, "151299")]);
    for papers in [[early.clone(), late.clone()], [late, early]] {
        let words = read(&page(&papers));
        assert!(words.contains("151299") && !words.contains("151241"));
        assert!(words.contains(&format!("{PLAN} と同じ様式が、あとから作られた {LATER} にもあります")));
    }
}

#[test]
fn forms_are_grouped_by_person_and_further_ones_are_on_further_pages() {
    let rows: Vec<String> = (0..50).map(|no| format!("202407,990001,{no:010},20250401\r\n")).collect();
    let papers = [paper("DLT1KYO_9970000001_43_9970000002_15_20250920101500.CSV", &rows)];
    let mut from = 0;
    for (first, next, previous) in [(0, Some(20), None), (20, Some(40), Some(0)), (40, None, Some(20))] {
        let forms = render(&papers, Lang::Ja, from);
        assert_eq!((forms.forms, forms.next, forms.previous), (50, next, previous));
        assert_eq!(forms.body.0.matches("<h2 class=\"person\">").count(), limits::FORMS.min(50 - first));
        assert!(forms.body.0.contains(&format!("id=\"form-{}\"", first + 1)));
        from = next.unwrap_or(0);
    }
    assert_eq!(render(&papers, Lang::Ja, usize::MAX).previous, Some(20));
}

#[test]
fn repeated_and_empty_texts_of_sheet_2_share_a_cell() {
    let row = |goal: u8, support: u8, issue: &str, text: &str| {
        format!(
            "202407,990001,0000000001,20250401,20250401,1,\"{issue}\",{goal},\"{text}\",\"{text}\",\"\",\"\",{support},\"x\",Y,\"\",,\"\",\"\",\"\",,\r\n"
        )
    };
    let rows = [row(1, 1, "歩きたい", "杖で歩く"), row(1, 2, "", ""), row(2, 1, "歩きたい", "一人で歩く")];
    let page = page(&[paper("UP2KYO_9970000001_43_9970000002_15_20250920101500.CSV", &rows)]);
    assert_eq!(page.matches("歩きたい").count(), 1);
    assert!(page.contains("<td rowspan=\"3\">") && page.contains("<td rowspan=\"2\">"));
}

#[test]
fn every_form_of_a_person_bears_the_name_that_any_paper_gives() {
    let name = "UPYOBO_9970000001_46_9970000002_A6_20250920101500.CSV";
    let mut fields = vec![String::new(); Kind::Upyobo.layout().unwrap().fields.len()];
    for (no, text) in [(2, "990001"), (3, "0000000001"), (4, "20250401"), (8, "\"見本　花子\"")] {
        fields[no - 1] = text.to_owned();
    }
    let papers = [paper(name, &[fields.join(",") + "\r\n"]), paper(PLAN, &[used(6, "0900", 1, "151241")])];
    let forms = render(&papers, Lang::Ja, 0);
    assert_eq!(forms.forms, 2);
    // Contents, heading, both forms, the box of the plan.
    assert_eq!(read(&forms.body.0).matches("見本　花子 様").count(), 4);
}
