//! `renkei suite replay`: one case again, with everything that is said, its files kept.

use std::path::Path;

use careplan::text::{Lang, Message};
use conformance::shown::visible;
use conformance::suite::adapter::Stopped;
use conformance::suite::case::{Selection, Suite};
use conformance::suite::protocol::{Ask, Reply};
use conformance::suite::run::{Baseline, Plan, Trace, run as run_cases};
use conformance::suite::verdict::Verdict;
use serde::Serialize;
use time::OffsetDateTime;

use super::args::ReplayArgs;
use super::{adapter, suite};
use crate::say;

/// What is shown of one request or answer.
const SHOWN: usize = 4_000;

/// Runs the command and gives the exit code: 0 pass, 1 anything else, 2 not judged.
pub(super) fn run(args: &ReplayArgs, lang: Lang) -> Result<u8, Message> {
    let config = adapter(&args.adapter)?;
    let all = suite(&args.source)?;
    let cases = all.cases.iter().filter(|case| case.id == args.id).cloned().collect();
    let one = Suite::new(cases, all.requirements);
    if one.cases.is_empty() {
        let id = visible(&args.id);
        return Err(Message::new(
            format!("{id} という事例はありません（renkei suite list で一覧を見られます）"),
            format!("there is no case {id} (renkei suite list shows them)"),
        ));
    }
    let plan = Plan {
        suite: &one,
        selection: Selection::default(),
        baseline: Baseline::default(),
        today: OffsetDateTime::now_utc().date(),
        limit: config.limit,
        jobs: None,
    };
    let outcome = run_cases(&plan, &config.adapter, &(), &Spoken { lang }).map_err(|unready| unready.0)?;
    let Some(result) = outcome.results.first() else { return Ok(2) };
    say::err("");
    let mut text = format!("{}: {}\n", result.verdict.title().get(lang), visible(result.title.get(lang)));
    for note in &result.notes {
        text.push_str(&format!("  {}\n", visible(note.get(lang))));
    }
    say::out(&text).map_err(|error| conformance::shown::io_reason(&error))?;
    Ok(match result.verdict {
        Verdict::Pass => 0,
        Verdict::CouldNotJudge => 2,
        _ => 1,
    })
}

/// Tells everything on standard error.
struct Spoken {
    lang: Lang,
}

impl Spoken {
    fn document(arrow: &str, word: &str, document: &impl Serialize) {
        let text = serde_json::to_string(document).unwrap_or_default();
        let mut shown: String = text.chars().take(SHOWN).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        say::err(&format!("{arrow} {word} {}", visible(&shown)));
    }
}

impl Trace for Spoken {
    fn case(&self, id: &str, folder: &Path) {
        let folder = visible(&folder.to_string_lossy());
        say::err(&match self.lang {
            Lang::Ja => format!("■ {id}\nファイルの置き場所：{folder}"),
            Lang::En => format!("■ {id}\nfiles are kept in {folder}"),
        });
    }

    fn asked(&self, ask: &Ask) {
        Self::document("→", ask.word(), ask);
    }

    fn answered(&self, answer: &Result<Reply, Stopped>) {
        match answer {
            Ok(reply) => Self::document("←", reply.word(), reply),
            Err(Stopped::Crashed(why) | Stopped::Trouble(why)) => say::err(&format!("← ✕ {}", why.get(self.lang))),
            Err(Stopped::TimedOut(limit)) => say::err(&format!("← ✕ {} s", limit.as_secs())),
        }
    }

    fn keeps(&self) -> bool {
        true
    }
}
