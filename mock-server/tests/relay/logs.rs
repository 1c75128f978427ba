//! The log says that something happened, never what was written.

use std::fmt::{Debug, Write};
use std::sync::{Mutex, OnceLock};

use mock_server::Relay;
use mock_server::client::{Client, Outgoing};
use mock_server::limits::Limits;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::common::{PLANNER, SERIAL, SERVICE, config, plan_name};

static LOG: OnceLock<Mutex<String>> = OnceLock::new();

/// Keeps every event of every level, of the libraries too.
struct Everything;

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "{}={value:?} ", field.name()).unwrap();
    }
}

impl Subscriber for Everything {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        span.record(&mut Line(&mut LOG.get().unwrap().lock().unwrap()));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Line(&mut LOG.get().unwrap().lock().unwrap()));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Line(&mut LOG.get().unwrap().lock().unwrap()));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn the_log_carries_no_message_no_file_no_name_and_no_key() {
    LOG.set(Mutex::default()).unwrap();
    tracing::subscriber::set_global_default(Everything).unwrap();
    let relay = Relay::start(config(Limits::default())).await.unwrap();
    let identity = relay.issue_office(&PLANNER.parse().unwrap()).await.unwrap();
    let planner = Client::new(&relay.url(), relay.ca_pem(), &identity.cert_pem, &identity.key_pem).unwrap();
    let secret = || {
        let outgoing = Outgoing::to(SERVICE).message("架空太郎さんの件").key("key-of-the-retry");
        outgoing.attachment("架空花子.pdf", b"body-of-the-file".to_vec())
    };
    let accepted = planner.send(secret()).await.unwrap();
    planner.send(secret().csv(plan_name("UPPLAN", SERIAL), Vec::new())).await.unwrap_err();
    planner.send(secret().attachment("架空次郎.xlsx", Vec::new())).await.unwrap_err();
    planner.fetch(&accepted.id, &accepted.files[0]).await.unwrap();
    planner.message(&accepted.id).await.unwrap();
    relay.shutdown().await;

    let log = LOG.get().unwrap().lock().unwrap();
    assert!(log.contains(&accepted.id), "that it was accepted is logged");
    let key_line = identity.key_pem.lines().nth(1).unwrap();
    for word in ["架空", "body-of-the-file", "key-of-the-retry", key_line] {
        assert!(!log.contains(word), "{word} is in the log");
    }
}
