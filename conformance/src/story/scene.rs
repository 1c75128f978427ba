//! What every story begins with: a month, an insurer, who plans, and chance.

use std::ops::Range;

use careplan::layout::codes::{CareLevel, Weekday};
use careplan::value::{Date, YearMonth};

use super::member::Members;
use super::office::{Office, is_preventive};
use super::papers::sheets::{self, Plan};
use super::papers::{Author, Style, UserMonth};
use super::parcel::Serials;
use super::person::Person;
use super::rng::Rng;
use super::services::{self, Equipment, PRICES};
use super::usage::Use;
use super::{StoryError, calendar, names, number};

/// Things that are lent, with code and units.
pub(super) const THINGS: &[(&str, i64, Equipment)] = &[
    ("171007", 300, thing("手すり（見本据置型）", "09999-000017", "")),
    ("171003", 1_000, thing("特殊寝台", "09998-000101", "")),
    ("171001", 600, thing("車いす, 自走用", "09998-000007", "")),
    ("171009", 280, thing("歩行器（未登録品）", "", "09997-000055")),
];

/// A thing with one of the two codes.
pub(super) const fn thing(name: &'static str, tais: &'static str, notified: &'static str) -> Equipment {
    Equipment { name, tais, notified, detail_no: None }
}

/// Where a story plays.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) rng: Rng,
    /// サービス提供年月.
    pub(super) month: YearMonth,
    /// 保険者番号.
    insurer: String,
    /// Prices of the region, for services with 70, 55 and 45 per cent of personnel cost.
    pub(super) region: [i64; 3],
    /// 居宅介護支援事業所, and the software it uses.
    pub(super) author: Author,
    /// 作成年月日 of what is planned: in the month before.
    pub(super) planned_on: Date,
    pub(super) serials: Serials,
    /// Who has sent or received something so far.
    pub(super) met: Members,
}

impl Scene {
    /// With some choices (from 0) as small as can be.
    pub(super) fn new(story: &str, seed: u64, least: &[Range<u32>]) -> Result<Self, StoryError> {
        let mut rng = Rng::new(story, seed).at_least(least);
        let month = calendar::month(&mut rng)?;
        let style = Style {
            managed: rng.one_in(2),
            lone_subtotal: rng.one_in(2),
            unlimited_subtotal: rng.one_in(2),
            entered_by: rng.one_in(3),
            repeats: rng.one_in(3),
        };
        Ok(Self {
            month,
            insurer: number::insurer(&mut rng),
            region: rng.pick(PRICES),
            author: Author { office: Office::care_manager(&mut rng), manager: names::worker(&mut rng), style },
            planned_on: sheets::planning_day(&mut rng, month)?,
            serials: Serials::new(),
            met: Members::default(),
            rng,
        })
    }

    /// Somebody of a care level.
    pub(super) fn person(&mut self, level: CareLevel) -> Result<Person, StoryError> {
        Person::new(&mut self.rng, &self.insurer, level, self.month)
    }

    /// Somebody of one of 要介護1 to 5.
    pub(super) fn cared_for(&mut self) -> Result<Person, StoryError> {
        let level = self.rng.pick(sheets::CARE);
        self.person(level)
    }

    /// An office that provides a service type.
    pub(super) fn provider(&mut self, service: &'static str) -> Office {
        Office::provider(&mut self.rng, service)
    }

    /// Takes some days out of a week, so that nobody is in two places.
    fn take(&mut self, free: &mut Vec<Weekday>, most: usize) -> Vec<Weekday> {
        let week = self.rng.some(free, most);
        free.retain(|day| !week.contains(day));
        week
    }

    /// A service of an office on days of the week that are still free.
    pub(super) fn use_of(&mut self, office: &Office, person: &Person, free: &mut Vec<Weekday>) -> Use {
        let most = if matches!(office.service, "12" | "13" | "63") { 1 } else { 2 };
        let level = person.certification.level;
        if office.service == "17" {
            let day = self.first_weekday();
            return services::rental(office, self.region, day, &self.things());
        }
        let week = self.take(free, if is_preventive(office.service) { 1 } else { most });
        if office.service.starts_with('A') {
            return services::project(office, self.region, level, self.month, &week);
        }
        services::weekly(&mut self.rng, office, self.region, level, self.month, &week)
    }

    fn things(&mut self) -> Vec<(&'static str, i64, Equipment)> {
        self.rng.some(THINGS, 2)
    }

    /// The first day of the month on which an office works.
    pub(super) fn first_weekday(&self) -> Date {
        use Weekday::{Friday, Monday, Thursday, Tuesday, Wednesday};
        let open = calendar::days_on(self.month, &[Monday, Tuesday, Wednesday, Thursday, Friday]);
        // No month is without one.
        open.first().copied().unwrap_or(self.planned_on)
    }

    /// What somebody uses: the given office first, then others, within the limit.
    pub(super) fn uses(&mut self, person: &Person, first: &Office, others: &[&'static str]) -> Vec<Use> {
        let mut free = Weekday::ALL.to_vec();
        let mut uses = vec![self.use_of(first, person, &mut free)];
        for service in others {
            let office = self.provider(service);
            let used = self.use_of(&office, person, &mut free);
            let sum: i64 = uses.iter().map(Use::limited_units).sum();
            if sum + used.limited_units() <= person.certification.limit() {
                uses.push(used);
            }
        }
        uses
    }

    /// Other services than that of an office, as chance has it.
    pub(super) fn others(&mut self, than: &Office) -> Vec<&'static str> {
        let mut list = vec!["15", "11", "13", "12", "17"];
        list.retain(|service| *service != than.service && !(*service == "15" && than.service == "78"));
        self.rng.some(&list, 2)
    }

    /// The month of somebody.
    pub(super) fn user_month(&self, person: Person, uses: Vec<Use>) -> UserMonth {
        UserMonth { person, month: self.month, uses, created_on: self.planned_on }
    }

    /// So many people who all use one office, and others beside it.
    pub(super) fn users_of(&mut self, office: &Office, count: u16) -> Result<Vec<UserMonth>, StoryError> {
        (0..count)
            .map(|_| {
                let person = self.cared_for()?;
                let others = self.others(office);
                let uses = self.uses(&person, office, &others);
                Ok(self.user_month(person, uses))
            })
            .collect()
    }

    /// The plans behind the months of some people.
    pub(super) fn plans(&self, months: &[UserMonth]) -> Vec<Plan> {
        let plan =
            |month: &UserMonth| Plan { person: month.person.clone(), date: self.planned_on, uses: month.uses.clone() };
        months.iter().map(plan).collect()
    }

    /// The day so many days into the month after: when actuals are made.
    pub(super) fn after_month(&self, day: u8) -> Result<Date, StoryError> {
        calendar::day(calendar::shift(self.month, 1)?, day)
    }
}
