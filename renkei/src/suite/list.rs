//! `renkei suite list`: the cases, without running any.

use careplan::text::{Lang, Message};
use conformance::shown::{io_reason, visible};
use conformance::story::Role;
use conformance::suite::case::{Case, Suite};
use conformance::suite::record::known_digests;
use serde::Serialize;

use super::args::ListArgs;
use super::suite;
use crate::cli::TextOrJson;
use crate::say;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    requirements: &'static str,
    digest: &'a str,
    cases: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    class: &'static str,
    title_ja: &'a str,
    title_en: &'a str,
    source: &'a str,
    severity: &'static str,
    duty: &'static str,
    roles: Vec<&'static str>,
    patterns: Vec<&'static str>,
    scored: bool,
}

/// Runs the command and gives the exit code.
pub(super) fn run(args: &ListArgs, lang: Lang) -> Result<u8, Message> {
    let suite = suite(&args.source)?;
    if args.digests {
        return say::out(&known_digests(&suite)).map(|()| 0).map_err(|error| io_reason(&error));
    }
    let scored = suite.requirements.scored();
    let chosen = args.selection.selection().of(&suite.cases);
    let entries: Vec<Entry<'_>> = chosen.iter().map(|case| entry(case, scored.contains(case.id.as_str()))).collect();
    let text = match args.format {
        TextOrJson::Text => entries.iter().map(|entry| line(entry, lang)).collect(),
        TextOrJson::Json => json(&suite, entries)?,
    };
    match say::out(&text) {
        Ok(()) => Ok(0),
        Err(error) => Err(io_reason(&error)),
    }
}

fn entry(case: &Case, scored: bool) -> Entry<'_> {
    Entry {
        id: &case.id,
        class: case.class.as_str(),
        title_ja: &case.title.ja,
        title_en: &case.title.en,
        source: &case.source,
        severity: case.severity.as_str(),
        duty: case.duty.as_str(),
        roles: case.roles().into_iter().map(Role::as_str).collect(),
        patterns: case.patterns.iter().map(|pattern| pattern.as_str()).collect(),
        scored,
    }
}

fn line(entry: &Entry<'_>, lang: Lang) -> String {
    let (title, mark) = match lang {
        Lang::Ja => (entry.title_ja, if entry.scored { "採点" } else { "参考" }),
        Lang::En => (entry.title_en, if entry.scored { "scored" } else { "shown" }),
    };
    let (roles, patterns) = (entry.roles.join(","), entry.patterns.join(","));
    format!("{}\t{mark}\t{roles}\t{patterns}\t{}\t{}\n", entry.id, entry.source, visible(title))
}

fn json(suite: &Suite, cases: Vec<Entry<'_>>) -> Result<String, Message> {
    let document =
        Document { schema: "renkei.suite-list/1", requirements: suite.requirements.id, digest: suite.digest(), cases };
    let text = serde_json::to_string(&document).map_err(|error| Message::new(error.to_string(), error.to_string()))?;
    Ok(text + "\n")
}
