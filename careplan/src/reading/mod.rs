//! The interpretation ledger: points that the standard leaves open, each with its readings.

use crate::text::Text;

/// One entry of the ledger.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    /// `C-n` (contradiction), `U-n` (unspecified) or `L-n` (ambiguous; the No. of the list of readings).
    pub id: &'static str,
    /// What is open.
    pub title: Text,
    /// The readings that the text allows.
    pub readings: Text,
    /// The reading that this product adopts, and why nobody fails by it.
    pub adopted: Text,
}
