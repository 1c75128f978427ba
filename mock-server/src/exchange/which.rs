//! Which message, draft or file a path names. What cannot be an id is not looked up: it is not found.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;

use crate::refusals::{NOT_FOUND, Problem};

/// The id in a path, as the router gives it.
pub(super) type Id = Result<Path<String>, PathRejection>;
/// The id and the number of a file in a path, as the router gives them.
pub(super) type Numbered = Result<Path<(String, u32)>, PathRejection>;

/// Characters of an id at most; ours have 36.
const MOST: usize = 64;

/// The id of a path.
pub(super) fn id(given: Id) -> Result<String, Problem> {
    let Path(id) = given.map_err(|_| &NOT_FOUND)?;
    if is_id(&id) { Ok(id) } else { Err(Problem::from(&NOT_FOUND)) }
}

/// The id and the number of a path.
pub(super) fn file(given: Numbered) -> Result<(String, u32), Problem> {
    let Path((id, n)) = given.map_err(|_| &NOT_FOUND)?;
    if is_id(&id) { Ok((id, n)) } else { Err(Problem::from(&NOT_FOUND)) }
}

/// Whether the text could be an id: hexadecimal digits and hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() <= MOST && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
}
