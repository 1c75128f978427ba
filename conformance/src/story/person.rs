//! The people whom the stories are about. Nobody of them exists.

use careplan::layout::codes::{CareLevel, CertificationStatus, Sex};
use careplan::value::{Date, YearMonth};

use super::rng::Rng;
use super::{StoryError, calendar, names, number};

/// Somebody who is cared for.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// 保険者番号.
    pub(super) insurer_no: String,
    /// 被保険者番号.
    pub(super) insured_no: String,
    pub(super) name: names::Name,
    pub(super) sex: Sex,
    pub(super) born: Date,
    pub(super) postal_code: String,
    pub(super) address1: String,
    pub(super) address2: &'static str,
    pub(super) phone: String,
    pub(super) certification: Certification,
    /// 給付率, per cent.
    pub(super) benefit_rate: i64,
}

/// 認定, with the month of the story inside its period.
#[derive(Clone, Debug)]
pub(super) struct Certification {
    pub(super) status: CertificationStatus,
    pub(super) level: CareLevel,
    /// 認定日; none while it is only applied for.
    pub(super) given_on: Option<Date>,
    pub(super) starts_on: Date,
    /// The end of a month; none for 事業対象者 and while it is only applied for.
    pub(super) ends_on: Option<Date>,
    /// 区分変更 in the month of the story: when, and the level before.
    pub(super) change: Option<(Date, CareLevel)>,
}

impl Person {
    /// Somebody of a care level in a month.
    pub(super) fn new(rng: &mut Rng, insurer_no: &str, level: CareLevel, month: YearMonth) -> Result<Self, StoryError> {
        let woman = rng.one_in(2);
        Ok(Self {
            insurer_no: insurer_no.to_owned(),
            insured_no: number::insured(rng, false),
            name: names::person(rng, woman),
            sex: if woman { Sex::Female } else { Sex::Male },
            born: born(rng, 1928, 1950)?,
            postal_code: names::postal_code(rng),
            address1: names::address(rng),
            address2: names::house(rng),
            phone: names::phone(rng),
            certification: Certification::new(rng, level, month)?,
            benefit_rate: rng.pick(&[90, 90, 90, 80, 70]),
        })
    }

    /// Makes this somebody between 40 and 64 for whom public assistance alone pays: all of it.
    pub(super) fn on_assistance_alone(mut self, rng: &mut Rng) -> Result<Self, StoryError> {
        self.insured_no = number::insured(rng, true);
        self.born = born(rng, 1964, 1980)?;
        self.benefit_rate = 100;
        Ok(self)
    }

    /// Makes the level another one from a day of the month on; the period begins anew with it.
    pub(super) fn level_changed(mut self, on: Date, to: CareLevel) -> Result<Self, StoryError> {
        let certification = &mut self.certification;
        certification.change = Some((on, certification.level));
        certification.level = to;
        certification.given_on = Some(calendar::day(on.year_month(), 28)?);
        certification.starts_on = on;
        certification.ends_on = Some(calendar::month_end(on.year_month(), 6)?);
        Ok(self)
    }

    /// Makes the certification one that is only applied for.
    pub(super) fn applying(mut self) -> Self {
        let certification = &mut self.certification;
        certification.status = CertificationStatus::Applied;
        (certification.given_on, certification.ends_on) = (None, None);
        self
    }
}

impl Certification {
    fn new(rng: &mut Rng, level: CareLevel, month: YearMonth) -> Result<Self, StoryError> {
        let start = calendar::shift(month, -i32::from(rng.between(2, 10)))?;
        let length = i32::from(rng.pick(&[12_u16, 24, 36]));
        let ends_on = calendar::month_end(start, length - 1)?;
        Ok(Self {
            status: CertificationStatus::Certified,
            level,
            given_on: Some(calendar::day(calendar::shift(start, -1)?, rng.day(5, 25))?),
            starts_on: calendar::day(start, 1)?,
            ends_on: (level != CareLevel::ProjectTarget).then_some(ends_on),
            change: None,
        })
    }

    /// 区分支給限度基準額 of the month: that of the heavier level where it changes (施行規則68条).
    pub(super) fn limit(&self) -> i64 {
        let before = self.change.map_or(0, |(_, level)| limit(level));
        limit(self.level).max(before)
    }
}

/// In force since October 2019. A municipality sets that of 事業対象者; this is the usual one.
const fn limit(level: CareLevel) -> i64 {
    match level {
        CareLevel::ProjectTarget | CareLevel::Support1 => 5_032,
        CareLevel::Support2 => 10_531,
        CareLevel::Care1 => 16_765,
        CareLevel::Care2 => 19_705,
        CareLevel::Care3 => 27_048,
        CareLevel::Care4 => 30_938,
        CareLevel::Care5 => 36_217,
    }
}

fn born(rng: &mut Rng, from: u16, to: u16) -> Result<Date, StoryError> {
    let year = rng.between(from, to);
    let month = YearMonth::new(year, rng.day(1, 12)).ok_or_else(|| StoryError("a birth without a month".to_owned()))?;
    calendar::day(month, rng.day(1, 28))
}
