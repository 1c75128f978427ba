//! `POST /desk/{room}/scenarios/{id}/do/{what}`: the buttons of the guide.

use axum::Form;
use axum::extract::Path;
use axum::extract::rejection::FormRejection;
use axum::response::Redirect;
use serde::Deserialize;

use crate::desk::director::Mode;
use crate::desk::scenarios::by_id;
use crate::desk::trouble::{NO_PAGE, Trouble, UNREADABLE};
use crate::desk::visit::Visit;

/// The step that was to be done when the button was drawn, and where it was drawn.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Drawn {
    n: usize,
    to: String,
}

/// Does what the button says, and shows the scenario. A button of a scenario that is no longer
/// under way does nothing.
pub(super) async fn act(
    visit: Visit,
    Path((_, id, what)): Path<(String, String, String)>,
    given: Result<Form<Drawn>, FormRejection>,
) -> Result<Redirect, &'static Trouble> {
    let scenario = by_id(&id).ok_or(&NO_PAGE)?;
    let Form(Drawn { n, to }) = given.map_err(|_| &UNREADABLE)?;
    let (room, director) = (&*visit.room, visit.room.director());
    if what == "start" {
        director.start(room, scenario).await?;
    } else if director.is_playing(room, scenario).await {
        match what.as_str() {
            "step" => director.step(room, n).await?,
            "back" => director.back(room, n).await?,
            "play" => director.run(room, Mode::Calendar).await?,
            "pause" => director.run(room, Mode::Paused).await?,
            "hand" => director.run(room, Mode::Hand).await?,
            "reset" => director.reset(room).await?,
            "end" => director.end().await,
            _ => return Err(&NO_PAGE),
        }
    }
    // Never an address that somebody gave.
    let page = if to == "two" { to } else { format!("scenarios/{id}") };
    Ok(Redirect::to(&visit.path(&page)))
}
