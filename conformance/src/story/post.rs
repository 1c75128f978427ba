//! The sets of the standard (送信単位), filled and sealed (R53–R56).

use careplan::layout::Kind;
use careplan::name::UnitKey;
use careplan::value::Date;

use super::StoryError;
use super::office::Office;
use super::papers::basic::{self, Consultation};
use super::papers::preventive::{self, Contract, PreventivePlan};
use super::papers::sheets::{self, Plan};
use super::papers::{Author, UserMonth, picture, supplement, table6, table7};
use super::parcel::{Content, StorySet, picture_name, seal, unit};
use super::row::Row;
use super::scene::Scene;

impl Scene {
    /// 第1表 to 第3表 with the supplement (R53①).
    pub(super) fn send_plans(&mut self, to: &Office, plans: &[Plan], on: Date) -> Result<StorySet, StoryError> {
        let author = self.author.clone();
        let mut sheets1 = Vec::new();
        let mut sheets2 = Vec::new();
        for plan in plans {
            sheets1.push(sheets::sheet1(&mut self.rng, &author, plan)?);
            sheets2.extend(sheets::sheet2(&mut self.rng, &author, plan));
        }
        let supplements = plans.iter().map(|plan| supplement::of_plan(&author, &plan.person, plan.date)).collect();
        let content = Content::default()
            .with(Kind::Up1kyo, sheets1)
            .with(Kind::Up2kyo, sheets2)
            .with(Kind::Up3kyo, plans.iter().flat_map(sheets::sheet3).collect())
            .of_month(Kind::Uphosoku, None, supplements);
        self.send(&author.office, to, on, content)
    }

    /// 第6表 予定 and 第7表 with the supplement (R53②); all of one month.
    pub(super) fn send_months(
        &mut self,
        author: &Author,
        to: &Office,
        months: &[UserMonth],
        on: Date,
    ) -> Result<StorySet, StoryError> {
        let month = months.first().map(|month| month.month);
        let content = Content::default()
            .of_month(Kind::Upplan, month, months.iter().flat_map(|month| table6::planned(author, month)).collect())
            .of_month(Kind::Upsikyu, month, months.iter().flat_map(|month| table7::rows(author, month)).collect())
            .of_month(Kind::Uphosoku, month, months.iter().map(|month| supplement::of_month(author, month)).collect());
        self.send(&author.office, to, on, content)
    }

    /// 実績 (R54①), made on a day and sent on it; `author` is who planned.
    pub(super) fn send_actuals(
        &mut self,
        author: &Author,
        (from, to): (&Office, &Office),
        months: &[UserMonth],
        on: Date,
    ) -> Result<StorySet, StoryError> {
        let made = |month: &UserMonth| UserMonth { created_on: on, ..month.clone() };
        let rows = months.iter().flat_map(|month| table6::actual(author, &made(month))).collect();
        let content = Content::default().of_month(Kind::Upjsk, months.first().map(|month| month.month), rows);
        self.send(from, to, on, content)
    }

    /// A deletion, alone (R53③④, R54②, R55).
    pub(super) fn send_deletion(
        &mut self,
        (from, to): (&Office, &Office),
        row: Row,
        month: Option<careplan::value::YearMonth>,
        on: Date,
    ) -> Result<StorySet, StoryError> {
        let kind = row.kind();
        let content = if kind.month_in_name() {
            Content::default().of_month(kind, month, vec![row])
        } else {
            Content::default().with(kind, vec![row])
        };
        self.send(from, to, on, content)
    }

    /// Documents of preventive care: 利用者基本情報 with its tables and pictures, 支援計画書 with
    /// its table, or both under one serial (R55, R56).
    pub(super) fn send_documents(
        &mut self,
        (from, to): (&Office, &Office),
        contract: &Contract,
        months: &[UserMonth],
        which: Documents,
        on: Date,
    ) -> Result<StorySet, StoryError> {
        let serial = self.serials.next(&mut self.rng, on);
        let unit = unit(from, to, serial);
        let mut content = Content::default();
        if which != Documents::Plan {
            let (mut information, mut days, mut illnesses) = (Vec::new(), Vec::new(), Vec::new());
            for (index, month) in months.iter().enumerate() {
                let branch = format!("{:04}", index + 1);
                let has_picture = !self.rng.one_in(4);
                let picture = if has_picture { picture_name(&unit, branch.clone()).to_string() } else { String::new() };
                let told = Consultation { person: &month.person, contract, on: month.created_on, picture };
                information.push(basic::information(&mut self.rng, &told)?);
                days.extend(basic::day(&told));
                illnesses.extend(basic::illnesses(&mut self.rng, &told));
                if has_picture {
                    let bytes = picture::jpeg(self.rng.day(1, 8), self.rng.day(1, 8));
                    content.pictures.push((branch, bytes));
                }
            }
            content = content
                .with(Kind::Upkihon, information)
                .with(Kind::UpkihonSub1, days)
                .with(Kind::UpkihonSub2, illnesses);
        }
        if which != Documents::Information {
            let (mut plans, mut tables) = (Vec::new(), Vec::new());
            for month in months {
                let plan =
                    PreventivePlan { person: &month.person, contract, date: month.created_on, uses: &month.uses };
                plans.push(preventive::plan(&mut self.rng, &plan)?);
                tables.extend(preventive::table(&mut self.rng, &plan));
            }
            content = content.with(Kind::Upyobo, plans).with(Kind::UpyoboSub, tables);
        }
        self.close(from, to, unit, content)
    }

    fn send(&mut self, from: &Office, to: &Office, on: Date, content: Content) -> Result<StorySet, StoryError> {
        let serial = self.serials.next(&mut self.rng, on);
        self.close(from, to, unit(from, to, serial), content)
    }

    /// Closes the envelope, and notes whom it brings together.
    fn close(&mut self, from: &Office, to: &Office, unit: UnitKey, content: Content) -> Result<StorySet, StoryError> {
        self.met.meet(from);
        self.met.meet(to);
        seal(from, to, unit, content)
    }
}

/// Which documents of preventive care travel together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Documents {
    /// 利用者基本情報 (R55(1)).
    Information,
    /// 支援計画書 (R55(3)).
    Plan,
    /// Both (R55(2)).
    Both,
}
