//! Scenarios: stories with steps, for lessons and help-desk drills. One file each, one line in the
//! table; an id never changes and is never used again.

mod agreed_day;
mod cast;
mod certificate_expired;
mod certificate_kind;
mod certificate_missing;
mod deletion;
mod excel_attachment;
mod late_month;
mod model;
mod ordinary_month;
mod overrun_unseen;
mod partner_missing;
mod preventive_itaku;
mod resend;
mod second_terminal;
mod service_type;
mod zero_actuals;

pub(crate) use model::{Act, Expect, Given, List, Papers, Prop, Scenario, Side, Spot, Step, Words};

/// All of them, in the order in which they are best shown.
pub(crate) static SCENARIOS: &[&Scenario] = &[
    &ordinary_month::SCENARIO,
    &agreed_day::SCENARIO,
    &zero_actuals::SCENARIO,
    &overrun_unseen::SCENARIO,
    &second_terminal::SCENARIO,
    &preventive_itaku::SCENARIO,
    &resend::SCENARIO,
    &deletion::SCENARIO,
    &late_month::SCENARIO,
    &service_type::SCENARIO,
    &excel_attachment::SCENARIO,
    &partner_missing::SCENARIO,
    &certificate_missing::SCENARIO,
    &certificate_expired::SCENARIO,
    &certificate_kind::SCENARIO,
];

/// The scenario with this id.
pub(crate) fn by_id(id: &str) -> Option<&'static Scenario> {
    SCENARIOS.iter().copied().find(|scenario| scenario.id == id)
}

#[cfg(test)]
mod tests;
