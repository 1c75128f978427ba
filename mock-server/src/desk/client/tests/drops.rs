//! What is dropped: real files, broken ones, hostile ones.

use super::*;

async fn limited() -> Browser {
    let office = |number: &str, name| Office::new(number.parse().unwrap(), name, &["43", "15"]);
    let offices = vec![office(PLANNER, "架空居宅"), office(SERVICE, "架空デイ")];
    let config = RelayConfig { offices, seats: 1, limits: small(), ..RelayConfig::default() };
    let state = AppState::open(&config).await.unwrap();
    Browser::at(&Desk::new(&config, state).unwrap(), 1, PLANNER).await
}

#[tokio::test]
async fn a_real_set_can_be_sent_as_it_is() {
    let desk = desk(Profile::Web41, &[]).await;
    let (from, to) = ends(CASE);
    let browser = Browser::at(&desk, 1, &from).await;
    let found = browser.post("check", with(form(&to, "", "k", "check"), Slot::Csv, &case(CASE))).await;
    assert!(found.page().contains("このまま送れます"), "{}", found.text);
    assert!(found.text.contains("第6表 予定") && !found.text.contains("<html"), "a fragment");
}

#[tokio::test]
async fn a_broken_file_is_told_at_the_file_before_anything_is_sent() {
    let desk = desk(Profile::Web41, &[]).await;
    let broken = "invalid/f_date_impossible";
    let (from, to) = ends(broken);
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let found = browser.post("check", with(form(&to, "", "k", "check"), Slot::Csv, &case(broken))).await;
    assert!(found.page().contains("field/date") && found.text.contains("1件目の項目4"), "{}", found.text);
    for code in ["sender-mismatch", "unknown-destination"] {
        assert!(found.text.contains(code), "{from} is not the office of the screen: {code}: {}", found.text);
    }
    let room = desk.rooms().open(1).await.unwrap();
    let journal = room.state().store().read(|db| db.rows("SELECT event FROM journal", &[], |row| row.text(0))).await;
    assert!(!journal.unwrap().iter().any(|event| event == "refused"), "a check is no send");
}

#[tokio::test]
async fn an_incomplete_set_is_told_and_so_is_an_office_document() {
    let desk = desk(Profile::Web41, &[]).await;
    let (from, to) = ends(CASE);
    let browser = Browser::at(&desk, 1, &from).await;
    let one = with(form(&to, "", "k", "check"), Slot::Csv, &case(CASE)[..1]);
    let found = browser.post("check", one).await;
    assert!(found.page().contains("set-composition") && found.text.contains("送信すると断られます"), "{}", found.text);
    let excel = with(form(&to, "", "k", "check"), Slot::Attachment, &[paper("<script>.xlsx", b"1")]);
    let found = browser.post("check", excel).await;
    assert!(found.page().contains("office-document"), "{}", found.text);
    assert!(found.text.contains("&lt;script&gt;.xlsx") && !found.text.contains("<script>"), "{}", found.text);
}

#[tokio::test]
async fn without_the_script_the_files_are_kept_as_a_draft_and_checked_there() {
    let desk = desk(Profile::Web41, &[]).await;
    let (from, to) = ends(CASE);
    let browser = Browser::at(&desk, 1, &from).await;
    let checked = browser.post("compose", with(form(&to, "", "k", "check"), Slot::Csv, &case(CASE))).await;
    let page = browser.get(checked.to()).await;
    assert!(page.page().contains("このまま送れます") && page.text.contains("確かめました。"), "{}", page.text);
    // An input without a file comes as an empty part without a name.
    let empty = with(form(&to, "", "k", "update"), Slot::Csv, &[paper("", b"")]);
    assert!(browser.post(checked.to().split('?').next().unwrap(), empty).await.to().contains("done=updated"));
}

#[tokio::test]
async fn what_is_added_to_a_draft_is_checked_with_what_is_in_it() {
    let desk = desk(Profile::Web41, &[]).await;
    let (from, to) = ends(CASE);
    let browser = Browser::at(&desk, 1, &from).await;
    let papers = case(CASE);
    let kept = browser.post("compose", with(form(&to, "", "k", "keep"), Slot::Csv, &papers[..1])).await;
    let draft = kept.to().split('?').next().unwrap().to_owned();
    assert!(browser.get(&draft).await.page().contains("set-composition"));
    let rest = with(form(&to, "", "k", "check"), Slot::Csv, &papers[1..]);
    let found = browser.post(&format!("{draft}/check"), rest).await;
    assert!(found.page().contains("このまま送れます"), "{}", found.text);
    assert_eq!(found.text.matches("data-remove").count(), papers.len() - 1, "those that were added");
}

#[tokio::test]
async fn drops_that_are_too_large_or_too_many_are_told_with_words_and_lose_no_text() {
    let browser = limited().await;
    let large = paper("large.pdf", &vec![b'1'; 2_001]);
    let heavy = [paper("a.pdf", &[b'1'; 1_900]), paper("b.pdf", &[b'1'; 1_900])];
    let many: Vec<Paper> = (0..10_000).map(|n| paper(&format!("{n}.pdf"), b"1")).collect();
    let huge = paper("huge.pdf", &vec![b'1'; 8 << 20]);
    for (papers, status, code) in [
        (&[large][..], 413, "file-too-large"),
        (&heavy[..], 413, "message-too-large"),
        (&many[..], 422, "too-many-files"),
        (&[huge][..], 413, "file-too-large"),
    ] {
        for path in ["check", "compose"] {
            let got = browser.post(path, with(form(SERVICE, "残る文章", "k", "send"), Slot::Attachment, papers)).await;
            assert_eq!(got.status, status, "{code} {path}");
            assert!(got.text.contains(code) && got.text.contains("role=\"alert\""), "{code} {path}");
            assert!(path == "check" || got.text.contains("残る文章</textarea>"), "{code}");
        }
    }
    assert!(browser.get("sent").await.page().contains("送信したものはありません。"));
}

#[tokio::test]
async fn a_form_that_is_none_is_told_so() {
    let browser = limited().await;
    let got = browser.typed("compose", "to=9970000002").await;
    assert!(got.status == 415 && got.text.contains("not-multipart"), "{}", got.text);
}
