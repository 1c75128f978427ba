//! Every page: in both languages, with a token, and for those who sit there.

use super::*;
use crate::desk::client::ROUTES;

/// The addresses of all pages, with ids that could be.
fn addresses() -> impl Iterator<Item = String> {
    ROUTES
        .iter()
        .map(|route| route.path.replace("{id}", "0123abcd").replace("{n}", "1").replace("{code}", "no-identity"))
}

#[tokio::test]
async fn nobody_comes_to_the_screens_of_a_seat_where_they_do_not_sit() {
    let desk = desk(Profile::Web41, &[]).await;
    let here = Browser::at(&desk, 1, PLANNER).await;
    for path in addresses() {
        let path = format!("/desk/2/at/{PLANNER}-1{path}");
        assert_eq!(here.get(&path).await.status, 403, "{path}");
        assert_eq!(here.post(&path, Form::new()).await.status, 403, "{path}");
        assert_eq!(here.get(&path.replace("/desk/2", "/desk/0")).await.status, 403, "{path}");
    }
}

#[tokio::test]
async fn nothing_is_done_without_the_token() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    for path in addresses() {
        let filled = form(SERVICE, "本文", "k", "send");
        assert_eq!(browser.without_token(&path, filled).await.status, 403, "{path}");
    }
    assert!(browser.get("sent").await.page().contains("送信したものはありません。"));
    assert!(browser.get("drafts").await.page().contains("下書きはありません。"));
}

#[tokio::test]
async fn an_office_that_is_not_registered_has_no_screen() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, "9979999999").await;
    for path in ["top", "inbox", "compose"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn every_page_is_there_in_both_languages_with_one_heading_and_without_inline_anything() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let kept = browser.post("compose", form(SERVICE, "本文", "k", "keep")).await;
    let id = kept.to().split_once("/drafts/").unwrap().1.split('?').next().unwrap().to_owned();
    let sent = browser.post("compose", form(SERVICE, "本文", "k-2", "send")).await;
    let message = sent.to().split_once("/messages/").unwrap().1.split('?').next().unwrap().to_owned();
    let mut seen = 0;
    for path in addresses().chain([format!("/compose?to={SERVICE}")]) {
        let id = if path.starts_with("/messages") { &message } else { &id };
        let path = path.replace("0123abcd", id);
        for (lang, mark) in [("ja", "訓練用"), ("en", "Simulated date")] {
            let between = if path.contains('?') { '&' } else { '?' };
            let got = browser.get(&format!("{path}{between}lang={lang}")).await;
            if got.status == 405 || got.status == 303 || path.contains("/files/") {
                continue;
            }
            assert_eq!(got.status, 200, "{path}");
            assert!(got.text.contains(&format!("<html lang=\"{lang}\">")) && got.text.contains(mark), "{path} {lang}");
            assert_eq!(got.text.matches("<h1").count(), 1, "{path}");
            for inline in [" style=", " onclick", "<style", "javascript:", "<script>"] {
                assert!(!got.text.contains(inline), "{path}: {inline}");
            }
            let japanese = got.text.chars().filter(|c| ('ぁ'..='ん').contains(c)).count();
            assert!(lang == "ja" || japanese < 20, "{path}: {japanese} letters of kana in the English page");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}
