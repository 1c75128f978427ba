//! What all HTML pages share: head, style, links back, foot.

use careplan::diagnostic::Severity;
use careplan::text::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{finding, words};
use crate::shown::visible;

const STYLE: &str = include_str!("page.css");

/// Everything before the content.
pub(crate) fn head(title: &str, lang: Lang) -> Markup {
    html! {
        (DOCTYPE)
        (PreEscaped(match lang { Lang::Ja => "<html lang=\"ja\">", Lang::En => "<html lang=\"en\">" }))
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (title) }
            style { (PreEscaped(STYLE)) }
        }
        (PreEscaped("<body>"))
    }
}

/// Everything behind the content.
pub(crate) fn foot(content: &Markup) -> Markup {
    html! {
        footer { (content) }
        (PreEscaped("</body></html>"))
    }
}

/// The word for a severity on its colour.
pub(super) fn severity(severity: Severity, lang: Lang) -> Markup {
    html! { span class={ "severity " (severity.as_str()) } { (finding::severity(severity, lang)) } }
}

/// A path, its folder small above the name; linked where there is a target.
pub(super) fn path(path: &str, target: &str) -> Markup {
    let shown = visible(path);
    let (folder, name) = shown.rfind(['/', '\\']).map_or(("", shown.as_str()), |at| shown.split_at(at + 1));
    html! {
        @if !folder.is_empty() { span class="folder" { (breakable(folder)) } }
        @if target.is_empty() { span class="name" { (breakable(name)) } }
        @else { a class="name" href={ "#" (target) } { (breakable(name)) } }
    }
}

/// Long names break behind `_` and `/`, not in the middle of a number.
pub(crate) fn breakable(text: &str) -> Markup {
    html! { @for piece in text.split_inclusive(['_', '/', '\\']) { (piece) wbr; } }
}

/// The link back to the contents.
pub(super) fn back(lang: Lang) -> Markup {
    html! { p class="back" { a href="#contents" { (words::BACK.get(lang)) } } }
}
