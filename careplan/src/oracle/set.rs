//! Files checked together.

use super::bundle::{Entry, split};
use super::check::{check_in_pieces, everything, objection};
use super::{Verdict, holds, same};
use crate::check::{FileReport, Limits, SetMember, SetReport, check_bytes, check_sets};

/// The most files of one input.
const MOST: usize = 12;

pub(super) fn judge(bundle: &[u8]) -> Verdict {
    let files = split(bundle, MOST);
    let files: Vec<Entry<'_>> = files.iter().map(|(name, bytes)| Entry { name, bytes }).collect();
    let limits = Limits { compare_uses: true, keys: 8, ..Limits::default() };
    let judged = |judge: &dyn Fn(&str, &[u8]) -> FileReport| -> Vec<FileReport> {
        files.iter().map(|file| judge(file.folder_and_file().1, file.bytes)).collect()
    };
    let whole = judged(&|name, bytes| check_bytes(name, bytes, limits));
    for (file, report) in files.iter().zip(&whole) {
        if let Some(objection) = objection(file.bytes, report, limits) {
            return Err(objection);
        }
    }
    let sets = together(&files, &whole);
    sound(&sets, files.len())?;
    let pieces = judged(&|name, bytes| check_in_pieces(name, bytes, limits, &[7, 129]));
    same("in pieces", &seen(&together(&files, &pieces)), &seen(&sets))
}

fn together<'a>(files: &'a [Entry<'a>], reports: &'a [FileReport]) -> Vec<SetReport> {
    let member = |(file, report): (&'a Entry<'a>, &'a FileReport)| {
        let (folder, file_name) = file.folder_and_file();
        SetMember { folder, file_name, report }
    };
    check_sets(&files.iter().zip(reports).map(member).collect::<Vec<_>>())
}

/// No file is in two sets, findings point at files of their set, and numbers cover the lists.
fn sound(sets: &[SetReport], files: usize) -> Verdict {
    let mut placed = std::collections::HashSet::new();
    for set in sets {
        holds(!set.files.is_empty(), || format!("an empty set: {set:?}"))?;
        for file in &set.files {
            holds(*file < files && placed.insert(*file), || format!("file {file} of {files}: {set:?}"))?;
        }
        for found in &set.findings {
            let points = found.file.is_none_or(|file| set.files.contains(&file));
            holds(points, || format!("points elsewhere: {}", everything(&found.finding)))?;
        }
        holds(set.findings.len() as u64 <= set.counts.total(), || format!("more listed than counted: {set:?}"))?;
    }
    Ok(())
}

fn seen(sets: &[SetReport]) -> Vec<String> {
    let all = |set: &SetReport| {
        let findings: Vec<_> = set.findings.iter().map(|found| (found.file, everything(&found.finding))).collect();
        format!("{} {} {} {:?} {:?} {findings:?}", set.serial, set.from, set.to, set.files, set.counts)
    };
    sets.iter().map(all).collect()
}
