//! Code tables.

/// A table of codes: what a `Format::Code` field may hold.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeTable {
    /// English identifier.
    pub ident: &'static str,
    /// Code and Japanese label, in the order of the annex.
    pub entries: &'static [(&'static str, &'static str)],
}
