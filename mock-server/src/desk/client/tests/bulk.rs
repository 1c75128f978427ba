//! 一括送信: sorted, looked at, sent.

use super::*;

fn plan(to: &str, serial: &str) -> Vec<Paper> {
    ["UPPLAN", "UPSIKYU", "UPHOSOKU"]
        .map(|kind| paper(&format!("{kind}_202505_{PLANNER}_43_{to}_15_{serial}.CSV"), b"\"202407\",x\r\n"))
        .to_vec()
}

fn many() -> Form {
    let papers =
        [plan(SERVICE, "20250317182009"), plan(OTHER, "20250317182010"), vec![paper("<b>.csv", b"1")]].concat();
    with(Form::new().field("key", "k-1").field("message", "").field("do", "send"), Slot::Csv, &papers)
}

#[tokio::test]
async fn files_are_sorted_by_destination_shown_with_their_problems_and_sent_together() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let found = browser.post("bulk/check", many()).await;
    for part in [
        "架空&lt;b&gt;ケア&lt;/b&gt;サービス",
        "架空デイサービス",
        "送信先の分からないファイル",
        "&lt;b&gt;.csv",
        "csv-name",
    ] {
        assert!(found.page().contains(part), "{part}: {}", found.text);
    }
    let queued = browser.post("bulk", many()).await;
    assert!(queued.page().contains("一括送信の結果") && queued.text.contains("csv-name"), "{}", queued.text);
    let waiting = browser.get("bulk").await;
    assert_eq!(waiting.page().matches("data-verdict").count(), 2, "{}", waiting.text);
    let key = waiting.text.rsplit_once("name=\"key\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    for _ in 0..2 {
        let sent = browser.typed("bulk/send", &format!("key={key}")).await;
        assert_eq!(sent.page().matches("送信しました").count(), 2, "{}", sent.text);
    }
    for office in [SERVICE, OTHER] {
        assert_eq!(browser.before(office, 1).get("inbox").await.page().matches("/messages/").count(), 1);
    }
}

#[tokio::test]
async fn what_is_refused_stays_queued_and_can_be_mended() {
    let desk = desk(Profile::Web41, &[]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    let form = Form::new().field("key", "k-1").field("do", "send");
    let half = &plan(SERVICE, "20250317182009")[..1];
    assert!(browser.post("bulk", with(form, Slot::Csv, half)).await.to().contains("done=queued"));
    assert!(browser.get("bulk").await.page().contains("送信すると断られます"));
    let sent = browser.typed("bulk/send", "key=k-2").await;
    assert!(sent.page().contains("set-composition") && sent.text.contains("/drafts/"), "{}", sent.text);
    assert!(browser.get("drafts").await.page().contains("一括送信"));
}

#[tokio::test]
async fn where_there_is_no_bulk_send_the_page_says_so() {
    let desk = desk(Profile::Web41, &[("bulk", "none")]).await;
    let browser = Browser::at(&desk, 1, PLANNER).await;
    assert!(browser.get("bulk").await.page().contains("一括送信は使えません。"));
    assert_eq!(browser.post("bulk", many()).await.status, 403);
}
