//! `renkei suite badge`: a picture for a page, from a record that stands.

use careplan::text::{Lang, Message};
use conformance::shown::{io_reason, visible};
use conformance::suite::record::badge;

use super::args::BadgeArgs;
use super::file;
use super::verify::{refusal, verified};
use crate::say;

/// Runs the command and gives the exit code: as `verify`; nothing is written unless the record stands.
pub(crate) fn run(args: &BadgeArgs, lang: Lang) -> Result<u8, Message> {
    let verified = match verified(&args.record)? {
        Ok(verified) => verified,
        Err(refused) => return Ok(refusal(&refused, lang)),
    };
    file::write(&args.out, badge(&verified, lang).as_bytes())?;
    let out = visible(&args.out.to_string_lossy());
    let told = match lang {
        Lang::Ja => format!("{out} に書きました。\n"),
        Lang::En => format!("Written: {out}\n"),
    };
    say::out(&told).map_err(|error| io_reason(&error))?;
    Ok(0)
}
