//! `renkei serve` as a trainer runs it.
#![cfg(unix)]

mod process;

use std::path::Path;

use mock_server::{Relay, RelayConfig};
use process::{Up, identity, open_mailbox, renkei};

const READY: &str = "Ctrl-C";

fn serve(data: &Path, args: &[&str]) -> Up {
    Up::start(renkei().arg("serve").arg("--data").arg(data).args(args), READY)
}

#[test]
fn it_answers_offices_with_a_certificate_of_its_ca_and_stops_when_told() {
    let data = tempfile::tempdir().expect("a folder");
    let up = serve(data.path(), &[]);
    assert!(up.said.contains("訓練用") && up.said.contains("9970000001"));
    let clients = data.path().join("clients");
    let (cert, key) = identity(&clients, "9970000001");
    assert_eq!(open_mailbox(up.address("https://"), &clients.join("ca.pem"), &cert, &key), Ok(()));
    let foreign = foreign_identity();
    let (cert, key) = identity(foreign.path(), "9970000001");
    assert_eq!(
        open_mailbox(up.address("https://"), &clients.join("ca.pem"), &cert, &key),
        Err("certificate-foreign".to_owned())
    );
    assert_eq!(up.stop(), Some(0));
}

/// A certificate for the same office number, by the CA of another relay.
fn foreign_identity() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let identity = runtime.block_on(async {
        let relay = Relay::start(RelayConfig::default()).await.expect("a relay");
        let identity = relay.issue_office(&"9970000001".parse().expect("a number")).await.expect("a certificate");
        relay.shutdown().await;
        identity
    });
    let (cert, key) = process::identity(folder.path(), "9970000001");
    std::fs::create_dir_all(cert.parent().expect("a folder")).expect("made");
    std::fs::write(cert, identity.cert_pem).expect("written");
    std::fs::write(key, identity.key_pem).expect("written");
    folder
}

#[test]
fn kept_data_keep_the_certificates_of_the_offices_too() {
    let data = tempfile::tempdir().expect("a folder");
    let office = ["--office", "9970000009:見本訪問看護:13"];
    let clients = data.path().join("clients");
    let (cert, key) = identity(&clients, "9970000009");
    assert_eq!(serve(data.path(), &office).stop(), Some(0));
    let first = std::fs::read_to_string(&cert).expect("a certificate");
    let up = serve(data.path(), &office);
    assert_eq!(std::fs::read_to_string(&cert).expect("a certificate"), first);
    assert_eq!(open_mailbox(up.address("https://"), &clients.join("ca.pem"), &cert, &key), Ok(()));
    assert_eq!(up.stop(), Some(0));
}

#[test]
fn without_data_nothing_stays() {
    let up = Up::start(renkei().args(["serve", "--lang", "en"]), READY);
    let place = up.said.lines().find_map(|line| line.strip_prefix("Certificates: ")).expect("a place").to_owned();
    assert!(Path::new(&place).join("ca.pem").exists());
    assert_eq!(up.stop(), Some(0));
    assert!(!Path::new(&place).exists());
}

#[test]
fn a_training_in_the_local_network_is_told_what_its_certificate_lacks() {
    let lan = ["serve", "--listen", "0.0.0.0:0", "--allow-lan"];
    let up = Up::start(renkei().args(lan), READY);
    assert!(up.said.contains("--reached-at"));
    assert_eq!(up.stop(), Some(0));
    let up = Up::start(renkei().args(lan).args(["--reached-at", "192.168.1.2"]), READY);
    assert!(!up.said.contains("--reached-at"));
    assert_eq!(up.stop(), Some(0));
}

#[test]
fn what_cannot_be_served_is_refused_with_a_sentence() {
    let table: &[(&[&str], &str)] = &[
        (&["--listen", "0.0.0.0:0"], "--allow-lan"),
        (&["--listen", "192.168.1.2:0"], "--allow-lan"),
        (&["--listen", "203.0.113.9:0", "--allow-lan"], "インターネット"),
        (&["--listen", "nowhere"], "--listen"),
        (&["--office", "123:短い:15"], "--office"),
        (&["--control", "0.0.0.0:0", "--allow-lan"], "操作"),
        (&["--profile", "web-5.0"], "--profile"),
        (&["--assume", "files"], "ID=値"),
        (&["--assume", "files=0"], "files"),
        (&["--assume", "tls=1.3"], "固定"),
        (&["--assume", "nothing=1"], "--assumptions"),
        (&["--seed", "x"], "--seed"),
        (&["--store", "postgres://trainer:hidden-word@127.0.0.1:1/none"], "始められません"),
    ];
    for (args, words) in table {
        let refused = renkei().arg("serve").args(*args).output().expect("the binary runs");
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(said.contains(words), "{args:?}: {said}");
        assert!(!said.contains("hidden-word"), "{said}");
    }
}

#[test]
fn what_is_assumed_is_listed_without_serving() {
    for (lang, words) in [("ja", "公開情報"), ("en", "known:")] {
        let args = ["serve", "--assumptions", "--lang", lang, "--profile", "client-1.2", "--assume", "files=7"];
        let listed = renkei().args(args).output().expect("the binary runs");
        assert_eq!(listed.status.code(), Some(0));
        let said = String::from_utf8_lossy(&listed.stdout);
        assert!(said.contains("client-1.2") && said.contains(words) && !said.contains("https://"), "{said}");
        assert!(said.lines().any(|line| line.starts_with("files") && line.contains('7')), "{said}");
    }
}

#[test]
fn it_says_where_it_is_controlled_and_no_key() {
    let data = tempfile::tempdir().expect("a folder");
    let up = serve(data.path(), &["--seed", "7", "--profile", "client-1.2"]);
    assert!(up.said.contains("client-1.2") && !up.said.contains("PRIVATE"), "{}", up.said);
    let control = up.said.lines().find_map(|line| line.split_once("http://")).expect("an address").1;
    let (address, path) = control.split_once('/').expect("a path");
    assert_eq!(path, "control/v1");
    assert!(address.starts_with("127.0.0.1:"));
    let mut stream = std::net::TcpStream::connect(address).expect("it listens");
    let request = format!("GET /control/v1/ready HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    std::io::Write::write_all(&mut stream, request.as_bytes()).expect("asked");
    let mut answer = String::new();
    std::io::Read::read_to_string(&mut stream, &mut answer).expect("answered");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"profile\":\"client-1.2\""), "{answer}");
    assert_eq!(up.stop(), Some(0));
}
