//! The text form that Prometheus reads.

use std::fmt::{Display, Write};
use std::sync::atomic::Ordering;

use super::Metrics;
use crate::store::Totals;

/// One page of text: the counters, and what is stored at this moment.
pub(crate) fn text(metrics: &Metrics, totals: Totals, waiting: usize) -> String {
    let counters = &metrics.0;
    let mut page = Page::default();
    page.family("renkei_requests_total", "counter", "Requests by method, route and status (0: cut off on purpose).");
    for ((method, route, status), count) in counters.requests.all() {
        let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
        page.line("renkei_requests_total", &labels, count);
    }
    page.family("renkei_refusals_total", "counter", "Refusals by code.");
    for (code, count) in counters.refusals.all() {
        page.line("renkei_refusals_total", &format!("code=\"{code}\""), count);
    }
    page.family("renkei_faults_total", "counter", "Faults on purpose by kind.");
    for (slug, count) in counters.faults.all() {
        page.line("renkei_faults_total", &format!("fault=\"{slug}\""), count);
    }
    let load = |counter: &std::sync::atomic::AtomicU64| counter.load(Ordering::Relaxed);
    page.one("renkei_connections_total", "counter", "Connections accepted.", load(&counters.connections));
    page.one("renkei_connections_open", "gauge", "Connections open.", load(&counters.open));
    page.one(
        "renkei_handshakes_failed_total",
        "counter",
        "Handshakes that came to nothing.",
        load(&counters.handshakes_failed),
    );
    page.one("renkei_writes_waiting", "gauge", "Jobs that wait for the one writer.", waiting);
    page.one("renkei_messages", "gauge", "Messages stored.", totals.messages);
    page.one("renkei_files", "gauge", "Files stored.", totals.files);
    page.one("renkei_file_bytes", "gauge", "Bytes of the files stored.", totals.bytes);
    page.one("renkei_journal_rows", "gauge", "Rows of the journal.", totals.journal);
    page.0
}

#[derive(Default)]
struct Page(String);

impl Page {
    fn family(&mut self, name: &str, kind: &str, help: &str) {
        // Writing into a string does not fail, here and below.
        let _written = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn line(&mut self, name: &str, labels: &str, value: impl Display) {
        let _written = writeln!(self.0, "{name}{{{labels}}} {value}");
    }

    fn one(&mut self, name: &str, kind: &str, help: &str, value: impl Display) {
        self.family(name, kind, help);
        let _written = writeln!(self.0, "{name} {value}");
    }
}
