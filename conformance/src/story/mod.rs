//! Stories: conformant sets of invented people, made from a seed, for the corpus, for training
//! and as what defects are put into.
//!
//! ```text
//! rng ─▶ scene (month, offices, people) ─▶ tales (what is used) ─▶ papers (rows) ─▶ parcel (files)
//! ```
//! The same story and seed give the same bytes on every machine: whole numbers only, no clock, no
//! locale, nothing that is kept in the order of a hash. Nobody and nothing in them exists.

mod calendar;
mod case;
mod member;
mod names;
mod number;
mod office;
mod papers;
mod parcel;
mod person;
mod post;
pub(crate) mod rng;
mod row;
mod scene;
mod services;
mod table;
mod tales;
mod usage;
mod words;

pub use member::Member;
pub use parcel::{StoryFile, StorySet};
pub use row::Row;
pub use table::STORIES;

use std::ops::Range;

use careplan::text::Text;
use serde::{Deserialize, Serialize};

use scene::Scene;
use tales::Told;

/// The file that tells what a folder holds.
pub const CASE_FILE: &str = "case.json";

/// A story that can be told from any seed.
#[derive(Debug)]
pub struct Story {
    /// Its name in kebab-case; never changes.
    pub id: &'static str,
    /// What it is.
    pub title: Text,
    /// Patterns of the vendor test, D1–D7: D1 居宅計画書, D2 予定, D3 実績, D4 利用者基本情報,
    /// D5 予防計画書, D6 予防 予定, D7 予防 実績.
    pub patterns: &'static [&'static str],
    /// Tags of what is unusual in it.
    pub edges: &'static [&'static str],
    /// The clauses it stands on.
    pub rule: &'static str,
    /// What is to be known beside the title.
    pub note: Text,
    /// The rules that have something to say of it, as information and no more.
    pub information: &'static [&'static str],
    tell: fn(&mut Scene) -> Result<Told, StoryError>,
}

impl Story {
    /// The story with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        STORIES.iter().find(|story| story.id == id)
    }

    /// Tells the story.
    ///
    /// # Errors
    /// Only where the story itself breaks a layout: a fault of this crate, for no seed known.
    pub fn generate(&'static self, seed: u64) -> Result<Generated, StoryError> {
        generate(self, seed)
    }
}

/// Who takes part in an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 居宅介護支援.
    Kyotaku,
    /// 居宅サービス.
    Service,
    /// 地域包括支援センター.
    Houkatsu,
    /// 予防・総合事業のサービス.
    YoboService,
}

impl Role {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Kyotaku, Self::Service, Self::Houkatsu, Self::YoboService];

    /// The role with this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.as_str() == word)
    }

    /// What it is.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Kyotaku => Text::new("居宅介護支援", "care management office"),
            Self::Service => Text::new("居宅サービス", "service office"),
            Self::Houkatsu => Text::new("地域包括支援センター", "community support centre"),
            Self::YoboService => Text::new("予防・総合事業のサービス", "preventive service office"),
        }
    }

    /// The word of `case.json`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kyotaku => "kyotaku",
            Self::Service => "service",
            Self::Houkatsu => "houkatsu",
            Self::YoboService => "yobo_service",
        }
    }
}

/// A story, told from a seed.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The story.
    pub story: &'static Story,
    /// The seed.
    pub seed: u64,
    /// Its sets, in the order of sending.
    pub sets: Vec<StorySet>,
    /// Messages where no file can be made: UTF-8 text files, part of no set.
    pub messages: Vec<StoryFile>,
    /// The offices that send or receive, in the order in which they first do.
    pub cast: Vec<Member>,
}

impl Generated {
    /// The name of its folder, such as `kyotaku-plan-1`.
    #[must_use]
    pub fn folder(&self) -> String {
        format!("{}-{}", self.story.id, self.seed)
    }

    /// The files of all sets, then the messages.
    pub fn files(&self) -> impl Iterator<Item = &StoryFile> {
        self.sets.iter().flat_map(|set| &set.files).chain(&self.messages)
    }

    /// Everything that stands in the folder: [`files`](Self::files), and `case.json`, which tells
    /// what they are and how they are to be judged.
    ///
    /// # Errors
    /// Never for a story that could be told.
    pub fn folder_files(&self) -> Result<Vec<StoryFile>, StoryError> {
        let case = StoryFile { name: CASE_FILE.to_owned(), bytes: case::json(self)? };
        Ok(self.files().cloned().chain([case]).collect())
    }
}

/// A story broke a layout: a fault of the story, never of its reader.
#[derive(Debug, thiserror::Error)]
#[error("story: {0}")]
pub struct StoryError(pub String);

/// Tells every story from every one of the seeds, one after another: story by story, seed by seed.
pub fn generate_all(seeds: Range<u64>) -> impl Iterator<Item = Result<Generated, StoryError>> {
    STORIES.iter().flat_map(move |story| seeds.clone().map(move |seed| generate(story, seed)))
}

/// Tells a story; the same seed tells the same to the byte.
///
/// # Errors
/// Only where the story itself breaks a layout: a fault of this crate, for no seed known.
pub fn generate(story: &'static Story, seed: u64) -> Result<Generated, StoryError> {
    let mut scene = Scene::new(story.id, seed)?;
    let Told { sets, messages } = (story.tell)(&mut scene)?;
    Ok(Generated { story, seed, sets, messages, cast: scene.met.into_vec() })
}
