//! The digests of the suites that this version knows: its own, and those of versions before it. The
//! file is written by `ci/generated --write`.

use std::fmt::Write as _;

use crate::suite::case::Suite;

/// `requirement set`, `version of the suite`, `digest`: a line each.
const TEXT: &str = include_str!("../requirements/digests.txt");

const HEAD: &str = "# The digest of each suite that is known: requirement set, version, SHA-256. Generated.\n";

fn entries() -> impl Iterator<Item = [&'static str; 3]> {
    let lines = TEXT.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| <[&str; 3]>::try_from(line.split(' ').collect::<Vec<_>>()).ok())
}

/// The digest of a requirement set in a version of the suite, where it is known.
pub(super) fn digest(requirements: &str, version: &str) -> Option<&'static str> {
    let mut entries = entries().filter(|[set, made, _]| *set == requirements && *made == version);
    entries.next().map(|[.., digest]| digest)
}

/// The file as it ought to be: the lines of other versions and sets as they are, that of this one made anew.
#[must_use]
pub fn lines(suite: &Suite) -> String {
    let (set, version) = (suite.requirements.id, env!("CARGO_PKG_VERSION"));
    let mut text = HEAD.to_owned();
    for [other, made, digest] in entries().filter(|[other, made, _]| (*other, *made) != (set, version)) {
        let _ = writeln!(text, "{other} {made} {digest}");
    }
    let _ = writeln!(text, "{set} {version} {}", suite.digest());
    text
}
