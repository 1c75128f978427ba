//! What the relay keeps until it is sent: drafts and 一括送信, in both profiles.

use mock_server::assumptions::Profile;
use mock_server::client::home::Home;
use mock_server::client::{Client, ClientError, Outgoing, Patience};
use mock_server::wire::{Origin, Slot};
use serde_json::Value;

use super::world::{OTHER, PLANNER, Pc, SERVICE, World, actuals, actuals_for, bodies, said, text};

const PROFILES: [Profile; 2] = [Profile::Client12, Profile::Web41];

/// The ids of the drafts that the relay keeps for a PC.
fn ids(pc: &Pc) -> Vec<String> {
    let rows = pc.done(&["list", "drafts", "--json"]);
    rows.lines()
        .map(|row| serde_json::from_str::<Value>(row).expect("JSON")["id"].as_str().expect("an id").to_owned())
        .collect()
}

#[test]
fn a_draft_is_kept_looked_at_and_sent_or_removed() {
    for profile in PROFILES {
        let world = World::of(profile, &[]);
        let (sender, receiver) = (world.here("sender", SERVICE), world.here("receiver", PLANNER));
        let (out, inbox) = (world.dir("out"), world.path("in"));
        actuals(&out, 1, 300);
        sender.done(&["send", &text(&out), "--draft", "--message", "ご確認ください"]);
        sender.done(&["send", &text(&out), "--draft"]);
        receiver.done(&["receive", &text(&inbox)]);
        assert!(bodies(&inbox).is_empty());
        let [second, first] = ids(&sender).try_into().expect("two drafts");
        assert!(sender.done(&["draft", &first]).contains("ご確認ください"));
        assert!(sender.done(&["list", "drafts"]).contains("下書き"));
        sender.done(&["draft", &first, "--send"]);
        sender.done(&["draft", &second, "--remove"]);
        assert!(ids(&sender).is_empty());
        let gone = sender.run(&["draft", &second, "--send"]);
        assert!(gone.status.code() == Some(1) && said(&gone).contains("not-found"), "{}", said(&gone));
        receiver.done(&["receive", &text(&inbox)]);
        assert_eq!(bodies(&inbox), bodies(&out));
        // The sent list has it, once, and it is not sent again.
        assert_eq!(sender.done(&["list", "sent", "--json"]).lines().count(), 1);
        assert!(sender.done(&["send", &text(&out)]).contains("送信済みです"));
    }
}

#[test]
fn the_calls_of_drafts_are_there_for_programs() {
    for profile in PROFILES {
        let world = World::of(profile, &[]);
        let home = Home::open(&world.here("pc", SERVICE).home).expect("a home");
        world.runtime.block_on(async {
            let (client, _) = home.connect(Patience::NONE).await.expect("connected");
            let made = client.create_draft(Outgoing::to(PLANNER).message("案")).await.expect("kept");
            assert_eq!((made.origin, made.to.as_str()), (Origin::Form, PLANNER));
            let better = Outgoing::to(OTHER).message("本文").attachment("a.txt", b"text".to_vec());
            client.replace_draft(&made.id, better).await.expect("replaced");
            let draft = client.draft(&made.id).await.expect("shown");
            assert_eq!((draft.entry.to.as_str(), draft.message.as_str()), (OTHER, "本文"));
            assert_eq!(draft.entry.files.iter().map(|file| file.slot).collect::<Vec<_>>(), [Slot::Attachment]);
            assert_eq!(client.drafts(None).await.expect("a page").items.len(), 1);
            let sent = client.send_draft(&made.id, Some("key")).await.expect("sent");
            // The answer was lost: under the same key it is told again.
            assert_eq!(client.send_draft(&made.id, Some("key")).await.expect("sent"), sent);
            assert!(refused(&client, &made.id).await == "not-found");
        });
    }
}

async fn refused(client: &Client, id: &str) -> String {
    match client.remove_draft(id).await {
        Err(ClientError::Refused(problem)) => problem.code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_for_many_is_queued_once_and_sent_together() {
    for profile in PROFILES {
        let world = World::of(profile, &[]);
        let pc = world.here("pc", SERVICE);
        let out = world.dir("out");
        let first = actuals(&out, 1, 300);
        actuals_for(OTHER, &out, 2, 300);
        assert_eq!(pc.done(&["bulk", &text(&out)]).matches("並べました").count(), 2);
        assert_eq!(pc.done(&["bulk", &text(&out)]).matches("すでに並んでいます").count(), 2);
        assert!(pc.done(&["list", "drafts"]).contains("一括送信待ち"));
        assert_eq!(ids(&pc).len(), 2);
        assert_eq!(pc.done(&["bulk", "--send"]).matches("送りました").count(), 2);
        assert!(pc.done(&["bulk", "--send"]).contains("並んでいるものはありません"));
        assert_eq!(pc.done(&["bulk", &text(&out), "--send"]).matches("送信済みです").count(), 2);
        let (planner, other) = (world.here("planner", PLANNER), world.here("other", OTHER));
        planner.done(&["receive", &text(&world.path("in"))]);
        other.done(&["receive", &text(&world.path("in-other"))]);
        let name = first.file_name().and_then(|name| name.to_str()).expect("a name");
        assert_eq!(bodies(&world.path("in")).keys().collect::<Vec<_>>(), [name]);
        assert_eq!(bodies(&world.path("in-other")).len(), 1);
    }
}

#[test]
fn what_is_refused_in_a_bulk_send_stays_queued_and_the_rest_goes() {
    let world = World::of(Profile::Client12, &[]);
    let pc = world.here("pc", SERVICE);
    let out = world.dir("out");
    actuals(&out, 1, 300);
    actuals_for("9979999999", &out, 2, 300);
    let output = pc.run(&["bulk", &text(&out), "--send"]);
    let told = said(&output);
    assert!(output.status.code() == Some(1) && told.contains("unknown-destination"), "{told}");
    assert!(told.matches("送りました").count() == 1 && ids(&pc).len() == 1, "{told}");
}

#[test]
fn a_relay_that_sends_at_once_or_not_at_all_is_understood() {
    for (choice, code, word) in [("direct", 0, "送りました"), ("none", 1, "no-bulk")] {
        let world = World::of(Profile::Client12, &[("bulk", choice)]);
        let pc = world.here("pc", SERVICE);
        let out = world.dir("out");
        actuals(&out, 1, 300);
        let output = pc.run(&["bulk", &text(&out)]);
        assert!(output.status.code() == Some(code) && said(&output).contains(word), "{choice}: {}", said(&output));
    }
}
