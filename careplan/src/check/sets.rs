//! Sets (送信単位): grouping files by serial, sender and receiver, and judging each group.

use std::collections::{BTreeMap, HashSet};

use super::flows;
use super::keys::Key;
use super::report::{FileClass, FileReport};
use crate::diagnostic::{Counts, Finding, Place, Severity};
use crate::layout::Kind;
use crate::name::{FileName, NameForm};
use crate::rules::{Breach, set};
use crate::set::{LINKS, Link, composition};

/// A finding about a set.
#[derive(Debug)]
pub struct SetFinding {
    /// The finding.
    pub finding: Finding,
    /// Index (into the slice given to [`check_sets`]) of the file it points at; `None` = the set itself.
    pub file: Option<usize>,
}

/// The outcome of checking one set (送信単位).
#[derive(Debug)]
pub struct SetReport {
    /// ファイル連番.
    pub serial: String,
    /// 送信元, `9970000001_43`.
    pub from: String,
    /// 送信先, `9970000002_15`.
    pub to: String,
    /// Indices into the slice given to [`check_sets`].
    pub files: Vec<usize>,
    /// Findings of the set.
    pub findings: Vec<SetFinding>,
    /// Exact numbers.
    pub counts: Counts,
}

impl SetReport {
    /// Counts a finding, and lists it while there are few of its rule.
    pub(super) fn say(&mut self, breach: Breach, file: Option<usize>, place: Place) {
        self.counts.add(breach.severity);
        let listed = self.findings.iter().filter(|said| std::ptr::eq(said.finding.rule, breach.rule)).count();
        if listed < PER_RULE {
            let source = breach.rule.source.into();
            self.findings.push(SetFinding { finding: breach.into_finding(place, None, source), file });
        }
    }
}

/// One file as [`check_sets`] sees it: the folder it lies in (to tell copies apart) and its report.
#[derive(Clone, Copy, Debug)]
pub struct SetMember<'a> {
    /// The folder part of the path as given; empty at the top.
    pub folder: &'a str,
    /// The file name, without the folder.
    pub file_name: &'a str,
    /// The report of the file.
    pub report: &'a FileReport,
}

/// The findings that one set lists per rule; the rest are counted.
const PER_RULE: usize = 100;

/// Groups files into sets by serial, sender and receiver, and judges each set. Files of a set may
/// lie in several folders; where the same name lies in more than one, each folder is a set of its own.
#[must_use]
pub fn check_sets(files: &[SetMember<'_>]) -> Vec<SetReport> {
    let mut groups: BTreeMap<(String, String, String), Vec<usize>> = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        if let Some(name) = &file.report.name {
            let unit = &name.unit;
            groups.entry((unit.serial.clone(), unit.from.to_string(), unit.to.to_string())).or_default().push(index);
        }
    }
    adopt_older_names(files, &mut groups);
    let mut sets: Vec<SetReport> = Vec::new();
    for ((serial, from, to), members) in groups {
        for members in apart(files, members) {
            let (serial, from, to) = (serial.clone(), from.clone(), to.clone());
            sets.push(Judge::new(files, &members).judge(SetReport {
                serial,
                from,
                to,
                files: members.clone(),
                findings: Vec::new(),
                counts: Counts::default(),
            }));
        }
    }
    sets.sort_by_key(|set| set.files.first().copied());
    flows::judge(files, &mut sets);
    sets
}

/// A file whose name has the form of V3 is already told so; it joins the set of V4.1 names with the
/// same serial and offices, so that the set is not called incomplete on top of it.
fn adopt_older_names(files: &[SetMember<'_>], groups: &mut BTreeMap<(String, String, String), Vec<usize>>) {
    let older: Vec<_> = groups
        .iter()
        .filter(|(_, members)| members.iter().all(|&index| form(files, index) != Some(NameForm::V41)))
        .map(|(key, _)| key.clone())
        .collect();
    let office = |party: &str| party.split('_').next().unwrap_or(party).to_owned();
    for key in older {
        let target = groups
            .keys()
            .find(|other| {
                **other != key
                    && other.0 == key.0
                    && office(&other.1) == office(&key.1)
                    && office(&other.2) == office(&key.2)
            })
            .cloned();
        if let Some(target) = target
            && let Some(members) = groups.remove(&key)
            && let Some(group) = groups.get_mut(&target)
        {
            group.extend(members);
            group.sort_unstable();
        }
    }
}

fn form(files: &[SetMember<'_>], index: usize) -> Option<NameForm> {
    files.get(index).and_then(|file| file.report.name.as_ref()).map(|name| name.form)
}

/// Splits a group by folder where the same name stands in several.
fn apart(files: &[SetMember<'_>], members: Vec<usize>) -> Vec<Vec<usize>> {
    let mut names = HashSet::new();
    let copies = members
        .iter()
        .filter_map(|&index| files.get(index))
        .any(|file| !names.insert(file.file_name.to_ascii_uppercase()));
    if !copies {
        return vec![members];
    }
    let mut folders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for index in members {
        folders.entry(files.get(index).map_or("", |file| file.folder)).or_default().push(index);
    }
    folders.into_values().collect()
}

struct Judge<'a> {
    members: Vec<(usize, &'a FileReport, &'a FileName)>,
}

impl<'a> Judge<'a> {
    fn new(files: &[SetMember<'a>], members: &[usize]) -> Self {
        let members = members
            .iter()
            .filter_map(|&index| {
                let report = files.get(index)?.report;
                Some((index, report, report.name.as_ref()?))
            })
            .filter(|(_, report, _)| report.class != FileClass::Other)
            .collect();
        Self { members }
    }

    fn judge(self, mut set: SetReport) -> SetReport {
        self.months(&mut set);
        for link in LINKS {
            self.link(link, &mut set);
        }
        self.people(&mut set);
        self.pictures(&mut set);
        set
    }

    /// Composition, month by month where the set holds several: each month must make a unit.
    fn months(&self, set: &mut SetReport) {
        let months: Vec<String> = self
            .members
            .iter()
            .filter_map(|(_, _, name)| name.month.clone())
            .filter(|month| month != "000000")
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect();
        if months.len() > 1 {
            let of = |month: &String| -> Vec<Kind> {
                self.members
                    .iter()
                    .filter(|(_, _, name)| name.month.as_ref() == Some(month))
                    .map(|m| m.2.kind)
                    .collect()
            };
            let whole = months.iter().all(|month| composition(&of(month)).is_ok());
            // The month of most files; where that is open, the one of the use table.
            let usual = months.iter().max_by_key(|month| (of(month).len(), of(month).contains(&Kind::Upplan)));
            let odd: Vec<usize> = self
                .members
                .iter()
                .filter(|(_, _, name)| {
                    name.month.as_ref().is_some_and(|month| Some(month) != usual && month != "000000")
                })
                .map(|(index, ..)| *index)
                .collect();
            for index in odd {
                let breach = set::month::breach(&months);
                let breach = if whole { breach.at_most(Severity::Warning) } else { breach };
                set.say(breach, Some(index), Place::default());
            }
            if whole {
                return;
            }
        }
        self.composition(set);
    }

    fn composition(&self, set: &mut SetReport) {
        let kinds: Vec<Kind> = self.members.iter().map(|(_, _, name)| name.kind).collect();
        let mut seen = HashSet::new();
        for (index, kind) in self.members.iter().map(|(index, _, name)| (*index, name.kind)).collect::<Vec<_>>() {
            if !seen.insert(kind) && kind != Kind::UpkihonImage {
                set.say(set::duplicate::breach(kind), Some(index), Place::default());
            }
        }
        match composition(&kinds) {
            Ok(unit) => {
                let absent: Vec<Kind> = unit.optional.iter().copied().filter(|kind| !kinds.contains(kind)).collect();
                for kind in absent.into_iter().filter(|kind| kind.is_csv()) {
                    set.say(set::attachment_missing::breach(kind), None, Place::default());
                }
                self.supplement(unit.required, set);
            }
            Err(problem) => {
                if !problem.missing.is_empty() {
                    set.say(set::incomplete::breach(&problem), None, Place::default());
                }
                let strangers: Vec<(usize, Kind)> = self
                    .members
                    .iter()
                    .map(|(index, _, name)| (*index, name.kind))
                    .filter(|(_, kind)| problem.strangers.contains(kind))
                    .collect();
                for (index, kind) in strangers {
                    set.say(set::mixed::breach(&problem, kind), Some(index), Place::default());
                }
            }
        }
    }

    /// A 補足情報 of a plan bears 000000, one of use tables the month (R23, R61).
    fn supplement(&self, unit: &[Kind], set: &mut SetReport) {
        let of_plan = unit.contains(&Kind::Up1kyo);
        let wrong: Vec<usize> = self
            .members
            .iter()
            .filter(|(_, _, name)| name.kind == Kind::Uphosoku)
            .filter(|(_, _, name)| (name.month.as_deref() == Some("000000")) != of_plan)
            .map(|(index, ..)| *index)
            .collect();
        for index in wrong {
            set.say(set::month::supplement(of_plan), Some(index), Place::default());
        }
    }

    fn of_kind(&self, kind: Kind) -> Vec<(usize, &'a FileReport)> {
        self.members
            .iter()
            .filter(|(_, _, name)| name.kind == kind)
            .map(|(index, report, _)| (*index, *report))
            .collect()
    }

    fn link(&self, link: &Link, set: &mut SetReport) {
        let (children, parents) = (self.of_kind(link.child), self.of_kind(link.parent));
        if children.is_empty() || parents.is_empty() {
            return;
        }
        let both = || children.iter().chain(&parents);
        if both().any(|(_, report)| !report.facts.readable) {
            return;
        }
        let supplement_of_other = link.child == Kind::Uphosoku
            && children.iter().any(|(_, report)| report.facts.plan_supplement != Some(link.child_key == 4));
        if supplement_of_other {
            return;
        }
        if both().any(|(_, report)| report.facts.keys_cut) {
            set.say(set::key_limit::breach(), None, Place::default());
            return;
        }
        let known: HashSet<u64> = keys(&parents).map(|(_, key)| key.hash).collect();
        let mut orphans = keys(&children).filter(|(_, key)| !known.contains(&key.hash)).peekable();
        if orphans.peek().is_some() {
            // With the number of the part that is left out: the three hashes must not mix.
            let shared: HashSet<(usize, u64)> =
                keys(&parents).flat_map(|(_, key)| key.without.into_iter().enumerate()).collect();
            for (index, key) in orphans {
                set.say(set::orphan::breach(link), Some(index), different_part(key, &shared));
            }
        }
        if let Some(clause) = link.parent_needs_child {
            let known: HashSet<u64> = keys(&children).map(|(_, key)| key.hash).collect();
            for (_, key) in keys(&parents).filter(|(_, key)| !known.contains(&key.hash)) {
                // Neither file alone is at fault: the set lacks what one has and the other has not.
                let record = key.parts.first().and_then(|place| place.record).unwrap_or(0);
                let breach = set::childless::breach(link, clause, record);
                let breach = if link.child == Kind::Upsikyu { breach } else { breach.at_most(Severity::Warning) };
                set.say(breach, None, Place::default());
            }
        }
    }

    /// 第7表 against 補足情報 of the same use table.
    fn people(&self, set: &mut SetReport) {
        let (tables, supplements) = (self.of_kind(Kind::Upsikyu), self.of_kind(Kind::Uphosoku));
        let of_table = |report: &FileReport| report.facts.plan_supplement == Some(false);
        if let ([(index, table)], [(_, supplement)]) = (tables.as_slice(), supplements.as_slice())
            && of_table(supplement)
        {
            for (place, breach) in table.facts.people.compare(&supplement.facts.people) {
                set.say(breach, Some(*index), place);
            }
        }
    }

    fn pictures(&self, set: &mut SetReport) {
        let sheets = self.of_kind(Kind::Upkihon);
        let pictures: Vec<(usize, String)> = self
            .members
            .iter()
            .filter(|(_, _, name)| name.kind == Kind::UpkihonImage)
            .map(|(index, _, name)| (*index, name.to_string()))
            .collect();
        if sheets.iter().any(|(_, report)| !report.facts.readable) {
            return;
        }
        let mut one_is_missing = false;
        for (index, report) in &sheets {
            for (named, place) in &report.facts.pictures {
                if !pictures.iter().any(|(_, picture)| picture.eq_ignore_ascii_case(named)) {
                    one_is_missing = true;
                    set.say(set::picture_missing::breach(), Some(*index), *place);
                }
            }
        }
        for (index, picture) in pictures {
            let named = sheets.iter().flat_map(|(_, report)| &report.facts.pictures);
            if !sheets.is_empty() && !named.into_iter().any(|(named, _)| named.eq_ignore_ascii_case(&picture)) {
                // Beside a named picture that is not there, this one bears the wrong name.
                let breach = set::picture_unnamed::breach();
                let breach = if one_is_missing { Breach { severity: Severity::Error, ..breach } } else { breach };
                set.say(breach, Some(index), Place::default());
            }
        }
    }
}

fn keys<'k>(files: &'k [(usize, &'k FileReport)]) -> impl Iterator<Item = (usize, &'k Key)> {
    files.iter().flat_map(|(index, report)| report.facts.keys.iter().map(move |key| (*index, key)))
}

/// The part of a key that no parent has, where the other two agree with one; else the person.
fn different_part(key: &Key, shared: &HashSet<(usize, u64)>) -> Place {
    let [insurer, insured, last] = key.parts;
    let mut agrees = key.without.into_iter().enumerate().map(|part| shared.contains(&part));
    match (agrees.next(), agrees.next(), agrees.next()) {
        // A person who is there with another date or month is the usual case.
        (_, _, Some(true)) => last,
        (Some(true), Some(false), _) => insurer,
        _ => insured,
    }
}
