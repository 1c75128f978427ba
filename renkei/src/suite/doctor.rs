//! `renkei suite doctor`: is everything in place for a run?

use careplan::text::{Lang, Message, Text};
use conformance::shown::{io_reason, visible};
use conformance::suite::run::ready;

use super::args::DoctorArgs;
use super::run::baseline;
use super::{adapter, suite};
use crate::say;

const GOOD: Text = Text::new("よし", "ok");
const BAD: Text = Text::new("要確認", "to mend");

/// Runs the command and gives the exit code: 0 everything is in place, 2 something is not.
pub(super) fn run(args: &DoctorArgs, lang: Lang) -> Result<u8, Message> {
    let checks = [
        (Text::new("事例集と要求セット", "corpus and requirement set"), cases(args)),
        (Text::new("既知の失敗（baseline）", "baseline"), known(args)),
        (Text::new("対象ソフトウェアの起動と応答", "the software comes up and answers"), software(args)),
    ];
    let mut text = String::new();
    for (what, found) in &checks {
        let (mark, message) = match found {
            Ok(message) => (GOOD, message),
            Err(message) => (BAD, message),
        };
        text.push_str(&format!("[{}] {}: {}\n", mark.get(lang), what.get(lang), message.get(lang)));
    }
    say::out(&text).map_err(|error| io_reason(&error))?;
    Ok(if checks.iter().all(|(_, found)| found.is_ok()) { 0 } else { 2 })
}

fn cases(args: &DoctorArgs) -> Result<Message, Message> {
    let suite = suite(&args.source)?;
    let (cases, scored, id) = (suite.cases.len(), suite.requirements.ids().count(), suite.requirements.id);
    Ok(Message::new(
        format!("事例 {cases} 件（{id} で採点 {scored} 件）"),
        format!("{cases} cases ({scored} scored by {id})"),
    ))
}

fn known(args: &DoctorArgs) -> Result<Message, Message> {
    let known = baseline(args.baseline.as_deref())?;
    let count = known.entries().len();
    Ok(Message::new(format!("{count} 件"), format!("{count} entries")))
}

fn software(args: &DoctorArgs) -> Result<Message, Message> {
    let config = adapter(&args.adapter)?;
    let hello = ready(&config.adapter, config.limit).map_err(|unready| unready.0)?.hello;
    let name = visible(&format!("{} {}", hello.software.name, hello.software.version));
    let roles: Vec<_> = hello.roles.iter().map(|role| role.as_str()).collect();
    let text = format!("{name} [{}]", roles.join(", "));
    Ok(Message::new(text.clone(), text))
}
