//! What a trainer sees of each seat.

use std::time::Duration;

use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use crate::desk::room::Room;
use crate::desk::trace::Trace;
use crate::desk::visit::Guest;
use crate::desk::{Seat, dates};

const SEAT: Text = Text::new("席", "Seat");
const CODE: Text = Text::new("コード", "Code");
const SITTING: Text = Text::new("座っている人", "Who sits there");
const LAST: Text = Text::new("最後のできごと", "Last event");
const SCENARIO: Text = Text::new("話", "Scenario");
const DATE: Text = Text::new("模擬の日付", "Simulated date");
const WHAT: Text = Text::new("操作", "What to do");
const OWN: Text = Text::new("この環境そのもの", "The environment itself");
const FREE: Text = Text::new("空席", "free");
const CLOSED: Text = Text::new("まだ開かれていません", "not opened yet");
const NOTHING: Text = Text::new("まだ何も起きていません", "nothing yet");
const TWO: Text = Text::new("開く", "Open");
const RESET: Text = Text::new("初めに戻す", "Reset");

/// After so long without a request nobody is before the screen: pages ask every few seconds.
const AWAY: Duration = Duration::from_secs(60);

/// One seat, or room 0.
struct Row {
    number: usize,
    /// `None` for room 0, which is not entered by a code.
    code: Option<String>,
    sitting: Message,
    last: Message,
    scenario: Message,
    date: Message,
}

/// The table of all seats.
pub(super) async fn table(guest: &Guest) -> Markup {
    let lang = guest.lang;
    let mut rows = vec![row(guest, 0, None).await];
    for Seat { number, code } in guest.desk.seats() {
        rows.push(row(guest, number, Some(code)).await);
    }
    html! {
        table.seats {
            thead { tr { @for head in [SEAT, CODE, SITTING, SCENARIO, LAST, DATE, WHAT] { th scope="col" { (head.get(lang)) } } } }
            tbody { @for row in &rows { (drawn(row, lang)) } }
        }
    }
}

fn drawn(row: &Row, lang: Lang) -> Markup {
    let n = row.number;
    html! {
        tr {
            th scope="row" { @if n == 0 { (OWN.get(lang)) } @else { (SEAT.get(lang)) " " (n) } }
            td { @if let Some(code) = &row.code { code.code { (code) } } }
            td { (row.sitting.get(lang)) }
            td { (row.scenario.get(lang)) }
            td { (row.last.get(lang)) }
            td { time { (row.date.get(lang)) } }
            td {
                div.row {
                    a.button.quiet href={ "/desk/" (n) "/two" } { (TWO.get(lang)) span.unseen { " " (SEAT.get(lang)) " " (n) } }
                    a.button.quiet href={ "/desk/" (n) "/reset" } { (RESET.get(lang)) span.unseen { " " (SEAT.get(lang)) " " (n) } }
                }
            }
        }
    }
}

async fn row(guest: &Guest, number: usize, code: Option<String>) -> Row {
    let sitting = match guest.desk.visitors().sitting(number) {
        _ if number == 0 => Message::default(),
        None => FREE.into(),
        Some((count, silent)) => sitting(count, silent),
    };
    let (last, scenario, date) = match guest.desk.rooms().known(number) {
        None => (CLOSED.into(), Message::default(), Message::default()),
        Some(room) => {
            let scenario = room.director().told(&room).await.unwrap_or_default();
            (last(&room).await, scenario, dates::moment(room.state().now_ms()))
        }
    };
    Row { number, code, sitting, last, scenario, date }
}

/// Who sits there, and whether somebody is before the screen at the moment.
fn sitting(count: usize, silent: Duration) -> Message {
    let minutes = silent.as_secs() / 60;
    if silent < AWAY {
        Message::new(format!("{count}台で開いています"), format!("{count} open"))
    } else {
        Message::new(format!("{count}台（{minutes}分前から操作なし）"), format!("{count} (silent for {minutes} min)"))
    }
}

/// The last event of a room, in words.
async fn last(room: &Room) -> Message {
    match Trace::of(room, 1).await {
        Ok(trace) => trace.news().unwrap_or_else(|| NOTHING.into()),
        Err(problem) => {
            tracing::error!(%problem, "the journal of a room");
            Message::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_laptop_is_told_from_somebody_who_sits_there() {
        assert_eq!(sitting(2, Duration::from_secs(3)).ja, "2台で開いています");
        assert_eq!(sitting(1, Duration::from_secs(300)).ja, "1台（5分前から操作なし）");
    }
}
