//! What is seen only across sets: resending, deletions and their targets, planned against actual.
//! All of it is information: the standard lays down the order of import, not what a run must hold.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::report::FileReport;
use super::sets::{SetMember, SetReport};
use super::uses::{UseKey, Uses};
use crate::diagnostic::Place;
use crate::layout::Kind;
use crate::name::FileName;
use crate::rules::{Breach, flow};
use crate::set::DELETIONS;

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
    own_lines_only(&files, &mut said);
    let home: HashMap<usize, usize> =
        sets.iter().enumerate().flat_map(|(number, set)| set.files.iter().map(move |&file| (file, number))).collect();
    for (file, place, breach) in said {
        if let Some(set) = home.get(&file).and_then(|&number| sets.get_mut(number)) {
            set.say(breach, Some(file), place);
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

/// 予実突合: the last planned use between two offices for a month, against all actual use there
/// (an office may send a file for each of its services).
fn planned_and_actual(files: &[File<'_>], said: &mut Vec<Said>) {
    let mut groups: BTreeMap<_, BTreeMap<_, &File<'_>>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.name.kind == Kind::Upjsk) {
        let (from, to) = (&file.name.unit.from, &file.name.unit.to);
        let latest = groups.entry((&from.office, &to.office, &file.name.month)).or_default();
        let known = latest.entry((&from.service, &to.service)).or_insert(file);
        if known.serial() < file.serial() {
            *known = file;
        }
    }
    for ((from, to, month), actual) in groups {
        let plan = files
            .iter()
            .filter(|file| file.name.kind == Kind::Upplan && file.name.month == *month)
            .filter(|file| {
                let (sender, receiver) = (&file.name.unit.from.office, &file.name.unit.to.office);
                (sender == to && receiver == from) || (sender == from && receiver == to)
            })
            .max_by_key(|file| file.serial());
        let done: Option<Vec<_>> = actual.into_values().map(|file| Some((file.index, uses(file)?))).collect();
        if let Some(plan) = plan
            && let (Some(planned), Some(done)) = (uses(plan), done)
        {
            differences(plan.index, planned, &done, said);
        }
    }
}

/// The sums of a file, where all of them were kept.
fn uses<'a>(file: &File<'a>) -> Option<&'a Uses> {
    file.report.facts.uses.as_ref().filter(|uses| !uses.cut)
}

fn differences(plan: usize, planned: &Uses, done: &[(usize, &Uses)], said: &mut Vec<Said>) {
    let rows = || done.iter().flat_map(|(file, uses)| uses.iter().map(move |(raw, key, sum)| (*file, raw, key, sum)));
    let offices: BTreeSet<&[u8]> = rows().map(|(_, _, key, _)| key.office).collect();
    let people: BTreeSet<(&[u8], &[u8])> = rows().map(|(_, _, key, _)| (key.person, key.office)).collect();
    let mut absent: BTreeSet<(&[u8], &[u8])> = BTreeSet::new();
    for (raw, UseKey { person, office, code }, sum) in planned.iter().filter(|(_, key, _)| offices.contains(key.office))
    {
        if !people.contains(&(person, office)) {
            if absent.insert((person, office)) {
                said.push((plan, sum.place, flow::no_actual::breach(office)));
            }
            continue;
        }
        let found: Vec<_> = done.iter().filter_map(|(file, uses)| Some((*file, uses.get(raw)?))).collect();
        let count = found.iter().map(|(_, sum)| sum.count).sum();
        if count != sum.count {
            let (file, place) = found.first().map_or((plan, sum.place), |(file, found)| (*file, found.place));
            said.push((file, place, flow::planned_actual::breach(office, code, sum.count, count)));
        }
    }
    for (file, _, UseKey { office, code, .. }, sum) in rows().filter(|(_, raw, ..)| planned.get(raw).is_none()) {
        said.push((file, sum.place, flow::planned_actual::breach(office, code, 0, sum.count)));
    }
}

/// The same sender tells each office of its own rows only, for a person whom both serve: R49 wants
/// the rows of all offices in either file, the field often reads it otherwise (D-4).
fn own_lines_only(files: &[File<'_>], said: &mut Vec<Said>) {
    let mut offices: BTreeMap<_, BTreeMap<&str, (usize, Place)>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.name.kind == Kind::Upplan) {
        let Some(uses) = uses(file) else { continue };
        let receiver = file.name.unit.to.office.as_str();
        let others: BTreeSet<&[u8]> =
            uses.iter().filter(|(_, key, _)| key.office != receiver.as_bytes()).map(|(_, key, _)| key.person).collect();
        for (_, key, sum) in uses.iter().filter(|(_, key, _)| !others.contains(key.person)) {
            let person = (&file.name.unit.from.office, &file.name.month, key.person);
            offices.entry(person).or_default().entry(receiver).or_insert((file.index, sum.place));
        }
    }
    for told in offices.into_values().filter(|told| told.len() > 1) {
        said.extend(told.into_values().map(|(file, place)| (file, place, flow::own_lines_only::breach())));
    }
}
