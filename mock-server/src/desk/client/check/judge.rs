//! Judging a form: the dry run of the exchange beside the checker of files and sets. Files are
//! judged off the asynchronous threads.

use bytes::Bytes;
use careplan::check::{FileReport, Limits, SetMember, SetReport, check_bytes, check_sets};
use careplan::diagnostic::{Counts, Finding};
use tokio::task::spawn_blocking;

use crate::assumptions::COMBINED_CERTIFICATE;
use crate::desk::clerk::Refused;
use crate::desk::client::here::Here;
use crate::exchange::{Fault, Form, dry_run};
use crate::refusals::{NO_SESSION, Problem};
use crate::wire::Slot;

/// Findings that a page lists for one file and rule, and for one file; the rest are counted.
const LIMITS: fn() -> Limits = || Limits { per_rule: 5, per_file: 60, compare_uses: true, ..Limits::default() };

/// One file and what was found in it.
pub(super) struct Judged {
    /// Where it is.
    pub(super) slot: Slot,
    /// Its name.
    pub(super) name: String,
    /// Bytes.
    pub(super) size: u64,
    /// What the standard says of it; `None` for what is no CSV file of the standard.
    pub(super) report: Option<FileReport>,
    /// For what the exchange would refuse it.
    pub(super) faults: Vec<Problem>,
    /// What the set says of it.
    pub(super) of_set: Vec<Finding>,
}

impl Judged {
    /// Whether there is anything to say of it.
    pub(super) fn has_findings(&self) -> bool {
        let listed = self.report.as_ref().is_some_and(|report| report.counts.total() > 0);
        listed || !self.faults.is_empty() || !self.of_set.is_empty()
    }
}

/// A form and what was found in it.
pub(super) struct Found {
    /// Its files, in its order.
    pub(super) files: Vec<Judged>,
    /// For what the exchange would refuse it as a whole.
    pub(super) faults: Vec<Problem>,
    /// What concerns a set and no one file of it.
    pub(super) of_sets: Vec<Finding>,
    /// Exact numbers, beyond what is listed.
    pub(super) counts: Counts,
    /// Whether part of it could not be judged.
    pub(super) is_undecided: bool,
    /// Why files could not be judged at all.
    pub(super) failed: Option<Refused>,
}

impl Found {
    /// Whether the exchange would refuse it.
    pub(super) fn is_refused(&self) -> bool {
        !self.faults.is_empty() || self.files.iter().any(|file| !file.faults.is_empty())
    }
}

/// Judges a form.
pub(super) async fn judge(here: &Here, form: &Form) -> Found {
    let parts: Vec<_> = form.files.iter().map(|part| (part.slot, part.name.clone(), part.body.clone())).collect();
    let judged = spawn_blocking(move || reports(parts)).await;
    let mut found = judged.unwrap_or_else(|problem| {
        tracing::error!(%problem, "files could not be judged");
        Found { failed: Some(Refused::Unreadable), ..none() }
    });
    found.faults.extend(at_the_door(here).await);
    match dry_run(&here.state, &here.at.screen.office, form).await {
        Err(problem) => found.faults.push(problem),
        Ok(faults) => {
            for Fault { file, problem } in faults {
                match file.and_then(|n| found.files.get_mut(n)) {
                    Some(file) => file.faults.push(problem),
                    None => found.faults.push(problem),
                }
            }
        }
    }
    found
}

/// What the exchange asks before it looks at a form: a certificate that counts, and a login where
/// one is needed. It is looked up here, so that a check leaves no refusal in the journal.
async fn at_the_door(here: &Here) -> Option<Problem> {
    let installed = here.at.visit.room.installed(here.at.screen).await.ok()?;
    let accepts = here.assumes(&COMBINED_CERTIFICATE, "accept");
    let is_revoked = |serial: &str| here.state.revocations().is_revoked(serial);
    if let Err(refusal) = installed.credential.judge(here.state.now_ms(), accepts, is_revoked) {
        return Some(Problem::from(refusal));
    }
    (here.needs_login() && !here.is_logged_in()).then(|| Problem::from(&NO_SESSION))
}

const fn none() -> Found {
    Found {
        files: Vec::new(),
        faults: Vec::new(),
        of_sets: Vec::new(),
        counts: Counts { errors: 0, warnings: 0, infos: 0 },
        is_undecided: false,
        failed: None,
    }
}

fn reports(parts: Vec<(Slot, String, Bytes)>) -> Found {
    let files: Vec<Judged> = parts
        .into_iter()
        .map(|(slot, name, bytes)| Judged {
            slot,
            report: (slot == Slot::Csv).then(|| check_bytes(&name, &bytes, LIMITS())),
            name,
            size: bytes.len() as u64,
            faults: Vec::new(),
            of_set: Vec::new(),
        })
        .collect();
    // Where the members of the sets stand in the form.
    let places: Vec<usize> = files.iter().enumerate().filter_map(|(n, file)| file.report.as_ref().map(|_| n)).collect();
    let sets = check_sets(&files.iter().filter_map(member).collect::<Vec<_>>());
    let mut found = Found { files, ..none() };
    for report in found.files.iter().filter_map(|file| file.report.as_ref()) {
        found.counts.merge(report.counts);
        found.is_undecided |= report.undecided;
    }
    for SetReport { findings, counts, .. } in sets {
        found.counts.merge(counts);
        for said in findings {
            let place = said.file.and_then(|member| places.get(member));
            match place.and_then(|n| found.files.get_mut(*n)) {
                Some(file) => file.of_set.push(said.finding),
                None => found.of_sets.push(said.finding),
            }
        }
    }
    found
}

fn member(file: &Judged) -> Option<SetMember<'_>> {
    let report = file.report.as_ref()?;
    Some(SetMember { folder: "", file_name: &file.name, report })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_set_says_of_a_file_stands_at_that_file_of_the_form() {
        let name = |kind: &str| format!("{kind}_202505_9970000001_43_9970000002_15_20250317182009.CSV");
        let csv = |kind| (Slot::Csv, name(kind), Bytes::from_static(b"\"202407\"\r\n"));
        let pdf = (Slot::Attachment, "a.pdf".to_owned(), Bytes::new());
        let found = reports(vec![pdf, csv("UPPLAN"), csv("UPJSK")]);
        assert!(found.files[0].report.is_none(), "an attachment is no file of the standard");
        assert!(found.files[1].report.is_some() && found.files[2].report.is_some());
        assert!(found.files[0].of_set.is_empty());
        let of_sets = found.of_sets.len() + found.files.iter().map(|file| file.of_set.len()).sum::<usize>();
        assert!(of_sets > 0, "plan and actuals are no set");
        assert!(found.counts.errors > 0);
    }
}
