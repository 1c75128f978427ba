//! Accounts and certificates from the first password to the revocation.

use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use mock_server::ca::DRILLS;
use mock_server::client::ClientError;
use mock_server::kind::{DX, KINDS};
use mock_server::limits::Limits;
use mock_server::wire::{
    CertificateEntry, CertificateList, CertificateState, DrillAnswer, DrillList, IssuedCertificate, IssuingPassword,
    RevocationReason,
};
use mock_server::{ClientIdentity, Credential, EnrolmentError, Identity, Relay, RelayConfig};
use serde_json::json;

use crate::common::{OTHER, PLANNER, SERVICE, STRANGER, call, call_with, config, get};
use crate::desk::{DAY, Desk, NOW};
use crate::sockets::{client, relay};

const CERTIFICATES: &str = "/v1/enrolment/certificates";

#[tokio::test]
async fn an_account_is_opened_once_for_a_registered_office_and_its_password_can_be_given_anew() {
    let desk = Desk::open(&[]).await;
    let office = PLANNER.parse().unwrap();
    let member = desk.newcomer(PLANNER).await;
    assert!(member.user_id.starts_with("KJ") && member.user_id.len() == 14);
    assert!(matches!(desk.state.open_account(&office).await, Err(EnrolmentError::HasAccount(_))));
    let stranger = STRANGER.parse().unwrap();
    assert!(matches!(desk.state.open_account(&stranger).await, Err(EnrolmentError::Unregistered(_))));
    assert!(matches!(desk.state.reset_password(&stranger).await, Err(EnrolmentError::NoAccount(_))));
    let view = desk.state.account(&office).await.unwrap().unwrap();
    assert_eq!((view.user_id.as_str(), view.is_temporary), (member.user_id.as_str(), true));
    assert_eq!(view.password_ends_at, Some(NOW + 30 * DAY));
    // Locked, and with the first password gone: a new temporary one opens it again.
    for _ in 0..3 {
        desk.post("/v1/enrolment/certificates/list", &member.but("wrong-1").with(&json!({}))).await;
    }
    let again = desk.state.reset_password(&office).await.unwrap();
    let new = json!({ "new_password": "kunren-2025" });
    let path = "/v1/enrolment/password";
    assert_eq!(Desk::code(&desk.post(path, &member.with(&new)).await), "login-refused");
    assert_eq!(Desk::code(&desk.post(path, &member.but(&again.0).with(&new)).await), "200");
}

#[tokio::test]
async fn user_ids_and_serial_numbers_follow_from_the_seed_and_secrets_do_not() {
    let mut seen = Vec::new();
    for _ in 0..2 {
        let folder = tempfile::tempdir().unwrap();
        let config =
            RelayConfig { seed: Some(7), data: Some(folder.path().join("relay")), ..config(Limits::default()) };
        let state = mock_server::AppState::open(&config).await.unwrap();
        let new = state.open_account(&PLANNER.parse().unwrap()).await.unwrap();
        let issued = state.issue(&PLANNER.parse().unwrap(), &DX).await.unwrap();
        seen.push((new.user_id, issued.serial, new.temporary_password.0, issued.identity.key_pem));
    }
    let (one, two) = (&seen[0], &seen[1]);
    assert_eq!((&one.0, &one.1), (&two.0, &two.1));
    assert!(one.2 != two.2 && one.3 != two.3);
}

#[tokio::test]
async fn every_kind_is_issued_for_a_signing_request_as_pem_and_as_an_install_file() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &str| {
        let run = Command::new("openssl").args(arguments.split(' ')).current_dir(folder.path()).output();
        let run = run.expect("openssl (package openssl) is needed for this test");
        assert!(run.status.success(), "{arguments}: {}", String::from_utf8_lossy(&run.stderr));
        String::from_utf8_lossy(&run.stdout).into_owned()
    };
    run("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout own.key -out own.csr -subj /CN=x");
    let csr = std::fs::read_to_string(folder.path().join("own.csr")).unwrap();
    for kind in KINDS {
        for delivery in [
            json!({ "form": "csr", "csr": csr }),
            json!({ "form": "pem" }),
            json!({ "form": "pkcs12", "install_password": "install-1" }),
        ] {
            let mut order = member.order(&delivery);
            order["kind"] = json!(kind.slug);
            let answer = desk.post(CERTIFICATES, &order).await;
            assert_eq!(answer.status.as_u16(), 201, "{answer:?}");
            let issued: IssuedCertificate = answer.json();
            assert_eq!((issued.entry.kind.as_str(), issued.entry.state), (kind.slug, CertificateState::Valid));
            assert_eq!(issued.private_key_pem.is_some(), delivery["form"] == "pem");
            assert_eq!(issued.pkcs12_base64.is_some(), delivery["form"] == "pkcs12");
            if let Some(file) = &issued.pkcs12_base64 {
                std::fs::write(folder.path().join("a.p12"), BASE64_STANDARD.decode(&file.0).unwrap()).unwrap();
                let said = run("pkcs12 -in a.p12 -passin pass:install-1 -nodes");
                assert_eq!(said.matches("BEGIN CERTIFICATE").count(), 2, "the certificate and its CA");
                assert_eq!(said.matches("BEGIN PRIVATE KEY").count(), 1);
            }
        }
    }
    let list: CertificateList = desk.post("/v1/enrolment/certificates/list", &member.with(&json!({}))).await.json();
    assert_eq!(list.items.len(), KINDS.len() * 3);
}

#[tokio::test]
async fn a_certificate_is_renewed_from_90_days_before_its_end_and_the_old_one_stays() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    let old = desk.certificate(&member).await.entry;
    assert_eq!((old.days_left, old.renewal_due), (1_096, false));
    let end = NOW + 1_096 * DAY;
    // The password has expired meanwhile.
    desk.at(end - 90 * DAY).await;
    let new = json!({ "new_password": "kunren-2028" });
    desk.post("/v1/enrolment/password", &member.with(&new)).await;
    let member = member.but("kunren-2028");
    let list: CertificateList = desk.post("/v1/enrolment/certificates/list", &member.with(&json!({}))).await.json();
    assert!(list.items[0].renewal_due && list.items[0].days_left == 90);
    let path = format!("{CERTIFICATES}/{}/renew", old.serial);
    let answer = desk.post(&path, &member.with(&json!({}))).await;
    assert_eq!(answer.status.as_u16(), 201, "{answer:?}");
    let renewed: IssuedCertificate = answer.json();
    assert_ne!(renewed.entry.serial, old.serial);
    let states: Vec<_> = desk.state.certificates(&PLANNER.parse().unwrap()).await.unwrap();
    assert!(states.iter().all(|entry| entry.state == CertificateState::Valid) && states.len() == 2);
    desk.at(end + 1_000).await;
    let states = desk.state.certificates(&PLANNER.parse().unwrap()).await.unwrap();
    assert_eq!([states[0].state, states[1].state], [CertificateState::Valid, CertificateState::Expired]);
    assert_eq!(Desk::code(&desk.post(&path, &member.with(&json!({}))).await), "certificate-over");
}

#[tokio::test]
async fn certificates_of_other_offices_are_as_good_as_none() {
    let desk = Desk::open(&[]).await;
    let (planner, service) = (desk.member(PLANNER).await, desk.member(SERVICE).await);
    let own = desk.certificate(&planner).await.entry.serial;
    for what in ["renew", "revoke", "reissue"] {
        let mut answers = Vec::new();
        for serial in [own.as_str(), "4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f4f", "%00", "x"] {
            let path = format!("{CERTIFICATES}/{serial}/{what}");
            answers.push(desk.post(&path, &service.order(&json!({ "form": "pem" }))).await);
        }
        for answer in &answers {
            assert_eq!((Desk::code(answer).as_str(), &answer.body), ("not-found", &answers[0].body), "{what}");
        }
    }
    assert_eq!(desk.state.certificates(&PLANNER.parse().unwrap()).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_certificate_that_is_revoked_or_issued_again_is_refused_on_a_kept_connection_at_once() {
    let relay = relay(Limits::default()).await;
    let desk = Desk { app: mock_server::app(relay.state().clone()), state: relay.state().clone() };
    let member = desk.member(PLANNER).await;
    let hold = |issued: &IssuedCertificate| {
        let key_pem = issued.private_key_pem.clone().unwrap().0;
        client(&relay, &ClientIdentity { cert_pem: issued.certificate_pem.clone(), key_pem })
    };
    let [lost, closed, kept] =
        [desk.certificate(&member).await, desk.certificate(&member).await, desk.certificate(&member).await];
    let [old, over, good] = [&lost, &closed, &kept].map(hold);
    for client in [&old, &over, &good] {
        assert!(client.inbox(None).await.is_ok());
    }
    let path = format!("{CERTIFICATES}/{}/reissue", lost.entry.serial);
    let new: IssuedCertificate = desk.post(&path, &member.order(&json!({ "form": "pem" }))).await.json();
    let path = format!("{CERTIFICATES}/{}/revoke", closed.entry.serial);
    let entry: CertificateEntry = desk.post(&path, &member.with(&json!({ "reason": "closed" }))).await.json();
    assert_eq!((entry.state, entry.reason.as_deref()), (CertificateState::Revoked, Some("closed")));
    for client in [&old, &over] {
        let outcome = client.inbox(None).await;
        let Err(ClientError::Refused(problem)) = outcome else { panic!("{outcome:?}") };
        assert_eq!(problem.code, "certificate-revoked");
    }
    assert!(good.inbox(None).await.is_ok() && hold(&new).inbox(None).await.is_ok());
    assert!(
        !relay.state().revoke(&closed.entry.serial, RevocationReason::Lost).await.unwrap(),
        "it was revoked before"
    );
    assert!(relay.state().revoke(&kept.entry.serial, RevocationReason::Lost).await.unwrap());
    assert!(good.inbox(None).await.is_err());
}

#[tokio::test]
async fn the_list_of_revoked_certificates_is_public_and_other_programs_follow_it() {
    let desk = Desk::open(&[]).await;
    let member = desk.member(PLANNER).await;
    let [good, bad] = [desk.certificate(&member).await, desk.certificate(&member).await];
    let path = format!("{CERTIFICATES}/{}/revoke", bad.entry.serial);
    desk.post(&path, &member.with(&json!({}))).await;
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    for (name, path, media) in [
        ("ca.pem", "/v1/ca.pem", "application/x-pem-file"),
        ("crl.pem", "/v1/crl.pem", "application/x-pem-file"),
        ("crl.der", "/v1/crl", "application/pkix-crl"),
    ] {
        let answer = call(&desk.app, None, get(path)).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, media));
        put(name, &answer.body);
    }
    put("good.pem", good.certificate_pem.as_bytes());
    put("bad.pem", bad.certificate_pem.as_bytes());
    let verify = |name: &str| {
        let at = (NOW / 1_000 + 60).to_string();
        let arguments = ["verify", "-attime", &at, "-crl_check", "-CAfile", "ca.pem", "-CRLfile", "crl.pem", name];
        Command::new("openssl").args(arguments).current_dir(folder.path()).output().unwrap().status.success()
    };
    assert!(verify("good.pem") && !verify("bad.pem"));
    let der = std::fs::read(folder.path().join("crl.der")).unwrap();
    assert!(der.len() > 100 && der[0] == 0x30);
}

#[tokio::test]
async fn what_was_revoked_is_revoked_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let kept = RelayConfig { data: Some(folder.path().join("relay")), ..config(Limits::default()) };
    let first = Relay::start(kept.clone()).await.unwrap();
    let issued = first.state().issue(&PLANNER.parse().unwrap(), &DX).await.unwrap();
    first.state().revoke(&issued.serial, RevocationReason::Lost).await.unwrap();
    first.shutdown().await;
    let second = Relay::start(kept).await.unwrap();
    let outcome = client(&second, &issued.identity).inbox(None).await;
    assert!(matches!(&outcome, Err(ClientError::Refused(problem)) if problem.code == "certificate-revoked"));
}

#[tokio::test]
async fn every_drill_is_given_on_request_and_is_refused_as_it_says() {
    let relay = relay(Limits::default()).await;
    let desk = Desk { app: mock_server::app(relay.state().clone()), state: relay.state().clone() };
    let member = desk.member(PLANNER).await;
    let list: DrillList = call(&desk.app, None, get("/v1/enrolment/drills")).await.json();
    assert_eq!(list.items.len(), DRILLS.len());
    for drill in list.items.iter().filter(|drill| drill.by_office) {
        let path = format!("/v1/enrolment/drills/{}", drill.slug);
        let answer: DrillAnswer = desk.post(&path, &member.with(&json!({}))).await.json();
        let Some((cert_pem, key)) = answer.certificate_pem.zip(answer.private_key_pem) else {
            assert_eq!(drill.slug, "none");
            continue;
        };
        let outcome = client(&relay, &ClientIdentity { cert_pem, key_pem: key.0 }).inbox(None).await;
        let Err(ClientError::Refused(problem)) = outcome else { panic!("{}: {outcome:?}", drill.slug) };
        assert_eq!(problem.code, drill.refusal);
    }
    let (own, other) = (PLANNER.parse().unwrap(), OTHER.parse().unwrap());
    let mixed_up = relay.state().drill("other-office", &own, &other).await.unwrap().issued.unwrap();
    let outcome = client(&relay, &mixed_up.identity).send(crate::sockets::plan_set()).await;
    assert!(matches!(&outcome, Err(ClientError::Refused(problem)) if problem.code == "sender-mismatch"));
    assert!(matches!(relay.state().drill("x", &own, &other).await, Err(EnrolmentError::NoDrill(_))));
}

#[tokio::test]
async fn the_password_for_issuing_can_be_had_again_and_the_old_one_is_no_more() {
    let desk = Desk::open(&[]).await;
    let mut member = desk.member(PLANNER).await;
    let new: IssuingPassword = desk.post("/v1/enrolment/issuing-password", &member.with(&json!({}))).await.json();
    let pem = json!({ "form": "pem" });
    assert_eq!(Desk::code(&desk.post(CERTIFICATES, &member.order(&pem)).await), "issuing-password");
    member.issuing = new.issuing_password.0;
    assert_eq!(Desk::code(&desk.post(CERTIFICATES, &member.order(&pem)).await), "201");
    member.issuing = desk.state.reset_issuing_password(&PLANNER.parse().unwrap()).await.unwrap().0;
    assert_eq!(Desk::code(&desk.post(CERTIFICATES, &member.order(&pem)).await), "201");
}

#[tokio::test]
async fn a_certificate_opens_nothing_of_enrolment() {
    let desk = Desk::open(&[]).await;
    let credential = Credential::from(Identity::of_office(PLANNER.parse().unwrap()));
    let body = json!({ "user_id": "KJ000000000000", "password": "x" });
    let request = crate::desk::request("POST", "/v1/enrolment/certificates/list", &body);
    assert_eq!(Desk::code(&call_with(&desk.app, credential, request).await), "login-refused");
}
