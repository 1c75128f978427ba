//! 予定 against 実績: the visits of one office, day by day.

use std::collections::BTreeSet;

use careplan::csv::{Document, content};
use careplan::encoding;
use careplan::layout::Kind;
use careplan::record::AnyRecord;
use careplan::text::Message;
use careplan::value::{Date, InsuredNo, OfficeNo, SERVICE_TYPES, ServiceCode, ServiceTime, ServiceType};

use super::story::{PEOPLE, weekday};

/// A visit: who, on which day, by which kind of service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Visit {
    user: InsuredNo,
    on: Date,
    service: ServiceType,
}

/// Where plan and actuals differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Differences {
    /// Planned, and did not take place.
    pub(super) missed: Vec<Visit>,
    /// Took place, and was not planned.
    pub(super) unplanned: Vec<Visit>,
}

/// Compares a file of 予定 with one of 実績, as far as they concern the office; `None` where
/// either cannot be read.
pub(super) fn compare(planned: &[u8], actual: &[u8], office: &str) -> Option<Differences> {
    let office = OfficeNo::parse(office.as_bytes())?;
    let (planned, actual) = (visits(Kind::Upplan, planned, office)?, visits(Kind::Upjsk, actual, office)?);
    Some(Differences {
        missed: planned.difference(&actual).copied().collect(),
        unplanned: actual.difference(&planned).copied().collect(),
    })
}

fn visits(kind: Kind, bytes: &[u8], office: OfficeNo) -> Option<BTreeSet<Visit>> {
    let document = Document::parse(bytes.to_vec())?;
    let mut visits = BTreeSet::new();
    for row in document.rows() {
        let texts: Option<Vec<String>> = row.raw_fields().map(|raw| encoding::decode(&content(raw)).ok()).collect();
        let texts = texts?;
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (by, user, on, starts_at, code) = match AnyRecord::from_texts(kind, &texts)?.ok()? {
            AnyRecord::Upplan(row) => {
                (row.office_no, row.insured_no, row.service_date, row.starts_at, row.service_code)
            }
            AnyRecord::Upjsk(row) => (row.office_no, row.insured_no, row.service_date, row.starts_at, row.service_code),
            _ => return None,
        };
        if by == office && is_visit(starts_at) {
            visits.insert(Visit { user, on, service: ServiceCode::service_type(code) });
        }
    }
    Some(visits)
}

/// Rows without a time are additions of the month, no visits.
fn is_visit(starts_at: ServiceTime) -> bool {
    starts_at.minutes().is_some()
}

impl Visit {
    /// `見本　花子さん 12月8日（火）の通所介護`.
    pub(super) fn spoken(&self) -> Message {
        let person = PEOPLE.iter().find(|person| person.insured_no == self.user.as_str());
        let person = person.map_or("", |person| person.name);
        let service = SERVICE_TYPES.iter().find(|known| self.service.as_str() == known.code);
        let service = service.map_or(self.service.as_str(), |known| known.name);
        let (month, day) = (self.on.year_month().month(), self.on.day());
        let weekday = weekday(self.on).and_then(|weekday| weekday.label().chars().next()).unwrap_or('・');
        Message::new(
            format!("{person}さん {month}月{day}日（{weekday}）の{service}"),
            format!("{person}, {:04}-{month:02}-{day:02}, service type {}", self.on.year_month().year(), self.service),
        )
    }
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::super::story::{Calendar, DAY_SERVICE, Story};
    use super::*;

    #[test]
    fn the_visit_that_did_not_take_place_is_found_and_named() {
        let story = Story::tell(Calendar::at(datetime!(2026-11-20 9:00 +9)).unwrap()).unwrap();
        let planned = story.use_table.iter().find(|file| file.name.kind == Kind::Upplan).unwrap();
        let found = compare(&planned.bytes, &story.actuals[0].bytes, DAY_SERVICE.number).unwrap();
        assert_eq!(found.unplanned, []);
        let spoken: Vec<_> = found.missed.iter().map(|visit| visit.spoken().ja).collect();
        assert_eq!(spoken, ["見本　花子さん 12月4日（金）の通所介護"]);
    }

    #[test]
    fn what_cannot_be_read_is_not_compared() {
        assert_eq!(compare(b"\"", b"", DAY_SERVICE.number), None);
        assert_eq!(compare(b"1,2\r\n", b"", DAY_SERVICE.number), None);
    }
}
