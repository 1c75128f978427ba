//! The stories, told from many seeds.

mod conformant;
mod corpus;
mod coverage;
mod same_bytes;

use careplan::check::{FileReport, Limits, SetMember, SetReport, check_bytes, check_sets};
use conformance::story::{Generated, Story, generate, generate_all};

/// The numbers of seeds that a test walks; more in an optimised build.
const SEEDS: u64 = if cfg!(debug_assertions) { 25 } else { 400 };

/// Every story, told from every seed.
fn tell_all() -> impl Iterator<Item = Generated> {
    generate_all(1..SEEDS + 1).map(|told| told.unwrap())
}

fn tell(story: &'static Story, seed: u64) -> Generated {
    generate(story, seed).unwrap_or_else(|error| panic!("{} {seed}: {error}", story.id))
}

/// Everything that is to be said of a folder.
fn check(told: &Generated) -> (Vec<FileReport>, Vec<SetReport>) {
    let reports: Vec<_> = told.files().map(|file| check_bytes(&file.name, &file.bytes, Limits::default())).collect();
    let members: Vec<_> = told
        .files()
        .zip(&reports)
        .map(|(file, report)| SetMember { folder: "", file_name: &file.name, report })
        .collect();
    let sets = check_sets(&members);
    (reports, sets)
}
