//! What the pages of the scenarios say.

use careplan::text::{Lang, Text};
use maud::{Markup, html};

use crate::desk::dates;
use crate::desk::director::By;
use crate::desk::page::said;
use crate::desk::scenarios::{Scenario, Side, Step};

pub(super) const TITLE: Text = Text::new("話とドリル", "Scenarios and drills");
pub(super) const STORIES: Text = Text::new("話", "Scenarios");
pub(super) const DRILLS: Text =
    Text::new("問い合わせのドリル（原因を見つけて直す）", "Help-desk drills: find the cause and put it right");
pub(super) const AUDIENCE: Text = Text::new("どなたに", "For whom");
pub(super) const LENGTH: Text = Text::new("時間", "Time");
pub(super) const LEARNED: Text = Text::new("分かること", "What one learns");
pub(super) const SOURCE: Text = Text::new("出典", "Source");
pub(super) const HANDOUT: Text = Text::new("配布資料（A4）", "Handout (A4)");
const BEFORE: Text = Text::new("前のステップ", "The last step");
pub(super) const STEPS: Text = Text::new("流れ", "Steps");
pub(super) const WHEN: Text = Text::new("いつ", "When");
pub(super) const WHO: Text = Text::new("だれが", "Who");
pub(super) const DO: Text = Text::new("すること", "What to do");
pub(super) const SEEN: Text = Text::new("見えること", "What is to be seen");
pub(super) const DONE: Text = Text::new("済", "Done");

const LEFT: Text = Text::new("左の画面", "left screen");
const RIGHT: Text = Text::new("右の画面", "right screen");

/// What stands behind a name that a value follows.
pub(super) const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "：",
        Lang::En => ": ",
    }
}

/// Who did the last step: `✓ 前のステップ（手で行いました）`.
pub(super) fn last(mark: By, lang: Lang) -> String {
    let (name, who) = (BEFORE.get(lang), by(mark).get(lang));
    match lang {
        Lang::Ja => format!("✓ {name}（{who}）"),
        Lang::En => format!("✓ {name} ({who}):"),
    }
}

/// The number of a step: `ステップ 3／7`.
pub(super) fn counted(step: usize, scenario: &Scenario, lang: Lang) -> String {
    let (n, steps) = (step + 1, scenario.steps.len());
    match lang {
        Lang::Ja => format!("ステップ {n}／{steps}"),
        Lang::En => format!("Step {n} of {steps}"),
    }
}

/// The length of a scenario: `約5分` / `about 5 minutes`.
pub(super) fn length(scenario: &Scenario, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("約{}分", scenario.minutes),
        Lang::En => format!("about {} minutes", scenario.minutes),
    }
}

/// When a step happens.
pub(super) fn when(step: &Step, lang: Lang) -> Markup {
    html! { time { (said(&dates::moment(step.at.unix_ms()), lang)) } }
}

/// Who does a step: what the office is, its terminal, and on which screen.
pub(super) fn who(scenario: &Scenario, step: &Step, lang: Lang) -> String {
    let office = scenario.cast.get(step.who.office).map_or("", |text| text.get(lang));
    let side = match step.side {
        Side::Left => LEFT,
        Side::Right => RIGHT,
    };
    let (terminal, side) = (step.who.terminal, side.get(lang));
    match lang {
        Lang::Ja => format!("{office}　端末{terminal}（{side}）"),
        Lang::En => format!("{office}, terminal {terminal} ({side})"),
    }
}

/// Who did a step.
pub(super) const fn by(by: By) -> Text {
    match by {
        By::Hand => Text::new("手で行いました", "done by hand"),
        By::Director => Text::new("代わりに行いました", "done for you"),
        By::Reading => Text::new("読みました", "read"),
    }
}
