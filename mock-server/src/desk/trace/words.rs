//! What happened, in one sentence.

use careplan::text::Message;

use super::acts::{Act, Denied, Sent, What};
use super::{Trace, stages};
use crate::offices::OfficeNo;
use crate::wire::Slot;

/// One act in one sentence.
pub(super) fn told(trace: &Trace, act: &Act) -> Message {
    let who = act.office.as_ref().map_or_else(nobody, |office| same(trace.name(office)));
    match &act.what {
        What::Sent(sent) => {
            let (to, end) = (trace.name(&sent.to), became(sent));
            let n = sent.files.len();
            Message::new(
                format!("{} → {to}：{}を受け付けました。{}", who.ja, count(n).ja, end.ja),
                format!("{} → {to}: {} accepted. {}", who.en, count(n).en, end.en),
            )
        }
        What::Refused(denied) => {
            let (what, title) = (wanted(trace, denied), denied.refusal.title);
            Message::new(
                format!("{}{}を断りました。{}", who.ja, what.ja, title.ja),
                format!("{}{} was refused. {}", who.en, what.en, title.en),
            )
        }
        What::Event(kind) => match &act.office {
            Some(_) => Message::new(format!("{}：{}", who.ja, kind.what.ja), format!("{}: {}", who.en, kind.what.en)),
            None => kind.what.into(),
        },
    }
}

/// What was to be done: ` → 架空デイ：送信`, or the words of the endpoint.
fn wanted(trace: &Trace, denied: &Denied) -> Message {
    match (&denied.to, denied.endpoint) {
        (Some(to), _) => {
            let to = trace.name(to);
            Message::new(format!(" → {to}：送信"), format!(" → {to}: the send"))
        }
        (None, Some(endpoint)) => {
            Message::new(format!("：「{}」", endpoint.what.ja), format!(": \"{}\"", endpoint.what.en))
        }
        (None, None) => Message::new("：求められたこと", ": what was asked for"),
    }
}

/// What has become of a message.
pub(super) fn became(sent: &Sent) -> Message {
    if sent.is_recalled {
        return Message::new("取り消されました。", "It was taken back.");
    }
    match (&sent.taken_by, sent.is_received) {
        (Some(name), _) => {
            let terminal = terminal(name);
            Message::new(format!("{}が受け取りました。", terminal.ja), format!("{} has taken it.", terminal.en))
        }
        (None, true) => Message::new("送信先が受け取りました。", "The receiver has got it."),
        (None, false) => Message::new("送信先は、まだ受け取っていません。", "The receiver has not taken it yet."),
    }
}

/// A terminal by the name under which the exchange knows it.
fn terminal(name: &str) -> Message {
    match crate::desk::screen::terminal_of(name) {
        Some(n) => Message::new(format!("端末{n}"), format!("Terminal {n}")),
        None => Message::new(format!("端末「{name}」"), format!("Terminal \"{name}\"")),
    }
}

/// What is stored of a message.
pub(super) fn stored(sent: &Sent) -> Message {
    let bytes = grouped(sent.files.iter().map(|file| file.size).sum());
    let kinds =
        [(Slot::Csv, "CSV", "CSV"), (Slot::Attachment, "PDF等", "other")].into_iter().filter_map(|(slot, ja, en)| {
            let n = sent.files.iter().filter(|file| file.slot == slot).count();
            (n > 0).then(|| Message::new(format!("{ja} {n}件"), format!("{n} {en}")))
        });
    let (ja, en): (Vec<_>, Vec<_>) = kinds.map(|kind| (kind.ja, kind.en)).unzip();
    if ja.is_empty() {
        return Message::new("メッセージだけを保存", "The message alone is stored");
    }
    Message::new(
        format!("{}、計 {bytes} バイトを保存", ja.join("、")),
        format!("{}, {bytes} bytes stored", en.join(", ")),
    )
}

fn count(n: usize) -> Message {
    match n {
        0 => Message::new("メッセージ", "a message"),
        1 => Message::new("ファイル1件", "1 file"),
        n => Message::new(format!("ファイル{n}件"), format!("{n} files")),
    }
}

/// Why something was refused, and at which check.
pub(super) fn check_of(denied: &Denied) -> Option<Message> {
    let stage = stages::of(denied.refusal)?;
    Some(Message::new(format!("「{}」で断りました", stage.name.ja), format!("Refused at \"{}\"", stage.name.en)))
}

/// The office, or that nobody knows.
pub(super) fn party(trace: &Trace, office: Option<&OfficeNo>) -> Message {
    office.map_or_else(nobody, |office| same(trace.name(office)))
}

fn nobody() -> Message {
    Message::new("事業所不明", "an unknown office")
}

fn same(text: &str) -> Message {
    Message::new(text, text)
}

/// `1,234,567`.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_read_in_groups_of_three() {
        for (n, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345_678, "12,345,678")] {
            assert_eq!(grouped(n), text);
        }
    }

    #[test]
    fn terminals_of_the_desk_are_told_by_their_number() {
        assert_eq!(terminal("desk-2").ja, "端末2");
        assert_eq!(terminal("受付のPC").ja, "端末「受付のPC」");
    }
}
