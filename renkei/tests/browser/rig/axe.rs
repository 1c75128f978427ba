//! axe-core looks at the page for what would keep somebody out.

use serde_json::{Value, json};

use super::browser::Browser;
use super::needs::AXE_CORE;

/// The rules that are asked: WCAG 2.2 AA, and good practice for the order of a page.
const TAGS: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/// What fails a test.
const GRAVE: &[&str] = &["serious", "critical"];
/// These fail it too, although axe-core calls them moderate: landmarks, and headings in their order.
const ASKED_FOR: &[&str] = &["heading-order", "landmark-one-main", "page-has-heading-one", "region"];

impl Browser {
    /// What is serious on the page and in its frames, one line for each place.
    pub(crate) fn barriers(&self) -> Vec<String> {
        self.teach_axe();
        let found = self.run(self.client().execute_async(include_str!("js/axe.js"), vec![json!(TAGS)]));
        assert!(found["failed"].is_null(), "axe-core: {}", found["failed"]);
        let found = found["violations"].as_array().cloned().unwrap_or_default();
        found.iter().filter(|rule| is_serious(rule)).flat_map(lines).collect()
    }

    /// axe-core asks itself inside the frames: it must be there too. The driver puts it into the page
    /// without the page's policy having to allow anything.
    fn teach_axe(&self) {
        let script = format!("if (typeof axe === 'undefined') {{ {} }} return window.length;", *AXE_CORE);
        let frames = self.script(&script, Vec::new()).as_u64().unwrap_or_default();
        for frame in 0..u16::try_from(frames).expect("a number of frames") {
            self.run(self.client().enter_frame(frame));
            self.teach_axe();
            self.run(self.client().clone().enter_parent_frame());
        }
    }
}

fn is_serious(rule: &Value) -> bool {
    let has = |list: &[&str], key: &str| rule[key].as_str().is_some_and(|value| list.contains(&value));
    has(GRAVE, "impact") || has(ASKED_FOR, "id")
}

fn lines(rule: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().replace('\n', " ");
    let places = rule["places"].as_array().into_iter().flatten();
    places
        .map(|place| {
            let [id, impact, help] = ["id", "impact", "help"].map(|key| text(&rule[key]));
            format!("axe: {id} ({impact}): {help}: {}: {}", text(&place["target"]), text(&place["why"]))
        })
        .collect()
}
