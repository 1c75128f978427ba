//! The five deletions: the keys of what is withdrawn (R65–R68).

use std::fmt::Display;

use careplan::layout::Kind;
use careplan::value::YearMonth;

use super::super::office::Office;
use super::super::person::Person;
use super::super::row::Row;

/// 第1表, 利用者基本情報 or 支援計画書 by its date, 第6表 予定 by its month: whatever the third key is.
pub(in super::super) fn by_key(kind: Kind, person: &Person, key: &'static str, value: impl Display) -> Row {
    Row::new(kind).set("insurer_no", &person.insurer_no).set("insured_no", &person.insured_no).set(key, value)
}

/// 実績, of one office and service type.
pub(in super::super) fn actual(person: &Person, month: YearMonth, office: &Office) -> Row {
    by_key(Kind::Dltjsk, person, "target_month", month)
        .set("office_no", &office.number)
        .set("service_type", office.service)
}
