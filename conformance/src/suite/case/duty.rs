//! Who must and who may write and take which kind: the tables of 2.2 and 3.2 of the standard (R70–R90).

use careplan::layout::Kind;
use careplan::text::Message;

use super::golden::Golden;
use super::pattern::is_preventive;
use super::reading::taking;
use super::stand_in::stand_in;
use super::writing::writing;
use super::{Case, Class, Taking};
use crate::story::Role;
use Duty::{Open, Optional, Required};
use Role::{Houkatsu, Kyotaku, Service, YoboService};

/// Whether a software of a role must have a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Duty {
    /// The standard does not say.
    Open,
    /// △.
    Optional,
    /// ○.
    Required,
}

impl Duty {
    /// The word in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Open => "open",
            Optional => "optional",
            Required => "required",
        }
    }
}

/// Writing or taking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// 出力.
    Export,
    /// 取込.
    Import,
}

impl Direction {
    /// The word in ids.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Import => "import",
        }
    }
}

/// One row of the tables.
#[derive(Debug)]
pub struct DutyRow {
    /// The clause.
    pub rule: &'static str,
    /// The kind.
    pub kind: Kind,
    /// The kinds it travels with, where that tells two rows of a kind apart.
    pub with: &'static [Kind],
    /// Whether it is of the preventive part.
    pub preventive: bool,
    /// Who writes it.
    pub exports: &'static [(Role, Duty)],
    /// Who takes it.
    pub imports: &'static [(Role, Duty)],
}

macro_rules! duties {
    ($($rule:literal $kind:ident $(($with:ident))? $part:ident
        [$($out:ident $out_duty:ident)*] -> [$($in:ident $in_duty:ident)*];)*) => {
        /// All of them.
        pub static DUTIES: &[DutyRow] = &[$(DutyRow {
            rule: $rule,
            kind: Kind::$kind,
            with: &[$(Kind::$with)?],
            preventive: duties!(@$part),
            exports: &[$(($out, $out_duty)),*],
            imports: &[$(($in, $in_duty)),*],
        }),*];
    };
    (@care) => { false };
    (@preventive) => { true };
}

duties! {
    "R70" Uphosoku(Up1kyo) care [Kyotaku Required] -> [Service Required];
    "R71" Up1kyo care [Kyotaku Required] -> [Service Required];
    "R72" Dlt1kyo care [Kyotaku Optional] -> [Service Optional];
    "R73" Up2kyo care [Kyotaku Required] -> [Service Required];
    "R74" Up3kyo care [Kyotaku Required] -> [Service Required];
    "R75" Uphosoku(Upplan) care [Kyotaku Required] -> [Service Required];
    "R76" Upplan care [Kyotaku Required] -> [Service Required];
    "R77" Dltplan care [Kyotaku Optional] -> [Service Optional];
    "R78" Upjsk care [Service Required] -> [Kyotaku Required];
    "R79" Dltjsk care [Service Optional] -> [Kyotaku Optional];
    "R80" Upsikyu care [Kyotaku Required] -> [Service Required];
    "R81" Upkihon preventive [Houkatsu Required Kyotaku Required]
        -> [Houkatsu Required Kyotaku Required YoboService Required];
    "R82" Dltkihon preventive [Houkatsu Optional Kyotaku Optional]
        -> [Houkatsu Optional Kyotaku Optional YoboService Optional];
    "R83" Upyobo preventive [Houkatsu Required Kyotaku Required]
        -> [Houkatsu Required Kyotaku Required YoboService Required];
    "R84" Dltyobo preventive [Houkatsu Optional Kyotaku Optional]
        -> [Houkatsu Optional Kyotaku Optional YoboService Optional];
    "R85" Uphosoku(Upplan) preventive [Houkatsu Required Kyotaku Required]
        -> [Houkatsu Required Kyotaku Required YoboService Required];
    "R86" Upplan preventive [Houkatsu Required Kyotaku Required]
        -> [Houkatsu Open Kyotaku Open YoboService Required];
    "R87" Dltplan preventive [Houkatsu Optional Kyotaku Optional]
        -> [Houkatsu Open Kyotaku Open YoboService Optional];
    "R88" Upjsk preventive [Houkatsu Open Kyotaku Required YoboService Required]
        -> [Houkatsu Required Kyotaku Required];
    "R89" Dltjsk preventive [Houkatsu Open Kyotaku Optional YoboService Optional]
        -> [Houkatsu Optional Kyotaku Optional];
    "R90" Upsikyu preventive [Houkatsu Required Kyotaku Required]
        -> [Houkatsu Required Kyotaku Open YoboService Required];
}

/// What a role must do with kinds that travel together: the least of its duties, so that nobody is
/// held to a unit of which the standard leaves a part open (C-1).
pub(super) fn duty_of(kinds: &[Kind], role: Role, other: Role, direction: Direction) -> Duty {
    let preventive = is_preventive(role, other);
    let of_kind = |kind: Kind| {
        let rows = DUTIES.iter().filter(|row| row.kind == kind && row.preventive == preventive);
        let mut rows = rows.filter(|row| row.with.iter().all(|with| kinds.contains(with)));
        let entries = rows.next().map_or(&[][..], |row| match direction {
            Direction::Export => row.exports,
            Direction::Import => row.imports,
        });
        entries.iter().find(|(known, _)| *known == role).map_or(Open, |(_, duty)| *duty)
    };
    kinds.iter().map(|kind| of_kind(main_kind(*kind))).min().unwrap_or(Open)
}

/// Tables and pictures go with their sheet (R56).
const fn main_kind(kind: Kind) -> Kind {
    match kind {
        Kind::UpkihonSub1 | Kind::UpkihonSub2 | Kind::UpkihonImage => Kind::Upkihon,
        Kind::UpyoboSub => Kind::Upyobo,
        other => other,
    }
}

/// One case for each cell of the tables with a mark: the function is there.
pub(super) fn cases(golden: &[Golden]) -> impl Iterator<Item = Case> {
    DUTIES.iter().flat_map(|row| {
        let imports = row.imports.iter().filter_map(|(role, duty)| {
            let set = stand_in(golden, row, *role, Direction::Import)?;
            let id = format!("duty/{}/import/{}", row.rule, role.as_str());
            Some(dressed(
                taking(Class::Duty, id, &set, set.files(), Taking::Whole),
                row,
                *role,
                *duty,
                Direction::Import,
            ))
        });
        let exports = row.exports.iter().filter_map(|(role, duty)| {
            let set = stand_in(golden, row, *role, Direction::Export)?;
            let id = format!("duty/{}/export/{}", row.rule, role.as_str());
            Some(dressed(writing(id, &set, set.scenario.units.last()?), row, *role, *duty, Direction::Export))
        });
        imports.chain(exports)
    })
}

fn dressed(case: Case, row: &DutyRow, role: Role, duty: Duty, direction: Direction) -> Case {
    let (form, title) = (row.kind.title(), role.title());
    let (ja, en) = match direction {
        Direction::Export => ("書き出し", "writing"),
        Direction::Import => ("取り込み", "taking"),
    };
    Case {
        class: Class::Duty,
        title: Message::new(format!("{}の{ja}（{}）", form.ja, title.ja), format!("{en} {} ({})", form.en, title.en)),
        source: row.rule.to_owned(),
        duty,
        ..case
    }
}
