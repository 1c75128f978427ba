//! Faults: what goes wrong on purpose. Off unless a rule asks for one; then a request pays one
//! look at a flag.
//!
//! ```text
//! rule (set through the control) ─▶ decide: count, draw from the seed, journal ─▶ act
//! ```
//!
//! However many rules there are, an office that tries again at the same endpoint gets a good
//! answer after at most `tries` bad ones; of a maintenance, after the time in `Retry-After`.

mod act;
mod board;
mod bodies;
mod decide;
mod endpoints;
mod kinds;
mod rewrite;
mod rule;

pub use act::days_left;
pub(crate) use act::{Severed, act};
pub(crate) use board::{Board, MOST, Rules, SETTING};
pub use endpoints::{Callers, ENDPOINTS, Endpoint, Shape};
pub use kinds::{FAULTS, FaultKind, Parameter, Scope};
pub(crate) use rule::Asked;
pub use rule::{Rule, When};
