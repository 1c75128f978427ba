//! `renkei client watch`.

use std::cell::RefCell;
use std::time::Duration;

use careplan::text::Lang;
use mock_server::client::Patience;
use mock_server::client::home::{Home, HomeError};
use mock_server::client::watch::{News, Plan, watch};

use super::args::WatchArgs;
use super::leave;
use super::status::notices;
use super::tell::Teller;
use super::words::Failure;
use crate::relay::Stop;

/// The waits after failures: from a second up to five minutes.
const PATIENCE: Patience =
    Patience { attempts: u32::MAX, first: Duration::from_secs(1), most: Duration::from_secs(300) };

pub(super) async fn run(args: &WatchArgs, lang: Lang) -> Result<u8, Failure> {
    let home = Home::open(&args.home.home)?;
    let mut held = home.hold()?;
    let stop = Stop::listen()?;
    let plan = Plan {
        outbox: args.outbox.clone(),
        inbox: args.inbox.clone(),
        layout: args.layout.into(),
        every: Duration::from_secs(args.every),
        settle: Duration::from_secs(args.settle),
        grace: Duration::from_secs(args.grace),
        patience: PATIENCE,
        once: args.once,
    };
    let mut teller = Teller::new(lang);
    if !args.once {
        teller.line("見張っています。止めるには Ctrl-C を押してください。", "Watching. Ctrl-C stops it.");
    }
    // Of the last login, to be ended whatever ends the watch.
    let session = RefCell::new(None);
    let ended = {
        let watching = watch(&mut held, &plan, |news| {
            tell(&mut teller, &news);
            if let News::LoggedIn(begun) = news {
                session.replace(Some(begun));
            }
        });
        // Whatever is under way when it is stopped, the next run brings to its end.
        tokio::select! {
            ended = watching => Some(ended),
            () = stop.asked() => None,
        }
    };
    if let Some(session) = session.into_inner() {
        leave(&home.client(PATIENCE)?.with_session(&session).map_err(HomeError::from)?).await;
    }
    match ended {
        Some(ended) => ended?,
        None => teller.line("見張りを終えました。", "Stopped."),
    }
    Ok(teller.code())
}

fn tell(teller: &mut Teller, news: &News) {
    match news {
        News::LoggedIn(session) => notices(teller, session),
        News::Settled(settled) => teller.settled(settled),
        News::Delivered(delivery) => teller.delivery(delivery),
        News::Aside(issue) => teller.issue(issue),
        News::Waiting(waiting) => teller.issue(&waiting.0),
        News::Received(receipt) => teller.receipt(receipt),
        News::Trouble(error, wait) => teller.trouble(error, wait.as_secs().max(1)),
    }
}
