//! From the form of one office to the list of another.

use super::*;

async fn pair() -> (Browser, Browser) {
    let desk = desk(Profile::Web41, &[]).await;
    let (from, to) = ends(CASE);
    let sender = Browser::at(&desk, 1, &from).await;
    let receiver = sender.before(&to, 1);
    (sender, receiver)
}

#[tokio::test]
async fn what_is_sent_through_the_page_is_in_the_others_list_and_opens_and_saves() {
    let (sender, receiver) = pair().await;
    let (_, to) = ends(CASE);
    let papers = case(CASE);
    let filled = with(form(&to, "先日の件です。\r\n<script>alert(1)</script>", "k-1", "send"), Slot::Csv, &papers);
    let filled = with(filled, Slot::Attachment, &[paper("連絡 <img>.pdf", b"%PDF-1.4")]);
    let sent = sender.post("compose", filled).await;
    let page = sender.get(sent.to()).await;
    assert!(page.page().contains("送信しました。") && page.text.contains("見本のデイ"), "{}", page.text);

    let list = receiver.get("inbox").await;
    assert!(list.page().contains("見本の居宅") && list.text.contains("第6表 予定"), "{}", list.text);
    let (_, rest) = list.text.split_once("/messages/").unwrap();
    let id = rest.split('"').next().unwrap();
    let letter = receiver.get(&format!("messages/{id}")).await;
    assert!(letter.page().contains("先日の件です。\n&lt;script&gt;alert(1)&lt;/script&gt;"), "{}", letter.text);
    assert!(letter.text.contains("連絡 &lt;img&gt;.pdf") && !letter.text.contains("<img>"), "{}", letter.text);
    for (n, paper) in papers.iter().enumerate() {
        let file = receiver.get(&format!("messages/{id}/files/{}", n + 1)).await;
        assert_eq!(file.status, 200);
        assert_eq!(file.headers["content-type"], "application/octet-stream");
        let name = file.headers["content-disposition"].to_str().unwrap().to_owned();
        assert!(name.starts_with("attachment; ") && name.contains(&paper.name), "{name}");
    }
    assert!(receiver.get(&format!("messages/{id}/forms")).await.page().contains("第6表 予定"));
}

#[tokio::test]
async fn a_send_that_is_pressed_twice_is_sent_once() {
    let (sender, receiver) = pair().await;
    let (_, to) = ends(CASE);
    let key = sender.get(&format!("compose?to={to}")).await.key();
    let filled = || with(form(&to, "二度押し", &key, "send"), Slot::Csv, &case(CASE));
    let (first, second) = tokio::join!(sender.post("compose", filled()), sender.post("compose", filled()));
    assert_eq!(first.to(), second.to());
    assert_eq!(receiver.get("inbox").await.page().matches("/messages/").count(), 1);
}

#[tokio::test]
async fn a_refused_send_keeps_the_text_and_the_destination() {
    let (sender, _) = pair().await;
    let got = sender.post("compose", form("9979999999", "長い <b>文章</b>です。\r\n二行目", "k-1", "send")).await;
    assert_eq!(got.status, 422);
    assert!(got.text.contains("role=\"alert\"") && got.text.contains("unknown-destination"), "{}", got.text);
    assert!(got.text.contains("長い &lt;b&gt;文章&lt;/b&gt;です。\n二行目</textarea>"), "{}", got.text);
    assert!(got.text.contains("name=\"to\" value=\"9979999999\""), "{}", got.text);
    assert_eq!(got.key(), "k-1", "it is still the same send");
}

#[tokio::test]
async fn files_of_a_refused_send_are_kept_as_a_draft_that_can_be_mended_and_sent() {
    let (sender, receiver) = pair().await;
    let (_, to) = ends(CASE);
    let excel = paper("表 <i>.xlsx", b"PK\x03\x04");
    let filled = with(form(&to, "本文", "k-1", "send"), Slot::Csv, &case(CASE));
    let got = sender.post("compose", with(filled, Slot::Attachment, &[excel])).await;
    assert_eq!(got.status, 422);
    assert!(got.text.contains("office-document") && got.text.contains("下書きに保存しました"), "{}", got.text);
    assert!(got.text.contains("表 &lt;i&gt;.xlsx") && !got.text.contains("<i>"), "{}", got.text);
    let (_, rest) = got.text.split_once("/drafts/").unwrap();
    let id = rest.split(['"', '?', '/']).next().unwrap().to_owned();
    let n = case(CASE).len() + 1;
    let removed = sender.post(&format!("drafts/{id}"), form(&to, "直した本文", "k-2", &format!("remove-{n}"))).await;
    assert!(!sender.get(removed.to()).await.page().contains(".xlsx"));
    let sent = sender.post(&format!("drafts/{id}"), form(&to, "直した本文", "k-2", "send")).await;
    assert!(sent.to().contains("/messages/"), "{}", sent.text);
    let again = sender.post(&format!("drafts/{id}"), form(&to, "直した本文", "k-2", "send")).await;
    assert_eq!(again.to(), sent.to(), "pressed twice");
    assert_eq!(receiver.get("inbox").await.page().matches("/messages/").count(), 1);
}

#[tokio::test]
async fn a_destination_is_found_by_number_by_name_and_not_at_all() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    assert!(browser.get("compose").await.page().contains(SERVICE), "all of them");
    let by_name = browser.get("compose?name=%E3%83%87%E3%82%A4%E3%82%B5&number=&municipality=").await;
    assert!(by_name.page().contains(OTHER) && !by_name.text.contains(SERVICE), "{}", by_name.text);
    let by_number = browser.get(&format!("compose?number={SERVICE}")).await;
    assert!(by_number.page().contains("架空&lt;b&gt;ケア&lt;/b&gt;サービス"), "{}", by_number.text);
    let nobody = browser.get("compose?number=9979999999").await;
    assert!(nobody.page().contains("登録されていない番号です"), "{}", nobody.text);
}

#[tokio::test]
async fn a_message_can_be_taken_back_where_that_is_assumed() {
    let desk = desk(Profile::Web41, &[("recall", "until-received"), ("status-words", "shown")]).await;
    let sender = Browser::at(&desk, 1, PLANNER).await;
    let sent = sender.post("compose", form(SERVICE, "取り消します", "k-1", "send")).await;
    let page = sender.get(sent.to()).await;
    assert!(page.page().contains("送信を取り消す"), "{}", page.text);
    let path = format!("{}/recall", sent.to().split('?').next().unwrap());
    assert!(sender.typed(&path, "").await.to().contains("done=recalled"));
    assert!(!sender.before(SERVICE, 1).get("inbox").await.page().contains("/messages/"));
    sender.post("compose", form(SERVICE, "もう遅い", "k-2", "send")).await.to();
    let receiver = sender.before(SERVICE, 1);
    let list = receiver.get("inbox").await;
    let id = list.page().split_once("/messages/").unwrap().1.split('"').next().unwrap().to_owned();
    receiver.get(&format!("messages/{id}")).await.page();
    let late = sender.typed(&format!("messages/{id}/recall"), "").await;
    assert!(late.status == 409 && late.text.contains("already-received"), "{}", late.text);
}
