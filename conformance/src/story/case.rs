//! `case.json`: what a folder holds and how it is to be judged, in the form of `corpus/samples`.

use serde::Serialize;

use super::{Generated, Role, StoryError};

#[derive(Serialize)]
struct Case<'a> {
    id: String,
    title_ja: &'a str,
    patterns: &'a [&'a str],
    edge: &'a [&'a str],
    from_role: Option<&'a str>,
    to_role: Option<&'a str>,
    base: Option<&'a str>,
    defect: Option<&'a str>,
    expect: &'a str,
    #[serde(rename = "where")]
    spots: [&'a str; 0],
    rule: &'a str,
    note_ja: &'a str,
    story: &'a str,
    seed: u64,
    sets: Vec<Set<'a>>,
    messages: Vec<&'a str>,
}

/// A 送信単位 of the folder, in the order of sending.
#[derive(Serialize)]
struct Set<'a> {
    serial: &'a str,
    from: String,
    to: String,
    from_role: &'a str,
    to_role: &'a str,
    files: Vec<&'a str>,
}

/// The document, indented, with a line end.
pub(super) fn json(told: &Generated) -> Result<Vec<u8>, StoryError> {
    let story = told.story;
    let first = told.sets.first();
    let case = Case {
        id: told.folder(),
        title_ja: story.title.ja,
        patterns: story.patterns,
        edge: story.edges,
        from_role: first.map(|set| Role::as_str(set.from)),
        to_role: first.map(|set| Role::as_str(set.to)),
        base: None,
        defect: None,
        expect: "conformant",
        spots: [],
        rule: story.rule,
        note_ja: story.note.ja,
        story: story.id,
        seed: told.seed,
        sets: told
            .sets
            .iter()
            .map(|set| Set {
                serial: &set.unit.serial,
                from: set.unit.from.to_string(),
                to: set.unit.to.to_string(),
                from_role: set.from.as_str(),
                to_role: set.to.as_str(),
                files: set.files.iter().map(|file| file.name.as_str()).collect(),
            })
            .collect(),
        messages: told.messages.iter().map(|file| file.name.as_str()).collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&case).map_err(|error| StoryError(error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}
