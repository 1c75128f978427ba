//! What all HTML pages share: head, style, links back, foot.

use careplan::diagnostic::Severity;
use careplan::text::Lang;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{finding, words};

const STYLE: &str = include_str!("page.css");

/// Everything before the content.
pub(super) fn head(title: &str, lang: Lang) -> Markup {
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
pub(super) fn foot(content: &Markup) -> Markup {
    html! {
        footer { (content) }
        (PreEscaped("</body></html>"))
    }
}

/// The word for a severity on its colour.
pub(super) fn severity(severity: Severity, lang: Lang) -> Markup {
    html! { span class={ "severity " (severity.as_str()) } { (finding::severity(severity, lang)) } }
}

/// The link back to the contents.
pub(super) fn back(lang: Lang) -> Markup {
    html! { p class="back" { a href="#contents" { (words::BACK.get(lang)) } } }
}
