//! What stands at the head of a description: what this is, and everything that is assumed.

use careplan::text::Text;
use serde_json::{Value, json};

use crate::TRAINING;
use crate::assumptions::{ASSUMPTIONS, Profile};
use crate::refusals::{REFUSALS, Refusal};

const RELAY: Text = Text::new(
    "訓練用の模擬環境です。本物のケアプランデータ連携システムではありません。本物の手順は公開されていないため、\
     ここに書いた手順は独自のものです。お断りは、すべて application/problem+json で返します\
     （Accept-Language: en で英語になります）。",
    "A mock environment for training. This is not the real exchange. The real protocol is not public: the one \
     described here is our own. Every refusal is application/problem+json (in English with Accept-Language: en).",
);
const REFUSED: Text = Text::new("お断り", "Refusals");
const ASSUMED: Text = Text::new("公開されていないため、仮に決めたこと", "What is assumed, because it is not public");

/// The head of the description of the relay.
pub(super) fn relay() -> Value {
    let title = |text: Text| format!("## {} / {}", text.ja, text.en);
    let parts = [RELAY.ja, RELAY.en, &title(ASSUMED), &assumed(), &title(REFUSED), &refused(REFUSALS)];
    json!({
        "title": format!("{TRAINING} ケアプランデータ連携 模擬環境 / mock care-plan exchange for training"),
        "version": env!("CARGO_PKG_VERSION"),
        "description": parts.join("\n\n"),
        "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
    })
}

/// A table in Markdown, a row for each refusal.
fn refused(refusals: &[&Refusal]) -> String {
    let head = "| code | status | | |\n|---|---|---|---|\n".to_owned();
    refusals.iter().fold(head, |table, row| {
        table + &format!("| `{}` | {} | {} | {} |\n", row.code, row.status, row.title.ja, row.title.en)
    })
}

/// A table in Markdown, a row for each assumption.
fn assumed() -> String {
    let cell = |text: &str| text.replace('|', "\\|");
    let value = |text: &str| if text.is_empty() { "-".to_owned() } else { format!("`{text}`") };
    let profiles = Profile::ALL.iter().map(|profile| profile.as_str()).collect::<Vec<_>>().join(" | ");
    let head = format!(
        "| id | {profiles} | --assume | 内容 / what | 分かっていること / known |\n{}|\n",
        "|---".repeat(Profile::ALL.len() + 4)
    );
    ASSUMPTIONS.iter().fold(head, |table, row| {
        let defaults = Profile::ALL.iter().map(|profile| value(row.default(*profile))).collect::<Vec<_>>().join(" | ");
        let (switch, what) = (cell(&row.switch.to_string()), format!("{}<br>{}", row.what.ja, row.what.en));
        let known = format!("{}<br>{}", row.known.ja, row.known.en);
        table + &format!("| `{}` | {defaults} | {switch} | {} | {} |\n", row.id, cell(&what), cell(&known))
    })
}
