//! Judging: every item through `careplan`'s checker, in parallel, results in the order given;
//! then the sets; then the verdict.

mod archive;
mod file;
mod outcome;
mod progress;

use std::path::PathBuf;
use std::time::SystemTime;

use careplan::check::{FileClass, Limits, SetMember, check_sets};
use careplan::layout::Kind;
use careplan::text::Message;
use rayon::prelude::*;

use crate::input::{self, Item, Source, limits, reason};
pub use outcome::{CheckOutcome, JudgedFile, Totals, Verdict};
pub use progress::{Progress, Quiet};

/// What one run is asked to do.
#[derive(Clone, Debug, Default)]
pub struct CheckRun {
    /// Files, folders and archives.
    pub paths: Vec<PathBuf>,
    /// Worker threads; `None` = one per core.
    pub threads: Option<usize>,
    /// Whether a warning weighs as much as an error in the verdict.
    pub deny_warnings: bool,
}

impl CheckRun {
    /// Reads and judges everything the paths hold.
    #[must_use]
    pub fn run(&self, progress: &dyn Progress) -> CheckOutcome {
        let started = SystemTime::now();
        let listing = input::list(&self.paths);
        let mut problems = listing.problems;
        progress.begin(listing.items.len(), listing.items.iter().map(|item| item.size).sum());
        let share = Limits::default();
        let compare_uses = compares_uses(&listing.items);
        let share = Limits {
            compare_uses,
            per_file: share.per_file.min((limits::LISTED / listing.items.len().max(1)).max(4)),
            ..share
        };
        let judged = self.judge_all(listing.items, share, progress);
        progress.end();

        let mut files = Vec::with_capacity(judged.len());
        for result in judged {
            match result {
                Ok(file) => files.push(file),
                Err(finding) => problems.push(*finding),
            }
        }
        if problems.is_empty() && files.iter().all(|file| file.report.class == FileClass::Other) {
            problems.add(&reason::NOTHING, nothing());
        }
        let sets = check_sets(&files.iter().map(member).collect::<Vec<_>>());
        CheckOutcome::new(files, sets, problems, self.deny_warnings).begun(started)
    }

    /// Judges all items; the result at `i` is that of item `i`.
    fn judge_all(&self, items: Vec<Item>, share: Limits, progress: &dyn Progress) -> Vec<file::Judged> {
        let mut jobs = jobs_of(items);
        let worth_it = jobs.len() > 1 || jobs.iter().any(|job| job.size > limits::BLOCK as u64);
        if worth_it {
            // A pool of its own, so that --threads holds; where none can be made, one thread does.
            if let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(self.threads.unwrap_or(0)).build() {
                // Largest first: the last worker is never left alone with the longest file.
                jobs.sort_by_key(|job| std::cmp::Reverse(job.size));
                let mut results: Vec<_> = pool.install(|| {
                    jobs.into_par_iter().with_max_len(1).flat_map_iter(|job| job.run(share, progress)).collect()
                });
                results.sort_by_key(|(index, _)| *index);
                return results.into_iter().map(|(_, judged)| judged).collect();
            }
        }
        jobs.into_iter().flat_map(|job| job.run(share, progress)).map(|(_, judged)| judged).collect()
    }
}

/// One file, or the entries of one archive that are judged together.
struct Job {
    items: Vec<(usize, Item)>,
    size: u64,
}

impl Job {
    fn run(self, share: Limits, progress: &dyn Progress) -> Vec<(usize, file::Judged)> {
        match self.items.first().map(|(_, item)| item.source.clone()) {
            Some(Source::Entry { archive, .. }) => archive::judge(&archive, self.items, share, progress),
            _ => self.items.into_iter().map(|(index, item)| (index, file::judge_path(item, share, progress))).collect(),
        }
    }
}

/// Puts the entries of one archive into one job: its directory is read once.
fn jobs_of(items: Vec<Item>) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        let same = jobs.last_mut().filter(|job| job.items.last().is_some_and(|(_, last)| same_archive(last, &item)));
        match same {
            Some(job) => {
                job.size += item.size;
                job.items.push((index, item));
            }
            None => jobs.push(Job { size: item.size, items: vec![(index, item)] }),
        }
    }
    jobs
}

fn same_archive(a: &Item, b: &Item) -> bool {
    match (&a.source, &b.source) {
        (Source::Entry { archive: a, .. }, Source::Entry { archive: b, .. }) => a == b,
        _ => false,
    }
}

fn member(file: &JudgedFile) -> SetMember<'_> {
    SetMember { folder: file.item.folder(), file_name: &file.item.file_name, report: &file.report }
}

/// Whether sums of use are worth keeping: there is planned use to compare with actual use
/// (予実突合), or with planned use sent to another office.
fn compares_uses(items: &[Item]) -> bool {
    let count = |kind: Kind| items.iter().filter(|item| item.file_name.starts_with(kind.code())).take(2).count();
    count(Kind::Upplan) + count(Kind::Upjsk).min(1) > 1
}

fn nothing() -> Message {
    Message::new(
        "連携のファイルが1つもありません（拡張子やファイル名をお確かめください）",
        "no file of the exchange was found (check extensions and file names)",
    )
}
