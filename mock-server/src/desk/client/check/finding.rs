//! One finding in plain words: what, where, how to mend it. A value from which a person could be
//! known is not shown.

use careplan::diagnostic::{Finding, Place, Severity};
use careplan::encoding::decode_lossy;
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use crate::desk::client::here::said;

const MEND: Text = Text::new("直し方", "How to mend it");
const WHY: Text = Text::new("なぜ大切か", "Why it matters");
const SOURCE: Text = Text::new("よりどころ", "Source");
const MORE: Text = Text::new("くわしく", "More");
const VALUE: Text = Text::new("入っている値", "The value");
const MASKED: Text = Text::new("（個人に関わるため、表示しません）", "(not shown: a person could be known from it)");
/// Characters of a value that are shown.
const SHOWN: usize = 60;

/// The word for a weight, and its class.
pub(super) const fn weight(severity: Severity) -> (Text, &'static str) {
    match severity {
        Severity::Error => (Text::new("誤り", "error"), "bad"),
        Severity::Warning => (Text::new("注意", "warning"), "warn"),
        Severity::Info => (Text::new("参考", "note"), "info"),
    }
}

/// A finding.
pub(super) fn finding(finding: &Finding, lang: Lang) -> Markup {
    let (word, class) = weight(finding.severity);
    let rule = finding.rule;
    html! {
        li class=(class) {
            span.badge { (word.get(lang)) } " "
            @if let Some(place) = place(&finding.place) { span.at { (said(&place, lang)) "：" } }
            (finding.message(lang))
            details {
                summary { (MORE.get(lang)) }
                dl {
                    @if let Some(value) = &finding.value {
                        dt { (VALUE.get(lang)) }
                        dd { @if value.private { (MASKED.get(lang)) } @else { bdi { (short(&value.bytes)) } } }
                    }
                    dt { (MEND.get(lang)) } dd { (rule.mend.get(lang)) }
                    dt { (WHY.get(lang)) } dd { (rule.why.get(lang)) }
                    dt { (SOURCE.get(lang)) } dd { (finding.source) " " code { (rule.id) } }
                }
            }
        }
    }
}

/// `2件目の 項目10「サービス利用日」`.
fn place(place: &Place) -> Option<Message> {
    let field = place.field.map(|field| {
        Message::new(format!("項目{}「{}」", field.no, field.name), format!("field {} ({})", field.no, field.name))
    });
    let record = place.record.map(|n| Message::new(format!("{n}件目"), format!("record {n}")));
    match (record, field) {
        (Some(record), Some(field)) => {
            Some(Message::new(format!("{}の{}", record.ja, field.ja), format!("{}, {}", record.en, field.en)))
        }
        (Some(one), None) | (None, Some(one)) => Some(one),
        (None, None) => place.line.map(|n| Message::new(format!("{n}行目"), format!("line {n}"))),
    }
}

fn short(bytes: &[u8]) -> String {
    let text: String = decode_lossy(bytes).chars().map(|c| if c.is_control() { '␣' } else { c }).collect();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use careplan::check::{Limits, check_bytes};

    use super::*;

    const NAME: &str = "DLT1KYO_9970000001_43_9970000002_15_20250425101500.CSV";

    #[test]
    fn a_finding_says_where_and_how_to_mend_it_in_both_languages() {
        let report = check_bytes(NAME, b"202407,990001,0000000001,20250431\r\n", Limits::default());
        let found = report.findings.first().unwrap();
        let (ja, en) = (finding(found, Lang::Ja).into_string(), finding(found, Lang::En).into_string());
        assert!(ja.contains("1件目の項目4") && ja.contains(found.rule.mend.ja), "{ja}");
        assert!(en.contains("record 1, field 4") && en.contains(found.rule.id), "{en}");
    }

    #[test]
    fn no_value_that_tells_of_a_person_is_shown_and_none_is_markup() {
        let report = check_bytes(NAME, b"202407,990001,1<b>2345678,<i>50431\r\n", Limits::default());
        let all: String = report.findings.iter().map(|found| finding(found, Lang::Ja).into_string()).collect();
        assert!(!all.contains("2345678") && !all.contains("<b>") && !all.contains("<i>"), "{all}");
        assert!(all.contains(MASKED.ja), "{all}");
    }
}
