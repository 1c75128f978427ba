//! `renkei client send`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use careplan::text::Lang;
use mock_server::client::Patience;
use mock_server::client::home::{Home, HomeError};
use mock_server::client::parcels::{Gathered, Parcel, gather, source};
use mock_server::client::post::{Delivery, Fate, Post};
use mock_server::client::watch::{REFUSED, SENT, put_away};
use mock_server::limits::Limits;
use mock_server::wire::Slot;

use super::args::SendArgs;
use super::tell::Teller;
use super::words::Failure;
use crate::relay::Trouble;

pub(super) async fn run(args: &SendArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let mut teller = Teller::new(lang);
    let found = gather(&args.paths, &home.settings().office, &[SENT, REFUSED], &Limits::default());
    let found = found.map_err(|(path, error)| Trouble::file(&path, &error))?;
    let parcels = addressed(args, found, &mut teller);
    let mut held = home.hold()?;
    let is_left = !held.ledger.pending().is_empty();
    let is_ready = !teller.bad && parcels.as_ref().is_ok_and(|parcels| !parcels.is_empty());
    if !is_left && !is_ready {
        // Nothing is sent before everything can be.
        return parcels.map(|_| teller.code()).map_err(Failure::from);
    }
    let (client, _) = home.connect(Patience::PERSON).await?;
    let mut post = Post::new(&mut held, &client, args.again);
    for settled in post.settle().await? {
        teller.settled(&settled);
    }
    let parcels = parcels?;
    if !is_ready {
        return Ok(teller.code());
    }
    for parcel in parcels {
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
    Ok(teller.code())
}

/// The parcels, with text and attachments where there is one destination; tells what cannot be
/// sent, and what is left out.
fn addressed(args: &SendArgs, found: Gathered, teller: &mut Teller) -> Result<Vec<Parcel>, Trouble> {
    let Gathered { mut parcels, issues, others } = found;
    issues.iter().for_each(|issue| teller.issue(issue));
    for path in &others {
        let path = path.to_string_lossy();
        teller.line(
            &format!("送りません（連携のファイルではありません。添付するなら --attach）：{path}"),
            &format!("not sent (no file of the exchange; --attach attaches it): {path}"),
        );
    }
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
    let text = match &args.message_file {
        Some(path) => fs::read_to_string(path).map_err(|error| Trouble::file(path, &error))?,
        None => args.message.clone().unwrap_or_default(),
    };
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

/// Moves what the relay has into a folder beside it.
fn tidy(delivery: &Delivery) -> Result<(), Failure> {
    if matches!(delivery.fate, Fate::Refused(_)) {
        return Ok(());
    }
    let mut folders: BTreeMap<PathBuf, Vec<&Path>> = BTreeMap::new();
    for file in delivery.parcel.sets.iter().flat_map(|set| &set.files) {
        let folder = file.path.parent().unwrap_or(Path::new(".")).to_owned();
        folders.entry(folder).or_default().push(&file.path);
    }
    for (folder, files) in folders {
        put_away(files, &folder, SENT).map_err(|source| HomeError::File { path: folder.clone(), source })?;
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
