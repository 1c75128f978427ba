//! `renkei suite record`: signs the result of a run.

use careplan::text::{Lang, Message, Text};
use conformance::shown::{io_reason, visible};
use conformance::suite::record::{Refused, Subject, make, seal};

use super::args::{MomentArg, RecordArgs};
use super::file;
use crate::say;

/// Results are larger than records: they hold the notes of every case.
const LARGEST_RESULT: u64 = 256 << 20;

const WEB: Text =
    Text::new("--url は http:// か https:// で始めてください。", "--url begins with http:// or https://, please.");

/// Runs the command and gives the exit code: 0 it was written, 1 the result does not stand, 2 neither.
pub(crate) fn run(args: &RecordArgs, lang: Lang) -> Result<u8, Message> {
    if args.url.as_ref().is_some_and(|url| !["http://", "https://"].iter().any(|begin| url.starts_with(begin))) {
        return Err(WEB.into());
    }
    let (key, warning) = file::signing_key(&args.key)?;
    if let Some(warning) = warning {
        say::err(warning.get(lang));
    }
    let subject = match (&args.subject, &args.subject_digest) {
        (Some(path), _) => Subject::of_path(path),
        (None, digest) => Subject::of_digest(digest.as_deref().unwrap_or_default()),
    }
    .map_err(|error| error.0)?;
    let result = file::read(&args.result, LARGEST_RESULT)?;
    let statement = match make(&result, subject, args.url.clone(), MomentArg::or_now(args.at)) {
        Ok(statement) => statement,
        Err(refused) => return Ok(tell(&refused, lang)),
    };
    let payload = serde_json::to_vec(&statement).map_err(|error| Message::new(error.to_string(), error.to_string()))?;
    let record = match seal(&payload, &key) {
        Ok(record) => record,
        Err(refused) => return Ok(tell(&refused, lang)),
    };
    file::write(&args.out, record.as_bytes())?;
    let (out, id) = (visible(&args.out.to_string_lossy()), key.public().id());
    let result = statement.predicate.result.text(lang);
    let told = match lang {
        Lang::Ja => format!("{out} に記録しました（{result}）。\n署名した鍵：{id}\n"),
        Lang::En => format!("Recorded in {out} ({result}).\nsigned by: {id}\n"),
    };
    say::out(&told).map_err(|error| io_reason(&error))?;
    Ok(0)
}

/// Tells every reason on standard error; gives the exit code.
pub(super) fn tell(refused: &Refused, lang: Lang) -> u8 {
    for message in refused.messages() {
        say::err(message.get(lang));
    }
    refused.exit_code()
}
