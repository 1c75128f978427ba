//! How far a run of the suite has come: on a terminal only.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;

use careplan::text::{Lang, Text};
use conformance::suite::case::Case;
use conformance::suite::run::Watch;
use conformance::suite::verdict::Verdict;
use indicatif::{ProgressBar, ProgressStyle};

const RUNNING: Text = Text::new("事例を実施しています", "running cases");

/// A bar that counts cases.
pub(super) struct Bar {
    lang: Lang,
    bar: OnceLock<ProgressBar>,
}

impl Bar {
    /// Nothing is shown yet.
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang, bar: OnceLock::new() }
    }
}

impl Watch for Bar {
    fn begin(&self, cases: usize) {
        if io::stderr().is_terminal() {
            let bar = ProgressBar::new(cases as u64).with_message(RUNNING.get(self.lang));
            // The template is fixed; were it unsound, the default look would do.
            let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
            let _ = self.bar.set(bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())));
        }
    }

    fn done(&self, _case: &Case, _verdict: Verdict) {
        if let Some(bar) = self.bar.get() {
            bar.inc(1);
        }
    }

    fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
