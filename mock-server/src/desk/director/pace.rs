//! The calendar: a month passes in ten minutes, and stands still at what is to happen until
//! somebody looks.

use super::play::{Mode, Play};
use crate::clock::ClockSetting;
use crate::desk::room::Room;
use crate::desk::scenarios::Step;
use crate::store::StoreError;

/// Thirty days in ten minutes.
const PACE: u32 = 30 * 24 * 60 / 10;
/// Milliseconds in which a step is read, however soon it is due.
const READING_MS: i64 = 8_000;

/// Sets the clock of the room as the mode asks: to the moment of the step, towards it, or still.
pub(super) async fn set(room: &Room, play: &Play) -> Result<(), StoreError> {
    let state = room.state();
    let (clock, now) = (state.clock(), state.now_ms());
    let at = play.current().map(|step| step.at.unix_ms());
    let setting = match (play.mode, at) {
        (Mode::Hand, Some(at)) => clock.at(at, false),
        (Mode::Calendar, Some(at)) if at > now => clock.paced(PACE, at),
        // It is over: time goes on as it does elsewhere.
        (Mode::Hand | Mode::Calendar, None) => clock.at(now, false),
        (Mode::Paused, _) | (Mode::Calendar, Some(_)) => Some(ClockSetting::Frozen { at_ms: now }),
    };
    match setting {
        Some(setting) => state.set_clock(setting).await,
        None => Ok(()),
    }
}

/// Brings the clock to the moment of a step that is done before its time.
pub(super) async fn reach(room: &Room, step: &Step) -> Result<(), StoreError> {
    let (state, at) = (room.state(), step.at.unix_ms());
    match state.clock().at(at, false) {
        Some(setting) if state.now_ms() < at => state.set_clock(setting).await,
        _ => Ok(()),
    }
}

/// Whether the calendar has come to the step, and there was time to read it.
pub(super) fn is_due(room: &Room, play: &Play, step: &Step) -> bool {
    let state = room.state();
    let read_ms = state.clock().under_ms().saturating_sub(play.turned_ms);
    play.mode == Mode::Calendar && state.now_ms() >= step.at.unix_ms() && read_ms >= READING_MS
}
