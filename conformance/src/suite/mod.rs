//! Certifying a software: cases from the corpus, the software under test behind an adapter, a
//! verdict for each case.
//!
//! ```text
//! corpus ─case─▶ Case (steps) ─run─▶ adapter ─protocol─▶ software under test
//!                   └─meaning (Model)─▶ judge ─▶ Verdict ─▶ report
//! ```
//! A result is never an official one: it is the record of a self-test.

pub mod adapter;
pub mod case;
pub mod judge;
pub mod matrix;
pub mod meaning;
pub mod protocol;
pub mod record;
pub mod report;
pub mod run;
pub mod verdict;
