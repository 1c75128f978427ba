//! What a scenario is made of. Everything in it is fixed; what happens is the director's.

use careplan::text::Text;
use time::macros::offset;
use time::{Date, Month, PrimitiveDateTime, Time};

use crate::clock::unix_ms;
use crate::refusals::Refusal;

/// A story with steps, to be shown or to be done.
#[derive(Debug)]
pub(crate) struct Scenario {
    /// A slug that never changes.
    pub(crate) id: &'static str,
    /// Whether something goes wrong that has to be found and put right.
    pub(crate) is_drill: bool,
    /// What it shows.
    pub(crate) title: Text,
    /// For whom.
    pub(crate) audience: Text,
    /// How long it takes, in minutes.
    pub(crate) minutes: u8,
    /// What one knows afterwards.
    pub(crate) learned: Text,
    /// Where it is said: clauses of the standard (R…), numbers of relay.md.
    pub(crate) source: &'static str,
    /// The name of its files on the shelf.
    pub(crate) papers: &'static str,
    /// What the offices are, in the order of the shelf.
    pub(crate) cast: &'static [Text],
    /// The offices that are not registered when it begins.
    pub(crate) absent: &'static [usize],
    /// What happens, in order.
    pub(crate) steps: &'static [Step],
}

/// One step.
#[derive(Debug)]
pub(crate) struct Step {
    /// When it happens, by the simulated clock.
    pub(crate) at: Moment,
    /// Who does it.
    pub(crate) who: Spot,
    /// On which of the two screens that stand side by side.
    pub(crate) side: Side,
    /// What is done, in a few words.
    pub(crate) title: Text,
    /// Why, for somebody who has never seen it.
    pub(crate) why: Text,
    /// What to do by hand.
    pub(crate) by_hand: Text,
    /// What stands ready when the step begins, and was not there before.
    pub(crate) given: Option<Given>,
    /// What the director does where nobody does it by hand.
    pub(crate) act: Act,
    /// When it is done.
    pub(crate) expect: Expect,
    /// What is to be seen then.
    pub(crate) seen: Text,
}

/// An office of the cast, at one of its terminals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Its place in the cast.
    pub(crate) office: usize,
    /// From 1.
    pub(crate) terminal: u8,
}

/// An office of the cast at a terminal.
pub(super) const fn spot(office: usize, terminal: u8) -> Spot {
    Spot { office, terminal }
}

/// Where a screen stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// On the left.
    Left,
    /// On the right.
    Right,
}

/// What is put on the desk before a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    /// The certificate of a drill, by its slug, at the terminal of the step.
    Drill(&'static str),
}

/// What can be done in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// One message to an office of the cast.
    Send {
        /// Its place in the cast.
        to: usize,
        /// Files of the standard.
        papers: Papers,
        /// Other files.
        attached: Option<Prop>,
        /// The text.
        words: Words,
    },
    /// Opens a list.
    Open(List),
    /// Opens 受信一覧 and saves every file of what lies there.
    Save,
    /// Installs a certificate of the office that works.
    Install,
    /// Registers the office of the step with the exchange.
    Register,
    /// Nothing on the screens: to be read, or done beside them.
    Nothing,
}

/// Files of the standard, as a message carries them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Papers {
    /// None.
    None,
    /// These sets of the shelf, as they are.
    Sets(&'static [usize]),
    /// One set under names with a service type that the receiver does not have.
    Retyped(usize),
    /// Actuals without a single record, in answer to a set.
    NoActuals(usize),
}

/// The text of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// None.
    None,
    /// What stands on the shelf.
    Shelf(usize),
    /// This.
    Said(&'static str),
}

/// Files that do not come from the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prop {
    /// A workbook.
    Workbook,
    /// The same workbook, named as if it were a PDF.
    WorkbookAsPdf,
    /// The sheet of actuals with a zero written in, scanned to PDF.
    ZeroSheet,
    /// A report as PDF.
    Report,
}

/// A list of the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// 受信一覧.
    Inbox,
    /// 送信一覧.
    Sent,
}

/// When a step is done. Judged by what the exchange wrote into its journal, what it answered at the
/// screen of the step, and how things stand.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Expect {
    /// All files of these sets, and so many others, were accepted from the office for another.
    Accepted {
        /// Its place in the cast.
        to: usize,
        /// Sets of the shelf.
        sets: &'static [usize],
        /// Other files, at least.
        attached: usize,
    },
    /// The exchange has said no, and why.
    Refused(&'static Refusal),
    /// The terminal has taken so many messages.
    Claimed(usize),
    /// All files of these sets were saved at the terminal.
    Saved(&'static [usize]),
    /// The list was opened at the terminal, and there is nothing in it.
    Empty(List),
    /// A certificate that works is installed at the terminal.
    Installed,
    /// The office is registered.
    Registered,
    /// Whoever reads along goes on.
    Read,
}

/// A moment of the year in which all scenarios play, in Japan's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
}

/// 2026年: the plans of October are sent in September, its actuals in November.
const YEAR: i32 = 2026;

/// A moment.
pub(super) const fn at(month: u8, day: u8, hour: u8, minute: u8) -> Moment {
    Moment { month, day, hour, minute }
}

impl Moment {
    /// Milliseconds since 1970.
    pub(crate) fn unix_ms(self) -> i64 {
        let date = Month::try_from(self.month).and_then(|month| Date::from_calendar_date(YEAR, month, self.day));
        let time = Time::from_hms(self.hour, self.minute, 0);
        match (date, time) {
            (Ok(date), Ok(time)) => unix_ms(PrimitiveDateTime::new(date, time).assume_offset(offset!(+9))),
            // A test walks all of them.
            _ => 0,
        }
    }
}

impl Scenario {
    /// The two screens that stand side by side in a step, left and right: on one side whoever acts,
    /// on the other whoever acted there last, or else will act there next.
    pub(crate) fn sides(&self, step: usize) -> [Option<Spot>; 2] {
        let now = self.steps.get(step).or(self.steps.last());
        [Side::Left, Side::Right].map(|side| {
            let acting = now.filter(|now| now.side == side).map(|now| now.who);
            let other = |one: &&Step| one.side == side && now.is_none_or(|now| now.who != one.who);
            let (before, after) = self.steps.split_at(step.min(self.steps.len()));
            let found = before.iter().rev().find(other).or_else(|| after.iter().find(other));
            acting.or(found.map(|one| one.who))
        })
    }
}

/// A sentence in both languages.
pub(super) const fn t(ja: &'static str, en: &'static str) -> Text {
    Text::new(ja, en)
}
