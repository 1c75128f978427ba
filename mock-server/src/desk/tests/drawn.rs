//! What is drawn of the exchange.

use axum::http::Method;

use super::{Browser, PLANNER, SERVICE, desk, received, room, screen, send};
use crate::ca::DRILLS;
use crate::desk::clerk::Clerk;
use crate::desk::form::Form;
use crate::offices::Identity;
use crate::wire::Envelope;

async fn exchange(browser: &Browser) -> String {
    browser.fragment("/desk/1/exchange?left=9970000001-1&right=9970000002-1").await.text().to_owned()
}

#[tokio::test]
async fn a_message_is_drawn_with_its_certificate_and_with_what_became_of_it() {
    let desk = desk(1).await;
    let (browser, room) = (Browser::seated(&desk, 1).await, room(&desk, 1).await);
    let before = exchange(&browser).await;
    assert!(before.contains("まだ何も送られていません") && before.contains("架空居宅介護支援"), "{before}");
    let sent = send(&room, "報告.pdf").await.unwrap();
    let drawn = exchange(&browser).await;
    for part in ["介護保険証明書", "PDF等 1件", &sent.files[0].sha256[..8], "まだ受け取っていません", "&lt;b&gt;ケア"]
    {
        assert!(drawn.contains(part), "{part}: {drawn}");
    }
    assert!(!drawn.contains("報告") && !drawn.contains("<b>"), "no file names, and nothing unescaped: {drawn}");
    assert!(!drawn.contains("mark failed"), "{drawn}");
    received(&room).await;
    let read: serde_json::Value =
        Clerk::new(&room, screen(&format!("{SERVICE}-1"))).get(&format!("/v1/messages/{}", sent.id)).await.unwrap();
    assert_eq!(read["id"], sent.id);
    // A receipt is written when its turn comes; nobody waits for it.
    let mut is_drawn = false;
    for _ in 0..500 {
        is_drawn = exchange(&browser).await.contains("送信先が受け取りました");
        if is_drawn {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert!(is_drawn);
}

#[tokio::test]
async fn a_refusal_is_drawn_at_its_check_with_what_to_do() {
    let desk = desk(1).await;
    let (browser, room) = (Browser::seated(&desk, 1).await, room(&desk, 1).await);
    send(&room, "表.xlsx").await.unwrap_err();
    let drawn = exchange(&browser).await;
    for part in ["mark failed", "「ファイルの種類と名前」で断りました", "何も保存していません", "なおし方"]
    {
        assert!(drawn.contains(part), "{part}: {drawn}");
    }
    assert!(drawn.contains("ケア"), "the destination is known: {drawn}");
}

#[tokio::test]
async fn every_drill_is_drawn_for_the_office_whose_screen_it_is() {
    let desk = desk(1).await;
    let (browser, room) = (Browser::seated(&desk, 1).await, room(&desk, 1).await);
    let at = screen(&format!("{PLANNER}-1"));
    for drill in DRILLS {
        room.install_drill(at, drill, SERVICE.parse().unwrap()).await.unwrap();
        let form = Form::new().field("to", SERVICE).field("message", "訓練");
        let sent: Result<Envelope, _> = Clerk::new(&room, at).put_form(Method::POST, "/v1/messages", form, None).await;
        assert!(sent.is_err() || drill.slug == "other-office", "{}", drill.slug);
        let drawn = exchange(&browser).await;
        assert!(!drawn.contains("事業所不明"), "{}: {drawn}", drill.slug);
    }
}

#[tokio::test]
async fn what_real_clients_do_is_drawn_as_well() {
    let desk = desk(1).await;
    let (browser, room) = (Browser::seated(&desk, 1).await, room(&desk, 1).await);
    let form = Form::new().field("to", "9979999999").field("message", "訓練").finish();
    let request = axum::http::Request::post("/v1/messages").header("content-type", form.0);
    let mut request = request.body(axum::body::Body::from(form.1)).unwrap();
    request.extensions_mut().insert(crate::Credential::from(Identity::of_office(SERVICE.parse().unwrap())));
    let answer = tower::ServiceExt::oneshot(room.router(), request).await.unwrap();
    assert_eq!(answer.status().as_u16(), 422);
    let drawn = exchange(&browser).await;
    for part in ["「送信先」で断りました", "way from-right", "9979999999"] {
        assert!(drawn.contains(part), "{part}: {drawn}");
    }
}

#[tokio::test]
async fn a_page_without_the_script_is_whole() {
    let desk = desk(1).await;
    let browser = Browser::seated(&desk, 1).await;
    send(&*room(&desk, 1).await, "a.pdf").await.unwrap();
    for path in ["/desk/1/exchange", "/desk/1/two", "/desk/1/two?left=x&right=%ff", "/desk/1/two?left=9970000009-9"] {
        for lang in ["ja", "en"] {
            let between = if path.contains('?') { '&' } else { '?' };
            let got = browser.get(&format!("{path}{between}lang={lang}")).await;
            assert_eq!(got.status, 200, "{path}");
            assert!(got.text().contains("訓練用") && !got.text().contains("style="), "{path}");
        }
    }
    let two = browser.get("/desk/1/two").await;
    for part in ["/desk/1/at/9970000001-1/", "/desk/1/at/9970000002-1/", "<iframe"] {
        assert!(two.text().contains(part), "{part}");
    }
}
