//! Seats do not see each other, whatever happens at the same moment.

use axum::http::Method;

use super::{Browser, PLANNER, desk, received, room, screen, send};
use crate::assumptions::Profile;
use crate::desk::clerk::Clerk;
use crate::desk::door::Door;
use crate::desk::page::PARTS;
use crate::wire::Page;

/// Whatever is there in a room, and something that is not.
fn addresses(room: usize) -> Vec<String> {
    let others = ["now", "reset", "at/9970000001-1/", "at/9970000001-1/inbox", "at/x/y", "nothing/of/the/kind", "%00"];
    let parts = PARTS.iter().map(|(part, _)| *part).chain(others);
    parts.map(|part| if part.is_empty() { format!("/desk/{room}") } else { format!("/desk/{room}/{part}") }).collect()
}

#[tokio::test]
async fn who_sits_at_one_seat_is_refused_everywhere_at_another() {
    let desk = desk(2).await;
    let browser = Browser::seated(&desk, 1).await;
    for address in addresses(2).iter().chain(&addresses(0)) {
        assert_eq!(browser.get(address).await.status, 403, "GET {address}");
        assert_eq!(browser.fragment(address).await.status, 403, "GET {address}");
        for method in [Method::POST, Method::PUT, Method::DELETE] {
            let asked = format!("{address}?t={}", browser.token);
            let got = browser.ask(method.clone(), &asked, "move=day".to_owned(), &[]).await;
            assert_eq!(got.status, 403, "{method} {address}");
        }
    }
    assert!(desk.rooms().known(2).is_none(), "nobody has opened it");
    for address in addresses(1).iter().take(PARTS.len()) {
        assert_eq!(browser.get(address).await.status, 200, "{address}");
    }
}

#[tokio::test]
async fn nothing_changes_without_the_token_of_the_visitor() {
    let desk = desk(1).await;
    let (own, other) = (Browser::seated(&desk, 1).await, Browser::seated(&desk, 1).await);
    let before = room(&desk, 1).await.state().store().journal_end(1_000).await.unwrap();
    for token in [String::new(), "?t=".to_owned(), format!("?t={}", other.token)] {
        for (path, form) in [("clock", "move=day"), ("reset", "")] {
            let got = own.ask(Method::POST, &format!("/desk/1/{path}{token}"), form.to_owned(), &[]).await;
            assert_eq!(got.status, 403, "{path}{token}");
        }
    }
    assert_eq!(room(&desk, 1).await.state().store().journal_end(1_000).await.unwrap(), before);
}

#[tokio::test]
async fn codes_are_not_found_by_trying() {
    let desk = desk(1).await;
    let browser = Browser::at(&desk, Door::Exchange).await;
    let mut statuses = Vec::new();
    for n in 0..40 {
        statuses.push(browser.post("/desk/enter", &format!("code=ZZ{n:03}")).await.status);
    }
    assert!(statuses.iter().take(30).all(|status| *status == 403), "{statuses:?}");
    assert!(statuses.iter().skip(30).all(|status| *status == 429), "{statuses:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_press_send_at_once_lose_nothing_and_leak_nothing() {
    let desk = desk(2).await;
    let (one, two) = (room(&desk, 1).await, room(&desk, 2).await);
    let sends = (0..40).map(|n| {
        let (seat, room) = if n % 2 == 0 { (1, one.clone()) } else { (2, two.clone()) };
        tokio::spawn(async move { send(&room, &format!("seat-{seat}-{n}.pdf")).await.map(drop) })
    });
    for sent in sends.collect::<Vec<_>>() {
        sent.await.unwrap().unwrap();
    }
    for (seat, room) in [(1, &one), (2, &two)] {
        let names = received(room).await;
        assert_eq!(names.len(), 20);
        assert!(names.iter().all(|name| name.starts_with(&format!("seat-{seat}-"))), "{names:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn resets_in_the_middle_of_sends_leave_a_seat_that_works() {
    let desk = desk(2).await;
    let (one, two) = (room(&desk, 1).await, room(&desk, 2).await);
    send(&two, "stays.pdf").await.unwrap();
    let sends = (0..30).map(|n| {
        let room = one.clone();
        tokio::spawn(async move { send(&room, &format!("{n}.pdf")).await.map(drop) })
    });
    let resets = (0..6).map(|n| {
        let room = one.clone();
        tokio::spawn(async move {
            let profile = if n % 2 == 0 { Profile::Client12 } else { Profile::Web41 };
            room.stage(room.first_cast(), profile).await
        })
    });
    let (sends, resets): (Vec<_>, Vec<_>) = (sends.collect(), resets.collect());
    for send in sends {
        // Refused or not: whoever pressed it is told.
        let _told = send.await.unwrap();
    }
    for reset in resets {
        reset.await.unwrap().unwrap();
    }
    one.stage(one.first_cast(), Profile::Web41).await.unwrap();
    assert_eq!(received(&one).await, Vec::<String>::new());
    send(&one, "after.pdf").await.unwrap();
    assert_eq!(received(&one).await, ["after.pdf"]);
    assert_eq!(received(&two).await, ["stays.pdf"], "the other seat");
    let own: Page = Clerk::new(&one, screen(&format!("{PLANNER}-1"))).get("/v1/sent").await.unwrap();
    assert_eq!(own.items.len(), 1);
}

#[tokio::test]
async fn looking_changes_nothing_whether_somebody_looks_or_the_laptop_is_closed() {
    let desk = desk(1).await;
    let browser = Browser::seated(&desk, 1).await;
    let room = room(&desk, 1).await;
    send(&room, "a.pdf").await.unwrap();
    let before = room.state().store().journal_end(1_000).await.unwrap();
    for _ in 0..5 {
        for address in addresses(1) {
            browser.fragment(&address).await;
        }
        browser.get("/desk/1/two?left=9970000001-2&right=9970000002-2").await;
    }
    assert_eq!(room.state().store().journal_end(1_000).await.unwrap(), before);
}
