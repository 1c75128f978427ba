//! `renkei client draft` and `renkei client bulk`: what the relay keeps until it is sent.

use careplan::text::Lang;
use mock_server::client::Patience;
use mock_server::client::home::{Home, HomeError};
use mock_server::client::parcels::{Gathered, Parcel, gather};
use mock_server::client::post::Post;
use mock_server::client::watch::{REFUSED, SENT};
use mock_server::limits::Limits;
use mock_server::wire::{BulkGroup, Draft, DraftEntry};

use super::args::{BulkArgs, DraftArgs};
use super::leave;
use super::send::{left_out, message};
use super::tell::Teller;
use super::words::Failure;
use crate::relay::Trouble;

pub(super) async fn draft(args: &DraftArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let mut held = home.hold()?;
    let (client, _) = home.connect(Patience::PERSON).await?;
    let teller = Teller::new(lang);
    let id = &args.id;
    let done: Result<(), HomeError> = async {
        if args.send {
            let envelope = Post::new(&mut held, &client, false).send_draft(id).await?;
            teller.line(
                &format!("送りました：{} あて {} ファイル（{}）", envelope.to, envelope.files.len(), envelope.id),
                &format!("sent: {} files to {} ({})", envelope.files.len(), envelope.to, envelope.id),
            );
        } else if args.remove {
            client.remove_draft(id).await?;
            teller.line(&format!("下書きを消しました：{id}"), &format!("draft removed: {id}"));
        } else {
            shown(&teller, &client.draft(id).await?);
        }
        Ok(())
    }
    .await;
    leave(&client).await;
    done?;
    Ok(0)
}

pub(super) async fn bulk(args: &BulkArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let mut teller = Teller::new(lang);
    let found = gather(&args.paths, &home.settings().office, &[SENT, REFUSED], &Limits::default());
    let Gathered { parcels, issues, others } = found.map_err(|(path, error)| Trouble::file(&path, &error))?;
    issues.iter().for_each(|issue| teller.issue(issue));
    left_out(&teller, &others);
    if teller.bad {
        // Nothing is queued before everything can be.
        return Ok(teller.code());
    }
    let text = message(args.message.as_deref(), args.message_file.as_deref())?;
    let mut held = home.hold()?;
    let (client, _) = home.connect(Patience::PERSON).await?;
    let mut post = Post::new(&mut held, &client, args.again);
    let done: Result<(), HomeError> = async {
        if !parcels.is_empty() {
            let queued = post.queue(parcels, &text).await?;
            queued.before.iter().for_each(|delivery| teller.delivery(delivery));
            queued.waiting.iter().for_each(|parcel| waiting(&teller, parcel));
            groups(&mut teller, &queued.groups);
        }
        if args.send {
            let sent = post.send_queued().await?;
            if sent.is_empty() {
                teller.line("並んでいるものはありません。", "Nothing is queued.");
            }
            groups(&mut teller, &sent);
        }
        Ok(())
    }
    .await;
    leave(&client).await;
    done?;
    Ok(teller.code())
}

/// What was queued before.
fn waiting(teller: &Teller, Parcel { to, sets, .. }: &Parcel) {
    let files: Vec<&str> = sets.iter().flat_map(|set| &set.files).map(|file| file.item.name.as_str()).collect();
    teller.line(
        &format!("すでに並んでいます：{to} あて {} ファイル", files.len()),
        &format!("queued before: {} files to {to}", files.len()),
    );
    files.iter().for_each(|name| teller.name(name));
}

/// What became of each destination.
fn groups(teller: &mut Teller, groups: &[BulkGroup]) {
    for group in groups {
        let to = group.to.as_deref().unwrap_or("?");
        let count = group.files.len();
        match group {
            BulkGroup { problem: Some(problem), .. } => teller.refused(to, problem),
            BulkGroup { message: Some(envelope), .. } => teller.line(
                &format!("送りました：{to} あて {count} ファイル（{}）", envelope.id),
                &format!("sent: {count} files to {to} ({})", envelope.id),
            ),
            BulkGroup { draft: Some(draft), .. } => teller.line(
                &format!("並べました：{to} あて {count} ファイル（{}）", draft.id),
                &format!("queued: {count} files to {to} ({})", draft.id),
            ),
            BulkGroup { .. } => {}
        }
        group.files.iter().for_each(|name| teller.name(name));
    }
}

/// A draft that was kept.
pub(super) fn kept(teller: &Teller, draft: &DraftEntry) {
    let (to, count, id) = (&draft.to, draft.files.len(), &draft.id);
    teller.line(
        &format!("下書きに置きました：{to} あて {count} ファイル（{id}）"),
        &format!("kept as a draft: {count} files to {to} ({id})"),
    );
    draft.files.iter().for_each(|file| teller.name(&file.name));
}

fn shown(teller: &Teller, Draft { entry, message }: &Draft) {
    let DraftEntry { id, to, changed_at, files, .. } = entry;
    teller.line(&format!("{changed_at}  下書き  {to}  {id}"), &format!("{changed_at}  draft  {to}  {id}"));
    files.iter().for_each(|file| teller.name(&file.name));
    message.lines().for_each(|line| teller.line(&format!("  {line}"), &format!("  {line}")));
}
