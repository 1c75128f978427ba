//! The rules: one file each under their area, one line each in [`RULES`].
//!
//! A rule file holds the rule's documentation as data (the fixed headings are the members of
//! [`Rule`]) and, where the rule judges a single value, its check. What needs more than a value
//! (order, counts, sets) is watched in `check`, which speaks through these rules.

pub mod bytes;
pub mod csv;
pub mod field;
pub mod file;
pub mod flow;
pub mod name;
pub mod record;
pub mod set;

use std::borrow::Cow;

use crate::diagnostic::{Finding, Place, Severity, Value};
use crate::reading::Reading;
use crate::text::{Message, Text};

/// A rule and its documentation, under the fixed headings.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// `area/slug`; never changes, never reused.
    pub id: &'static str,
    /// The weight of its findings; a finding may weigh less where the layout is unsure.
    pub severity: Severity,
    /// A short name.
    pub title: Text,
    /// What it checks.
    pub what: Text,
    /// Why it matters: what happens to the receiver.
    pub why: Text,
    /// An example of what it finds.
    pub example: Text,
    /// How to mend it.
    pub mend: Text,
    /// The clauses it stands on.
    pub source: &'static str,
}

impl Rule {
    /// The area: what stands before the slash.
    #[must_use]
    pub fn area(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }

    /// The rule with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        RULES.iter().copied().find(|rule| rule.id == id)
    }

    pub(crate) const fn breach(&'static self, found: Message, expected: Message) -> Breach {
        Breach { rule: self, severity: self.severity, found, expected, reading: None }
    }
}

/// What a rule has to say of something, before it is known where that stands.
#[derive(Clone, Debug)]
pub(crate) struct Breach {
    pub(crate) rule: &'static Rule,
    pub(crate) severity: Severity,
    pub(crate) found: Message,
    pub(crate) expected: Message,
    pub(crate) reading: Option<&'static Reading>,
}

impl Breach {
    /// The finding, once it is known where it stands and what to cite.
    pub(crate) fn into_finding(self, place: Place, value: Option<Value>, source: Cow<'static, str>) -> Finding {
        let Self { rule, severity, found, expected, reading } = self;
        Finding { rule, severity, place, value, found, expected, source, reading }
    }

    pub(crate) fn at_most(mut self, severity: Severity) -> Self {
        self.severity = self.severity.min(severity);
        self
    }

    pub(crate) const fn reading(mut self, reading: &'static Reading) -> Self {
        self.reading = Some(reading);
        self
    }
}

/// What every rule file needs.
mod prelude {
    pub(crate) use super::{Breach, Rule};
    pub(crate) use crate::diagnostic::Severity::{Error, Info, Warning};
    pub(crate) use crate::reading;
    pub(crate) use crate::text::{Message, Text};

    pub(crate) const fn t(ja: &'static str, en: &'static str) -> Text {
        Text::new(ja, en)
    }
}

macro_rules! rules {
    ($($area:ident::$rule:ident)*) => {
        /// Every rule, in the order of reading a file: bytes first, sets last.
        pub static RULES: &[&Rule] = &[$(&$area::$rule::RULE),*];
    };
}

rules! {
    bytes::utf8
    bytes::utf16
    bytes::euc_jp
    bytes::iso_2022_jp
    bytes::gaiji
    bytes::unassigned
    bytes::nec_selected
    bytes::control
    csv::columns
    csv::unclosed_quote
    csv::stray_quote
    csv::free_text_unquoted
    csv::free_text_bare_empty
    csv::plain_quoted
    csv::line_end
    csv::last_line_end
    csv::header_row
    csv::blank_line
    name::not_exchange
    name::broken
    name::version3
    name::version40
    name::extension_case
    name::nine_digit_office
    name::fifteen_digit_serial
    name::zero_month
    name::service_scope
    name::same_office
    field::required
    field::length
    field::date
    field::month
    field::time
    field::integer
    field::integer_style
    field::decimal
    field::code
    field::insured_no
    field::insurer_no
    field::office_no
    field::service_code
    field::service_type
    field::service_scope
    field::postal
    field::tais
    field::month_bits
    field::branch
    field::fixed_nines
    field::image_name
    field::identifier
    field::spreadsheet
    field::full_width
    record::tais_missing
    record::supplement_link
    record::consultation_detail
    record::condition_detail
    record::one_time_untimed
    record::past_midnight
    record::use_day_month
    record::prorata_beyond_month
    record::prorata_no_day
    record::prorata_day_outside
    record::over_30_scope
    record::detail_no_scope
    record::tais_scope
    record::use_count
    record::merged_visits
    record::made_after_sending
    record::valid_period
    record::valid_period_length
    record::valid_period_end
    record::certified_empty
    record::birth_date
    record::h_number_age
    record::goal_number
    record::support_number
    record::week_mixed
    record::week_half_time
    record::lost_roman_numeral
    record::lost_wave_dash
    record::total_pair
    record::sum_row_fixed
    record::managed_units
    record::limit_slots
    record::limit_slot_type
    record::limit_slot_sum
    record::limit_amount
    record::limit_period
    record::level_change
    record::row_amount
    record::row_discount
    record::row_over
    record::row_cost
    record::row_benefit
    record::row_share
    record::row_own
    record::row_rate
    record::row_price
    record::row_days
    record::over_30_inside
    file::version
    file::version_withdrawn
    file::version_mixed
    file::month
    file::version_early
    file::same_record
    file::same_record_limit
    file::goal_order
    file::support_order
    file::total_row
    file::subtotal_missing
    file::subtotal_sum
    file::total_sum
    file::price_mixed
    file::rate_mixed
    file::sums_skipped
    file::empty
    file::picture
    file::findings_capped
    file::record_limit
    set::incomplete
    set::mixed
    set::duplicate
    set::month
    set::orphan
    set::childless
    set::level_services
    set::limit_overrun
    set::picture_missing
    set::picture_unnamed
    set::attachment_missing
    set::key_limit
    flow::swapped_types
    flow::direction
    flow::other_office_actuals
    flow::unrelated_person
    flow::resend
    flow::deletion_target
    flow::planned_actual
    flow::no_actual
    flow::own_lines_only
}
