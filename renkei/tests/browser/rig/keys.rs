//! The keyboard alone: nothing is clicked, and whoever types must see where they are.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use serde_json::Value;

use super::browser::Browser;

/// More stops than any page has.
const STOPS: usize = 200;

/// What has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Focus {
    /// `a`, `button`, …; `body` when nothing has it.
    pub(crate) tag: String,
    /// What it is called, as somebody who listens is told.
    pub(crate) name: String,
    /// Whether it is marked and in sight.
    pub(crate) is_seen: bool,
}

impl Browser {
    /// Presses and releases a key.
    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        self.strike(&[key.into()]);
    }

    /// Types where the focus is.
    #[track_caller]
    pub(crate) fn type_text(&self, text: &str) {
        self.strike(&text.chars().collect::<Vec<_>>());
    }

    #[track_caller]
    fn strike(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.run(self.client().perform_actions(actions));
    }

    /// What has the focus, inside frames too.
    #[track_caller]
    pub(crate) fn focus(&self) -> Focus {
        let found = self.script(include_str!("js/focus.js"), Vec::new());
        let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
        Focus { tag: text("tag"), name: text("name"), is_seen: found["seen"] == Value::Bool(true) }
    }

    /// Presses Tab until something whose name holds these words has the focus; gives all stops on the way, this one
    /// the last. Each of them must be seen.
    #[track_caller]
    pub(crate) fn tab_to(&self, words: &str) -> Vec<Focus> {
        self.tab_until(words, |focus| focus.name.contains(words))
    }

    /// The same up to a button that is called exactly so.
    #[track_caller]
    pub(crate) fn tab_to_button(&self, name: &str) -> Vec<Focus> {
        self.tab_until(name, |focus| focus.tag == "button" && focus.name == name)
    }

    #[track_caller]
    fn tab_until(&self, words: &str, is_there: impl Fn(&Focus) -> bool) -> Vec<Focus> {
        let mut stops = Vec::new();
        while stops.len() < STOPS {
            self.press(Key::Tab);
            let focus = self.focus();
            assert!(focus.is_seen || focus.tag == "body", "the focus is not seen on {focus:?} of {}", self.address());
            stops.push(focus);
            if stops.last().is_some_and(&is_there) {
                return stops;
            }
        }
        let names: Vec<&str> = stops.iter().map(|focus| focus.name.as_str()).collect();
        panic!("Tab does not come to {words} on {}: {names:?}", self.address());
    }
}
