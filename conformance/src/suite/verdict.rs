//! What may be said of a case: kinds of failure that a vendor mends differently are kept apart.

use careplan::text::Text;
use serde::{Deserialize, Serialize};

macro_rules! verdicts {
    ($($(#[$doc:meta])* $verdict:ident $word:literal $ja:literal $en:literal;)*) => {
        /// What may be said of a case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Verdict { $($(#[$doc])* $verdict,)* }

        impl Verdict {
            /// All of them, in the order of reports.
            pub const ALL: &'static [Self] = &[$(Self::$verdict),*];

            /// The word in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$verdict => $word,)* }
            }

            /// The word in reports.
            #[must_use]
            pub const fn title(self) -> Text {
                match self { $(Self::$verdict => Text::new($ja, $en),)* }
            }
        }
    };
}

verdicts! {
    /// As the standard wants it.
    Pass "pass" "合格" "pass";
    /// The software did something else, and told so.
    Fail "fail" "不合格" "fail";
    /// Something was lost without a word: the receipt is missing, does not balance or does not hold.
    SilentLoss "silent-loss" "黙った欠落" "silent loss";
    /// The software ended, or answered what cannot be read.
    Crash "crash" "異常終了" "crash";
    /// No answer in time.
    TimeOut "time-out" "時間切れ" "time-out";
    /// The software says that it has no such function.
    NotImplemented "not-implemented" "機能なし" "not implemented";
    /// What is held cannot be seen from outside; what can be seen is right.
    NotTestable "not-testable" "確認できず" "not testable";
    /// The suite's own fault, or the adapter's: no judgement.
    CouldNotJudge "could-not-judge" "判定できず" "could not judge";
}

impl Verdict {
    /// Whether it counts against the software whatever its duties are.
    #[must_use]
    pub const fn is_failure(self) -> bool {
        matches!(self, Self::Fail | Self::SilentLoss | Self::Crash | Self::TimeOut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_verdicts_are_those_of_their_json() {
        for verdict in Verdict::ALL {
            let json = serde_json::to_value(verdict).expect("it can be written");
            assert_eq!(json, verdict.as_str());
        }
    }
}
