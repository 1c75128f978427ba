//! A scenario that is under way in a room.

use std::fs::File;

use careplan::text::Message;

use crate::desk::room::{KeptDesks, Room};
use crate::desk::scenarios::{Scenario, Spot, Step};
use crate::desk::screen::Screen;
use crate::desk::shelf::Told;
use crate::offices::OfficeNo;
use crate::store::StoreError;

/// A scenario, how far it has come, and the way back.
#[derive(Debug)]
pub(super) struct Play {
    pub(super) scenario: &'static Scenario,
    pub(super) told: Told,
    /// The staging of the room that it belongs to.
    pub(super) staged: u64,
    /// The step that is to be done; beyond the last one when it is over.
    pub(super) step: usize,
    /// Who did the steps before it.
    pub(super) marks: Vec<By>,
    /// From where on the step counts.
    pub(super) since: Since,
    /// The room as it was when each step began, up to this one.
    pub(super) kept: Vec<Kept>,
    pub(super) mode: Mode,
    /// What came instead of what was expected.
    pub(super) trouble: Option<Message>,
    /// When the step began, by the clock underneath: milliseconds since 1970.
    pub(super) turned_ms: i64,
}

/// Who did a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    /// Somebody at the screens.
    Hand,
    /// The director.
    Director,
    /// Nobody: it was to be read.
    Reading,
}

/// Who makes it go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Those at the screens, or a press of the button.
    Hand,
    /// The calendar.
    Calendar,
    /// Nobody, until it is told to go on.
    Paused,
}

/// A place in the journal and among the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Since {
    pub(super) journal: i64,
    pub(super) answers: u64,
}

impl Since {
    /// What is there by now.
    pub(super) async fn now(room: &Room) -> Result<Self, StoreError> {
        let journal = room.state().store().read(crate::store::journal_head).await?;
        Ok(Self { journal, answers: room.answers().count() })
    }

    /// After an entry of the journal.
    pub(super) fn at(self, journal: i64, room: &Room) -> Self {
        Self { journal, answers: room.answers().count() }
    }
}

/// A room as it was.
#[derive(Debug)]
pub(super) struct Kept {
    file: File,
    desks: KeptDesks,
}

impl Kept {
    /// As it is.
    pub(super) async fn of(room: &Room) -> Result<Self, StoreError> {
        Ok(Self { file: room.state().keep().await?, desks: room.keep_desks() })
    }

    /// Makes the room as it was.
    pub(super) async fn restore(&self, room: &Room) -> Result<(), StoreError> {
        let file = self.file.try_clone().map_err(|_| StoreError::Closed)?;
        room.state().restore(file).await?;
        room.put_back(self.desks.clone());
        Ok(())
    }
}

impl Play {
    /// The step that is to be done; none when it is over.
    pub(super) fn current(&self) -> Option<&'static Step> {
        self.scenario.steps.get(self.step)
    }

    /// The number of an office of the cast.
    pub(super) fn number(&self, office: usize) -> Option<OfficeNo> {
        self.told.offices.get(office).map(|office| office.number)
    }

    /// The screen of an office of the cast.
    pub(super) fn screen(&self, spot: Spot) -> Option<Screen> {
        Some(Screen { office: self.number(spot.office)?, terminal: spot.terminal })
    }
}
