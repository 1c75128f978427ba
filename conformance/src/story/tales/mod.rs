//! The stories themselves, one function each; `table` lists them.

pub(super) mod care;
pub(super) mod corrections;
pub(super) mod month;
pub(super) mod offices;
pub(super) mod preventive;

use super::papers::UserMonth;
use super::parcel::{StoryFile, StorySet};

/// What a story comes to.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) sets: Vec<StorySet>,
    /// What is said where no file can be made.
    pub(super) messages: Vec<StoryFile>,
}

impl Told {
    fn sets(sets: Vec<StorySet>) -> Self {
        Self { sets, messages: Vec::new() }
    }
}

/// What took place at an office, of what was planned: the first user with a visit that can be
/// missed was once not there.
fn took_place(months: &[UserMonth], office: &super::office::Office) -> Vec<UserMonth> {
    let mut own: Vec<UserMonth> = months.iter().map(|month| month.of(office)).collect();
    let missed = own.iter_mut().flat_map(|month| &mut month.uses).find_map(|used| used.a_day().map(|day| (used, day)));
    if let Some((used, day)) = missed {
        *used = used.clone().without(day);
    }
    own.retain(|month| !month.uses.is_empty());
    own
}
