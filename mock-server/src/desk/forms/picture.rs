//! The family picture, inside the page.

use std::cell::Cell;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use careplan::text::{Lang, Message, Text};
use maud::{Markup, html};

use super::read::{Pile, Read};
use super::{limits, value};

const ALT: Text = Text::new("家族構成の図", "Family picture");
const NO_JPEG: Text = Text::new("JPEG 画像ではないため、表示しません。", "It is no JPEG picture and is not shown.");
const LARGE: Text = Text::new(
    "大きい画像のため、表示しません（1枚2MB・1ページ8MBまで）。",
    "The picture is large and is not shown (2 MB each, 8 MB a page).",
);
const MISSING: Text = Text::new("画像のファイルは、一緒に届いていません。", "The picture itself did not come with it.");

/// By what a row and a file find each other: the standard writes `.jpg` in two ways, so letter case
/// is no matter.
pub(super) fn key(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// The picture that a row names, or why it is not there.
pub(super) fn named(name: &str, pile: &Pile, lang: Lang, left: &Cell<usize>) -> Markup {
    let wanted = key(name);
    let found = pile.papers.iter().find(|read| read.picture.is_some() && key(&read.name) == wanted);
    match found {
        Some(read) => figure(read, lang, left),
        None if name.is_empty() => Markup::default(),
        None => html! { p { bdi.file { (value::free(name, lang)) } } p.odd { (MISSING.get(lang)) } },
    }
}

/// A picture with its file name; `left` are the bytes that the page may still hold.
pub(super) fn figure(read: &Read, lang: Lang, left: &Cell<usize>) -> Markup {
    html! {
        figure.family {
            @match source(read, left) {
                Ok(source) => img src=(source) alt=(alt(&read.name).get(lang));,
                Err(reason) => p.odd { (reason.get(lang)) },
            }
            figcaption { bdi.file { (value::clean(&read.name)) } }
        }
    }
}

fn alt(name: &str) -> Message {
    let name = value::clean(name);
    Message::new(format!("{}（{name}）", ALT.ja), format!("{} ({name})", ALT.en))
}

fn source(read: &Read, left: &Cell<usize>) -> Result<String, Text> {
    let bytes = read.picture.as_deref().unwrap_or_default();
    if !bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Err(NO_JPEG);
    }
    let after = left.get().checked_sub(bytes.len()).filter(|_| bytes.len() <= limits::PICTURE).ok_or(LARGE)?;
    left.set(after);
    Ok(format!("data:image/jpeg;base64,{}", STANDARD.encode(bytes)))
}
