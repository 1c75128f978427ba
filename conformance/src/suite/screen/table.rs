//! Which fields are asked for, and by which others a person finds the place: one row for each kind.

use careplan::layout::Kind;

/// What is asked of the records of a kind.
#[derive(Debug)]
pub(super) struct Asked {
    /// The kind.
    pub(super) kind: Kind,
    /// By what a person finds the record: No. of fields, beside 被保険者番号.
    pub(super) at: &'static [u16],
    /// What is asked for: No. of fields that screens show.
    pub(super) asks: &'static [u16],
}

macro_rules! asked {
    ($($kind:ident [$($at:literal)*] [$($ask:literal)*];)*) => {
        /// All of them; deletions leave nothing to look at.
        pub(super) const ASKED: &[Asked] =
            &[$(Asked { kind: Kind::$kind, at: &[$($at),*], asks: &[$($ask),*] }),*];
    };
}

asked! {
    Uphosoku [4 63] [6 18 8 19 10];
    Up1kyo [4] [24 21 14 22 8];
    Up2kyo [4 6 8 13] [14 19 7 10 9 16];
    Up3kyo [4 7 8 11] [6 10 9 12 13];
    Upplan [5 10 15 12] [14 13 8 21];
    Upjsk [5 10 15 12] [14 13 8 21];
    Upsikyu [5 7 9] [18 13 24 28 26 16];
    Upkihon [4] [15 17 18 64 23 7];
    UpkihonSub1 [4 5] [6 7];
    UpkihonSub2 [4 5] [6 7 11];
    Upyobo [4] [23 8 42 22 14];
    UpyoboSub [4 5 10 14] [9 15 6 16 17];
}

/// The row of a kind.
pub(super) fn asked(kind: Kind) -> Option<&'static Asked> {
    ASKED.iter().find(|row| row.kind == kind)
}
