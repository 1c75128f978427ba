//! Reading: valid sets, what the standard leaves open, what is doubtful and what is wrong.

use std::collections::BTreeMap;

use careplan::diagnostic::Severity;
use careplan::layout::Kind;
use careplan::name;
use careplan::text::Message;

use super::duty::{Direction, duty_of};
use super::golden::Golden;
use super::{Case, Class, Pattern, Step, Taking, Task};
use crate::mutation::{CorpusCase, Expect, File};
use crate::story::Role;

/// A case that takes files at once. Deletions of what was never sent may be refused: what becomes of
/// them is left open.
pub(super) fn taking(class: Class, id: String, golden: &Golden, files: Vec<File>, taking: Taking) -> Case {
    let taking = if golden.only_deletes() { Taking::WholeOrNothing } else { taking };
    Case {
        id,
        title: Message::new(golden.title.clone(), format!("{}: {}", class.title().en, golden.id)),
        source: golden.source.clone(),
        severity: Severity::Error,
        class,
        patterns: golden.patterns(),
        duty: duty_of(&golden.kinds(), golden.to, golden.from, Direction::Import),
        steps: vec![Step { role: golden.to, task: Task::Import { files, taking } }],
    }
}

/// Every golden set, as it is.
pub(super) fn valid(golden: &[Golden]) -> impl Iterator<Item = Case> {
    golden.iter().map(|set| taking(Class::Reading, format!("read/{}", set.id), set, set.files(), Taking::Whole))
}

/// Every altered set of the corpus.
pub(super) fn altered(corpus: &[CorpusCase]) -> impl Iterator<Item = Case> {
    let by_id: BTreeMap<&str, &CorpusCase> = corpus.iter().map(|case| (case.base.id.as_str(), case)).collect();
    corpus.iter().filter_map(move |case| {
        let (class, severity, taking) = match case.expect {
            Expect::Conformant => return None,
            Expect::Error => (Class::Refusing, Severity::Error, Taking::NotSilently),
            Expect::Warning => (Class::Doubtful, Severity::Warning, Taking::WholeOrNothing),
            Expect::Either => (Class::Open, Severity::Info, Taking::WholeOrNothing),
        };
        let (from, to) = roles(case, &by_id)?;
        let files = if class == Class::Refusing { case.base.files.clone() } else { of_one_receiver(&case.base.files) };
        let kinds = kinds(&files);
        Some(Case {
            id: format!("{}/{}", class.as_str(), case.base.id),
            title: Message::new(
                case.about.title_ja.clone(),
                case.about.title_en.clone().unwrap_or_else(|| case.about.defect.clone().unwrap_or_default()),
            ),
            source: case.about.rule.clone(),
            severity,
            class,
            patterns: Pattern::of_kinds(&kinds, from, to),
            duty: duty_of(&kinds, to, from, Direction::Import),
            steps: vec![Step { role: to, task: Task::Import { files, taking } }],
        })
    })
}

/// The roles of both ends: its own, or those of the set that it was made from.
fn roles(case: &CorpusCase, by_id: &BTreeMap<&str, &CorpusCase>) -> Option<(Role, Role)> {
    let own = case.about.from_role.zip(case.about.to_role);
    own.or_else(|| {
        let base = by_id.get(case.about.base.as_deref()?)?;
        base.about.from_role.zip(base.about.to_role)
    })
}

/// What goes to the receiver of the first file: a software takes what was sent to one office.
fn of_one_receiver(files: &[File]) -> Vec<File> {
    let receiver = |file: &File| name::parse(&file.name).name.map(|name| name.unit.to);
    let first = files.iter().find_map(receiver);
    files.iter().filter(|file| receiver(file).is_none_or(|to| Some(to) == first)).cloned().collect()
}

fn kinds(files: &[File]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = files.iter().filter_map(File::kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
