//! Playing: to the end, and against what is expected.

use axum::http::Method;

use super::{By, room, shown, started, step};
use crate::desk::clerk::Clerk;
use crate::desk::director::act;
use crate::desk::form::Form;
use crate::desk::room::Room;
use crate::desk::scenarios::{Expect, List, SCENARIOS, Scenario};
use crate::desk::screen::Screen;
use crate::desk::shelf::{Paper, Shelf};
use crate::wire::{Envelope, Page, Slot};

#[tokio::test]
async fn the_director_leads_through_every_scenario_to_its_end() {
    let room = room().await;
    for scenario in SCENARIOS {
        started(&room, scenario.id).await;
        for (n, wanted) in scenario.steps.iter().enumerate() {
            let now = shown(&room).await;
            assert_eq!(now.step, n, "{}: {}", scenario.id, wanted.title.ja);
            assert!((0..60_000).contains(&(room.state().now_ms() - wanted.at.unix_ms())), "{} {n}", scenario.id);
            let after = step(&room).await;
            assert_eq!(after.step, n + 1, "{} {n}: {} {:?}", scenario.id, wanted.title.ja, after.trouble);
            let by = if matches!(wanted.expect, Expect::Read) { By::Reading } else { By::Director };
            assert_eq!(after.marks.last(), Some(&by), "{} {n}", scenario.id);
        }
    }
}

#[tokio::test]
async fn what_is_done_by_hand_is_marked_by_itself() {
    let room = room().await;
    for scenario in SCENARIOS {
        started(&room, scenario.id).await;
        for (n, wanted) in scenario.steps.iter().enumerate() {
            if matches!(wanted.expect, Expect::Read) {
                step(&room).await;
                continue;
            }
            // The same calls as a person makes at the screen, without the director's doing.
            let turn = room.director().0.lock().await;
            let _refused = act::act(&room, turn.as_ref().unwrap(), wanted).await;
            drop(turn);
            let after = shown(&room).await;
            assert_eq!((after.step, after.marks.last()), (n + 1, Some(&By::Hand)), "{} {n}", scenario.id);
        }
    }
}

/// Something else than what is expected, at the same screen: almost right where that is possible.
async fn something_else(room: &Room, scenario: &Scenario, n: usize) {
    let wanted = &scenario.steps[n];
    let now = shown(room).await;
    let screen = now.screen.unwrap();
    let clerk = Clerk::new(room, screen);
    let partner = now.offices[usize::from(wanted.who.office == 0)].number;
    match wanted.expect {
        // Without the last file, or to the right office with nothing of what belongs to the step.
        Expect::Accepted { attached, .. } => {
            let beside = Paper { name: "ほかの用件.txt".to_owned(), bytes: "別の話です。".into() };
            let form = Form::new().field("to", partner.as_str());
            let form = match (now.papers.split_last(), attached) {
                (Some((_, rest)), 0) if !rest.is_empty() => {
                    rest.iter().fold(form, |form, (slot, paper)| form.file(*slot, paper))
                }
                (_, 0) if now.papers.is_empty() => return,
                (_, 0) => form.file(Slot::Attachment, &beside),
                _ => form.field("message", "添付を忘れました。"),
            };
            let _any = clerk.put_form::<Envelope>(Method::POST, "/v1/messages", form, None).await;
        }
        // Another refusal, at another terminal: at this one a drill refuses everything alike.
        Expect::Refused(_) => {
            let beside = Clerk::new(room, Screen { terminal: 9, ..screen });
            let _any = beside.get::<Page>("/v1/messages/0").await;
        }
        // The other list.
        Expect::Claimed(_) | Expect::Empty(List::Inbox) => {
            let _any = clerk.get::<Page>("/v1/sent").await;
        }
        Expect::Empty(List::Sent) => {
            let _any = clerk.get::<Page>("/v1/inbox").await;
        }
        // All but one file.
        Expect::Saved(sets) => {
            let inbox: Page = clerk.get("/v1/inbox").await.unwrap();
            let files = inbox.items.iter().flat_map(|item| item.files.iter().map(|file| (&item.id, file)));
            let set = super::Corpus.told(scenario.papers).unwrap().sets.swap_remove(sets[0]);
            let left_out = crate::hash::sha256(&set.files[0].bytes);
            for (id, file) in files.filter(|(_, file)| file.sha256 != left_out) {
                clerk.fetch(&format!("/v1/messages/{id}/files/{}", file.n)).await.unwrap();
            }
        }
        Expect::Installed => {
            let drill = crate::ca::Drill::of_slug("revoked").unwrap();
            room.install_drill(screen, drill, screen.office).await.unwrap();
        }
        Expect::Registered => {
            let _any = clerk.get::<Page>("/v1/inbox").await;
        }
        Expect::Read => {}
    }
}

#[tokio::test]
async fn nothing_and_something_else_do_not_count_as_the_step() {
    let room = room().await;
    for scenario in SCENARIOS {
        started(&room, scenario.id).await;
        for n in 0..scenario.steps.len() {
            assert_eq!(shown(&room).await.step, n, "{} {n}: nothing was done", scenario.id);
            something_else(&room, scenario, n).await;
            assert_eq!(shown(&room).await.step, n, "{} {n}: something else was done", scenario.id);
            assert_eq!(step(&room).await.step, n + 1, "{} {n}: and then the step itself", scenario.id);
        }
    }
}

#[tokio::test]
async fn a_message_alone_needs_its_message() {
    let room = room().await;
    let scenario = started(&room, "zero-actuals").await;
    for _ in 0..3 {
        step(&room).await;
    }
    let now = shown(&room).await;
    // A message to nobody, refused, is none.
    let form = Form::new().field("to", "9999999999").field("message", "利用がありませんでした。");
    let clerk = Clerk::new(&room, now.screen.unwrap());
    assert!(clerk.put_form::<Envelope>(Method::POST, "/v1/messages", form, None).await.is_err());
    assert_eq!(shown(&room).await.step, 3, "{}", scenario.id);
}

#[test]
fn the_shelf_of_the_tests_has_what_every_scenario_takes() {
    for scenario in SCENARIOS {
        let told = super::Corpus.told(scenario.papers).unwrap();
        assert!(told.offices.len() >= scenario.cast.len(), "{}", scenario.id);
    }
}
