//! H で始まる番号の人の年齢が40〜64歳でない

use super::super::prelude::*;
use super::{RecordBreach, View};
use crate::layout::Kind;
use crate::value::Date;

/// Number with H, but not forty to sixty-four.
pub static RULE: Rule = Rule {
    id: "record/h-number-age",
    severity: Warning,
    title: t("H で始まる番号の人の年齢が40〜64歳でない", "number with H, but not forty to sixty-four"),
    what: t(
        "生活保護単独（H で始まる番号）の人が、40歳以上65歳未満か。",
        "Whether a person whose number begins with H is forty to sixty-four years old.",
    ),
    why: t(
        "65歳からは市町村の被保険者番号になるため、結び付かなくなります。",
        "From sixty-five on there is a number of the municipality; the H number ties to nobody.",
    ),
    example: t("H で始まる番号で、1940年生まれ。", "A number with H and a birth in 1940."),
    mend: t("被保険者番号か生年月日を確かめてください。", "See the number or the birth date."),
    source: "R107・生活保護法",
};

/// Sixty-five was reached in a month before that of sending.
pub(crate) fn check(view: &View<'_>) -> Option<RecordBreach> {
    if !view.content(3).starts_with(b"H") {
        return None;
    }
    let field = if view.kind == Kind::Upkihon { 17 } else { 8 };
    let birth = Date::parse(view.content(field))?.year_month();
    let sent = Date::parse(view.sent_day()?)?.year_month();
    let old = (birth.year() + 65, birth.month()) < (sent.year(), sent.month());
    old.then(|| RecordBreach {
        field,
        breach: RULE.breach(
            Message::new("65歳を過ぎた人の生年月日です", "the birth date of somebody past sixty-five"),
            Message::new("40歳以上65歳未満", "forty to sixty-four years old"),
        ),
    })
}
