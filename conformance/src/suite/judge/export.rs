//! Exports: every rule of the checker, then field by field against what was to be written.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use careplan::diagnostic::Severity;
use careplan::layout::Kind;
use careplan::name::UnitKey;
use careplan::text::{Lang, Message};

use super::{Judged, TOLD, told};
use crate::judge::{CheckOutcome, CheckRun, Quiet, Verdict as Checked};
use crate::mutation::File;
use crate::shown::{io_reason, visible};
use crate::suite::meaning::{Content, Scope, differences, read_files};
use crate::suite::verdict::Verdict;

/// What was to be written.
pub(in crate::suite) struct Wanted<'a> {
    pub(in crate::suite) unit: &'a UnitKey,
    pub(in crate::suite) content: &'a Content,
    /// Filled fields whose text is left to the software.
    pub(in crate::suite) free: &'a [(Kind, u16)],
    pub(in crate::suite) scope: &'a Scope,
}

/// Judges the files in a folder, of which the software says that it wrote these; gives them back.
pub(in crate::suite) fn written(wanted: &Wanted<'_>, folder: &Path, names: &[String]) -> (Judged, Vec<File>) {
    let files = match read(folder) {
        Ok(files) => files,
        Err(error) => {
            let why = io_reason(&error);
            let (ja, en) = (
                format!("書き出されたものを読めません（{}）", why.ja),
                format!("what was written cannot be read ({})", why.en),
            );
            return (Judged::because(Verdict::CouldNotJudge, ja, en), Vec::new());
        }
    };
    let judged = listed(&files, names)
        .or_else(|| checked(folder))
        .or_else(|| meant(wanted, &files))
        .unwrap_or_else(Judged::pass);
    (judged, files)
}

/// The files of a folder by their names; folders are not looked into.
fn read(folder: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            files.push(File { name, bytes: fs::read(entry.path())? });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// What is told to be written is there, and nothing else.
fn listed(files: &[File], names: &[String]) -> Option<Judged> {
    let there: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let said: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    if there.is_empty() {
        return Some(Judged::fail("ファイルが書き出されていません", "no file was written"));
    }
    let mut notes = Vec::new();
    for name in said.difference(&there) {
        let name = visible(name);
        notes.push(Message::new(format!("{name} がありません"), format!("{name} is not there")));
    }
    for name in there.difference(&said) {
        let name = visible(name);
        notes.push(Message::new(format!("{name} は知らされていません"), format!("{name} was not told of")));
    }
    (!notes.is_empty()).then_some(Judged { verdict: Verdict::Fail, notes })
}

/// Every rule of the checker.
fn checked(folder: &Path) -> Option<Judged> {
    let run = CheckRun { paths: vec![folder.to_owned()], threads: Some(1), deny_warnings: false };
    let outcome = run.run(&Quiet);
    let verdict = match outcome.verdict {
        Checked::Conformant => return None,
        Checked::Nonconformant => Verdict::Fail,
        Checked::Undecided => Verdict::CouldNotJudge,
    };
    Some(Judged { verdict, notes: findings(&outcome) })
}

fn findings(outcome: &CheckOutcome) -> Vec<Message> {
    let of_files = outcome
        .files
        .iter()
        .flat_map(|file| file.report.findings.iter().map(|finding| (visible(&file.item.file_name), finding)));
    let of_sets = outcome.sets.iter().flat_map(|set| set.findings.iter().map(|it| (visible(&set.serial), &it.finding)));
    let of_run = outcome.findings.iter().map(|finding| (String::new(), finding));
    let grave = of_files.chain(of_sets).chain(of_run).filter(|(_, finding)| finding.severity != Severity::Info);
    let mut grave: Vec<_> = grave.collect();
    grave.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.severity));
    let told = grave.into_iter().take(TOLD).map(|(at, finding)| {
        let place = finding.place.field.map_or_else(String::new, |field| format!(" No.{} {}", field.no, field.name));
        let line = |lang: Lang| visible(format!("{at}{place} [{}] {}", finding.rule.id, finding.message(lang)).trim());
        Message::new(line(Lang::Ja), line(Lang::En))
    });
    told.collect()
}

/// One unit between the right ends, with the right content.
fn meant(wanted: &Wanted<'_>, files: &[File]) -> Option<Judged> {
    let scenario = match read_files(files) {
        Ok(scenario) => scenario,
        Err(problems) => {
            let notes = problems.into_iter().take(TOLD).map(|problem| problem.message).collect();
            return Some(Judged { verdict: Verdict::Fail, notes });
        }
    };
    let [unit] = scenario.units.as_slice() else {
        let count = scenario.units.len();
        return Some(Judged::fail(
            format!("1つの組のはずですが、{count} 組あります"),
            format!("{count} units were written instead of one"),
        ));
    };
    let ends = |key: &UnitKey| format!("{} → {}", key.from, key.to);
    if ends(&unit.key) != ends(wanted.unit) {
        let (expected, found) = (ends(wanted.unit), ends(&unit.key));
        return Some(Judged::fail(
            format!("送信元・送信先が違います（期待：{expected}、実際：{found}）"),
            format!("sender or receiver is another (expected: {expected}, found: {found})"),
        ));
    }
    if let Some(judged) = emptied(wanted, &unit.content) {
        return Some(judged);
    }
    let mut scope = wanted.scope.clone();
    scope.own.extend(wanted.free.iter().copied());
    let found = differences(wanted.content, &Content::default(), &unit.content, &scope);
    (!found.is_empty()).then(|| Judged { verdict: Verdict::Fail, notes: told(&found) })
}

/// Fields whose text is left to the software must not become empty, nor hold a numeric reference in
/// the place of a character.
fn emptied(wanted: &Wanted<'_>, written: &Content) -> Option<Judged> {
    for (kind, no) in wanted.free {
        let filled = |content: &Content| content.of(*kind).iter().filter(|record| !record.text(*no).is_empty()).count();
        let reference = written.of(*kind).iter().any(|record| record.text(*no).contains("&#"));
        if reference || filled(written) < filled(wanted.content) {
            let name = kind.layout().and_then(|layout| layout.field(*no)).map_or("", |field| field.name);
            let place = format!("{} No.{no} {name}", kind.code());
            return Some(Judged::fail(
                format!("{place}：MS932 にない文字は、有効な文字へ置き換えてください"),
                format!("{place}: characters outside MS932 are to be replaced by valid ones"),
            ));
        }
    }
    None
}
