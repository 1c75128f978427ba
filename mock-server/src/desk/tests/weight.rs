//! How much a page weighs, how long it takes, and what twenty seats cost.

use std::time::{Duration, Instant};

use super::{Browser, desk, received, room, send};
use crate::desk::door::Door;

/// Of a first page with its style sheet and its script.
const BYTES: usize = 200_000;
/// For the server; builds without optimisation are slower, and machines of tests are shared.
const PATIENCE: Duration = Duration::from_millis(100);

#[tokio::test]
async fn a_first_page_weighs_little_and_comes_at_once() {
    let desk = desk(1).await;
    let browser = Browser::seated(&desk, 1).await;
    let dress: usize = {
        let (style, script) = (browser.get("/desk/style.css").await, browser.get("/desk/script.js").await);
        assert_eq!((style.status, script.status), (200, 200));
        style.body.len() + script.body.len()
    };
    for _ in 0..60 {
        send(&*room(&desk, 1).await, "a.pdf").await.unwrap();
    }
    for path in ["/desk", "/desk/1", "/desk/1/two", "/desk/1/exchange", "/desk/1/clock", "/desk/1/assumed"] {
        let mut best = Duration::MAX;
        for _ in 0..5 {
            let start = Instant::now();
            let got = browser.get(path).await;
            best = best.min(start.elapsed());
            assert!(got.status == 200 && got.body.len() + dress < BYTES, "{path}: {} + {dress}", got.body.len());
        }
        assert!(best < PATIENCE, "{path}: {best:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_seats_are_opened_and_reset_within_seconds() {
    let desk = desk(20).await;
    let here = Browser::at(&desk, Door::Loopback).await;
    let start = Instant::now();
    for number in 1..=20 {
        assert_eq!(here.get(&format!("/desk/{number}")).await.status, 200);
    }
    let opened = start.elapsed();
    for number in 1..=20 {
        send(&*room(&desk, number).await, "a.pdf").await.unwrap();
    }
    let start = Instant::now();
    here.post("/desk/trainer/reset", "").await.to();
    let reset = start.elapsed();
    assert_eq!(received(&*room(&desk, 20).await).await.len(), 0);
    // A second each would be too long for one who waits; a busy machine of tests is given more.
    assert!(opened < Duration::from_secs(20) && reset < Duration::from_secs(20), "{opened:?} {reset:?}");
}
