//! What this mock does where no public source says what the real exchange does. One row each;
//! `renkei serve --assumptions`, `/v1/about`, the description of the API and the pages show them.

mod assumed;
mod table;

use careplan::text::Text;

pub use assumed::{Assumed, NotAssumable};
pub use table::*;

/// Which exchange is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// The Windows client's behaviour until the move planned for January 2027: who opens the
    /// received list first takes the items, the sent list stays on the terminal that sent.
    Client12,
    /// Upload and download in a browser, planned from January 2027: nothing is claimed by looking.
    #[default]
    Web41,
}

impl Profile {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Client12, Self::Web41];

    /// Its name: `client-1.2`, `web-4.1`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Client12 => "client-1.2",
            Self::Web41 => "web-4.1",
        }
    }
}

/// What a row can be switched to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// It cannot be switched.
    Fixed,
    /// To one of these words.
    Words(&'static [&'static str]),
    /// To a number from the first to the second, both included.
    Number(u64, u64),
}

impl Switch {
    /// Whether the row can be set to the value.
    #[must_use]
    pub fn takes(self, value: &str) -> bool {
        match self {
            Self::Fixed => false,
            Self::Words(words) => words.contains(&value),
            Self::Number(least, most) => value.parse().is_ok_and(|n: u64| (least..=most).contains(&n)),
        }
    }
}

impl std::fmt::Display for Switch {
    /// `-`, `allow|refuse`, `1..=100`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fixed => f.write_str("-"),
            Self::Words(words) => f.write_str(&words.join("|")),
            Self::Number(least, most) => write!(f, "{least}..={most}"),
        }
    }
}

/// One assumption.
#[derive(Debug, PartialEq, Eq)]
pub struct Assumption {
    /// A slug that never changes.
    pub id: &'static str,
    /// What can be chosen.
    pub switch: Switch,
    /// The default in `client-1.2` and in `web-4.1`; empty where nothing can be chosen.
    pub defaults: [&'static str; 2],
    /// What this mock does.
    pub what: Text,
    /// What public sources say, and the number in the project's notes on the exchange
    /// (`docs/spec/relay.md`).
    pub known: Text,
}

impl Assumption {
    /// The value unless another is chosen.
    #[must_use]
    pub const fn default(&self, profile: Profile) -> &'static str {
        match profile {
            Profile::Client12 => self.defaults[0],
            Profile::Web41 => self.defaults[1],
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_assumption_is_said_in_both_languages_and_once() {
        let mut seen = HashSet::new();
        for row in ASSUMPTIONS {
            assert!(seen.insert(row.id), "{}", row.id);
            assert!(
                row.what.ja.ends_with('。')
                    && row.what.en.ends_with('.')
                    && !row.known.ja.is_empty()
                    && !row.known.en.is_empty(),
                "{}",
                row.id
            );
        }
    }

    #[test]
    fn every_default_can_be_chosen() {
        for row in ASSUMPTIONS {
            for value in row.defaults {
                assert!(row.switch.takes(value) != (row.switch == Switch::Fixed), "{}: {value}", row.id);
            }
        }
    }
}
