//! Rules of which the corpus keeps no failing case, each with its reason. An entry that has one
//! after all is stale and counts as missing.

use careplan::text::Text;

/// One rule without a failing case.
#[derive(Debug, PartialEq, Eq)]
pub struct Exempt {
    /// The id of the rule.
    pub rule: &'static str,
    /// Why no case is kept, and what tests it instead.
    pub reason: Text,
}

/// All of them.
pub const EXEMPT: &[Exempt] = &[
    Exempt {
        rule: "file/same-record-limit",
        reason: Text::new(
            "10万件を超えるファイルが要ります（careplan の規則の試験では上限を小さくして確かめています）",
            "needs a file of more than 100,000 records (tested in careplan with a smaller limit)",
        ),
    },
    Exempt {
        rule: "file/record-limit",
        reason: Text::new(
            "4 MiB を超えるレコードが要ります（careplan の規則の試験では上限を小さくして確かめています）",
            "needs a record of more than 4 MiB (tested in careplan with a smaller limit)",
        ),
    },
    Exempt {
        rule: "set/key-limit",
        reason: Text::new(
            "10万人を超える組が要ります（careplan の規則の試験では上限を小さくして確かめています）",
            "needs a set of more than 100,000 people (tested in careplan with a smaller limit)",
        ),
    },
];

pub(super) fn of(rule: &str) -> Option<&'static Exempt> {
    EXEMPT.iter().find(|exempt| exempt.rule == rule)
}
