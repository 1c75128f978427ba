//! What is seen only across sets: resending, deletions and their targets, planned against actual.
//! All of it is information: the standard lays down the order of import, not what a run must hold.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::report::FileReport;
use super::sets::{SetFinding, SetMember, SetReport};
use super::uses::{UseKey, Uses};
use crate::diagnostic::{Finding, Place};
use crate::layout::Kind;
use crate::name::FileName;
use crate::rules::{Breach, flow};
use crate::set::DELETIONS;

/// Findings that one set lists per rule; the rest are counted.
const PER_RULE: usize = 100;

/// Adds to the sets what is seen across them.
pub(super) fn judge(files: &[SetMember<'_>], sets: &mut [SetReport]) {
    let files: Vec<File<'_>> = files
        .iter()
        .enumerate()
        .filter_map(|(index, member)| Some(File { index, report: member.report, name: member.report.name.as_ref()? }))
        .collect();
    let mut said = Vec::new();
    resent(&files, &mut said);
    deletions(&files, &mut said);
    planned_and_actual(&files, &mut said);
    let home: HashMap<usize, usize> =
        sets.iter().enumerate().flat_map(|(number, set)| set.files.iter().map(move |&file| (file, number))).collect();
    let mut listed: HashMap<(usize, &'static str), usize> = HashMap::new();
    for (file, place, breach) in said {
        let Some(&number) = home.get(&file) else { continue };
        let Some(set) = sets.get_mut(number) else { continue };
        set.counts.add(breach.severity);
        let count = listed.entry((number, breach.rule.id)).or_default();
        *count += 1;
        if *count <= PER_RULE {
            let Breach { rule, severity, found, expected, reading } = breach;
            let source = rule.source.into();
            let finding = Finding { rule, severity, place, value: None, found, expected, source, reading };
            set.findings.push(SetFinding { finding, file: Some(file) });
        }
    }
}

type Said = (usize, Place, Breach);

#[derive(Clone, Copy)]
struct File<'a> {
    index: usize,
    report: &'a FileReport,
    name: &'a FileName,
}

impl File<'_> {
    fn serial(&self) -> &str {
        &self.name.unit.serial
    }

    fn between(&self, other: &File<'_>) -> bool {
        self.name.unit.from == other.name.unit.from && self.name.unit.to == other.name.unit.to
    }
}

/// Files of one kind, month and pair of offices, by serial: what an earlier one held comes again.
fn resent(files: &[File<'_>], said: &mut Vec<Said>) {
    const HEADS: [Kind; 5] = [Kind::Up1kyo, Kind::Upplan, Kind::Upjsk, Kind::Upkihon, Kind::Upyobo];
    let mut groups: BTreeMap<_, Vec<&File<'_>>> = BTreeMap::new();
    for file in files.iter().filter(|file| HEADS.contains(&file.name.kind)) {
        let unit = &file.name.unit;
        groups.entry((file.name.kind, &unit.from, &unit.to, &file.name.month)).or_default().push(file);
    }
    for mut group in groups.into_values().filter(|group| group.len() > 1) {
        group.sort_by_key(|file| file.serial());
        let mut held: HashMap<u64, &str> = HashMap::new();
        for file in group {
            let again = || file.report.facts.keys.iter().filter_map(|key| held.get(&key.hash).copied());
            if let Some(before) = again().filter(|serial| *serial != file.serial()).max() {
                let people = again().filter(|serial| *serial != file.serial()).count();
                said.push((file.index, Place::default(), flow::resend::breach(before, people)));
            }
            held.extend(file.report.facts.keys.iter().map(|key| (key.hash, file.serial())));
        }
    }
}

/// A deletion whose target was not sent before, where the run holds files of that kind at all.
fn deletions(files: &[File<'_>], said: &mut Vec<Said>) {
    for row in DELETIONS {
        for deletion in files.iter().filter(|file| file.name.kind == row.deletion) {
            let targets: Vec<&File<'_>> =
                files.iter().filter(|file| file.name.kind == row.target && file.between(deletion)).collect();
            if targets.is_empty() || targets.iter().any(|file| file.report.facts.keys_cut) {
                continue;
            }
            let before: BTreeSet<u64> = targets
                .iter()
                .filter(|file| file.serial() < deletion.serial())
                .flat_map(|file| file.report.facts.keys.iter().map(|key| key.hash))
                .collect();
            for key in deletion.report.facts.keys.iter().filter(|key| !before.contains(&key.hash)) {
                let [_, insured, _] = key.parts;
                said.push((deletion.index, insured, flow::deletion_target::breach(row)));
            }
        }
    }
}

/// 予実突合: the last planned use between the two offices for the month, against the actual use.
fn planned_and_actual(files: &[File<'_>], said: &mut Vec<Said>) {
    for actual in files.iter().filter(|file| file.name.kind == Kind::Upjsk) {
        let (from, to) = (&actual.name.unit.from, &actual.name.unit.to);
        let plan = files
            .iter()
            .filter(|file| file.name.kind == Kind::Upplan && file.name.month == actual.name.month)
            .filter(|file| {
                let (sender, receiver) = (&file.name.unit.from, &file.name.unit.to);
                (sender == to && receiver == from) || (sender == from && receiver == to)
            })
            .max_by_key(|file| file.serial());
        if let Some(plan) = plan
            && let (Some(planned), Some(done)) = (&plan.report.facts.uses, &actual.report.facts.uses)
            && !planned.cut
            && !done.cut
        {
            differences(plan.index, planned, actual.index, done, said);
        }
    }
}

fn differences(plan: usize, planned: &Uses, actual: usize, done: &Uses, said: &mut Vec<Said>) {
    let offices: BTreeSet<&[u8]> = done.iter().map(|(_, key, _)| key.office).collect();
    let people: BTreeSet<(&[u8], &[u8])> = done.iter().map(|(_, key, _)| (key.person, key.office)).collect();
    let mut absent: BTreeSet<(&[u8], &[u8])> = BTreeSet::new();
    for (raw, UseKey { person, office, code }, sum) in planned.iter().filter(|(_, key, _)| offices.contains(key.office))
    {
        if !people.contains(&(person, office)) {
            if absent.insert((person, office)) {
                said.push((plan, sum.place, flow::no_actual::breach(office)));
            }
            continue;
        }
        let found = done.get(raw);
        let count = found.map_or(0, |found| found.count);
        if count != sum.count {
            let (file, place) = found.map_or((plan, sum.place), |found| (actual, found.place));
            said.push((file, place, flow::planned_actual::breach(office, code, sum.count, count)));
        }
    }
    for (_, UseKey { office, code, .. }, sum) in done.iter().filter(|(raw, ..)| planned.get(raw).is_none()) {
        said.push((actual, sum.place, flow::planned_actual::breach(office, code, 0, sum.count)));
    }
}
