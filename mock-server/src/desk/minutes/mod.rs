//! Minutes saved: the time studies of the case books as a small calculator. Everything can be
//! changed; nothing is kept.

mod asked;
mod draw;
mod study;
mod sums;
#[cfg(test)]
mod tests;

pub(super) use self::draw::page;
