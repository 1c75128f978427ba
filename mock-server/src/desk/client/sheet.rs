//! A message as it lies on the desk, on its way to the exchange and back from it.

use super::here::Here;
use crate::desk::Paper;
use crate::desk::clerk::Refused;
use crate::desk::form::Form as Post;
use crate::exchange::{Form, Part};
use crate::wire::{FileEntry, Slot};

/// The form as the exchange takes it.
pub(super) fn post(form: &Form) -> Post {
    let post = form.to.iter().fold(Post::new(), |post, to| post.field("to", to));
    let post = form.text.iter().fold(post, |post, text| post.field("message", text));
    form.files.iter().fold(post, |post, part| post.file(part.slot, &paper(part)))
}

/// One of its files.
pub(super) fn paper(part: &Part) -> Paper {
    Paper { name: part.name.clone(), bytes: part.body.clone() }
}

/// All files at an address of the exchange, `/v1/drafts/…` or `/v1/messages/…`.
///
/// # Errors
/// The refusal of the first that is not given.
pub(super) async fn fetch(here: &Here, at: &str, files: &[FileEntry]) -> Result<Vec<Part>, Refused> {
    let mut parts = Vec::with_capacity(files.len());
    for FileEntry { n, slot, name, .. } in files {
        let body = here.clerk().fetch(&format!("{at}/files/{n}")).await?.body;
        parts.push(Part { slot: *slot, name: name.clone(), body });
    }
    Ok(parts)
}

/// The bytes of files together.
pub(super) fn weight(files: &[FileEntry]) -> usize {
    let bytes = files.iter().fold(0_u64, |sum, file| sum.saturating_add(file.size));
    usize::try_from(bytes).unwrap_or(usize::MAX)
}

/// How many files are in a slot.
pub(super) fn count(files: &[FileEntry], slot: Slot) -> usize {
    files.iter().filter(|file| file.slot == slot).count()
}
