//! Internal faults: a plain sentence and exit code 2, never a report that looks like success.

use std::panic::{self, AssertUnwindSafe};

use careplan::text::{Lang, Text};

use crate::say;

const SORRY: Text = Text::new(
    "renkei の内部で不具合が起きたため、判定できませんでした。お手数ですが、次の行を添えてお知らせください。",
    "An internal fault kept renkei from judging. Please report the following line.",
);

/// Replaces the message of a panic. The place in the program is told, the message is not: it
/// could hold a value of a file.
pub(crate) fn speak_plainly(lang: Lang) {
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map_or_else(|| "?".to_owned(), ToString::to_string);
        say::err(&format!("{}\nrenkei {} {place}", SORRY.get(lang), env!("CARGO_PKG_VERSION")));
    }));
}

/// Runs a command; a panic becomes exit code 2.
pub(crate) fn contain(command: impl FnOnce() -> u8) -> u8 {
    panic::catch_unwind(AssertUnwindSafe(command)).unwrap_or(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_exit_code_2() {
        assert_eq!(contain(|| panic::panic_any("x")), 2);
        assert_eq!(contain(|| 1), 1);
    }
}
