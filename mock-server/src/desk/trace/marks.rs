//! Small pictures beside words: each has a shape of its own, so that colour is never alone. They
//! are hidden from screen readers, which read the words.

use maud::{Markup, html};

use super::stages::Mark;

/// The mark of a check.
pub(super) fn mark(mark: Mark) -> Markup {
    html! {
        svg.mark.(mark.slug()) viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" {
            @match mark {
                Mark::Passed => { circle cx="12" cy="12" r="11" {} path d="M6.5 12.5l3.8 3.8 7.2-8" {} }
                Mark::Failed => { rect x="1" y="1" width="22" height="22" rx="3" {} path d="M7 7l10 10M17 7L7 17" {} }
                Mark::Unreached => { circle cx="12" cy="12" r="9" {} }
                Mark::Absent => { circle cx="12" cy="12" r="9" {} path d="M7.5 12h9" {} }
            }
        }
    }
}

/// The arrow from the relay to the receiver: whole once something was received.
pub(super) fn arrow(is_whole: bool) -> Markup {
    html! {
        svg.arrow.whole[is_whole] viewBox="0 0 60 24" width="60" height="24" aria-hidden="true" focusable="false" {
            path d="M2 12H46" {}
            path.head d="M44 5l13 7-13 7z" {}
        }
    }
}

/// A dot: something happened that was neither passed nor refused.
pub(super) fn dot() -> Markup {
    html! {
        svg.mark.dot viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" {
            circle cx="12" cy="12" r="5" {}
        }
    }
}
