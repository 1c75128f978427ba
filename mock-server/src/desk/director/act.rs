//! Doing a step as its office would: through the same calls that the screens make.

use axum::http::Method;

use super::play::Play;
use super::props::papers;
use crate::assumptions::LOGIN;
use crate::desk::clerk::{Clerk, Refused};
use crate::desk::form::Form;
use crate::desk::room::Room;
use crate::desk::scenarios::{Act, List, Step, Words};
use crate::desk::screen::Screen;
use crate::wire::{Envelope, Login, Page};

/// Does a step. A refusal is an answer like any other: whether it is the one that belongs here is
/// not judged by who asked for it.
pub(super) async fn act(room: &Room, play: &Play, step: &Step) -> Result<(), Refused> {
    let screen = play.screen(step.who).ok_or(Refused::Unreadable)?;
    let clerk = Clerk::new(room, screen);
    match step.act {
        Act::Nothing => Ok(()),
        Act::Install => room.install(screen).await.map(drop).map_err(|_| Refused::Unreadable),
        Act::Register => {
            let office = play.told.offices.get(step.who.office).cloned().ok_or(Refused::Unreadable)?;
            room.state().register(office).await.map_err(|_| Refused::Unreadable)
        }
        Act::Open(list) => {
            let path = match list {
                List::Inbox => "/v1/inbox",
                List::Sent => "/v1/sent",
            };
            clerk.get::<Page>(path).await.map(drop)
        }
        Act::Save => save(&clerk).await,
        Act::Send { to, words, .. } => {
            let to = play.number(to).ok_or(Refused::Unreadable)?;
            let mut form = Form::new().field("to", to.as_str());
            let text = match words {
                Words::None => "",
                Words::Said(text) => text,
                Words::Shelf(n) => play.told.messages.get(n).map_or("", String::as_str),
            };
            if !text.is_empty() {
                form = form.field("message", text);
            }
            for (slot, paper) in papers(&play.told, step.act) {
                form = form.file(slot, &paper);
            }
            clerk.put_form::<Envelope>(Method::POST, "/v1/messages", form, None).await.map(drop)
        }
    }
}

/// Saves every file of everything that lies in the received list.
async fn save(clerk: &Clerk<'_>) -> Result<(), Refused> {
    let inbox: Page = clerk.get("/v1/inbox").await?;
    for message in inbox.items {
        for file in message.files {
            clerk.fetch(&format!("/v1/messages/{}/files/{}", message.id, file.n)).await?;
        }
    }
    Ok(())
}

/// Somebody of the office sits down at the screen and logs in, where that is asked for.
pub(super) async fn log_in(room: &Room, screen: Screen) {
    if !room.state().assumed().is(&LOGIN, "password") {
        return;
    }
    let account = room.account(screen.office).await;
    let Ok(Some(account)) = account else {
        tracing::warn!(%screen, "nobody can log in here by the director's hand");
        return;
    };
    let login = Login { user_id: account.user_id, password: account.password };
    if let Err(problem) = Clerk::new(room, screen).log_in(&login).await {
        // The step tells the same once it is tried.
        tracing::debug!(?problem, %screen, "no login");
    }
}
