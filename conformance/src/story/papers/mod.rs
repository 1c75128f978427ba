//! The forms of the standard, filled in: each file makes the records of one of them.

pub(super) mod basic;
pub(super) mod deletion;
pub(super) mod picture;
pub(super) mod preventive;
pub(super) mod sheets;
pub(super) mod supplement;
pub(super) mod table6;
pub(super) mod table7;

use careplan::value::{Date, YearMonth};

use super::office::Office;
use super::person::Person;
use super::usage::Use;

/// A month of somebody's use, as its planner sees it.
#[derive(Clone, Debug)]
pub(super) struct UserMonth {
    pub(super) person: Person,
    pub(super) month: YearMonth,
    pub(super) uses: Vec<Use>,
    /// 作成年月日.
    pub(super) created_on: Date,
}

impl UserMonth {
    /// Units that count against the limit: what is beyond the limit of its type does not.
    pub(super) fn limited_units(&self) -> i64 {
        self.uses.iter().map(|used| used.limited_units() - used.type_excess()).sum()
    }

    /// Only what one office provides under one service type.
    pub(super) fn of(&self, office: &Office) -> Self {
        let mut own = self.clone();
        own.uses.retain(|used| used.office.number == office.number && used.office.service == office.service);
        own
    }
}

/// Who plans, and the habits of the software that writes.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub(super) office: Office,
    /// 介護支援専門員.
    pub(super) manager: String,
    pub(super) style: Style,
}

/// What the standard leaves to the sender.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// 給付管理単位数 is written where it need not be (R125).
    pub(super) managed: bool,
    /// A subtotal even of a single row (R123 asks for it where there are several).
    pub(super) lone_subtotal: bool,
    /// 対象外小計 (R123: as one likes).
    pub(super) unlimited_subtotal: bool,
    /// 入力者コード is written.
    pub(super) entered_by: bool,
    /// Sheet 2 repeats what stands in the row above (R110: as one likes).
    pub(super) repeats: bool,
}
