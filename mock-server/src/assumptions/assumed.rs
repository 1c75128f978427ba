//! What is assumed in one environment.

use std::collections::BTreeMap;

use super::{ASSUMPTIONS, Assumption, Profile, Switch};

/// The profile, and what was chosen besides the defaults.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assumed {
    profile: Profile,
    chosen: BTreeMap<&'static str, String>,
}

/// A choice that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAssumable {
    /// There is no such row.
    #[error("{0} is not an assumption")]
    Unknown(String),
    /// The row does not take the value.
    #[error("{id} takes {switch}, not {value}")]
    Value {
        /// The row.
        id: &'static str,
        /// What was given.
        value: String,
        /// What can be given.
        switch: Switch,
    },
}

impl Assumed {
    /// The defaults of a profile.
    #[must_use]
    pub const fn of(profile: Profile) -> Self {
        Self { profile, chosen: BTreeMap::new() }
    }

    /// The profile.
    #[must_use]
    pub const fn profile(&self) -> Profile {
        self.profile
    }

    /// Chooses a value for a row.
    ///
    /// # Errors
    /// When there is no such row, or it does not take the value.
    pub fn choose(&mut self, id: &str, value: &str) -> Result<(), NotAssumable> {
        let row = ASSUMPTIONS.iter().find(|row| row.id == id);
        let row = row.ok_or_else(|| NotAssumable::Unknown(id.to_owned()))?;
        if !row.switch.takes(value) {
            return Err(NotAssumable::Value { id: row.id, value: value.to_owned(), switch: row.switch });
        }
        self.chosen.insert(row.id, value.to_owned());
        Ok(())
    }

    /// The same with a choice that is known to be good.
    #[must_use]
    pub fn with(mut self, row: &'static Assumption, value: &str) -> Self {
        debug_assert!(row.switch.takes(value), "{} does not take {value}", row.id);
        self.chosen.insert(row.id, value.to_owned());
        self
    }

    /// The same choices in another profile.
    #[must_use]
    pub fn in_profile(&self, profile: Profile) -> Self {
        Self { profile, chosen: self.chosen.clone() }
    }

    /// The value of a row; empty where nothing can be chosen.
    #[must_use]
    pub fn value(&self, row: &Assumption) -> &str {
        self.chosen.get(row.id).map_or(row.default(self.profile), String::as_str)
    }

    /// Whether the row is set to the word.
    #[must_use]
    pub fn is(&self, row: &Assumption, word: &str) -> bool {
        self.value(row) == word
    }

    /// The value of a row of numbers.
    #[must_use]
    pub fn number(&self, row: &Assumption) -> u64 {
        self.value(row).parse().unwrap_or_default()
    }

    /// What was chosen besides the defaults.
    pub(crate) fn chosen(&self, row: &Assumption) -> Option<u64> {
        self.chosen.get(row.id).and_then(|value| value.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assumptions::{FILES, MESSAGE_ONLY};

    #[test]
    fn only_what_a_row_takes_can_be_chosen() {
        let mut assumed = Assumed::of(Profile::Web41);
        assert!(assumed.is(&MESSAGE_ONLY, "allow"));
        assumed.choose("message-only", "refuse").unwrap();
        assert!(assumed.is(&MESSAGE_ONLY, "refuse"));
        assumed.choose("files", "7").unwrap();
        assert_eq!(assumed.number(&FILES), 7);
        for (id, value) in [("message-only", "perhaps"), ("files", "0"), ("files", "-1"), ("tls", ""), ("none", "")] {
            assert!(assumed.choose(id, value).is_err(), "{id}={value}");
        }
    }
}
