//! The screens of a room: which offices there are, and at which of their terminals one can sit.

use careplan::text::{Lang, Message};

use crate::desk::room::Room;
use crate::desk::screen::Screen;
use crate::offices::{Office, OfficeNo};
use crate::store::StoreError;

/// Terminals of an office that are offered; the others are reached by their address.
pub(super) const OFFERED: u8 = 2;
/// Registered offices that are offered besides those that are played.
const MOST: u32 = 40;

/// The offices that are played, then others that are registered.
pub(super) async fn offices(room: &Room) -> Result<Vec<Office>, StoreError> {
    let mut offices = room.cast();
    for office in room.state().store().offices(String::new(), MOST).await? {
        if offices.iter().all(|one| one.number != office.number) {
            offices.push(office);
        }
    }
    Ok(offices)
}

/// The screens at which an office is offered.
pub(super) fn screens(office: OfficeNo) -> impl Iterator<Item = Screen> {
    (1..=OFFERED).map(move |terminal| Screen { office, terminal })
}

/// `架空居宅介護支援　端末1`.
pub(super) fn name(offices: &[Office], screen: Screen) -> Message {
    let office = offices.iter().find(|office| office.number == screen.office);
    let name = office.map_or_else(|| screen.office.to_string(), |office| office.name.clone());
    let Screen { terminal, .. } = screen;
    Message::new(format!("{name} 端末{terminal}"), format!("{name}, terminal {terminal}"))
}

/// The number of a terminal in words.
pub(super) fn terminal(n: u8, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("端末{n}"),
        Lang::En => format!("Terminal {n}"),
    }
}
