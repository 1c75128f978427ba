//! `renkei serve`: the mock relay for trainings, up until somebody stops it.

use std::sync::Arc;

use careplan::text::{Lang, Message, Text};
use careplan::value::ServiceType;
use conformance::shown::visible;
use mock_server::assumptions::Profile;
use mock_server::{Office, Relay, RelayConfig};

use crate::assumptions;
use crate::cli::{Described, ServeArgs, StoreUrl};
use crate::demo::story::{CARE_MANAGER, DAY_SERVICE};
use crate::desk;
use crate::relay::{self, Bundle, Stop, Trouble, fingerprint};
use crate::say;

/// The folder of certificates below that of the data.
const CLIENTS: &str = "clients";

const TITLE: Text = Text::new("訓練用 ケアプランデータ連携 模擬環境", "訓練用 (for training): mock care-plan exchange");
const STOPPED: Text = Text::new("中継を止めました。\n", "The relay has stopped.\n");
const FLEETING: Text = Text::new(
    "終わるとすべて消えます（残すには --data DIR を付けてください）。",
    "Everything is gone when it ends (--data DIR keeps it).",
);
const SHARED: Text = Text::new(
    "環境は PostgreSQL に残ります。ここに書いた証明書は終わると消えます（残すには --data DIR を付けてください）。",
    "The environment stays in PostgreSQL; the certificates written here are gone when it ends (--data DIR keeps them).",
);

const UNNAMED: Text = Text::new(
    "ほかの機械から使うには、この機械のアドレスを --reached-at で指定してください（サーバー証明書に書かれます）。",
    "For other machines, give the address of this one with --reached-at (it goes into the server's certificate).",
);

/// Runs the command and gives the exit code.
pub(crate) fn run(args: &ServeArgs, lang: Lang) -> u8 {
    match relay::block_on(serve(args, lang)) {
        Ok(()) => 0,
        Err(trouble) => {
            say::err(trouble.get(lang));
            2
        }
    }
}

async fn serve(args: &ServeArgs, lang: Lang) -> Result<(), Trouble> {
    if let Some(what) = args.openapi {
        return Ok(say::out(match what {
            Described::Relay => mock_server::openapi(),
        })?);
    }
    let assumed = assumptions::asked(args)?;
    if args.assumptions {
        return Ok(say::out(&assumptions::table(&assumed, lang))?);
    }
    let offices = offices(&args.office)?;
    let config = RelayConfig {
        listen: args.listen,
        allow_lan: args.allow_lan,
        reached_at: args.reached_at.clone(),
        data: args.data.clone(),
        store: args.store.as_ref().map(|StoreUrl(url)| url.clone()),
        offices: offices.clone(),
        control: Some(args.control),
        seed: args.seed,
        seats: args.seats,
        shelf: Arc::new(desk::Stories),
        assumed,
        ..RelayConfig::default()
    };
    let running = Relay::start(config).await?;
    // The certificates of a relay that keeps nothing go with it.
    let fleeting;
    let data = match &args.data {
        Some(data) => data.as_path(),
        None => {
            fleeting = tempfile::Builder::new().prefix("renkei-serve-").tempdir()?;
            fleeting.path()
        }
    };
    let bundle = Bundle::of(&running, &data.join(CLIENTS))?;
    let mut lines = vec![TITLE.get(lang).to_owned(), fingerprint(running.ca_pem())?.get(lang).to_owned()];
    for office in &offices {
        bundle.issue(&running, &office.number).await?;
        lines.push(visible(&format!("{} {} {}", office.number, office.name, office.services.join(","))));
    }
    lines.push(profile(args).get(lang).to_owned());
    if let Some(url) = running.control_url() {
        lines.push(controlled(&url).get(lang).to_owned());
        lines.extend(desk::told(&running, lang));
    }
    if args.data.is_none() {
        let goes = if args.store.is_some() { SHARED } else { FLEETING };
        lines.push(goes.get(lang).to_owned());
    }
    if args.listen.ip().is_unspecified() && args.reached_at.is_empty() {
        lines.push(UNNAMED.get(lang).to_owned());
    }
    let first = offices.first().map_or("", |office| office.number.as_str());
    lines.push(bundle.how_to_use(&running.url(), first, lang));
    let stop = Stop::listen()?;
    say::out(&lines.join("\n"))?;
    stop.asked().await;
    running.shutdown().await;
    Ok(say::out(STOPPED.get(lang))?)
}

/// Which exchange is played.
fn profile(args: &ServeArgs) -> Message {
    let name = args.profile.map_or(Profile::default(), |profile| profile.0).as_str();
    Message::new(
        format!("プロファイル：{name}（公開されていない点の扱いは --assumptions で一覧できます）"),
        format!("profile: {name} (--assumptions lists what is assumed where nothing is public)"),
    )
}

/// Where it is controlled.
fn controlled(url: &str) -> Message {
    let url = format!("{url}/control/v1");
    Message::new(format!("操作のアドレス（この機械の中だけ）：{url}"), format!("Control (this machine only): {url}"))
}

/// The offices that were asked for, or the two of the demonstration.
fn offices(asked: &[String]) -> Result<Vec<Office>, Trouble> {
    if asked.is_empty() {
        return [&CARE_MANAGER, &DAY_SERVICE].into_iter().map(crate::demo::story::Office::registration).collect();
    }
    asked.iter().map(|text| office(text).ok_or_else(|| unreadable(text))).collect()
}

/// Reads `NUMBER:NAME:TYPES`; service types are separated by commas, the name may hold colons.
fn office(text: &str) -> Option<Office> {
    let (number, rest) = text.split_once(':')?;
    let (name, types) = rest.rsplit_once(':')?;
    let types: Vec<&str> = types.split(',').collect();
    let is_sound = types.iter().all(|code| ServiceType::parse(code.as_bytes()).is_some());
    let is_named = !name.trim().is_empty() && !name.contains(char::is_control);
    (is_sound && is_named).then(|| Some(Office::new(number.parse().ok()?, name, &types)))?
}

fn unreadable(text: &str) -> Trouble {
    let text = visible(text);
    Trouble::new(
        format!(
            "--office「{text}」を読み取れません。番号（10桁）:名称:サービス種類コード の形で書いてください\
             （例：9970000001:見本居宅介護支援事業所:43）。"
        ),
        format!(
            "--office {text} cannot be read. Write it as number (10 characters):name:service types, \
             such as 9970000002:Example:15,11."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_read_from_its_three_parts() {
        let read = office("9970000002:例示：本館:別館:15,11").unwrap();
        assert_eq!(read.number.as_str(), "9970000002");
        assert_eq!(read.name, "例示：本館:別館");
        assert_eq!(read.services, ["15", "11"]);
        for bad in
            ["", "9970000002", "9970000002:名", "997:名:15", "9970000002::15", "9970000002:名:1", "9970000002:名:"]
        {
            assert!(office(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_two_offices_of_the_demonstration_are_there_unless_others_are_asked_for() {
        let numbers: Vec<_> = offices(&[]).unwrap().iter().map(|office| office.number.to_string()).collect();
        assert_eq!(numbers, [CARE_MANAGER.number, DAY_SERVICE.number]);
    }
}
