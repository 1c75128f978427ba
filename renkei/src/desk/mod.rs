//! What the command line has to say of the training desk.

mod shelf;

pub(crate) use shelf::Stories;

use careplan::text::{Lang, Message};
use mock_server::Seat;

/// The lines that say where the desk is, and the codes of its seats.
pub(crate) fn told(seats: &[Seat], here: &str, elsewhere: &str, lang: Lang) -> Vec<String> {
    let codes = |between: &str| -> String {
        let each = seats.iter().map(|seat| format!("{} {}", seat.number, seat.code));
        each.collect::<Vec<_>>().join(between)
    };
    let lines = [
        Message::new(
            format!("練習机（この機械のブラウザーで）：{here}/desk"),
            format!("Training desk (a browser on this machine): {here}/desk"),
        ),
        Message::new(
            format!("練習机（席ごとに、コードで）：{elsewhere}/desk　席のコード：{}", codes("、")),
            format!("Training desk (by the code of a seat): {elsewhere}/desk  codes: {}", codes(", ")),
        ),
    ];
    lines.iter().map(|line| line.get(lang).to_owned()).collect()
}
