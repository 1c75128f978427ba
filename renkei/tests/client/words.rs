//! What is said when it does not work, and the exit codes: 1 refused by the relay, 2 not done.

use std::fs;

use mock_server::{Relay, RelayConfig};

use super::world::{PLANNER, Pc, SERVICE, World, said, text};

fn receive(world: &World, pc: &Pc) -> (Option<i32>, String) {
    let output = pc.run(&["receive", &text(&world.path("in"))]);
    (output.status.code(), said(&output))
}

#[test]
fn who_has_no_home_no_relay_or_the_wrong_one_is_told_so() {
    let world = World::new();
    let (code, told) = receive(&world, &Pc { home: world.path("nowhere") });
    assert!(code == Some(2) && told.contains("client setup"), "{told}");
    let other = World::new();
    let pc = world.pc("elsewhere", SERVICE, &other.relay.url());
    let output = pc.run(&["status"]);
    assert!(output.status.code() == Some(2) && said(&output).contains("--ca"), "{}", said(&output));
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let pc = world.pc("down", SERVICE, &format!("https://{free}"));
    let output = pc.run(&["status"]);
    assert!(output.status.code() == Some(2) && said(&output).contains("つながりませんでした"), "{}", said(&output));
}

#[test]
fn a_certificate_of_another_environment_is_refused_in_words() {
    let world = World::new();
    let pc = world.here("pc", SERVICE);
    let foreign = world.runtime.block_on(async {
        let relay = Relay::start(RelayConfig::default()).await.expect("a relay");
        let identity = relay.issue_office(&SERVICE.parse().expect("a number")).await.expect("a certificate");
        relay.shutdown().await;
        identity
    });
    fs::write(pc.home.join("cert.pem"), foreign.cert_pem).expect("written");
    fs::write(pc.home.join("key.pem"), foreign.key_pem).expect("written");
    let (code, told) = receive(&world, &pc);
    assert!(code == Some(1) && told.contains("certificate-foreign"), "{told}");
}

#[test]
fn an_office_that_is_not_registered_is_refused_in_words() {
    let world = World::new();
    let (code, told) = receive(&world, &world.here("pc", "9979999999"));
    assert!(code == Some(1) && told.contains("unregistered-sender"), "{told}");
}

#[test]
fn papers_that_are_none_make_no_home() {
    let world = World::new();
    let pc = world.here("pc", SERVICE);
    let papers = world.path("pc-papers");
    let file = |name: &str| text(&papers.join(name));
    let (ca, cert, key) = (file("ca.pem"), file("cert.pem"), file("key.pem"));
    let url = world.relay.url();
    let new = Pc { home: world.path("new") };
    for args in [
        vec!["setup", "--url", &url, "--ca", &ca, "--cert", &ca, "--key", &key],
        vec!["setup", "--url", &url, "--ca", &key, "--cert", &cert, "--key", &key],
        vec!["setup", "--url", &url, "--ca", &ca, "--cert", &cert, "--key", &cert],
        vec!["setup", "--url", &url, "--ca", &ca, "--cert", "gone.pem", "--key", &key],
        vec!["setup", "--url", &url, "--ca", &ca, "--cert", &cert, "--key", &key, "--terminal", "窓口"],
        vec!["setup", "--url", &url],
    ] {
        let output = new.run(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", said(&output));
        assert!(!new.home.join("home.json").exists() && !output.stderr.is_empty(), "{args:?}");
    }
    pc.done(&["receive", &text(&world.path("in"))]);
    let other = world.here("other", PLANNER);
    let papers = world.path("other-papers");
    let file = |name: &str| text(&papers.join(name));
    let args = ["setup", "--url", &url, "--ca", &ca, "--cert", &file("cert.pem"), "--key", &file("key.pem")];
    let output = pc.run(&args);
    assert!(output.status.code() == Some(2) && said(&output).contains("--home"), "{}", said(&output));
    drop(other);
}

#[test]
fn an_install_file_makes_a_home_and_its_password_is_read_from_a_file() {
    use mock_server::ca::{Request, Serial};

    let world = World::new();
    let ca = world.relay.authority();
    let now = mock_server::clock::unix_ms(std::time::SystemTime::now().into());
    let issued = ca.issue(&Request::new(SERVICE.parse().expect("a number"), now, Serial::random())).expect("issued");
    let (p12, password) = (world.path("office.p12"), world.path("password.txt"));
    fs::write(&p12, ca.install_file(&issued, "kunren-1").expect("an install file")).expect("written");
    fs::write(&password, "kunren-2\n").expect("written");
    let pc = Pc { home: world.path("pc") };
    let url = world.relay.url();
    let args = ["setup", "--url", &url, "--p12", &text(&p12), "--p12-password-file", &text(&password)];
    let output = pc.run(&args);
    assert!(output.status.code() == Some(2) && said(&output).contains("パスワード"), "{}", said(&output));
    fs::write(&password, "kunren-1\n").expect("written");
    pc.done(&args);
    assert_eq!(receive(&world, &pc).0, Some(0));
}
