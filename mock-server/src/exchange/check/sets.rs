//! File names against certificate and destination, and the 送信単位 that they form.

use std::collections::{BTreeMap, HashSet};

use careplan::layout::Kind;
use careplan::name::{FileName, NameIssue, Party, UnitKey};
use careplan::set::{CompositionProblem, composition};

use super::Fault;
use crate::exchange::form::Part;
use crate::offices::Office;
use crate::refusals::{
    CSV_NAME, CSV_NAME_VERSION, DESTINATION_MISMATCH, KIND_TWICE, Problem, SENDER_MISMATCH, SERVICE_TYPE,
    SET_COMPOSITION,
};

/// A file of the standard in a form.
#[derive(Debug)]
pub(super) struct Member<'a> {
    /// Its place in the form.
    pub(super) n: usize,
    /// Its name, read.
    pub(super) name: FileName,
    /// The file.
    pub(super) part: &'a Part,
}

/// The name of a file of the standard, held against both ends of the message, or the one that is
/// known; its service types too where `checks_types`.
pub(super) fn name(
    part: &Part,
    sender: &Office,
    receiver: Option<&Office>,
    checks_types: bool,
) -> Result<FileName, Problem> {
    let name = FileName::parse(&part.name).map_err(|issue| {
        let refusal = match issue {
            NameIssue::Version3 | NameIssue::Version40 => &CSV_NAME_VERSION,
            _ => &CSV_NAME,
        };
        Problem::about_file(refusal, &part.name)
    })?;
    let ends = [(&name.unit.from, Some(sender), &SENDER_MISMATCH), (&name.unit.to, receiver, &DESTINATION_MISMATCH)];
    let ends = ends.map(|(party, office, refusal)| office.map(|office| (party, office, refusal)));
    for (party, office, refusal) in ends.into_iter().flatten() {
        if party.office != office.number.as_str() {
            return Err(Problem::about_file(refusal, &part.name));
        }
    }
    for (party, office, _) in ends.into_iter().flatten() {
        if checks_types && !offers(party, office) {
            return Err(Problem::about_file(&SERVICE_TYPE, &part.name));
        }
    }
    Ok(name)
}

fn offers(party: &Party, office: &Office) -> bool {
    party.service.as_deref().is_some_and(|service| office.offers(service))
}

/// Every group of one serial and the same ends must be a set that the standard allows (R53–R57),
/// with one file of each kind; of pictures, one of each branch number (R69).
pub(super) fn compose(members: &[Member<'_>]) -> Vec<Fault> {
    let mut units: BTreeMap<&UnitKey, Vec<Kind>> = BTreeMap::new();
    let mut seen = HashSet::new();
    let mut faults = Vec::new();
    for Member { n, name, part } in members {
        if !seen.insert((&name.unit, name.kind, &name.branch)) {
            faults.push(Fault::of(*n, Problem::about_file(&KIND_TWICE, &part.name)));
        }
        units.entry(&name.unit).or_default().push(name.kind);
    }
    for (unit, kinds) in units {
        faults.extend(composition(&kinds).err().map(|problem| Fault::from(no_set(unit, &kinds, &problem))));
    }
    faults
}

fn no_set(unit: &UnitKey, kinds: &[Kind], problem: &CompositionProblem) -> Problem {
    let list = |kinds: &[Kind]| kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
    let (given, missing) = (list(kinds), list(&problem.missing));
    let title = problem.nearest.title;
    Problem::new(
        &SET_COMPOSITION,
        format!("連番 {}：{given}。近い送信単位は「{}」で、足りないのは [{missing}] です。", unit.serial, title.ja),
        format!("Serial {}: {given}. The nearest set is \"{}\"; missing: [{missing}].", unit.serial, title.en),
    )
}
