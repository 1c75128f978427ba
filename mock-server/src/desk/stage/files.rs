//! `GET /desk/{room}/scenarios/files/{step}/{n}`: a file of the step that is to be done, as the care
//! software would have put it into its folder.

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::desk::trouble::{NO_PAGE, Trouble};
use crate::desk::visit::Visit;
use crate::exchange::disposition;

pub(super) async fn file(
    visit: Visit,
    Path((_, step, n)): Path<(String, usize, usize)>,
) -> Result<Response, &'static Trouble> {
    let showing = visit.room.director().look(&visit.room).await?.ok_or(&NO_PAGE)?;
    let found = showing.papers.into_iter().nth(n).filter(|_| showing.step == step);
    let (_, paper) = found.ok_or(&NO_PAGE)?;
    // Saved, never shown: what is in it is not for the browser to guess.
    let headers =
        [(CONTENT_TYPE, "application/octet-stream".to_owned()), (CONTENT_DISPOSITION, disposition(&paper.name))];
    Ok((headers, paper.bytes).into_response())
}
