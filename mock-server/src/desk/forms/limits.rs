//! How much is read and drawn at once. A page says so where a limit is reached.

/// Rows that are read, all papers together. A month of two hundred users has fewer.
pub(super) const ROWS: usize = 20_000;

/// Bytes that are read, all papers together (pictures apart).
pub(super) const BYTES: usize = 16 << 20;

/// Papers that are opened; the standard's largest set has a handful.
pub(super) const PAPERS: usize = 500;

/// Forms on one page.
pub(super) const FORMS: usize = 20;

/// Rows on one page; the form that reaches it is the last of the page.
pub(super) const PAGE_ROWS: usize = 1_000;

/// Rows of one form.
pub(super) const FORM_ROWS: usize = 1_000;

/// Lines of one calendar: two rows of 31 days each.
pub(super) const CALENDAR_LINES: usize = 500;

/// Characters of one field.
pub(super) const CHARS: usize = 4_000;

/// Bytes of one family picture inside a page.
pub(super) const PICTURE: usize = 2 << 20;

/// Bytes of all family pictures inside one page.
pub(super) const PICTURES: usize = 8 << 20;

/// Notes about one paper, and lines of any list of notes.
pub(super) const NOTES: usize = 5;

/// Names in one list of files.
pub(super) const NAMES: usize = 50;
