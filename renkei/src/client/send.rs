//! `renkei client send`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use careplan::text::Lang;
use mock_server::client::Patience;
use mock_server::client::home::{Held, Home, HomeError};
use mock_server::client::parcels::{Gathered, Issue, Parcel, gather, source};
use mock_server::client::post::{Delivery, Fate, Post};
use mock_server::client::watch::{REFUSED, SENT, put_away};
use mock_server::limits::Limits;
use mock_server::wire::Slot;

use super::args::SendArgs;
use super::drafts::kept;
use super::tell::Teller;
use super::words::Failure;
use super::{leave, secrets};
use crate::relay::Trouble;

pub(super) async fn run(args: &SendArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let mut teller = Teller::new(lang);
    let found = gather(&args.paths, &home.settings().office, &[SENT, REFUSED], &Limits::default());
    let found = found.map_err(|(path, error)| Trouble::file(&path, &error))?;
    let mut held = home.hold()?;
    let found = without_rests(args, found, &held)?;
    let parcels = addressed(args, found, &mut teller);
    let is_left = !held.ledger.pending().is_empty();
    let is_ready = !teller.bad && parcels.as_ref().is_ok_and(|parcels| !parcels.is_empty());
    if !is_left && !is_ready {
        // Nothing is sent before everything can be.
        return parcels.map(|_| teller.code()).map_err(Failure::from);
    }
    let (client, _) = home.connect(Patience::PERSON).await?;
    let mut post = Post::new(&mut held, &client, args.again);
    let done = carry_out(args, &mut post, parcels, is_ready, &mut teller).await;
    leave(&client).await;
    done?;
    Ok(teller.code())
}

async fn carry_out(
    args: &SendArgs,
    post: &mut Post<'_>,
    parcels: Result<Vec<Parcel>, Trouble>,
    is_ready: bool,
    teller: &mut Teller,
) -> Result<(), Failure> {
    for settled in post.settle().await? {
        teller.settled(&settled);
    }
    let parcels = parcels?;
    if !is_ready {
        return Ok(());
    }
    for parcel in parcels {
        if args.draft {
            post.keep(parcel).await?.iter().for_each(|draft| kept(teller, draft));
            continue;
        }
        let mut done = Vec::new();
        let outcome = post.deliver(parcel, |delivery| done.push(delivery)).await;
        for delivery in &done {
            teller.delivery(delivery);
            if args.moves {
                tidy(delivery)?;
            }
        }
        outcome?;
    }
    Ok(())
}

/// Moves on what an earlier run that moved files had no time to move.
fn without_rests(args: &SendArgs, mut found: Gathered, held: &Held) -> Result<Gathered, Failure> {
    if !args.moves {
        return Ok(found);
    }
    let (rests, issues): (Vec<Issue>, Vec<Issue>) = found.issues.into_iter().partition(|issue| held.is_rest(issue));
    found.issues = issues;
    rests.iter().try_for_each(|rest| put_beside(rest.paths.iter().map(PathBuf::as_path)))?;
    Ok(found)
}

/// The parcels, with text and attachments where there is one destination; tells what cannot be
/// sent, and what is left out.
fn addressed(args: &SendArgs, found: Gathered, teller: &mut Teller) -> Result<Vec<Parcel>, Trouble> {
    let Gathered { mut parcels, issues, others } = found;
    issues.iter().for_each(|issue| teller.issue(issue));
    left_out(teller, &others);
    if let Some(to) = &args.to {
        let (chosen, left): (Vec<_>, Vec<_>) = parcels.into_iter().partition(|parcel| parcel.to == *to);
        for parcel in left {
            teller.line(&format!("送りません（{} あて）", parcel.to), &format!("not sent (to {})", parcel.to));
        }
        parcels = chosen;
    }
    let mut attachments = Vec::new();
    for path in &args.attach {
        match source(path, Slot::Attachment) {
            Ok(attachment) => attachments.push(attachment),
            Err(issue) => teller.issue(&issue),
        }
    }
    let text = message(args.message.as_deref(), args.message_file.as_deref())?;
    if text.is_empty() && attachments.is_empty() {
        if parcels.is_empty() && !teller.bad {
            if args.paths.is_empty() {
                return Err(nothing());
            }
            teller.line("送るものはありません。", "There is nothing to send.");
        }
        return Ok(parcels);
    }
    match (parcels.as_mut_slice(), &args.to) {
        ([only], _) => (only.text, only.attachments) = (text, attachments),
        ([], Some(to)) => parcels.push(Parcel { to: to.clone(), sets: Vec::new(), text, attachments }),
        ([], None) => return Err(nothing()),
        _ if teller.bad => {}
        _ => return Err(several()),
    }
    Ok(parcels)
}

/// Tells which files are not of the exchange.
pub(super) fn left_out(teller: &Teller, others: &[PathBuf]) {
    for path in others {
        let path = path.to_string_lossy();
        teller.line(
            &format!("送りません（連携のファイルではありません。添付するなら client send --attach）：{path}"),
            &format!("not sent (no file of the exchange; client send --attach attaches it): {path}"),
        );
    }
}

/// The text of a message.
pub(super) fn message(text: Option<&str>, file: Option<&Path>) -> Result<String, Trouble> {
    match file {
        Some(path) => secrets::text(path),
        None => Ok(text.unwrap_or_default().to_owned()),
    }
}

/// Moves what the relay has into a folder beside it.
fn tidy(delivery: &Delivery) -> Result<(), Failure> {
    if matches!(delivery.fate, Fate::Refused(_)) {
        return Ok(());
    }
    put_beside(delivery.parcel.sets.iter().flat_map(|set| &set.files).map(|file| file.path.as_path()))
}

/// Moves files into a folder `sent` beside each.
fn put_beside<'a>(files: impl Iterator<Item = &'a Path>) -> Result<(), Failure> {
    let mut folders: BTreeMap<&Path, Vec<&Path>> = BTreeMap::new();
    for path in files {
        folders.entry(path.parent().unwrap_or(Path::new("."))).or_default().push(path);
    }
    for (folder, files) in folders {
        let failed = |source| HomeError::File { path: folder.to_owned(), source };
        put_away(files, folder, SENT).map_err(failed)?;
    }
    Ok(())
}

fn nothing() -> Trouble {
    Trouble::new(
        "送るファイルがありません。フォルダーかファイルを指定してください。メッセージや添付だけを送るときは、--to で送信先を指定してください。",
        "There are no files to send. Please give a folder or files; text or attachments alone need --to.",
    )
}

fn several() -> Trouble {
    Trouble::new(
        "メッセージと添付は、送信先が1つのときだけ付けられます。--to で事業所番号を指定してください。",
        "Text and attachments go to one destination only. Please name it with --to.",
    )
}
