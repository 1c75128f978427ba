//! Several PCs of one office: in client-1.2 the first to receive gets everything.

use mock_server::assumptions::Profile;
use mock_server::client::Patience;
use mock_server::client::home::Home;

use super::world::{PLANNER, Pc, SERVICE, World, actuals, bodies, text};

fn receive(world: &World, pc: &Pc, folder: &str) -> String {
    pc.done(&["receive", &text(&world.path(folder))])
}

#[test]
fn the_first_terminal_receives_everything_and_the_second_nothing() {
    for (choice, word) in [("empty", "新しく届いたものはありません"), ("shown-taken", "他の端末が受け取っています")]
    {
        let world = World::of(Profile::Client12, &[("second-terminal", choice)]);
        let (sender, beside) = (world.here("sender", SERVICE), world.here("beside", SERVICE));
        let (first, second) = (world.here("first", PLANNER), world.here("second", PLANNER));
        let out = world.dir("out");
        actuals(&out, 1, 300);
        actuals(&out, 2, 300);
        sender.done(&["send", &text(&out)]);
        receive(&world, &first, "in-first");
        assert_eq!(bodies(&world.path("in-first")), bodies(&out));
        let told = receive(&world, &second, "in-second");
        assert!(told.contains(word) && bodies(&world.path("in-second")).is_empty(), "{choice}: {told}");
        let told = receive(&world, &first, "in-first");
        assert!(told.contains("新しく届いたものはありません"), "{choice}: {told}");
        assert!(sender.done(&["list", "sent"]).contains("UPJSK_202505"));
        assert!(beside.done(&["list", "sent"]).contains("1件もありません"));
        assert!(first.done(&["list", "received"]).contains("UPJSK_202505"));
    }
}

#[test]
fn what_its_sender_took_back_is_not_received() {
    let choices = [("recall", "until-received"), ("status-words", "shown")];
    for profile in [Profile::Client12, Profile::Web41] {
        let world = World::of(profile, &choices);
        let (sender, receiver) = (world.here("sender", SERVICE), world.here("receiver", PLANNER));
        let out = world.dir("out");
        actuals(&out, 1, 300);
        sender.done(&["send", &text(&out)]);
        let home = Home::open(&sender.home).expect("a home");
        world.runtime.block_on(async {
            let (client, _) = home.connect(Patience::NONE).await.expect("connected");
            let id = client.sent(None).await.expect("a page").items.remove(0).id;
            let path = format!("/v1/messages/{id}/recall");
            let answer = client.request("POST".parse().expect("a method"), &path).send().await.expect("an answer");
            assert!(answer.status().is_success(), "{answer:?}");
        });
        let told = receive(&world, &receiver, "in");
        assert!(told.contains("新しく届いたものはありません"), "{told}");
    }
}
