//! The rules in force, as every request asks for them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use serde::{Deserialize, Serialize};

use super::rule::{Asked, Rule, Wrong};
use crate::store::{StoreError, Tx};

/// The setting under which all relays of an environment find the rules.
pub(crate) const SETTING: &str = "faults";
/// Rules at most.
pub(crate) const MOST: usize = 100;

/// All rules, in the order in which they are asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Rules {
    /// The number of the last rule that was made.
    last: i64,
    pub(crate) rules: Vec<Rule>,
}

impl Rules {
    /// Reads the setting; `None` if it is not one.
    pub(crate) fn read(text: Option<&str>) -> Option<Self> {
        let Some(text) = text else { return Some(Self::default()) };
        let read: Self = serde_json::from_str(text).ok()?;
        let is_sound = read.rules.len() <= MOST
            && (0..i64::MAX).contains(&read.last)
            && read.rules.iter().all(|rule| (1..=read.last).contains(&rule.id) && rule.check().is_ok());
        is_sound.then_some(read)
    }

    /// Reads the setting where it is about to be changed.
    pub(crate) fn of(tx: &mut Tx<'_>) -> Result<Self, StoreError> {
        Self::read(tx.setting(SETTING)?.as_deref()).ok_or(StoreError::Spoilt(SETTING))
    }

    /// Adds a rule; gives it back.
    pub(crate) fn add(&mut self, asked: &Asked, made_at: i64) -> Result<Rule, Wrong> {
        let rule = asked.rule(self.last + 1, made_at)?;
        self.last = rule.id;
        self.rules.push(rule.clone());
        Ok(rule)
    }

    /// Keeps the setting.
    pub(crate) fn keep(&self, tx: &mut Tx<'_>) -> Result<(), StoreError> {
        tx.set(SETTING, &serde_json::to_string(self).map_err(|_| StoreError::Spoilt(SETTING))?)
    }
}

/// The rules that this relay follows; clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Board(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    /// Whether there are any: all that a request pays where there are none.
    any: AtomicBool,
    rules: RwLock<Arc<Rules>>,
}

impl Board {
    /// Follows these rules from now on.
    pub(crate) fn follow(&self, rules: Rules) {
        let any = !rules.rules.is_empty();
        *self.0.rules.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(rules);
        self.0.any.store(any, Ordering::Release);
    }

    /// The rules; `None` where there are none.
    pub(crate) fn rules(&self) -> Option<Arc<Rules>> {
        let any = self.0.any.load(Ordering::Acquire);
        any.then(|| Arc::clone(&self.0.rules.read().unwrap_or_else(PoisonError::into_inner)))
    }
}
