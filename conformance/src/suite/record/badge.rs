//! A badge: an SVG that needs nothing else, from a verified record only. It says what it is: a
//! self-test.

use careplan::text::Lang;
use maud::html;
use time::macros::{format_description, offset};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use unicode_width::UnicodeWidthStr;

use super::statement::Outcome;
use super::verify::Verified;
use crate::report::words::SELF_TEST;

/// Pixels of a half-width character, and around a text.
const COLUMN: usize = 7;
const AROUND: usize = 8;

/// The text of the SVG.
#[must_use]
pub fn badge(verified: &Verified, lang: Lang) -> String {
    let predicate = &verified.statement().predicate;
    let ours = &predicate.renkei_self_test;
    let (passed, scored) = (ours.counts.passed, ours.counts.scored);
    // What the numbers are of: a choice among the cases, or fewer than the set has, is not the whole.
    let chosen = !ours.chosen().is_empty();
    let (ja, en) = if chosen { ("一部 合格", "in part, passed") } else { ("合格", "passed") };
    let of = |before: &str, behind: &str| {
        if scored == ours.required { String::new() } else { format!("{before}{}{behind}", ours.required) }
    };
    let set = &ours.requirements;
    let (what, found) = match lang {
        Lang::Ja => {
            ("ケアプランデータ連携 自己検査", format!("{set} {ja} {passed}/{scored}{}", of("（全 ", " 件中）")))
        }
        Lang::En => ("care-plan exchange self-test", format!("{set} {en} {passed}/{scored}{}", of(" (of ", ")"))),
    };
    let found = format!("{found} {}", day(&ours.finished_on));
    // Words carry the outcome; the colour only repeats it. White on each has a contrast of more than 4.5.
    let colour = match predicate.result {
        Outcome::Passed if !chosen => "#0b6b2e",
        Outcome::Passed | Outcome::Warned => "#8a5200",
        Outcome::Failed => "#a40000",
    };
    let (left, right) = (what.width() * COLUMN, found.width() * COLUMN);
    let (seam, all) = (left + 2 * AROUND, left + right + 4 * AROUND);
    let title = format!("{what}: {found}");
    let tells = format!("{} {}", predicate.result.text(lang), SELF_TEST.get(lang));
    let language = if lang == Lang::Ja { "ja" } else { "en" };
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(all) height="24" viewBox={ "0 0 " (all) " 24" } lang=(language)
            role="img" aria-labelledby="title desc" {
            title id="title" { (title) }
            desc id="desc" { (tells) }
            rect width=(seam) height="24" fill="#333333" {}
            rect x=(seam) width=(all - seam) height="24" fill=(colour) {}
            g fill="#ffffff" font-size="13" font-family="'Noto Sans JP','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif" {
                text x=(AROUND) y="17" textLength=(left) { (what) }
                text x=(seam + AROUND) y="17" textLength=(right) { (found) }
            }
        }
    }
    .0 + "\n"
}

/// The day of a time, as it was in Japan.
fn day(time: &str) -> String {
    let parsed = OffsetDateTime::parse(time, &Rfc3339).ok();
    let day =
        parsed.and_then(|at| at.to_offset(offset!(+9)).date().format(format_description!("[year]-[month]-[day]")).ok());
    day.unwrap_or_default()
}
