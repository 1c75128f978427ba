//! The form of a task: a text file with questions, to be filled in behind the equals signs.
//!
//! ```text
//! 取り込みはどうなりましたか（番号。分からないときは ?）
//! R =
//! 第6表 予定：被保険者番号 0000000001、… の「サービス回数」は？
//! A1 =
//! ```

use std::collections::BTreeMap;

use careplan::text::{Lang, Message, Text};

use crate::shown::{name_of_bytes, visible};
use crate::suite::protocol::{Outcome, Reply, Seen};
use crate::suite::screen::{Choice, OUTCOMES, Sheet, outcome_question};

const WHEN_TAKEN: Text =
    Text::new("■ 取り込まれたとき、画面を見て答えてください", "■ If it was taken, look at the screen");
const WHEN_REFUSED: Text =
    Text::new("■ 断られたとき、画面を見て答えてください", "■ If it was refused, look at the screen");
const DONE: Text = Text::new(
    "書き出しは終わりましたか（1 書き出した　2 この機能がない　? 確かめられない）",
    "Is it written (1 yes, 2 there is no such function, ? cannot be tested)?",
);
const HOW: Text = Text::new(
    "= の後ろに書いて、保存してください。見えない項目は ? か空のままにします。",
    "Write behind each =, and save. Leave empty what cannot be seen, or write ?.",
);

/// The key of the answer to the whole.
const WHOLE: &str = "R";

/// The form of an import.
pub(super) fn of_import(sheet: &Sheet, lang: Lang) -> String {
    let mut text = format!("{}\n\n{}\n", HOW.get(lang), outcome_question().get(lang));
    for (no, (_, choice)) in (1..).zip(OUTCOMES) {
        text.push_str(&format!("  {no} {}\n", choice.get(lang)));
    }
    text.push_str(&format!("{WHOLE} = \n"));
    for (head, questions) in [(WHEN_TAKEN, &sheet.taken), (WHEN_REFUSED, &sheet.refused)] {
        if !questions.is_empty() {
            text.push_str(&format!("\n{}\n", head.get(lang)));
        }
        for question in questions {
            text.push_str(&format!("{}\n{} = \n", visible(question.text.get(lang)), question.id));
        }
    }
    text
}

/// The form of an export.
pub(super) fn of_export(lang: Lang) -> String {
    format!("{}\n\n{}\n{WHOLE} = \n", HOW.get(lang), DONE.get(lang))
}

/// What a form says, by key. Whatever the editor made of the file, it is read.
fn filled(bytes: &[u8]) -> BTreeMap<String, String> {
    let text = name_of_bytes(bytes);
    let lines = text.lines().filter_map(|line| line.split_once(['=', '＝']));
    let pairs = lines
        .map(|(key, answer)| (key.trim_matches(['\u{feff}', ' ', '　', '\t']).to_owned(), answer.trim().to_owned()));
    pairs.filter(|(_, answer)| !answer.is_empty()).collect()
}

/// What a form says of an import; `None` where it is not filled in yet.
///
/// # Errors
/// What cannot be understood.
pub(super) fn import(bytes: &[u8], sheet: &Sheet) -> Result<Option<Reply>, Message> {
    let filled = filled(bytes);
    let Some(whole) = filled.get(WHOLE) else { return Ok(None) };
    let choice = Choice::read(whole).ok_or_else(|| unclear(whole))?;
    let Choice::Seen(outcome) = choice else { return Ok(Some(no_function())) };
    let answer = |id: &str| filled.get(id).map_or("?", String::as_str);
    let values = sheet.of(outcome).iter().map(|question| question.seen(answer(&question.id))).collect();
    Ok(Some(Reply::Seen(Seen { outcome, values, holds: None })))
}

/// What a form says of an export.
pub(super) enum Written {
    /// Nothing yet.
    NotYet,
    /// All that there is is there.
    Done,
    /// There will be nothing.
    Not(Reply),
}

/// What a form says of an export.
///
/// # Errors
/// What cannot be understood.
pub(super) fn export(bytes: &[u8]) -> Result<Written, Message> {
    match filled(bytes).get(WHOLE).map(String::as_str) {
        None => Ok(Written::NotYet),
        Some("1" | "１") => Ok(Written::Done),
        Some("2" | "２") => Ok(Written::Not(no_function())),
        Some(typed) => match Choice::read(typed) {
            Some(Choice::Seen(Outcome::Unknown)) => Ok(Written::Not(Reply::NotTestable {
                reason: Message::new("書き出しを確かめられません", "writing cannot be tested"),
            })),
            _ => Err(unclear(typed)),
        },
    }
}

fn no_function() -> Reply {
    Reply::NotImplemented { reason: "機能なし / no such function".to_owned() }
}

fn unclear(typed: &str) -> Message {
    let typed = visible(typed);
    Message::new(
        format!("answer.txt の「{WHOLE} = {typed}」を読み取れません"),
        format!("answer.txt: “{WHOLE} = {typed}” is not understood"),
    )
}
