//! The trainer's page.

use axum::http::Method;

use super::{Browser, desk, received, room, send};
use crate::assumptions::Profile;
use crate::clock::ClockSetting;
use crate::desk::dates;
use crate::desk::door::Door;
use crate::desk::scenarios::SCENARIOS;

const PAGES: &[&str] = &["/desk/trainer", "/desk/trainer/seats", "/desk/trainer/codes", "/desk/trainer/reset"];
const ACTIONS: &[(&str, &str)] = &[("/desk/trainer/clocks", "move=day"), ("/desk/trainer/reset", "")];

#[tokio::test]
async fn there_is_no_trainer_on_the_port_of_the_exchange() {
    let desk = desk(2).await;
    let (guest, seated) = (Browser::at(&desk, Door::Exchange).await, Browser::seated(&desk, 1).await);
    for browser in [&guest, &seated] {
        for page in PAGES {
            assert_eq!(browser.get(page).await.status, 404, "{page}");
        }
        for (page, form) in ACTIONS {
            assert_eq!(browser.post(page, form).await.status, 404, "{page}");
        }
    }
    let here = Browser::at(&desk, Door::Loopback).await;
    for page in PAGES {
        for lang in ["ja", "en"] {
            let got = here.get(&format!("{page}?lang={lang}")).await;
            assert_eq!(got.status, 200, "{page}");
        }
    }
}

#[tokio::test]
async fn the_trainer_sees_who_sits_where_and_what_happened_last() {
    let desk = desk(3).await;
    let _seated = Browser::seated(&desk, 2).await;
    send(&*room(&desk, 2).await, "a.pdf").await.unwrap();
    let here = Browser::at(&desk, Door::Loopback).await;
    let page = here.get("/desk/trainer").await;
    for seat in desk.seats() {
        assert!(page.text().contains(&seat.code), "{}", seat.number);
    }
    let rows: Vec<_> = page.text().split("<tr>").skip(2).collect();
    assert!(rows[2].contains("1台で開いています") && rows[2].contains("受け付けました"), "{}", rows[2]);
    assert!(rows[1].contains("空席") && rows[1].contains("まだ開かれていません"), "{}", rows[1]);
    assert!(desk.rooms().known(1).is_none(), "looking opens nothing");
}

#[tokio::test]
async fn a_scenario_is_seen_by_the_trainer_and_beside_the_two_screens() {
    let desk = desk(1).await;
    let (seated, here) = (Browser::seated(&desk, 1).await, Browser::at(&desk, Door::Loopback).await);
    let scenario = SCENARIOS.first().unwrap();
    seated.post(&format!("/desk/1/scenarios/{}/do/start", scenario.id), "").await.to();
    let steps = format!("{}（1／{}）", scenario.title.ja, scenario.steps.len());
    assert!(here.get("/desk/trainer/seats").await.text().contains(&steps));
    let two = seated.get("/desk/1/two").await;
    let guide = format!("/desk/1/scenarios/{}\"", scenario.id);
    assert!(two.text().contains(scenario.steps[0].title.ja) && two.text().contains(&guide));
    here.post("/desk/1/reset", "").await.to();
    assert!(!here.get("/desk/trainer/seats").await.text().contains(&steps), "a reset ends it");
}

#[tokio::test]
async fn all_dates_are_set_at_once_also_where_nobody_sits_yet() {
    let desk = desk(3).await;
    let here = Browser::at(&desk, Door::Loopback).await;
    let got = here.post("/desk/trainer/clocks", "move=set&date=2027-01-05T09:00").await;
    assert_eq!(got.to(), "/desk/trainer");
    assert_eq!(here.post("/desk/trainer/clocks", "move=freeze").await.to(), "/desk/trainer");
    for number in 1..=3 {
        let state = room(&desk, number).await.state();
        assert_eq!(dates::moment(state.now_ms()).en, "Tue 2027-01-05 9:00");
        assert!(matches!(state.clock().setting(), ClockSetting::Frozen { .. }));
    }
    assert_eq!(room(&desk, 0).await.state().clock().setting(), ClockSetting::Real, "the environment itself");
    for (form, status) in
        [("move=set&date=1999-01-01T00:00", 422), ("move=set&date=x", 422), ("move=no", 400), ("", 400)]
    {
        assert_eq!(here.post("/desk/trainer/clocks", form).await.status, status, "{form}");
    }
}

#[tokio::test]
async fn all_seats_are_reset_at_once_after_one_more_question() {
    let desk = desk(2).await;
    let here = Browser::at(&desk, Door::Loopback).await;
    for number in [1, 2] {
        send(&*room(&desk, number).await, "a.pdf").await.unwrap();
    }
    assert!(here.get("/desk/trainer/reset?profile=client-1.2").await.text().contains("client-1.2"));
    assert_eq!(received(&*room(&desk, 1).await).await.len(), 1, "a question changes nothing");
    here.post("/desk/trainer/reset", "profile=web-4.1").await.to();
    for number in [1, 2] {
        assert_eq!(received(&*room(&desk, number).await).await.len(), 0);
    }
    here.post("/desk/trainer/reset", "profile=client-1.2").await.to();
    assert_eq!(room(&desk, 2).await.profile(), Profile::Client12);
    assert_eq!(here.post("/desk/trainer/reset", "profile=5.0").await.status, 400);
}

#[tokio::test]
async fn the_environment_itself_keeps_its_profile() {
    let desk = desk(1).await;
    let here = Browser::at(&desk, Door::Loopback).await;
    assert_eq!(here.post("/desk/0/reset", "profile=client-1.2").await.status, 409);
    here.post("/desk/0/reset", "").await.to();
    assert_eq!(here.ask(Method::POST, "/desk/trainer/reset", String::new(), &[]).await.status, 403, "without a token");
}
