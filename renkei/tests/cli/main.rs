//! The contract of the command line, held against the built binary.

mod check_input;
mod check_output;
mod common;
mod inspect;
mod rules;
