//! The patterns of the vendor test.

use std::collections::BTreeSet;

use careplan::layout::Kind;
use careplan::text::Text;

use crate::story::Role;

macro_rules! patterns {
    ($($pattern:ident $ja:literal $en:literal [$($kind:ident)*] $preventive:literal;)*) => {
        /// A pattern of the vendor test.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Pattern { $(#[doc = concat!("", $ja, ".")] $pattern,)* }

        impl Pattern {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$pattern),*];

            /// `D1` to `D7`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$pattern => stringify!($pattern),)* }
            }

            /// What it is.
            #[must_use]
            pub const fn title(self) -> Text {
                match self { $(Self::$pattern => Text::new($ja, $en),)* }
            }

            const fn covers(self) -> (&'static [Kind], bool) {
                match self { $(Self::$pattern => (&[$(Kind::$kind),*], $preventive),)* }
            }
        }
    };
}

patterns! {
    D1 "居宅サービス計画書" "care plan" [Up1kyo Up2kyo Up3kyo Dlt1kyo] false;
    D2 "予定" "planned use" [Upplan Upsikyu Dltplan] false;
    D3 "実績" "actual use" [Upjsk Dltjsk] false;
    D4 "予防 利用者基本情報" "basic information" [Upkihon UpkihonSub1 UpkihonSub2 UpkihonImage Dltkihon] true;
    D5 "予防 支援計画書" "preventive plan" [Upyobo UpyoboSub Dltyobo] true;
    D6 "予防 予定" "preventive planned use" [Upplan Upsikyu Dltplan] true;
    D7 "予防 実績" "preventive actual use" [Upjsk Dltjsk] true;
}

/// Whether an exchange between two roles is of the preventive part of the standard.
pub(super) fn is_preventive(a: Role, b: Role) -> bool {
    [a, b].iter().any(|role| matches!(role, Role::Houkatsu | Role::YoboService))
}

impl Pattern {
    /// The pattern of this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|pattern| pattern.as_str().eq_ignore_ascii_case(word))
    }

    /// The patterns that kinds between two roles belong to.
    #[must_use]
    pub fn of_kinds(kinds: &[Kind], from: Role, to: Role) -> BTreeSet<Self> {
        let preventive = is_preventive(from, to);
        let belongs = |pattern: &Self| {
            let (covered, is_preventive) = pattern.covers();
            is_preventive == preventive && covered.iter().any(|kind| kinds.contains(kind))
        };
        Self::ALL.iter().copied().filter(belongs).collect()
    }
}
