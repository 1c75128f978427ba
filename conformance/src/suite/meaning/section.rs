//! The sections of a unit: what a person of the trade would look for together.

use careplan::layout::Kind;

macro_rules! sections {
    ($($(#[$doc:meta])* $section:ident $word:literal [$($kind:ident)*];)*) => {
        /// A section of a unit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Section { $($(#[$doc])* $section,)* }

        impl Section {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$section),*];

            /// The word in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$section => $word,)* }
            }

            /// The kinds in it.
            #[must_use]
            pub const fn kinds(self) -> &'static [Kind] {
                match self { $(Self::$section => &[$(Kind::$kind),*],)* }
            }
        }
    };
}

sections! {
    /// 利用者基本情報 with its tables and pictures.
    People "people" [Upkihon UpkihonSub1 UpkihonSub2 UpkihonImage];
    /// 第1表〜第3表.
    Plan "plan" [Up1kyo Up2kyo Up3kyo];
    /// 第6表, planned and actual.
    Calendar "calendar" [Upplan Upjsk];
    /// 第7表.
    Money "money" [Upsikyu];
    /// 利用者補足情報.
    Supplement "supplement" [Uphosoku];
    /// 介護予防サービス・支援計画書.
    Preventive "preventive" [Upyobo UpyoboSub];
    /// Every deletion.
    Deletions "deletions" [Dlt1kyo Dltplan Dltjsk Dltkihon Dltyobo];
}

impl Section {
    /// The section with this word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|section| section.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_stands_in_one_section() {
        for kind in Kind::ALL {
            let sections = Section::ALL.iter().filter(|section| section.kinds().contains(kind)).count();
            assert_eq!(sections, 1, "{}", kind.code());
        }
    }
}
