//! What forms do not show, each with its reason. Everything else of every kind is on its form; a
//! test walks the layouts.

/// Fields that stand small at the foot of forms, each content once.
pub(super) const SMALL_PRINT: &[&str] = &["updated_by_office_no"];

/// A field that no form shows, by its identifier in every kind that has it, and why.
#[cfg(test)]
pub(super) const HIDDEN: &[(&str, &str)] = &[
    ("csv_version", "the version of the file format says nothing of the person; the check judges it"),
    ("identifier", "the standard does not use it (R132)"),
    ("fixed_office_no", "it always holds the same ten nines (R128)"),
];
