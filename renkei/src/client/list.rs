//! `renkei client list`: the kept lists. The received list is the one of this terminal: looking at
//! the relay's would take what lies there.

use std::collections::{BTreeMap, HashSet};

use careplan::text::{Lang, Text};
use conformance::shown::visible;
use mock_server::client::home::{Entry, Home, HomeError, Item};
use mock_server::client::{Client, Patience, queue};
use mock_server::wire::Envelope;
use serde_json::{Value, json};

use super::args::{ListArgs, Which};
use super::leave;
use super::words::Failure;
use crate::say;

const DRAFT: Text = Text::new("下書き", "draft");
const BULK: Text = Text::new("一括送信待ち", "queued");

pub(super) async fn run(args: &ListArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let rows = match args.which {
        Which::Sent => sent(&home).await?,
        Which::Received => received(&home.ledger()?),
        Which::Drafts => drafts(&home).await?,
    };
    let text = if args.json {
        rows.iter().map(|row| format!("{row}\n")).collect::<String>()
    } else if rows.is_empty() {
        match lang {
            Lang::Ja => "1件もありません。\n".to_owned(),
            Lang::En => "There are none.\n".to_owned(),
        }
    } else {
        rows.iter().map(|row| table(row, lang)).collect::<String>()
    };
    say::out(&text)?;
    Ok(0)
}

/// What this terminal sent, with how it ended; then what the relay shows beyond that.
async fn sent(home: &Home) -> Result<Vec<Value>, HomeError> {
    let entries = home.ledger()?;
    let mut ends: BTreeMap<&str, Value> = BTreeMap::new();
    for entry in &entries {
        match entry {
            Entry::Sent { key, id, accepted_at, .. } => {
                ends.insert(key, json!({ "state": "sent", "id": id, "accepted_at": accepted_at }));
            }
            Entry::Refused { key, code, .. } => {
                ends.insert(key, json!({ "state": "refused", "code": code }));
            }
            Entry::Sending { .. } | Entry::Dispatched { .. } | Entry::Received { .. } => {}
        }
    }
    let mut rows = Vec::new();
    for entry in &entries {
        let (at, to, files, mut row) = match entry {
            Entry::Sending { at, key, to, files, .. } => {
                let end = ends.remove(key.as_str());
                (at, to, files, end.unwrap_or_else(|| json!({ "state": "under_way" })))
            }
            Entry::Dispatched { at, id, to, accepted_at, files } => {
                (at, to, files, json!({ "state": "sent", "id": id, "accepted_at": accepted_at }))
            }
            Entry::Sent { .. } | Entry::Refused { .. } | Entry::Received { .. } => continue,
        };
        row["at"] = json!(at);
        row["to"] = json!(to);
        row["kept"] = json!("terminal");
        row["files"] = names(files);
        rows.push(row);
    }
    let here: HashSet<String> = rows.iter().filter_map(|row| Some(row.get("id")?.as_str()?.to_owned())).collect();
    let (client, _) = home.connect(Patience::PERSON).await?;
    let others = relay_sent(&client).await;
    leave(&client).await;
    let mut others = others?;
    others.retain(|envelope| !here.contains(&envelope.id));
    rows.extend(others.into_iter().rev().map(|envelope| {
        let files: Vec<&str> = envelope.files.iter().map(|file| file.name.as_str()).collect();
        json!({
            "state": "sent", "id": envelope.id, "accepted_at": envelope.accepted_at, "at": envelope.accepted_at,
            "to": envelope.to, "kept": "relay", "files": files,
        })
    }));
    Ok(rows)
}

async fn relay_sent(client: &Client) -> Result<Vec<Envelope>, HomeError> {
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let page = client.sent(before.as_deref()).await?;
        all.extend(page.items);
        before = page.next;
        if before.is_none() {
            return Ok(all);
        }
    }
}

fn received(entries: &[Entry]) -> Vec<Value> {
    let rows = entries.iter().filter_map(|entry| match entry {
        Entry::Received { at, id, from, accepted_at, place, files } => Some(json!({
            "state": "received", "at": at, "id": id, "from": from, "accepted_at": accepted_at, "place": place,
            "kept": "terminal", "files": names(files),
        })),
        _ => None,
    });
    rows.collect()
}

/// As the relay gives them.
async fn drafts(home: &Home) -> Result<Vec<Value>, HomeError> {
    let (client, _) = home.connect(Patience::PERSON).await?;
    let all = queue::drafts(&client).await;
    leave(&client).await;
    Ok(all?.iter().map(|draft| json!(draft)).collect())
}

fn names(files: &[Item]) -> Value {
    json!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>())
}

/// A row for people: when, what became of it, with whom, then the names of the files.
fn table(row: &Value, lang: Lang) -> String {
    let word = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
    let state = match (word("state"), lang) {
        ("sent", Lang::Ja) => "送信",
        ("refused", Lang::Ja) => "送れず",
        ("under_way", Lang::Ja) => "途中",
        ("received", Lang::Ja) => "受信",
        ("", _) if word("origin") == "bulk" => BULK.get(lang),
        ("", _) => DRAFT.get(lang),
        (state, _) => state,
    };
    let office = if word("from").is_empty() { word("to") } else { word("from") };
    let id = if word("id").is_empty() { word("code") } else { word("id") };
    let kept = match (word("kept"), lang) {
        ("relay", Lang::Ja) => "  （中継の控え）",
        ("relay", Lang::En) => "  (kept by the relay)",
        _ => "",
    };
    let at = if word("at").is_empty() { word("changed_at") } else { word("at") };
    let mut text = format!("{at}  {state}  {office}  {id}{kept}\n");
    for file in row.get("files").and_then(Value::as_array).into_iter().flatten() {
        let name = file.as_str().or_else(|| file.get("name")?.as_str()).unwrap_or_default();
        text.push_str(&format!("  {name}\n"));
    }
    text.lines().map(|line| format!("{}\n", visible(line))).collect()
}
