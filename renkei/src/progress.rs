//! Progress on standard error: only on a terminal, only for work of more than a second.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use careplan::text::{Lang, Text};
use conformance::judge::Progress;
use indicatif::{ProgressBar, ProgressStyle};

const PATIENCE: Duration = Duration::from_secs(1);
const JUDGING: Text = Text::new("検査しています", "checking");

/// A bar that appears when the work turns out to be long.
pub(crate) struct Bar {
    started: Instant,
    lang: Lang,
    is_terminal: bool,
    total: AtomicU64,
    done: AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Bar {
    /// Nothing is shown yet.
    pub(crate) fn new(lang: Lang) -> Self {
        Self {
            started: Instant::now(),
            lang,
            is_terminal: io::stderr().is_terminal(),
            total: AtomicU64::new(0),
            done: AtomicU64::new(0),
            bar: OnceLock::new(),
        }
    }

    fn make(&self) -> ProgressBar {
        let bar = ProgressBar::new(self.total.load(Ordering::Relaxed)).with_message(JUDGING.get(self.lang));
        // The template is fixed; were it unsound, the default look would do.
        let style = ProgressStyle::with_template("{msg} {wide_bar} {bytes}/{total_bytes}");
        bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    }
}

impl Progress for Bar {
    fn begin(&self, _files: usize, bytes: u64) {
        self.total.store(bytes, Ordering::Relaxed);
    }

    fn advance(&self, bytes: u64) {
        let done = self.done.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if self.is_terminal && self.started.elapsed() > PATIENCE {
            self.bar.get_or_init(|| self.make()).set_position(done);
        }
    }

    fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
