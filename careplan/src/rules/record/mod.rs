//! Rules about the fields of one record together.

pub mod birth_date;
pub mod certified_empty;
pub mod condition_detail;
pub mod consultation_detail;
pub mod detail_no_scope;
pub mod goal_number;
pub mod h_number_age;
pub mod level_change;
pub mod limit_amount;
pub mod limit_period;
pub mod limit_slot_sum;
pub mod limit_slot_type;
pub mod limit_slots;
pub mod lost_roman_numeral;
pub mod lost_wave_dash;
pub mod made_after_sending;
pub mod managed_units;
pub mod merged_visits;
pub mod one_time_untimed;
pub mod over_30_inside;
pub mod over_30_scope;
pub mod past_midnight;
pub(crate) mod plain_use;
pub mod prorata_beyond_month;
pub mod prorata_day_outside;
pub mod prorata_no_day;
pub mod row_amount;
pub mod row_benefit;
pub mod row_cost;
pub mod row_days;
pub mod row_discount;
pub mod row_over;
pub mod row_own;
pub mod row_price;
pub mod row_rate;
pub mod row_share;
pub(crate) mod sheet7;
pub mod sum_row_fixed;
pub mod supplement_link;
pub mod support_number;
pub mod tais_missing;
pub mod tais_scope;
pub mod total_pair;
pub mod use_count;
pub mod use_day_month;
pub mod valid_period;
pub mod valid_period_end;
pub mod valid_period_length;
pub mod week_half_time;
pub mod week_mixed;

use super::Breach;
use super::flow::other_office_actuals;
use crate::csv::{RawRecord, inside};
use crate::layout::Kind;
use crate::name::FileName;
use crate::value::Units;

/// A record as the rules see it: contents by No.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'a> {
    pub(crate) kind: Kind,
    pub(crate) record: &'a RawRecord<'a>,
    /// The name of the file, as far as it could be read.
    pub(crate) name: Option<&'a FileName>,
}

impl<'a> View<'a> {
    /// The content of a field (outer quotes off, inner quotes still doubled); empty if there is none.
    pub(crate) fn content(&self, no: u16) -> &'a [u8] {
        self.record.field(no).map_or(&[], |(_, raw)| inside(raw))
    }

    /// The content as an integer; `None` where it is none.
    pub(crate) fn number(&self, no: u16) -> Option<i64> {
        Units::parse(self.content(no)).map(Units::get)
    }

    /// The day of sending, `YYYYMMDD`, from a serial of fourteen digits.
    pub(crate) fn sent_day(&self) -> Option<&'a [u8]> {
        let serial = self.name?.unit.serial.as_bytes();
        serial.get(..8).filter(|_| serial.len() == 14)
    }
}

/// What a rule has to say of a record, and the field at which it points.
pub(crate) struct RecordBreach {
    pub(crate) field: u16,
    pub(crate) breach: Breach,
}

/// A rule with the range of fields that it reads: it need not be asked again of a record in which
/// they are the same as in one of which nothing was said.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Check {
    pub(crate) reads: (u16, u16),
    pub(crate) run: fn(&View<'_>) -> Option<RecordBreach>,
}

macro_rules! checks {
    ($($rule:ident $first:literal $last:literal)*) => {
        &[$(Check { reads: ($first, $last), run: $rule::check }),*]
    };
}

/// The record rules of a kind.
pub(crate) const fn checks(kind: Kind) -> &'static [Check] {
    match kind {
        Kind::Uphosoku => checks! {
            supplement_link 4 63
            valid_period 14 15
            valid_period_length 14 15
            valid_period_end 14 15
            certified_empty 16 18
            birth_date 8 8
            h_number_age 3 8
            limit_slots 20 52
            limit_slot_type 20 52
            limit_slot_sum 20 56
            limit_amount 4 63
            limit_period 14 63
            level_change 17 63
        },
        Kind::Up1kyo => checks! {
            valid_period 19 20
            valid_period_length 19 20
            valid_period_end 19 20
            certified_empty 17 21
        },
        Kind::Up2kyo => checks! {
            goal_number 6 13
            lost_roman_numeral 16 18
            lost_wave_dash 11 20
        },
        Kind::Up3kyo => checks! {
            week_mixed 6 13
            week_half_time 8 12
        },
        Kind::Upplan | Kind::Upjsk => checks! {
            use_day_month 5 10
            prorata_beyond_month 5 11
            prorata_no_day 11 11
            prorata_day_outside 5 11
            one_time_untimed 12 13
            past_midnight 12 13
            use_count 14 14
            merged_visits 12 14
            tais_missing 15 17
            tais_scope 15 17
            detail_no_scope 15 19
            over_30_scope 15 23
            lost_roman_numeral 21 21
            other_office_actuals 20 20
        },
        Kind::Upsikyu => checks! {
            total_pair 7 9
            sum_row_fixed 9 15
            tais_missing 9 11
            tais_scope 9 11
            managed_units 9 18
            over_30_scope 9 33
            lost_roman_numeral 6 6
        },
        Kind::Upkihon => checks! {
            consultation_detail 8 9
            condition_detail 12 13
            birth_date 17 17
            h_number_age 3 17
            valid_period 24 25
            valid_period_length 24 25
            valid_period_end 24 25
        },
        Kind::Upyobo => checks! {
            valid_period 10 11
            valid_period_length 10 11
            valid_period_end 10 11
            certified_empty 13 14
        },
        Kind::UpyoboSub => checks! {
            support_number 5 14
            lost_wave_dash 17 17
        },
        _ => &[],
    }
}
