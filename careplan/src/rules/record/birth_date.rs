//! 生年月日が40歳以上の人のものでない

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;
use crate::value::Date;

/// Birth date of nobody who is forty or older.
pub static RULE: Rule = Rule {
    id: "record/birth-date",
    severity: Warning,
    title: t("生年月日が40歳以上の人のものでない", "birth date of nobody who is forty or older"),
    what: t(
        "生年月日が、1880年以後で、送信日に40歳以上となる日か。",
        "Whether the birth date is from 1880 on and that of somebody who is forty.",
    ),
    why: t("利用者に結び付かないか、別人として取り込まれます。", "It ties to nobody, or to another person."),
    example: t("20150101 生まれ。", "Born on 20150101."),
    mend: t("生年月日を確かめてください（元号の取り違えなど）。", "See the date, perhaps an era mistaken for another."),
    source: "介護保険法 9条・27条",
};

/// Before 1880, or less than forty years before the day of sending.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    let field = if view.kind == Kind::Upkihon { 17 } else { 8 };
    let birth = Date::parse(view.content(field))?;
    let sent = Date::parse(view.sent_day()?)?;
    // By the year alone: whoever is about to be forty may be certified already.
    let young = birth.year_month().year() + 40 > sent.year_month().year();
    (birth.year_month().year() < 1880 || young).then(|| RecordBreach {
        field,
        breach: RULE.breach(
            Message::new("被保険者の年齢になりません", "not the age of an insured person"),
            Message::new("1880年から、送信日に40歳となる日まで", "from 1880 to forty years before the day of sending"),
        ),
    })
}
