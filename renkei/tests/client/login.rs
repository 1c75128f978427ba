//! Login by user id and password, as client-1.2 asks for it: from the temporary password to the
//! renewal of the certificate.

use std::fs;

use mock_server::NewAccount;
use mock_server::assumptions::Profile;
use mock_server::client::home::Home;
use mock_server::client::{ClientError, Patience};

use super::world::{PLANNER, Pc, SERVICE, World, actuals, bodies, said, text};

const OWN: &str = "kunren-2026";
const DAY: i64 = 24 * 60 * 60 * 1_000;

fn world() -> World {
    World::of(Profile::Client12, &[("login", "password")])
}

fn account(world: &World, office: &str) -> NewAccount {
    let number = office.parse().expect("a number");
    world.runtime.block_on(world.relay.state().open_account(&number)).expect("an account")
}

/// A file that holds a word.
fn file(world: &World, name: &str, word: &str) -> String {
    let path = world.path(name);
    fs::write(&path, format!("{word}\n")).expect("written");
    text(&path)
}

/// A PC whose certificate was issued to it by the relay, with a password of its own.
fn enrolled(world: &World, name: &str, office: &str) -> Pc {
    let new = account(world, office);
    let word = |kind: &str, word: &str| file(world, &format!("{name}-{kind}"), word);
    let (temporary, own) = (word("temporary", &new.temporary_password.0), word("own", OWN));
    let (issuing, ca) = (word("issuing", &new.issuing_password.0), word("ca", world.relay.ca_pem()));
    let (url, pc) = (world.relay.url(), Pc { home: world.path(name) });
    let mut args = vec!["enrol", "--url", &url, "--ca", &ca, "--user", &new.user_id];
    args.extend(["--password-file", &temporary, "--issuing-password-file", &issuing]);
    let refused = pc.run(&args);
    assert!(refused.status.code() == Some(1) && said(&refused).contains("temporary-password"), "{}", said(&refused));
    assert!(!pc.home.join("home.json").exists());
    args.extend(["--new-password-file", &own]);
    let told = pc.done(&args);
    for secret in [OWN, &new.temporary_password.0, &new.issuing_password.0] {
        assert!(!told.contains(secret), "{told}");
    }
    pc
}

#[test]
fn offices_enrol_log_in_send_and_receive() {
    let world = world();
    let (sender, receiver) = (enrolled(&world, "sender", SERVICE), enrolled(&world, "receiver", PLANNER));
    let (out, inbox) = (world.dir("out"), world.path("in"));
    actuals(&out, 1, 500);
    assert!(sender.done(&["status"]).contains("ログイン：できました"));
    sender.done(&["send", &text(&out)]);
    receiver.done(&["receive", &text(&inbox)]);
    assert_eq!(bodies(&inbox), bodies(&out));
    actuals(&out, 2, 500);
    sender.done(&["watch", "--outbox", &text(&out), "--once", "--settle", "1", "--every", "1"]);
    receiver.done(&["watch", "--inbox", &text(&inbox), "--once"]);
    assert_eq!(bodies(&inbox), bodies(&out));
    for list in ["sent", "drafts"] {
        sender.done(&["list", list]);
    }
    // Whatever logs in logs out.
    let journal = world.journal();
    let count = |event: &str| journal.matches(&format!("\"{event}\"")).count();
    assert!(count("session-begun") == 7 && count("session-ended") == 7, "{journal}");
}

#[test]
fn a_temporary_password_is_changed_first_and_three_failures_lock_the_user_in_plain_words() {
    let world = world();
    let new = account(&world, SERVICE);
    let papers = world.here("papers", SERVICE).home;
    let of = |name: &str| text(&papers.join(name));
    let (ca, cert, key) = (of("ca.pem"), of("cert.pem"), of("key.pem"));
    let (url, pc) = (world.relay.url(), Pc { home: world.path("pc") });
    let temporary = file(&world, "temporary", &new.temporary_password.0);
    let mut args = vec!["setup", "--url", &url, "--ca", &ca, "--cert", &cert, "--key", &key];
    args.extend(["--user", &new.user_id, "--password-file", &temporary]);
    pc.done(&args);
    let output = pc.run(&["status"]);
    assert!(output.status.code() == Some(1) && said(&output).contains("temporary-password"), "{}", said(&output));
    let own = file(&world, "own", OWN);
    pc.done(&["password", "--new-password-file", &own]);
    assert!(pc.done(&["status"]).contains("ログイン：できました"));
    fs::write(pc.home.join("password"), "wrong-2026").expect("written");
    for _ in 0..3 {
        let output = pc.run(&["status"]);
        assert!(output.status.code() == Some(1) && said(&output).contains("login-refused"), "{}", said(&output));
    }
    fs::write(pc.home.join("password"), OWN).expect("written");
    let output = pc.run(&["status"]);
    let told = said(&output);
    assert!(output.status.code() == Some(1) && told.contains("login-locked") && told.contains("30分"), "{told}");
}

#[test]
fn a_session_that_was_ended_counts_no_more() {
    let world = world();
    let pc = enrolled(&world, "pc", SERVICE);
    let home = Home::open(&pc.home).expect("a home");
    world.runtime.block_on(async {
        let (client, session) = home.connect(Patience::NONE).await.expect("connected");
        assert!(session.is_some_and(|session| session.office == SERVICE));
        client.sent(None).await.expect("a page");
        client.logout().await.expect("logged out");
        let refused = client.sent(None).await;
        let Err(ClientError::Refused(problem)) = refused else { panic!("{refused:?}") };
        assert_eq!(problem.code, "no-session");
    });
}

#[test]
fn a_certificate_near_its_end_is_renewed_and_an_expired_password_changed() {
    let world = world();
    let pc = enrolled(&world, "pc", SERVICE);
    let output = pc.run(&["renew"]);
    assert!(output.status.code() == Some(1) && said(&output).contains("renewal-too-early"), "{}", said(&output));
    let state = world.relay.state();
    let later = state.clock().at(state.now_ms() + 1_030 * DAY, false).expect("a moment");
    world.runtime.block_on(state.set_clock(later)).expect("set");
    let output = pc.run(&["renew"]);
    assert!(output.status.code() == Some(1) && said(&output).contains("password-expired"), "{}", said(&output));
    let next = file(&world, "next", "kunren-2029");
    pc.done(&["password", "--new-password-file", &next]);
    let before = fs::read(pc.home.join("cert.pem")).expect("read");
    pc.done(&["renew"]);
    assert!(fs::read(pc.home.join("cert.pem")).expect("read") != before);
    let told = pc.done(&["status"]);
    assert!(told.contains("ログイン：できました") && !told.contains("更新の時期"), "{told}");
}
