//! The table that is printed.

use careplan::text::Text;

use crate::rounds::Series;

/// One line: a measure of the relay against its control.
pub(crate) struct Line<'a> {
    pub(crate) what: Text,
    pub(crate) relay: &'a Series,
    pub(crate) control: (&'static str, &'a Series),
    /// The ratio to be reached, or none where the line is for reference.
    pub(crate) goal: Option<f64>,
}

/// Prints the lines under a head, Japanese and English.
pub(crate) fn print(lines: &[Line<'_>]) {
    println!("測定 / measure");
    println!(
        "  {:>26}  {:>30}  {:>9}  {:>9}  {:>7}  {:>15}",
        "中継 / relay (1/s, CPU%)",
        "比較 / control (1/s, CPU%)",
        "比/ratio",
        "比 per CPU",
        "目標/goal",
        "p50 / p99 (ms)"
    );
    for line in lines {
        let (name, control) = line.control;
        println!("{}\n{}", line.what.ja, line.what.en);
        println!(
            "  {:>26}  {:>30}  {:>8.2}x  {:>9.2}x  {:>8}  {:>7.2} / {:.2}",
            format!("{:.0}  {:.0}%", line.relay.rate(), 100.0 * line.relay.share()),
            format!("{name}: {:.0}  {:.0}%", control.rate(), 100.0 * control.share()),
            line.relay.rate() / control.rate(),
            line.relay.cpu_rate() / control.cpu_rate(),
            line.goal.map(|goal| format!("{goal:.1}x")).unwrap_or_default(),
            line.relay.percentile(50),
            line.relay.percentile(99),
        );
    }
}
