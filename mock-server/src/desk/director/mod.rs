//! The director: leads a room through a scenario. A step is done by hand at the screens, by the
//! director on request, or when the calendar comes to it; whoever did it, it is judged alike.
//!
//! ```text
//! scenario (what) + shelf (files) ─▶ play (how far) ─▶ act (through the screens' own calls)
//!                                        ▲                │
//!                                      judge ◀── journal, answers
//! ```

mod act;
mod judge;
mod pace;
mod play;
mod props;
#[cfg(test)]
mod tests;

use careplan::text::{Message, Text};
use tokio::sync::Mutex;

pub(crate) use self::play::{By, Mode};
use self::play::{Kept, Play, Since};
pub(crate) use self::props::papers;
use super::clerk::Refused;
use super::room::Room;
use super::scenarios::{Act, Expect, Given, Scenario, Step};
use super::screen::Screen;
use super::shelf::{Paper, Told};
use super::trouble::{NO_STORY, ROOM_FAILED, Trouble};
use crate::assumptions::Profile;
use crate::ca::Drill;
use crate::offices::Office;
use crate::store::StoreError;
use crate::wire::Slot;

const NOT_YET: Text = Text::new(
    "行いましたが、期待した結果になりませんでした。この環境の設定（仮定）が変えてあるのかもしれません。",
    "It was done, but did not come to what was expected. The assumptions of this environment may have been changed.",
);

/// Leads one room. One thing at a time: two who press the button together do one step.
#[derive(Debug, Default)]
pub(crate) struct Director(Mutex<Option<Play>>);

/// What is to be seen of a scenario that is under way.
#[derive(Clone, Debug)]
pub(crate) struct Showing {
    /// The scenario.
    pub(crate) scenario: &'static Scenario,
    /// The step that is to be done, from 0; the number of steps when it is over.
    pub(crate) step: usize,
    /// Who did the steps before it.
    pub(crate) marks: Vec<By>,
    /// Who makes it go on.
    pub(crate) mode: Mode,
    /// What came instead of what was expected.
    pub(crate) trouble: Option<Message>,
    /// The cast.
    pub(crate) offices: Vec<Office>,
    /// The screens that stand on the left and on the right.
    pub(crate) sides: [Option<Screen>; 2],
    /// The screen at which the step is to be done.
    pub(crate) screen: Option<Screen>,
    /// The files of the step, each with the area that it goes into.
    pub(crate) papers: Vec<(Slot, Paper)>,
}

type Done<T = ()> = Result<T, &'static Trouble>;

impl Director {
    /// Begins a scenario: the room forgets everything else.
    pub(crate) async fn start(&self, room: &Room, scenario: &'static Scenario) -> Done {
        let mut turn = self.0.lock().await;
        let told = room.shelf().told(scenario.papers).ok_or(&NO_STORY)?;
        *turn = Some(begin(room, scenario, told).await?);
        Ok(())
    }

    /// Begins the scenario that is under way again.
    pub(crate) async fn reset(&self, room: &Room) -> Done {
        let mut turn = self.0.lock().await;
        if let Some(play) = turn.take() {
            *turn = Some(begin(room, play.scenario, play.told).await?);
        }
        Ok(())
    }

    /// Whether this scenario is under way.
    pub(crate) async fn is_playing(&self, room: &Room, scenario: &Scenario) -> bool {
        let turn = self.0.lock().await;
        turn.as_ref().is_some_and(|play| play.staged == room.staged() && play.scenario.id == scenario.id)
    }

    /// What is under way and how far it has come, for who only looks over the room; `None` where
    /// nothing is. Nothing goes on by being looked at so.
    pub(crate) async fn told(&self, room: &Room) -> Option<Message> {
        let turn = self.0.lock().await;
        let play = turn.as_ref().filter(|play| play.staged == room.staged())?;
        let (title, step, steps) = (play.scenario.title, play.step, play.scenario.steps.len());
        Some(match play.current() {
            Some(_) => Message::new(
                format!("{}（{}／{steps}）", title.ja, step + 1),
                format!("{} ({} of {steps})", title.en, step + 1),
            ),
            None => Message::new(format!("{}（終わり）", title.ja), format!("{} (over)", title.en)),
        })
    }

    /// Ends what is under way; the room stays as it is.
    pub(crate) async fn end(&self) {
        *self.0.lock().await = None;
    }

    /// Has a step done, or read. Nothing happens where it is not the one that is to be done: it
    /// was done in the meantime.
    pub(crate) async fn step(&self, room: &Room, n: usize) -> Done {
        let mut turn = self.0.lock().await;
        match turn.as_mut().filter(|play| play.step == n) {
            Some(play) => take(room, play).await.map_err(|problem| failed(&problem)),
            None => Ok(()),
        }
    }

    /// Goes back to the beginning of the step before the n-th, or of the first.
    pub(crate) async fn back(&self, room: &Room, n: usize) -> Done {
        let mut turn = self.0.lock().await;
        match turn.as_mut().filter(|play| play.step == n) {
            Some(play) => go_back(room, play).await.map_err(|problem| failed(&problem)),
            None => Ok(()),
        }
    }

    /// Lets the calendar run, or stops it.
    pub(crate) async fn run(&self, room: &Room, mode: Mode) -> Done {
        let mut turn = self.0.lock().await;
        let Some(play) = turn.as_mut() else { return Ok(()) };
        play.mode = mode;
        pace::set(room, play).await.map_err(|problem| failed(&problem))
    }

    /// What is to be seen now. What was done by hand meanwhile is marked, and where the calendar
    /// runs, a step that is due is done: one at a time, however long nobody has looked.
    pub(crate) async fn look(&self, room: &Room) -> Done<Option<Showing>> {
        let mut turn = self.0.lock().await;
        if turn.as_ref().is_some_and(|play| play.staged != room.staged()) {
            *turn = None;
        }
        let Some(play) = turn.as_mut() else { return Ok(None) };
        follow(room, play).await.map_err(|problem| failed(&problem))?;
        Ok(Some(showing(play)))
    }
}

async fn begin(room: &Room, scenario: &'static Scenario, told: Told) -> Done<Play> {
    // The exchange as it is until January 2027: the one whose terminals and lists are known.
    room.stage(told.offices.clone(), Profile::Client12).await?;
    let mut play = Play {
        scenario,
        told,
        staged: room.staged(),
        step: 0,
        marks: Vec::new(),
        since: Since { journal: 0, answers: 0 },
        kept: Vec::new(),
        mode: Mode::Hand,
        trouble: None,
        turned_ms: 0,
    };
    prepare(room, &mut play).await.map_err(|problem| failed(&problem))?;
    Ok(play)
}

async fn prepare(room: &Room, play: &mut Play) -> Result<(), StoreError> {
    for office in play.scenario.absent.iter().filter_map(|office| play.number(*office)) {
        room.state().store().remove(room.state().now_ms(), office).await?;
    }
    arrive(room, play).await?;
    play.since = Since::now(room).await?;
    Ok(())
}

/// Does the step that is to be done; a step to be read is over.
async fn take(room: &Room, play: &mut Play) -> Result<(), StoreError> {
    let Some(step) = play.current() else { return Ok(()) };
    if matches!(step.expect, Expect::Read) {
        return turn(room, play, By::Reading, Since::now(room).await?).await;
    }
    pace::reach(room, step).await?;
    if step.given.is_none() {
        enter(room, play, step).await;
    }
    let came_to = act::act(room, play, step).await;
    if judge::judge(room, play, step).await?.is_some() {
        return turn(room, play, By::Director, Since::now(room).await?).await;
    }
    play.trouble = Some(match came_to {
        Err(Refused::Problem(problem)) => problem.detail,
        _ => NOT_YET.into(),
    });
    Ok(())
}

/// Notes what was done by hand, and does what is due.
async fn follow(room: &Room, play: &mut Play) -> Result<(), StoreError> {
    let Some(step) = play.current() else { return Ok(()) };
    if let Some(since) = judge::judge(room, play, step).await? {
        return turn(room, play, By::Hand, since).await;
    }
    if pace::is_due(room, play, step) { take(room, play).await } else { Ok(()) }
}

/// A step is done: on to the next.
async fn turn(room: &Room, play: &mut Play, by: By, since: Since) -> Result<(), StoreError> {
    play.marks.push(by);
    play.step += 1;
    arrive(room, play).await?;
    play.since = since;
    Ok(())
}

/// Sets clock and desks for the step, and keeps the way back to this moment.
async fn arrive(room: &Room, play: &mut Play) -> Result<(), StoreError> {
    play.trouble = None;
    play.turned_ms = room.state().clock().under_ms();
    pace::set(room, play).await?;
    let Some(step) = play.current() else { return Ok(()) };
    ready(room, play, step).await;
    play.kept.truncate(play.step);
    play.kept.push(Kept::of(room).await?);
    Ok(())
}

/// Puts before the screen of the step what is wrong in a drill; else somebody sits down there, where
/// the step is to be done by hand.
async fn ready(room: &Room, play: &Play, step: &Step) {
    let Some(Given::Drill(slug)) = step.given else {
        if play.mode == Mode::Hand {
            enter(room, play, step).await;
        }
        return;
    };
    let (Some(screen), Some(drill)) = (play.screen(step.who), Drill::of_slug(slug)) else { return };
    // No scenario takes a drill that mixes up two offices.
    if let Err(problem) = room.install_drill(screen, drill, screen.office).await {
        tracing::error!(%problem, slug, "a drill could not be prepared");
    }
}

/// Somebody logs in for what is done on the screen of the step.
async fn enter(room: &Room, play: &Play, step: &Step) {
    if let (Act::Send { .. } | Act::Open(_) | Act::Save, Some(screen)) = (step.act, play.screen(step.who)) {
        act::log_in(room, screen).await;
    }
}

async fn go_back(room: &Room, play: &mut Play) -> Result<(), StoreError> {
    let to = play.step.saturating_sub(1);
    let Some(kept) = play.kept.get(to) else { return Ok(()) };
    kept.restore(room).await?;
    play.kept.truncate(to + 1);
    play.marks.truncate(to);
    play.step = to;
    play.mode = Mode::Hand;
    play.trouble = None;
    play.turned_ms = room.state().clock().under_ms();
    pace::set(room, play).await?;
    play.since = Since::now(room).await?;
    Ok(())
}

fn showing(play: &Play) -> Showing {
    let step = play.current();
    Showing {
        scenario: play.scenario,
        step: play.step,
        marks: play.marks.clone(),
        mode: play.mode,
        trouble: play.trouble.clone(),
        offices: play.told.offices.clone(),
        sides: play.scenario.sides(play.step).map(|spot| play.screen(spot?)),
        screen: step.and_then(|step| play.screen(step.who)),
        papers: step.map(|step| papers(&play.told, step.act)).unwrap_or_default(),
    }
}

fn failed(problem: &StoreError) -> &'static Trouble {
    tracing::error!(%problem, "a scenario");
    &ROOM_FAILED
}
