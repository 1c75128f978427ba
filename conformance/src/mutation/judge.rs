//! Judging a set in memory, and whether what is said points at the defect.

use careplan::check::{FileReport, Limits, SetMember, check_bytes, check_sets};
use careplan::diagnostic::{Finding, Severity};

use super::draft::Spot;
use super::set::File;

/// One finding, as those see it who read the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its weight.
    pub severity: Severity,
    /// The rule.
    pub rule: &'static str,
    /// Where.
    pub spot: Spot,
}

impl std::fmt::Display for Said {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Spot { file, record, field } = &self.spot;
        write!(f, "{} {}", self.severity.as_str(), self.rule)?;
        let file = file.as_deref().and_then(|name| name.split('_').next());
        let number = |number: Option<u64>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        write!(f, " {}:{}:{}", file.unwrap_or("-"), number(*record), number(field.map(u64::from)))
    }
}

/// Everything that is said of a set, information left out.
#[must_use]
pub fn judge(files: &[File]) -> Vec<Said> {
    let reports: Vec<FileReport> =
        files.iter().map(|file| check_bytes(&file.name, &file.bytes, Limits::default())).collect();
    let mut said = Vec::new();
    for (file, report) in files.iter().zip(&reports) {
        said.extend(report.findings.iter().filter_map(|finding| say(finding, Some(&file.name))));
    }
    let members: Vec<SetMember<'_>> = files
        .iter()
        .zip(&reports)
        .map(|(file, report)| SetMember { folder: "", file_name: &file.name, report })
        .collect();
    for set in check_sets(&members) {
        for found in &set.findings {
            let name = |index: &usize| files.get(*index).map(|file| file.name.as_str());
            match &found.file {
                Some(index) => said.extend(say(&found.finding, name(index))),
                // A finding of the set as a whole counts for each of its files.
                None => said.extend(set.files.iter().filter_map(|index| say(&found.finding, name(index)))),
            }
        }
    }
    said
}

fn say(finding: &Finding, file: Option<&str>) -> Option<Said> {
    let spot = Spot {
        file: file.map(str::to_owned),
        record: finding.place.record,
        field: finding.place.field.map(|field| field.no),
    };
    (finding.severity > Severity::Info).then_some(Said { severity: finding.severity, rule: finding.rule.id, spot })
}

/// Whether a finding stands at one of the places; no places at all ask for nothing.
pub(super) fn is_located(said: &Said, spots: &[Spot]) -> bool {
    spots.is_empty()
        || spots.iter().any(|spot| {
            let file = match (&spot.file, &said.spot.file) {
                (Some(wanted), Some(file)) => wanted.eq_ignore_ascii_case(file),
                _ => true,
            };
            let record = spot.record.is_none() || said.spot.record.is_none() || spot.record == said.spot.record;
            file && record && (spot.field.is_none() || spot.field == said.spot.field)
        })
}
