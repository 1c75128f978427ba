//! Back, again, paused, by the calendar, and two at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use time::OffsetDateTime;

use super::{By, room, room_over, shown, started, step};
use crate::clock::{Clock, ClockSetting};
use crate::desk::clerk::Clerk;
use crate::desk::director::Mode;
use crate::wire::Page;

/// A clock that goes on when it is told to.
#[derive(Debug, Default)]
struct Moved(AtomicI64);

impl Clock for Moved {
    fn now(&self) -> OffsetDateTime {
        let start = OffsetDateTime::from_unix_timestamp(1_790_000_000).unwrap();
        start + time::Duration::milliseconds(self.0.load(Ordering::SeqCst))
    }
}

impl Moved {
    fn by_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn back_brings_the_room_to_where_the_step_before_began() {
    let room = room().await;
    let scenario = started(&room, "ordinary-month").await;
    let journal = async || {
        let entries = room.state().store().journal(0, None, 1_000).await.unwrap();
        entries.iter().filter(|entry| entry.event == "accepted").count()
    };
    step(&room).await;
    step(&room).await;
    assert_eq!(journal().await, 2);
    room.director().back(&room, 2).await.unwrap();
    let now = shown(&room).await;
    assert_eq!((now.step, now.marks.as_slice(), journal().await), (1, [By::Director].as_slice(), 1));
    assert!((0..60_000).contains(&(room.state().now_ms() - scenario.steps[1].at.unix_ms())));
    room.director().back(&room, 1).await.unwrap();
    room.director().back(&room, 0).await.unwrap();
    assert_eq!((shown(&room).await.step, journal().await), (0, 0));
    // And on to the end from there.
    for n in 1..=scenario.steps.len() {
        assert_eq!(step(&room).await.step, n);
    }
    room.director().back(&room, scenario.steps.len()).await.unwrap();
    assert_eq!(shown(&room).await.step, scenario.steps.len() - 1, "back from the end, too");
}

#[tokio::test]
async fn back_takes_certificates_back_too() {
    let room = room().await;
    started(&room, "certificate-missing").await;
    let screen = shown(&room).await.screen.unwrap();
    step(&room).await;
    step(&room).await;
    assert!(room.installed(screen).await.unwrap().drill.is_none());
    room.director().back(&room, 2).await.unwrap();
    assert!(room.installed(screen).await.unwrap().drill.is_some());
    assert_eq!(step(&room).await.step, 2);
}

#[tokio::test]
async fn a_reset_takes_less_than_a_second_and_leaves_nothing() {
    let room = room().await;
    for id in ["ordinary-month", "preventive-itaku", "certificate-missing"] {
        started(&room, id).await;
        step(&room).await;
        let mut least = Duration::MAX;
        // Other tests keep the processors busy: one of a few tells.
        for _ in 0..20 {
            let begun = Instant::now();
            room.director().reset(&room).await.unwrap();
            least = least.min(begun.elapsed());
            if least < Duration::from_secs(1) {
                break;
            }
        }
        assert!(least < Duration::from_secs(1), "{id}: {least:?}");
        let now = shown(&room).await;
        assert_eq!((now.step, now.marks.len()), (0, 0), "{id}");
        assert_eq!(room.state().store().totals().await.unwrap().messages, 0, "{id}");
    }
}

#[tokio::test]
async fn two_who_press_the_button_together_do_one_step() {
    let room = room().await;
    started(&room, "ordinary-month").await;
    let (one, two) = tokio::join!(room.director().step(&room, 0), room.director().step(&room, 0));
    assert_eq!((one, two), (Ok(()), Ok(())));
    assert_eq!(shown(&room).await.step, 1);
    assert_eq!(room.state().store().totals().await.unwrap().messages, 1);
}

#[tokio::test]
async fn a_month_passes_in_about_ten_minutes_and_stops_while_nobody_looks() {
    let clock = Arc::new(Moved::default());
    let room = room_over(Arc::<Moved>::clone(&clock)).await;
    let scenario = started(&room, "ordinary-month").await;
    room.director().run(&room, Mode::Calendar).await.unwrap();
    let mut seconds = 0;
    while shown(&room).await.step < scenario.steps.len() {
        clock.by_seconds(2);
        seconds += 2;
        assert!(seconds < 1_200, "step {}", shown(&room).await.step);
    }
    // From 18 September to 4 November.
    assert!((600..1_100).contains(&seconds), "{seconds}");
}

#[tokio::test]
async fn a_laptop_that_was_closed_overnight_does_one_step_at_a_time() {
    let clock = Arc::new(Moved::default());
    let room = room_over(Arc::<Moved>::clone(&clock)).await;
    let scenario = started(&room, "ordinary-month").await;
    room.director().run(&room, Mode::Calendar).await.unwrap();
    for n in 1..=3 {
        clock.by_seconds(12 * 3_600);
        assert_eq!(shown(&room).await.step, n);
        assert_eq!(shown(&room).await.step, n, "looking again does nothing");
        assert!(room.state().now_ms() <= scenario.steps[n].at.unix_ms());
    }
}

#[tokio::test]
async fn who_pauses_finds_the_calendar_where_it_was() {
    let clock = Arc::new(Moved::default());
    let room = room_over(Arc::<Moved>::clone(&clock)).await;
    started(&room, "ordinary-month").await;
    step(&room).await;
    step(&room).await;
    room.director().back(&room, 2).await.unwrap();
    room.director().run(&room, Mode::Calendar).await.unwrap();
    room.director().run(&room, Mode::Paused).await.unwrap();
    let before = room.state().now_ms();
    clock.by_seconds(3_600);
    assert_eq!((shown(&room).await.step, room.state().now_ms()), (1, before));
    assert!(matches!(room.state().clock().setting(), ClockSetting::Frozen { .. }));
    // By hand it goes on all the same.
    assert_eq!(step(&room).await.step, 2);
    room.director().run(&room, Mode::Calendar).await.unwrap();
    clock.by_seconds(3_600);
    assert_eq!(shown(&room).await.step, 3);
}

#[tokio::test]
async fn who_stages_the_room_anew_ends_the_scenario() {
    let room = room().await;
    started(&room, "ordinary-month").await;
    room.stage(room.first_cast(), room.profile()).await.unwrap();
    assert!(room.director().look(&room).await.unwrap().is_none());
    started(&room, "resend").await;
    room.director().end().await;
    assert!(room.director().look(&room).await.unwrap().is_none());
}

#[tokio::test]
async fn what_was_looked_at_before_a_step_does_not_count_for_it() {
    let room = room().await;
    started(&room, "second-terminal").await;
    let now = shown(&room).await;
    // Terminal 2 looks before anything was sent: that is not yet the step that it is about.
    let early = crate::desk::screen::Screen { office: now.offices[1].number, terminal: 2 };
    let _any = Clerk::new(&room, early).get::<Page>("/v1/inbox").await;
    for n in 1..=3 {
        assert_eq!(step(&room).await.step, n);
    }
    assert_eq!(shown(&room).await.step, 3, "the list of terminal 2 has still to be opened");
}
