//! 送信単位: which kinds travel together under one serial (R53–R57), and by which keys their
//! records hang together (R59–R63).

mod sheet;

pub use sheet::Sheet;

use crate::layout::Kind;
use Kind::{
    Dlt1kyo, Dltjsk, Dltkihon, Dltplan, Dltyobo, Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upjsk, Upkihon, UpkihonImage,
    UpkihonSub1, UpkihonSub2, Upplan, Upsikyu, Upyobo, UpyoboSub,
};

/// One 送信単位 that the standard allows.
#[derive(Debug, PartialEq, Eq)]
pub struct SendUnit {
    /// A short name in Japanese and English.
    pub title: crate::text::Text,
    /// Kinds that must be there.
    pub required: &'static [Kind],
    /// Kinds that may be there.
    pub optional: &'static [Kind],
    /// The clause.
    pub source: &'static str,
}

macro_rules! units {
    ($($ja:literal $en:literal [$($required:ident)*] [$($optional:ident)*] $source:literal;)*) => {
        /// All of them.
        pub static SEND_UNITS: &[SendUnit] = &[$(SendUnit {
            title: crate::text::Text::new($ja, $en),
            required: &[$($required),*],
            optional: &[$($optional),*],
            source: $source,
        }),*];
    };
}

units! {
    "居宅サービス計画書の組" "care plan" [Up1kyo Up2kyo Up3kyo Uphosoku] [] "R53①";
    "利用票・別表の組" "use tables" [Upplan Upsikyu Uphosoku] [] "R53②・R55(4)";
    "実績" "actual use" [Upjsk] [] "R54①・R55(8)";
    "利用者基本情報の組" "basic information" [Upkihon] [UpkihonSub1 UpkihonSub2 UpkihonImage] "R55(1)・R56";
    "支援計画書の組" "preventive plan" [Upyobo] [UpyoboSub] "R55(3)・R56";
    "支援計画書と利用者基本情報の組" "preventive plan with basic information"
        [Upyobo Upkihon] [UpyoboSub UpkihonSub1 UpkihonSub2 UpkihonImage] "R55(2)・R56";
    // Behind the others: where a deletion stands beside one of them, the deletion is the stranger.
    "第1表の削除" "deletion of sheet 1" [Dlt1kyo] [] "R53③";
    "第6表 予定の削除" "deletion of planned use" [Dltplan] [] "R53④・R55(7)";
    "実績の削除" "deletion of actual use" [Dltjsk] [] "R54②・R55(9)";
    "利用者基本情報の削除" "deletion of basic information" [Dltkihon] [] "R55(5)";
    "支援計画書の削除" "deletion of preventive plan" [Dltyobo] [] "R55(6)";
}

/// Why some kinds are no 送信単位.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompositionProblem {
    /// The unit that comes nearest.
    pub nearest: &'static SendUnit,
    /// Kinds of that unit that are not there.
    pub missing: Vec<Kind>,
    /// Kinds that do not belong to it.
    pub strangers: Vec<Kind>,
}

/// The 送信単位 that the kinds under one serial make.
///
/// # Errors
/// The nearest unit, what it lacks and what does not belong. No kinds at all lack everything.
pub fn composition(kinds: &[Kind]) -> Result<&'static SendUnit, CompositionProblem> {
    let mut nearest: Option<CompositionProblem> = None;
    for unit in SEND_UNITS {
        let missing: Vec<Kind> = unit.required.iter().copied().filter(|kind| !kinds.contains(kind)).collect();
        let mut strangers: Vec<Kind> = kinds
            .iter()
            .copied()
            .filter(|kind| !unit.required.contains(kind) && !unit.optional.contains(kind))
            .collect();
        strangers.dedup();
        if missing.is_empty() && strangers.is_empty() {
            return Ok(unit);
        }
        let distance = |problem: &CompositionProblem| (problem.strangers.len(), problem.missing.len());
        let problem = CompositionProblem { nearest: unit, missing, strangers };
        if nearest.as_ref().is_none_or(|best| distance(&problem) < distance(best)) {
            nearest = Some(problem);
        }
    }
    // SEND_UNITS is not empty, so a nearest unit exists; the fallback keeps the function total.
    Err(nearest.unwrap_or(CompositionProblem { nearest: &NONE, missing: Vec::new(), strangers: kinds.to_vec() }))
}

static NONE: SendUnit =
    SendUnit { title: crate::text::Text::new("組", "set"), required: &[], optional: &[], source: "R53・R55" };

/// How the records of one kind hang on those of another: 保険者番号, 被保険者番号 and one more field.
#[derive(Debug)]
pub struct Link {
    /// The kind that hangs.
    pub child: Kind,
    /// No. of its third key field.
    pub child_key: u16,
    /// The kind it hangs on.
    pub parent: Kind,
    /// No. of the parent's third key field.
    pub parent_key: u16,
    /// The clause by which every parent has at least one child. That a person has the grand total (R122)
    /// is said of each person; the others ask for the file, so that a person without is a warning.
    pub parent_needs_child: Option<&'static str>,
    /// The clause.
    pub source: &'static str,
}

macro_rules! links {
    ($($child:ident $child_key:literal -> $parent:ident $parent_key:literal $needs:expr, $source:literal;)*) => {
        /// All of them.
        pub static LINKS: &[Link] = &[$(Link {
            child: $child, child_key: $child_key, parent: $parent, parent_key: $parent_key,
            parent_needs_child: $needs, source: $source,
        }),*];
    };
}

links! {
    Up2kyo 5 -> Up1kyo 14 Some("R73"), "R59";
    Up3kyo 5 -> Up1kyo 14 Some("R74"), "R59";
    Uphosoku 4 -> Up1kyo 14 Some("R70"), "R59・R61";
    Upsikyu 5 -> Upplan 5 Some("R122"), "R60";
    Uphosoku 63 -> Upplan 5 Some("R75"), "R60・R61";
    UpkihonSub1 4 -> Upkihon 4 None, "R62";
    UpkihonSub2 4 -> Upkihon 4 None, "R62";
    UpyoboSub 4 -> Upyobo 4 None, "R63";
}

/// How a deletion names what it deletes: 保険者番号, 被保険者番号 and one more field.
#[derive(Debug)]
pub struct Deletion {
    /// The kind that deletes.
    pub deletion: Kind,
    /// No. of its third key field.
    pub deletion_key: u16,
    /// The kind that is deleted, with what hangs on it.
    pub target: Kind,
    /// No. of the target's third key field.
    pub target_key: u16,
    /// The clause.
    pub source: &'static str,
}

macro_rules! deletions {
    ($($deletion:ident $deletion_key:literal -> $target:ident $target_key:literal $source:literal;)*) => {
        /// All of them.
        pub static DELETIONS: &[Deletion] = &[$(Deletion {
            deletion: $deletion, deletion_key: $deletion_key, target: $target, target_key: $target_key, source: $source,
        }),*];
    };
}

deletions! {
    Dlt1kyo 4 -> Up1kyo 14 "R65";
    Dltplan 4 -> Upplan 5 "R66";
    Dltjsk 4 -> Upjsk 5 "R67";
    Dltkihon 4 -> Upkihon 4 "R68";
    Dltyobo 4 -> Upyobo 4 "R68";
}

/// No. of the third key field of a kind, beside 保険者番号 (No.2) and 被保険者番号 (No.3). Of a
/// 補足情報 it is the one for plans; its own records tell which of the two counts (R61).
#[must_use]
pub fn key_field(kind: Kind) -> Option<u16> {
    let links = LINKS.iter().flat_map(|link| [(link.child, link.child_key), (link.parent, link.parent_key)]);
    let deletions = DELETIONS.iter().flat_map(|row| [(row.deletion, row.deletion_key), (row.target, row.target_key)]);
    links.chain(deletions).find_map(|(known, key)| (known == kind).then_some(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_composes_with_and_without_its_optional_kinds() {
        for unit in SEND_UNITS {
            assert_eq!(composition(unit.required), Ok(unit));
            let all: Vec<Kind> = unit.required.iter().chain(unit.optional).copied().collect();
            assert_eq!(composition(&all), Ok(unit));
        }
    }

    #[test]
    fn a_missing_kind_and_a_stranger_are_named_against_the_nearest_unit() {
        let problem = composition(&[Upplan, Uphosoku]).unwrap_err();
        assert_eq!((problem.missing, problem.strangers), (vec![Upsikyu], vec![]));
        let problem = composition(&[Upplan, Upsikyu, Uphosoku, Upjsk]).unwrap_err();
        assert_eq!((problem.missing, problem.strangers), (vec![], vec![Upjsk]));
        let problem = composition(&[UpkihonImage]).unwrap_err();
        assert_eq!((problem.missing, problem.strangers), (vec![Upkihon], vec![]));
    }

    #[test]
    fn every_csv_kind_has_its_key_in_fields_of_the_layout() {
        for kind in Kind::ALL.iter().filter(|kind| kind.is_csv()) {
            let layout = kind.layout().unwrap();
            for no in [2, 3, key_field(*kind).unwrap_or_else(|| panic!("{}", kind.code()))] {
                assert_eq!(layout.field(no).map(|field| field.no), Some(no), "{}", kind.code());
            }
        }
    }

    #[test]
    fn every_kind_belongs_to_a_unit() {
        for kind in Kind::ALL {
            assert!(SEND_UNITS.iter().any(|unit| unit.required.contains(kind) || unit.optional.contains(kind)));
        }
    }
}
