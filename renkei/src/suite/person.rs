//! `renkei suite person`: somebody at the screen of a software is asked what it shows.

use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use careplan::text::{Lang, Message};
use conformance::report::Options;
use conformance::shown::{io_reason, visible};
use conformance::suite::adapter::{Answers, AtEnd, Desk, Interviewer, PersonAdapter};
use conformance::suite::case::{Case, Suite, Task};
use conformance::suite::report;
use conformance::suite::run::{Baseline, NoTrace, Plan, run as run_cases};
use conformance::suite::screen::{few, page};
use time::OffsetDateTime;

use super::args::PersonArgs;
use super::suite;
use super::way::declared;
use crate::{reports, say};

/// Runs the command and gives the exit code.
pub(super) fn run(args: &PersonArgs, lang: Lang) -> Result<u8, Message> {
    let reports = reports::pair(&args.format, &args.output)?;
    let hello = declared(&args.software, lang);
    let answers = Answers::open(&args.answers, &hello.software).map_err(|error| error.message())?;
    let suite = suite(&args.source)?;
    let selection = args.selection.selection();
    let chosen = selection.of(&suite.cases);
    let chosen = if args.all { chosen } else { few(&chosen) };
    let files = args.files.clone().unwrap_or_else(|| beside(&args.answers));
    if let Some(target) = &args.page {
        return written(&chosen, &files, target, lang);
    }
    say::err(&greeting(&chosen, answers.len(), &args.answers, lang));
    let asked = Suite::new(chosen.into_iter().cloned().collect(), suite.requirements);
    let plan = Plan {
        suite: &asked,
        selection,
        baseline: Baseline::default(),
        today: OffsetDateTime::now_utc().date(),
        // A person takes the time that it takes.
        limit: Duration::MAX,
        jobs: None,
    };
    let by = Interviewer::new(Box::new(Terminal), answers, lang, AtEnd::Stop);
    let adapter = PersonAdapter { hello, files, by };
    let outcome = run_cases(&plan, &adapter, &(), &NoTrace).map_err(|unready| unready.0)?;
    let options = Options { lang, verbose: args.verbose, ..Options::default() };
    let write = |format, options: &Options, out: &mut dyn Write| report::write(format, &outcome, options, out);
    if let Err(why) = reports::write(&write, &reports, options) {
        say::err(&why);
        return Ok(2);
    }
    Ok(outcome.overall.exit_code())
}

/// Questions go to standard error, so that a report on standard output stays clean.
pub(super) struct Terminal;

impl Desk for Terminal {
    fn say(&self, text: &str) {
        say::err(text);
    }

    fn line(&self) -> Option<String> {
        let mut line = Vec::new();
        let read = io::stdin().lock().read_until(b'\n', &mut line);
        // Old consoles of Windows type MS932.
        matches!(read, Ok(1..)).then(|| conformance::shown::name_of_bytes(&line))
    }
}

/// The folder of the files, beside that of the answers.
fn beside(answers: &Path) -> PathBuf {
    let mut name = answers.as_os_str().to_owned();
    name.push(".files");
    PathBuf::from(name)
}

fn greeting(chosen: &[&Case], answered: usize, answers: &Path, lang: Lang) -> String {
    let (cases, answers) = (chosen.len(), visible(&answers.to_string_lossy()));
    match lang {
        Lang::Ja => format!(
            "画面を見て答えてください。事例 {cases} 件、保存済みの回答 {answered} 件（{answers}）。\n\
             見えない項目は推測せず ? と答えてください。これは自己検査です。"
        ),
        Lang::En => format!(
            "Please look at the screen and answer. {cases} cases, {answered} answers kept ({answers}).\n\
             Answer ? for what cannot be seen; please do not guess. This is a self-test."
        ),
    }
}

/// The checklist, and the files of its imports where the questions would put them.
fn written(chosen: &[&Case], files: &Path, target: &Path, lang: Lang) -> Result<u8, Message> {
    let all = || -> io::Result<()> {
        for case in chosen {
            for (no, step) in (1..).zip(&case.steps) {
                let folder = files.join(case.id.replace('/', "_")).join(format!("{no}"));
                if let Task::Import { files, .. } = &step.task {
                    fs::create_dir_all(&folder)?;
                    files.iter().try_for_each(|file| fs::write(folder.join(&file.name), &file.bytes))?;
                }
            }
        }
        let folder = target.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut out = tempfile::NamedTempFile::new_in(folder)?;
        page(chosen, files, lang, &mut out)?;
        out.persist(target).map(drop).map_err(|error| error.error)
    };
    all().map_err(|error| {
        let (why, target) = (io_reason(&error), visible(&target.to_string_lossy()));
        Message::new(
            format!("{target} を書けませんでした（{}）", why.ja),
            format!("{target} could not be written ({})", why.en),
        )
    })?;
    Ok(0)
}
