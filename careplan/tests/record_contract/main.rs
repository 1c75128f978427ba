//! The contract of the typed records of every kind, walked over the layouts.

mod canonical;
mod refusals;
mod refused_contents;
mod round_trip;
mod support;
