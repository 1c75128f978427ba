//! 下書き: kept, changed, sent to another, removed.

use super::*;

fn id(to: &str) -> String {
    to.split_once("/drafts/").unwrap().1.split(['?', '/']).next().unwrap().to_owned()
}

#[tokio::test]
async fn a_draft_is_kept_changed_and_removed() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let kept = with(form(SERVICE, "下書き", "k", "keep"), Slot::Attachment, &[paper("a.pdf", b"1")]);
    let id = id(browser.post("compose", kept).await.to());
    assert!(browser.get("drafts").await.page().contains(&id));
    let page = format!("drafts/{id}");
    let shown = browser.get(&page).await;
    for part in
        ["送信先事業所名称", "架空&lt;b&gt;ケア&lt;/b&gt;サービス", "a.pdf", "下書き</textarea>", ">更新<", ">戻る<"]
    {
        assert!(shown.page().contains(part), "{part}: {}", shown.text);
    }
    let more = with(form(SERVICE, "変えた", "k", "update"), Slot::Attachment, &[paper("b.pdf", b"2")]);
    assert!(browser.post(&page, more).await.to().contains("done=updated"));
    let shown = browser.get(&page).await;
    assert!(shown.page().contains("a.pdf") && shown.text.contains("b.pdf") && shown.text.contains("変えた</textarea>"));
    assert_eq!(browser.get(&format!("{page}/files/2")).await.text, "2");
    browser.post(&page, form(SERVICE, "変えた", "k", "remove-1")).await.to();
    let shown = browser.get(&page).await;
    assert!(!shown.page().contains("a.pdf") && shown.text.contains("b.pdf"), "{}", shown.text);
    assert!(browser.post(&page, form(SERVICE, "", "k", "delete")).await.to().contains("done=removed"));
    assert_eq!(browser.get(&page).await.status, 404);
}

#[tokio::test]
async fn the_destination_of_a_draft_can_be_changed_without_losing_anything() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let typed = with(form("9979999999", "残る文章", "k", "destination"), Slot::Attachment, &[paper("a.pdf", b"1")]);
    let search = browser.post("compose", typed).await;
    assert!(search.to().ends_with("/destination"));
    assert!(browser.get(search.to()).await.page().contains(SERVICE));
    let draft = browser.typed(search.to(), &format!("to={SERVICE}")).await;
    let shown = browser.get(draft.to()).await;
    assert!(shown.page().contains("残る文章") && shown.text.contains("a.pdf") && shown.text.contains(SERVICE));
    let page = format!("drafts/{}", id(draft.to()));
    assert!(browser.post(&page, form("", "残る文章", "k", "send")).await.to().contains("/messages/"));
    assert!(browser.get("drafts").await.page().contains("下書きはありません。"), "it has become a message");
}

#[tokio::test]
async fn a_form_that_comes_twice_is_kept_once_with_what_came_last() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let excel = || paper("表.xlsx", b"PK");
    let filled = |text| with(form(SERVICE, text, "k", "send"), Slot::Attachment, &[excel()]);
    let (first, second) = tokio::join!(browser.post("compose", filled("一")), browser.post("compose", filled("一")));
    let last = browser.post("compose", filled("二")).await;
    for refused in [&first, &second, &last] {
        assert!(refused.status == 422 && refused.text.contains("下書きに保存しました"), "{}", refused.text);
    }
    let list = browser.get("drafts").await;
    assert_eq!(list.page().matches("編集：").count(), 1, "{}", list.text);
    let id = list.text.split_once("/drafts/").unwrap().1.split('"').next().unwrap().to_owned();
    assert!(browser.get(&format!("drafts/{id}")).await.page().contains("二</textarea>"));
    // Another form is another draft, and so is one whose draft is gone.
    browser.post("compose", form(SERVICE, "別", "k-2", "keep")).await.to();
    browser.post(&format!("drafts/{id}"), form(SERVICE, "", "k", "delete")).await.to();
    browser.post("compose", form(SERVICE, "三", "k", "keep")).await.to();
    assert_eq!(browser.get("drafts").await.page().matches("編集：").count(), 2);
    assert_eq!(browser.before(SERVICE, 1).get("drafts").await.page().matches("編集：").count(), 0);
}

#[tokio::test]
async fn a_draft_that_is_sent_twice_at_once_is_one_message() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let page = format!("drafts/{}", id(browser.post("compose", form(SERVICE, "本文", "k", "keep")).await.to()));
    let press = || browser.post(&page, form("", "本文", "k-9", "send"));
    let (first, second) = tokio::join!(press(), press());
    assert_eq!(first.to(), second.to());
    assert_eq!(browser.before(SERVICE, 1).get("inbox").await.page().matches("/messages/").count(), 1);
}

#[tokio::test]
async fn a_text_that_is_too_long_comes_back_with_the_draft_as_it_was() {
    let desk = desk(Profile::Web41, &[("text-chars", "10")]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let refused = browser.post("compose", form(SERVICE, "これは十文字を超えています", "k", "send")).await;
    assert!(refused.status == 422 && refused.text.contains("message-too-long"), "{}", refused.text);
    assert!(refused.text.contains("これは十文字を超えています</textarea>"), "{}", refused.text);
    let page = format!("drafts/{}", id(browser.post("compose", form(SERVICE, "短い", "k", "keep")).await.to()));
    let refused = browser.post(&page, form("", "これも十文字を超えています", "k", "update")).await;
    assert!(
        refused.status == 422 && refused.text.contains("これも十文字を超えています</textarea>"),
        "{}",
        refused.text
    );
    assert!(browser.get(&page).await.page().contains("短い</textarea>"));
}
