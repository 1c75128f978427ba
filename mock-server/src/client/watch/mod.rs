//! Watching the folders of a care software: what appears in its outbox is sent, what arrives lies
//! in its inbox.
//!
//! ```text
//! OUTBOX/…          written by the care software
//! OUTBOX/sent/…     what the relay has
//! OUTBOX/refused/…  what cannot be sent, each with a .txt that says why and how to mend it
//! ```
//! A file is taken up when it has not changed for a while and its set is complete. Failures of
//! the line are waited out; whatever ends the watch, nothing is sent or received twice.

mod aside;
mod outbox;
mod ripe;

use std::path::PathBuf;
use std::time::Duration;

pub use self::aside::{REFUSED, SENT, put_away};
pub use self::outbox::Waiting;

use self::outbox::Outbox;
use super::collect::{Depth, Layout, Receipt, collect};
use super::home::{Held, HomeError};
use super::parcels::Issue;
use super::post::{Delivery, Settled};
use super::{Client, ClientError, Patience};
use crate::wire::SessionBegun;

/// What is watched, and how.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The folder that the care software writes into.
    pub outbox: Option<PathBuf>,
    /// The folder that is received into.
    pub inbox: Option<PathBuf>,
    /// How messages lie in it.
    pub layout: Layout,
    /// The time between two looks.
    pub every: Duration,
    /// How long a file must not have changed before it counts as written.
    pub settle: Duration,
    /// How long an incomplete set is waited for before it is set aside.
    pub grace: Duration,
    /// The waits after failures.
    pub patience: Patience,
    /// One look and no more.
    pub once: bool,
}

/// What is told while watching.
#[derive(Debug)]
pub enum News {
    /// A login succeeded.
    LoggedIn(Box<SessionBegun>),
    /// What an earlier run left under way.
    Settled(Settled),
    /// A parcel was sent, had been sent, or was refused; it no longer lies in the outbox.
    Delivered(Delivery),
    /// Files that cannot be sent were set aside.
    Aside(Issue),
    /// Sets that are not complete yet; told by the last look only.
    Waiting(Waiting),
    /// Something arrived, or is withheld.
    Received(Receipt),
    /// It did not work, and is tried again after this time.
    Trouble(HomeError, Duration),
}

/// Watches until something fails for good; with `once`, until everything was looked at.
///
/// # Errors
/// What does not pass by itself: a certificate that does not count, a refused login. With `once`,
/// every failure.
pub async fn watch(held: &mut Held, plan: &Plan, mut tell: impl FnMut(News)) -> Result<(), HomeError> {
    let mut outbox = plan.outbox.as_ref().map(|folder| Outbox::new(folder, plan));
    let (mut client, mut failed, mut depth) = (None, 0_u32, Depth::All);
    loop {
        let round = async {
            let client = match &client {
                Some(client) => client,
                None => client.insert(connect(held, &mut tell).await?),
            };
            look(held, client, plan, outbox.as_mut(), depth, &mut tell).await
        };
        let pause = match round.await {
            Ok(()) => {
                (failed, depth) = (0, Depth::Recent);
                let unripe = outbox.as_ref().is_some_and(Outbox::is_moving);
                if plan.once && !unripe {
                    if let Some(outbox) = outbox {
                        outbox.waiting().into_iter().for_each(|waiting| tell(News::Waiting(waiting)));
                    }
                    return Ok(());
                }
                if unripe { plan.settle.min(plan.every) } else { plan.every }
            }
            Err(error) => {
                failed += 1;
                let expired = is_expired(&error) && held.home().settings().user.is_some() && failed == 1;
                // A folder that is gone for a while, such as a USB stick, comes back.
                let passes = error.is_passing() || expired || matches!(error, HomeError::File { .. });
                if plan.once || !passes {
                    return Err(error);
                }
                // A session may have ended, or the folders may have been filled meanwhile.
                (client, depth) = (None, Depth::All);
                let wait = plan.patience.wait(failed, None);
                tell(News::Trouble(error, wait));
                wait
            }
        };
        tokio::time::sleep(pause).await;
    }
}

async fn connect(held: &Held, tell: &mut impl FnMut(News)) -> Result<Client, HomeError> {
    let (client, session) = held.home().connect(Patience::NONE).await?;
    if let Some(session) = session {
        tell(News::LoggedIn(Box::new(session)));
    }
    Ok(client)
}

async fn look(
    held: &mut Held,
    client: &Client,
    plan: &Plan,
    outbox: Option<&mut Outbox>,
    depth: Depth,
    tell: &mut impl FnMut(News),
) -> Result<(), HomeError> {
    if let Some(outbox) = outbox {
        outbox.look(held, client, tell).await?;
    }
    if let Some(inbox) = &plan.inbox {
        collect(held, client, inbox, plan.layout, depth, |receipt| tell(News::Received(receipt))).await?;
    }
    Ok(())
}

/// The relay asks who it is.
fn is_expired(error: &HomeError) -> bool {
    matches!(error, HomeError::Call(ClientError::Refused(problem)) if problem.status == 401)
}
