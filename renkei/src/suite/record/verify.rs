//! `renkei suite verify`: does a record stand? Without a network.

use careplan::text::{Lang, Message, Text};
use conformance::shown::io_reason;
use conformance::suite::record::{MOST_BYTES, Refused, Verified, show, verify};

use super::args::{MomentArg, Signed, VerifyArgs};
use super::file;
use super::make::tell;
use crate::say;

const WRONG: Text = Text::new("この記録は確認できませんでした。", "This record does not stand.");
const UNCLEAR: Text = Text::new("この記録は判定できませんでした。", "This record could not be judged.");

/// Runs the command and gives the exit code: 0 it stands, 1 it does not, 2 not judged.
pub(crate) fn run(args: &VerifyArgs, lang: Lang) -> Result<u8, Message> {
    match verified(&args.record)? {
        Ok(verified) => {
            say::out(&show(&verified, lang)).map_err(|error| io_reason(&error))?;
            Ok(0)
        }
        Err(refused) => Ok(refusal(&refused, lang)),
    }
}

/// A record with what is said of it.
pub(super) fn verified(args: &Signed) -> Result<Result<Verified, Refused>, Message> {
    let key = file::verifying_key(&args.key)?;
    let record = file::read(&args.record, MOST_BYTES as u64)?;
    Ok(verify(&record, &key, MomentArg::or_now(args.at).date()))
}

/// Tells that a record does not stand, and why; gives the exit code.
pub(super) fn refusal(refused: &Refused, lang: Lang) -> u8 {
    let head = if refused.exit_code() == 1 { WRONG } else { UNCLEAR };
    say::err(head.get(lang));
    tell(refused, lang)
}
