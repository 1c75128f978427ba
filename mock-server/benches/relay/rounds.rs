//! Rounds, medians and percentiles.

use std::time::Duration;

/// What one measure gave in one round.
pub(crate) struct Load {
    /// Wall time.
    pub(crate) seconds: f64,
    /// How long each operation took.
    pub(crate) times: Vec<Duration>,
}

/// One measure over all rounds.
#[derive(Default)]
pub(crate) struct Series {
    rates: Vec<f64>,
    /// Operations per second of the server's processor time.
    cpu_rates: Vec<f64>,
    /// Share of the core that the server had.
    shares: Vec<f64>,
    times: Vec<Duration>,
}

impl Series {
    /// A round, and the processor seconds that the server used in it.
    pub(crate) fn add(&mut self, load: Load, cpu: f64) {
        self.count(load.times.len() as f64, load.seconds, cpu);
        self.times.extend(load.times);
    }

    /// A round of which single times are not known.
    pub(crate) fn count(&mut self, operations: f64, seconds: f64, cpu: f64) {
        self.rates.push(operations / seconds);
        self.cpu_rates.push(operations / cpu.max(0.01));
        self.shares.push(cpu / seconds);
    }

    /// Operations per second of wall time, median of the rounds.
    pub(crate) fn rate(&self) -> f64 {
        median(&self.rates)
    }

    /// Operations per second of processor time, median of the rounds.
    pub(crate) fn cpu_rate(&self) -> f64 {
        median(&self.cpu_rates)
    }

    /// Share of the core, median of the rounds.
    pub(crate) fn share(&self) -> f64 {
        median(&self.shares)
    }

    /// A percentile of all times of all rounds, milliseconds.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        percentile(&self.times, percent)
    }
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A percentile in milliseconds.
pub(crate) fn percentile(times: &[Duration], percent: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
}
