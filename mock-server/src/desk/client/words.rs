//! What lists and pages say of files and times.

use careplan::name::parse;
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use super::here::said;
use crate::clock::parse_jst;
use crate::desk::dates::moment;
use crate::wire::Slot;

const ATTACHMENT: Text = Text::new("添付ファイル（PDF等）", "attachment (PDF and the like)");
const UNKNOWN: Text = Text::new("種類の分からないファイル", "file of an unknown kind");
const OF_MONTH: Text = Text::new("分", "");

/// What a file is, as far as its name tells: `第6表 予定 2025年5月分`.
pub(super) fn kind(slot: Slot, name: &str) -> Message {
    if slot == Slot::Attachment {
        return ATTACHMENT.into();
    }
    let Some(name) = parse(name).name else { return UNKNOWN.into() };
    let title = name.kind.title();
    match name.month.as_deref().and_then(month) {
        Some(month) => {
            Message::new(format!("{} {}{}", title.ja, month.ja, OF_MONTH.ja), format!("{}, {}", title.en, month.en))
        }
        None => title.into(),
    }
}

/// `202505` as a month; `None` for `000000`, which belongs to no month.
fn month(text: &str) -> Option<Message> {
    let (year, month) = text.split_at_checked(4)?;
    let number: u8 = month.parse().ok().filter(|number| (1..=12).contains(number))?;
    Some(Message::new(format!("{year}年{number}月"), format!("{year}-{month}")))
}

/// `912 B`, `12.3 KB`, `4.0 MB`.
pub(super) fn size(bytes: u64) -> String {
    const UNITS: [&str; 3] = ["KB", "MB", "GB"];
    if bytes < 1_024 {
        return format!("{bytes} B");
    }
    let (mut tenths, mut unit) = (bytes.saturating_mul(10) / 1_024, 0);
    while tenths >= 10_240 && unit + 1 < UNITS.len() {
        tenths /= 1_024;
        unit += 1;
    }
    format!("{}.{} {}", tenths / 10, tenths % 10, UNITS.get(unit).copied().unwrap_or_default())
}

/// A moment of the exchange (RFC 3339) as people read it.
pub(super) fn time(rfc3339: &str, lang: Lang) -> Markup {
    let told = parse_jst(rfc3339).map(moment);
    html! { time datetime=(rfc3339) { @match &told { Some(told) => (said(told, lang)), None => (rfc3339) } } }
}

/// An office: its name, if it is known, and its number.
pub(super) fn office(name: Option<&str>, number: &str) -> Markup {
    html! { @if let Some(name) = name { span.name { (name) } " " } span.number.soft { (number) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_by_its_form_and_month() {
        let name = "UPPLAN_202505_9970000001_43_9970000002_15_20250317182009.CSV";
        assert_eq!(kind(Slot::Csv, name).ja, "第6表 予定 2025年5月分");
        assert_eq!(kind(Slot::Csv, name).en, "use table, planned (sheet 6), 2025-05");
        let without = "UPHOSOKU_000000_9970000001_43_9970000002_15_20250317182009.CSV";
        assert_eq!(kind(Slot::Csv, without).ja, "利用者補足情報");
        assert_eq!(kind(Slot::Csv, "メモ.csv").ja, UNKNOWN.ja);
        assert_eq!(kind(Slot::Attachment, name).ja, ATTACHMENT.ja);
    }

    #[test]
    fn sizes_are_short() {
        for (bytes, text) in
            [(0, "0 B"), (1_023, "1023 B"), (1_024, "1.0 KB"), (20_971_520, "20.0 MB"), (u64::MAX, "1717986918.3 GB")]
        {
            assert_eq!(size(bytes), text, "{bytes}");
        }
    }
}
