//! Sending and receiving folders on a good line.

use std::fs;

use super::world::{PLANNER, Pc, SERVICE, World, actuals, bodies, text};

#[test]
fn a_folder_arrives_byte_for_byte_in_either_layout_and_never_twice() {
    let world = World::new();
    let (sender, receiver) = (world.here("sender", SERVICE), world.here("receiver", PLANNER));
    let out = world.dir("out");
    for n in 0..3 {
        actuals(&out, n, 1 + 10_000 * n as usize);
    }
    fs::write(out.join("memo.txt"), "not of the exchange").expect("written");
    let said = sender.done(&["send", &text(&out), "--message", "5月分です。\nよろしく。"]);
    assert!(said.contains("送りません") && said.contains("memo.txt"), "{said}");
    assert_eq!(world.inbox(PLANNER).len(), 1, "one message for a destination");
    assert!(sender.done(&["send", &text(&out), "--message", "5月分です。\nよろしく。"]).contains("送信済み"));
    assert_eq!(world.inbox(PLANNER).len(), 1);
    fs::remove_file(out.join("memo.txt")).expect("removed");
    let inbox = world.path("in");
    assert!(receiver.done(&["receive", &text(&inbox)]).contains("受け取りました"));
    assert_eq!(bodies(&inbox), bodies(&out));
    assert!(receiver.done(&["receive", &text(&inbox)]).contains("新しく届いたものはありません"));
    let place = fs::read_dir(&inbox).expect("a folder").next().expect("a message").expect("an entry").path();
    assert!(place.file_name().expect("a name").to_string_lossy().starts_with(SERVICE));
    assert!(fs::read_to_string(place.join("message.txt")).expect("a text").contains("5月分です。\r\nよろしく。"));
    let flat = world.path("flat");
    world.here("second", PLANNER).done(&["receive", &text(&flat), "--layout", "flat"]);
    assert_eq!(bodies(&flat), bodies(&out));
    assert!(flat.join(out.read_dir().expect("files").next().expect("one").expect("one").file_name()).is_file());
}

#[test]
fn what_cannot_be_sent_is_told_before_anything_is_sent() {
    let world = World::new();
    let sender = world.here("sender", SERVICE);
    let out = world.dir("out");
    actuals(&out, 1, 10);
    for (name, words) in [
        (format!("UPJSK_202505_{PLANNER}_43_{SERVICE}_15_20250601000009.CSV"), "送信元"),
        ("UPJSK_202505 (1).CSV".to_owned(), "標準仕様の形ではありません"),
        (format!("UPJSK_202505_{SERVICE}_{PLANNER}_20250601000009.CSV"), "第3版"),
        (format!("UPPLAN_202505_{SERVICE}_15_{PLANNER}_43_20250601000009.CSV"), "UPSIKYU"),
    ] {
        let path = out.join(name);
        fs::write(&path, "x").expect("written");
        let output = sender.run(&["send", &text(&out)]);
        let told = super::world::said(&output);
        assert_eq!(output.status.code(), Some(1), "{told}");
        assert!(told.contains(words) && world.inbox(PLANNER).is_empty(), "{told}");
        fs::remove_file(path).expect("removed");
    }
    sender.done(&["send", &text(&out)]);
}

#[test]
fn one_set_that_the_relay_refuses_holds_up_no_other() {
    let world = World::new();
    let sender = world.here("sender", SERVICE);
    let out = world.dir("out");
    actuals(&out, 1, 10);
    actuals(&out, 2, 20);
    // 訪問介護, which the office is not registered for (relay.md 24).
    fs::write(out.join(format!("UPJSK_202505_{SERVICE}_11_{PLANNER}_43_20250601000009.CSV")), "x").expect("written");
    let output = sender.run(&["send", &text(&out), "--move"]);
    let told = super::world::said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("service-type"), "{told}");
    assert_eq!(world.inbox(PLANNER).len(), 2);
    assert_eq!(fs::read_dir(out.join("sent")).expect("moved").count(), 2);
    let listed = sender.done(&["list", "sent"]);
    assert!(listed.contains("送れず") && listed.contains("service-type") && listed.contains("送信"), "{listed}");
}

#[test]
fn a_folder_that_grew_sends_what_is_new_and_a_pdf_goes_to_one_destination() {
    let world = World::new();
    let sender = world.here("sender", SERVICE);
    let out = world.dir("out");
    actuals(&out, 1, 10);
    sender.done(&["send", &text(&out)]);
    actuals(&out, 2, 10);
    sender.done(&["send", &text(&out)]);
    let sent = world.inbox(PLANNER);
    assert_eq!(sent.iter().map(|message| message.files.len()).collect::<Vec<_>>(), [1, 1]);
    sender.done(&["send", &text(&out), "--again"]);
    assert_eq!(world.inbox(PLANNER).len(), 3);
    let pdf = world.path("実績票.pdf");
    fs::write(&pdf, "%PDF-").expect("written");
    assert_eq!(sender.run(&["send", "--attach", &text(&pdf)]).status.code(), Some(2), "to whom?");
    sender.done(&["send", "--attach", &text(&pdf), "--to", PLANNER]);
    assert_eq!(world.inbox(PLANNER)[0].files[0].name, "実績票.pdf");
}

#[test]
fn a_different_file_of_the_same_name_is_never_overwritten() {
    let world = World::new();
    let (sender, receiver) = (world.here("sender", SERVICE), world.here("receiver", PLANNER));
    let (out, inbox) = (world.dir("out"), world.dir("in"));
    let file = actuals(&out, 1, 10);
    sender.done(&["send", &text(&out)]);
    let theirs = inbox.join(file.file_name().expect("a name"));
    fs::write(&theirs, "theirs").expect("written");
    let told = receiver.done(&["receive", &text(&inbox), "--layout", "flat"]);
    assert!(told.contains("別のフォルダー"), "{told}");
    assert_eq!(fs::read(&theirs).expect("still there"), b"theirs");
    let aside = fs::read_dir(&inbox).expect("a folder").map(|entry| entry.expect("an entry").path());
    let aside = aside.into_iter().find(|path| path.is_dir()).expect("a folder of its own");
    assert_eq!(bodies(&aside), bodies(&out));
}

#[test]
fn the_home_is_for_its_owner_only_and_for_one_client_at_a_time() {
    use std::os::unix::fs::PermissionsExt;

    let world = World::new();
    let pc = world.here("pc", SERVICE);
    for entry in fs::read_dir(&pc.home).expect("a folder") {
        let path = entry.expect("an entry").path();
        let mode = fs::metadata(&path).expect("its state").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
    let held = mock_server::client::home::Home::open(&pc.home).expect("a home").hold().expect("held");
    let second = pc.run(&["receive", &text(&world.path("in"))]);
    assert_eq!(second.status.code(), Some(2));
    assert!(super::world::said(&second).contains("使っています"));
    drop(held);
    pc.done(&["receive", &text(&world.path("in"))]);
    let pc = Pc { home: pc.home };
    let status = pc.done(&["status", "--lang", "en"]);
    assert!(status.contains("days left") && status.contains("answers"), "{status}");
}

#[test]
fn what_a_run_that_ended_had_no_time_to_move_is_moved_on_and_not_taken_for_half_a_set() {
    let world = World::new();
    let sender = world.here("sender", PLANNER);
    for (n, again) in ["send", "watch"].into_iter().enumerate() {
        let out = world.dir(again);
        let name = |kind: &str| format!("{kind}_202505_{PLANNER}_43_{SERVICE}_15_2025060100000{n}.CSV");
        let kinds = ["UPHOSOKU", "UPPLAN", "UPSIKYU"];
        kinds.iter().for_each(|kind| fs::write(out.join(name(kind)), kind).expect("written"));
        sender.done(&["send", &text(&out)]);
        fs::create_dir(out.join("sent")).expect("made");
        fs::rename(out.join(name("UPPLAN")), out.join("sent").join(name("UPPLAN"))).expect("moved");
        match again {
            "send" => sender.done(&["send", &text(&out), "--move"]),
            _ => sender.done(&["watch", "--outbox", &text(&out), "--once", "--settle", "1", "--grace", "0"]),
        };
        assert_eq!(bodies(&out.join("sent")).len(), 3);
        assert_eq!(fs::read_dir(&out).expect("a folder").count(), 1);
    }
    assert_eq!(world.inbox(SERVICE).len(), 2);
}
