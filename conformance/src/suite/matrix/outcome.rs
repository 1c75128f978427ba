//! What was found, pair by pair, and whose side each failure is on.

use std::time::SystemTime;

use careplan::text::{Message, Text};

use super::exchange::Exchange;
use crate::shown::visible;
use crate::suite::case::Duty;
use crate::suite::judge::Judged;
use crate::suite::protocol::Hello;
use crate::suite::run::Overall;
use crate::suite::verdict::Verdict;

/// A software that takes part.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who it is.
    pub hello: Hello,
    /// How it was reached.
    pub adapter: &'static str,
}

impl Member {
    /// Its name and version.
    #[must_use]
    pub fn name(&self) -> String {
        visible(&format!("{} {}", self.hello.software.name, self.hello.software.version))
    }
}

/// The letter of a software in tables: `A` to `Z`.
#[must_use]
pub(super) fn letter(at: usize) -> char {
    u8::try_from(at).ok().and_then(|at| b'A'.checked_add(at)).filter(u8::is_ascii_uppercase).map_or('?', char::from)
}

/// Whose a failure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What was written is wrong, or was not written.
    Writer,
    /// What was written is right, but was not taken as it should.
    Reader,
}

impl Side {
    /// The word in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Writer => "writer",
            Self::Reader => "reader",
        }
    }

    /// The word in reports.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Writer => Text::new("書き出す側", "writer"),
            Self::Reader => Text::new("取り込む側", "reader"),
        }
    }
}

/// What came of one exchange between two.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The number of the exchange.
    pub exchange: usize,
    /// Whose it is; `None` where it passes.
    pub side: Option<Side>,
    /// What came of it.
    pub judged: &'a Judged,
    /// Whether it counts against that side.
    pub counts: bool,
}

/// What one reader made of what one writer wrote.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The number of the writer.
    pub writer: usize,
    /// The number of the reader.
    pub reader: usize,
    /// The exchanges between the two, by number; what was read of those that were written rightly.
    pub(super) read: Vec<(usize, Option<Judged>)>,
}

/// How many exchanges of a cell came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All of them.
    pub exchanges: usize,
    /// Those that pass.
    pub passed: usize,
    /// Those that count against the writer.
    pub writer: usize,
    /// Those that count against the reader.
    pub reader: usize,
}

/// Everything a report needs.
#[derive(Clone, Debug)]
pub struct MatrixOutcome {
    /// Who takes part.
    pub members: Vec<Member>,
    /// What is exchanged.
    pub exchanges: Vec<Exchange>,
    /// What each wrote, by writer and exchange; `None` where it does not play the role.
    pub(super) written: Vec<Vec<Option<Judged>>>,
    /// Every ordered pair, writer by writer.
    pub cells: Vec<Cell>,
    /// The requirement set.
    pub requirements: &'static str,
    /// The digest of the suite.
    pub digest: String,
    /// When it began.
    pub started: SystemTime,
    /// When it ended.
    pub finished: SystemTime,
}

impl MatrixOutcome {
    /// What came of each exchange of a cell.
    pub fn found<'a>(&'a self, cell: &'a Cell) -> impl Iterator<Item = Found<'a>> {
        cell.read.iter().filter_map(move |(at, read)| {
            let (side, judged) = match read {
                None => (Side::Writer, self.written.get(cell.writer)?.get(*at)?.as_ref()?),
                Some(judged) => (Side::Reader, judged),
            };
            Some(self.of(*at, side, judged))
        })
    }

    /// What came of what a software wrote.
    pub fn wrote(&self, writer: usize) -> impl Iterator<Item = Found<'_>> {
        let written = self.written.get(writer).into_iter().flatten().enumerate();
        written.filter_map(move |(at, judged)| Some(self.of(at, Side::Writer, judged.as_ref()?)))
    }

    fn of<'a>(&self, exchange: usize, side: Side, judged: &'a Judged) -> Found<'a> {
        let known = self.exchanges.get(exchange);
        let required = known.is_some_and(|it| it.duty == Duty::Required);
        let fails = judged.verdict.is_failure() || (judged.verdict == Verdict::NotImplemented && required);
        Found {
            exchange,
            side: (judged.verdict != Verdict::Pass).then_some(side),
            judged,
            counts: fails && known.is_some_and(|it| it.scored),
        }
    }

    /// How many exchanges of a cell came out how.
    #[must_use]
    pub fn tally(&self, cell: &Cell) -> Tally {
        self.found(cell).fold(Tally::default(), |tally, found| Tally {
            exchanges: tally.exchanges + 1,
            passed: tally.passed + usize::from(found.side.is_none()),
            writer: tally.writer + usize::from(found.counts && found.side == Some(Side::Writer)),
            reader: tally.reader + usize::from(found.counts && found.side == Some(Side::Reader)),
        })
    }

    /// The worst that came of a cell; `None` where the two have nothing to exchange.
    #[must_use]
    pub fn worst(&self, cell: &Cell) -> Option<Verdict> {
        let worst = self.found(cell).max_by_key(|found| (found.counts, weight(found.judged.verdict)));
        worst.map(|found| found.judged.verdict)
    }

    /// What may be said of a cell.
    #[must_use]
    pub fn judged(&self, cell: &Cell) -> Overall {
        overall(self, std::slice::from_ref(cell))
    }

    /// What may be said of it all.
    #[must_use]
    pub fn overall(&self) -> Overall {
        overall(self, &self.cells)
    }
}

/// Pass needs at least one exchange that passes: nothing is passed by accident.
fn overall(outcome: &MatrixOutcome, cells: &[Cell]) -> Overall {
    let found = || cells.iter().flat_map(|cell| outcome.found(cell));
    let scored = |it: &Found<'_>| outcome.exchanges.get(it.exchange).is_some_and(|exchange| exchange.scored);
    if found().any(|it| scored(&it) && it.judged.verdict == Verdict::CouldNotJudge) {
        Overall::Undecided
    } else if found().any(|it| it.counts) {
        Overall::Fail
    } else if found().any(|it| scored(&it) && it.side.is_none()) {
        Overall::Pass
    } else {
        Overall::Undecided
    }
}

/// What a cell shows of several: the graver first.
const fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Pass => 0,
        Verdict::NotTestable => 1,
        Verdict::NotImplemented => 2,
        Verdict::Fail => 3,
        Verdict::SilentLoss => 4,
        Verdict::TimeOut => 5,
        Verdict::Crash => 6,
        Verdict::CouldNotJudge => 7,
    }
}

/// Of the whole, in plain words.
pub(super) const fn sentence(overall: Overall) -> Text {
    match overall {
        Overall::Pass => Text::new(
            "採点したやり取りはすべて、正しく書き出され、正しく取り込まれました。",
            "Every exchange that is scored was written and taken as it should.",
        ),
        Overall::Fail => Text::new("直していただきたいやり取りがあります。", "There are exchanges to mend."),
        Overall::Undecided => Text::new(
            "判定できなかったやり取りがあります（合格・不合格のどちらでもありません）。",
            "Some exchanges could not be judged (this is neither pass nor fail).",
        ),
    }
}

/// The reasons, a line each.
pub(super) fn reasons(notes: &[Message], lang: careplan::text::Lang) -> impl Iterator<Item = String> {
    notes.iter().map(move |note| visible(note.get(lang)))
}
