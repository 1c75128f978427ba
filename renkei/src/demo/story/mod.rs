//! The story that the demonstration tells: one month of two invented users, from the plan to
//! the actuals, as files of the standard.
//!
//! ```text
//! cast (who, what) + calendar (when) ─▶ visits ─▶ sheets, supplement, use_table, money ─▶ row ─▶ files
//! ```

mod calendar;
mod cast;
mod money;
mod sheets;
mod supplement;
mod use_table;
mod visits;

use careplan::layout::Kind;
use careplan::name::{FileName, NameForm, Party, UnitKey};

pub(crate) use calendar::{Calendar, weekday};
pub(crate) use cast::{CARE_MANAGER, DAY_SERVICE, Office, PEOPLE};
pub(crate) use conformance::story::{Row, StoryError};

/// A file of the story.
#[derive(Clone, Debug)]
pub(crate) struct StoryFile {
    /// Its name.
    pub(crate) name: FileName,
    /// MS932.
    pub(crate) bytes: Vec<u8>,
}

/// A 送信単位 of the story.
pub(crate) type StorySet = Vec<StoryFile>;

/// The three sets that travel.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    /// When it plays.
    pub(crate) calendar: Calendar,
    /// Sheets 1 to 3 with the supplement (R53①).
    pub(crate) plan: StorySet,
    /// Sheets 6 and 7 with the supplement (R53②).
    pub(crate) use_table: StorySet,
    /// The actuals, with one visit fewer than planned (R54①).
    pub(crate) actuals: StorySet,
}

impl Story {
    /// Tells the story of the month after the calendar's present.
    ///
    /// # Errors
    /// When the calendar of the standard ends, or the story breaks a layout.
    pub(crate) fn tell(calendar: Calendar) -> Result<Self, StoryError> {
        let ended = || StoryError("the calendar ends".to_owned());
        let month = calendar.month().to_string();
        let to_service =
            Way { from: &CARE_MANAGER, to: &DAY_SERVICE, serial: calendar.plan_serial().ok_or_else(ended)? };
        let plan = vec![
            to_service.file(Kind::Up1kyo, None, &sheets::sheet1(&calendar).ok_or_else(ended)?)?,
            to_service.file(Kind::Up2kyo, None, &sheets::sheet2(&calendar).ok_or_else(ended)?)?,
            to_service.file(Kind::Up3kyo, None, &sheets::sheet3(&calendar))?,
            to_service.file(Kind::Uphosoku, Some("000000"), &supplement::of_plan(&calendar).ok_or_else(ended)?)?,
        ];
        let to_service = Way { serial: calendar.use_serial().ok_or_else(ended)?, ..to_service };
        let use_table = vec![
            to_service.file(Kind::Upplan, Some(&month), &use_table::planned(&calendar))?,
            to_service.file(Kind::Upsikyu, Some(&month), &money::table7(&calendar))?,
            to_service.file(Kind::Uphosoku, Some(&month), &supplement::of_use(&calendar).ok_or_else(ended)?)?,
        ];
        let back = Way { from: &DAY_SERVICE, to: &CARE_MANAGER, serial: calendar.actuals_serial().ok_or_else(ended)? };
        let actuals = vec![back.file(Kind::Upjsk, Some(&month), &use_table::actual(&calendar).ok_or_else(ended)?)?];
        Ok(Self { calendar, plan, use_table, actuals })
    }
}

/// From whom to whom, under which serial.
struct Way {
    from: &'static Office,
    to: &'static Office,
    serial: String,
}

impl Way {
    fn file(&self, kind: Kind, month: Option<&str>, rows: &[Row]) -> Result<StoryFile, StoryError> {
        let party = |office: &Office| Party { office: office.number.into(), service: Some(office.service.into()) };
        let unit = UnitKey { serial: self.serial.clone(), from: party(self.from), to: party(self.to) };
        let name = FileName { kind, month: month.map(str::to_owned), unit, branch: None, form: NameForm::V41 };
        let mut bytes = Vec::new();
        for row in rows {
            row.write(&mut bytes)?;
        }
        Ok(StoryFile { name, bytes })
    }
}

#[cfg(test)]
mod tests;
