//! What the command line has to say of the training desk.

mod shelf;

pub(crate) use shelf::Stories;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use careplan::text::{Lang, Message};
use mock_server::{Office, RelayConfig, Running};

/// A relay with these offices, a desk of one seat beside it, and the control on which its pages are.
pub(crate) fn beside(offices: Vec<Office>) -> RelayConfig {
    let control = Some(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    RelayConfig { offices, control, seats: 1, shelf: Arc::new(Stories), ..RelayConfig::default() }
}

/// The lines that say where the desk is, and the codes of its seats; none where there is no desk.
pub(crate) fn told(running: &Running, lang: Lang) -> Vec<String> {
    let (Some(desk), Some(here), elsewhere) = (running.desk(), running.control_url(), running.url()) else {
        return Vec::new();
    };
    let seats = desk.seats();
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
