//! The table is walked: every scenario is whole.

use std::collections::BTreeSet;

use careplan::text::Text;

use super::{Act, Expect, Papers, SCENARIOS, by_id};
use crate::ca::Drill;

fn sentences(text: Text, place: &str) {
    assert!(text.ja.ends_with(['。', '）']) && text.en.ends_with(['.', ')']), "{place}: {} / {}", text.ja, text.en);
}

#[test]
fn every_scenario_has_an_id_of_its_own_and_says_everything_in_both_languages() {
    let mut ids = BTreeSet::new();
    for scenario in SCENARIOS {
        let id = scenario.id;
        assert!(ids.insert(id) && by_id(id).is_some(), "{id}");
        assert!(id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{id}");
        sentences(scenario.learned, id);
        for step in scenario.steps {
            for text in [step.why, step.by_hand, step.seen] {
                sentences(text, id);
            }
            assert!(!step.title.ja.is_empty() && !step.title.en.is_empty(), "{id}");
        }
        for text in [scenario.title, scenario.audience].iter().chain(scenario.cast) {
            assert!(!text.ja.is_empty() && !text.en.is_empty(), "{id}");
        }
        assert!(scenario.source.contains("relay.md"), "{id}");
    }
    assert!(ids.len() >= 12);
}

#[test]
fn time_goes_on_and_everybody_who_acts_is_of_the_cast() {
    for scenario in SCENARIOS {
        let id = scenario.id;
        assert!(scenario.steps.is_sorted_by(|a, b| a.at < b.at), "{id}");
        for step in scenario.steps {
            assert!(step.at.unix_ms() > 0, "{id}");
            assert!(step.who.office < scenario.cast.len() && step.who.terminal > 0, "{id}");
            if let Act::Send { to, .. } = step.act {
                assert!(to < scenario.cast.len() && to != step.who.office, "{id}");
            }
            if let Some(super::Given::Drill(slug)) = step.given {
                assert!(Drill::of_slug(slug).is_some_and(Drill::is_own), "{id}: {slug}");
            }
        }
        assert!(scenario.absent.iter().all(|office| *office < scenario.cast.len()), "{id}");
    }
}

#[test]
fn what_the_director_does_is_what_is_expected() {
    for scenario in SCENARIOS {
        for step in scenario.steps {
            let fits = match (step.act, step.expect) {
                (Act::Send { papers: Papers::Sets(sent), to, .. }, Expect::Accepted { to: at, sets, .. }) => {
                    sent == sets && to == at
                }
                (
                    Act::Send { papers: Papers::None, to, attached, .. },
                    Expect::Accepted { to: at, attached: n, .. },
                ) => to == at && n == usize::from(attached.is_some()),
                (Act::Send { .. } | Act::Open(_), Expect::Refused(_))
                | (Act::Open(_), Expect::Claimed(_))
                | (Act::Save, Expect::Saved(_))
                | (Act::Install, Expect::Installed)
                | (Act::Register, Expect::Registered)
                | (Act::Nothing, Expect::Read) => true,
                (Act::Open(list), Expect::Empty(expected)) => list == expected,
                _ => false,
            };
            assert!(fits, "{}: {}", scenario.id, step.title.en);
        }
    }
}

#[test]
fn a_step_stands_on_the_side_of_who_acts() {
    for scenario in SCENARIOS {
        for (n, step) in scenario.steps.iter().enumerate() {
            let sides = scenario.sides(n);
            assert!(sides.contains(&Some(step.who)), "{} {n}", scenario.id);
            assert!(sides[0] != sides[1], "{} {n}: two different screens", scenario.id);
        }
        assert!(scenario.sides(scenario.steps.len()).iter().any(Option::is_some), "{}", scenario.id);
    }
}

#[test]
fn a_drill_begins_with_something_that_is_refused() {
    for scenario in SCENARIOS {
        let is_refused = scenario.steps.iter().any(|step| matches!(step.expect, Expect::Refused(_)));
        assert!(is_refused || !scenario.is_drill, "{}", scenario.id);
    }
}
