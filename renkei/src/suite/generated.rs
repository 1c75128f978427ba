//! `renkei suite run --generated N --seed S`: the seed told first, what fails made smaller and kept.

use std::hash::{BuildHasher, RandomState};
use std::path::Path;

use careplan::text::{Lang, Message};
use conformance::shown::{io_reason, visible};
use conformance::suite::adapter::Adapter;
use conformance::suite::case::generated::Series;
use conformance::suite::kept;
use conformance::suite::run::{Budget, Failure, SuiteOutcome, ready, shrink};

use super::args::GeneratedArgs;
use super::way::Reached;
use crate::say;

/// Failures that are kept; more of one run tell nothing new.
const KEPT: usize = 100;

/// The cases that were asked for. The seed is told before anything else happens.
pub(super) fn series(args: &GeneratedArgs, lang: Lang) -> Option<Series> {
    let count = args.generated?;
    // Short enough to be read aloud; any 64 bits may be given.
    let seed = args.seed.unwrap_or_else(|| RandomState::new().hash_one("renkei") % 1_000_000_000);
    say::err(&match lang {
        Lang::Ja => {
            format!("生成する事例：{count} 件、seed {seed}（--generated {count} --seed {seed} で同じ事例になります）")
        }
        Lang::En => {
            format!("generated cases: {count}, seed {seed} (--generated {count} --seed {seed} gives the same again)")
        }
    });
    Some(Series { seed, count })
}

/// Makes what failed smaller and keeps it, telling each on standard error.
///
/// # Errors
/// The software does not come up again, or something cannot be written.
pub(super) fn keep(outcome: &SuiteOutcome, config: &Reached, below: &Path, lang: Lang) -> Result<(), Message> {
    let mut failures: Vec<_> = outcome.results.clone();
    failures.retain(|result| numbered(&result.id) && result.verdict.is_failure() && result.known.is_none());
    if failures.is_empty() {
        return Ok(());
    }
    let left = failures.len().saturating_sub(KEPT);
    failures.truncate(KEPT);
    say::err(match lang {
        Lang::Ja => "不合格だった生成事例を小さくしています…",
        Lang::En => "making the generated cases that failed smaller…",
    });
    let ready = ready(&config.adapter, config.limit).map_err(|unready| unready.0)?;
    let mut written = Ok(());
    let told = |failure: Failure| {
        let kept = kept::keep(below, &failure.case, failure.verdict, &failure.notes);
        match kept {
            Ok(folder) => say::err(&line(&failure, &folder, lang)),
            Err(error) => written = Err(io_reason(&error)),
        }
    };
    // Hundreds of runs are nothing for a program, and more than may be asked of a person.
    let is_program = config.adapter.sessions() > 1;
    let budget = if is_program { Budget::default() } else { Budget { cases: 0, ..Budget::default() } };
    shrink(&failures, &config.adapter, &ready, config.limit, budget, told).map_err(|unready| unready.0)?;
    if left > 0 {
        say::err(&match lang {
            Lang::Ja => format!("ほか {left} 件は残していません（名前を指定すれば replay できます）"),
            Lang::En => format!("{left} more are not kept (replay takes their ids)"),
        });
    }
    written.map_err(|why| {
        let folder = visible(&below.to_string_lossy());
        Message::new(
            format!("{folder} に残せませんでした（{}）", why.ja),
            format!("{folder} cannot be written ({})", why.en),
        )
    })
}

fn numbered(id: &str) -> bool {
    conformance::suite::case::generated::numbers_of(id).is_some()
}

fn line(failure: &Failure, folder: &Path, lang: Lang) -> String {
    let (id, verdict) = (&failure.case.id, failure.verdict.title());
    let ((before, after), folder) = (failure.records, visible(&folder.to_string_lossy()));
    match lang {
        Lang::Ja => format!("  {id}：{}、{before} → {after} レコード、{folder}", verdict.ja),
        Lang::En => format!("  {id}: {}, {before} to {after} records, {folder}", verdict.en),
    }
}
