//! The time studies, as their sources have them: one row for each kind of work. Minutes are those of
//! one month for all partners together.

use careplan::text::Text;

/// What one office measured of one kind of work.
#[derive(Debug)]
pub(super) struct Measured {
    /// Which office.
    pub(super) office: Text,
    /// Which work.
    pub(super) work: Text,
    /// Partners.
    pub(super) partners: u32,
    /// Minutes where all of them got paper.
    pub(super) paper: u32,
    /// Partners that could then be reached through the exchange.
    pub(super) reached: u32,
    /// Minutes for those.
    pub(super) exchange: u32,
    /// Minutes for the others, still on paper.
    pub(super) rest: u32,
}

/// Where the rows of [`MEASURED`] stand.
pub(super) const SOURCE: Text = Text::new(
    "山都町 ケアプランデータ連携システム活用事例集「業務時間の変化」（事例①〜③。アナログ作業を併用した時期の実測）",
    "Case book of Yamato Town: “change of working hours”, cases 1 to 3, measured while paper went on beside it",
);
/// The other study, of which only totals are known.
pub(super) const SURVEY: Text = Text::new(
    "国の調査研究（令和2年度老人保健健康増進等事業）の試算では、提供票の共有が1事業所あたり月52.4時間から18.1時間に減るとしています。",
    "A study of the ministry (fiscal 2020) puts the sharing of 提供票 at 52.4 hours a month for one office on paper, and 18.1 with the exchange.",
);

const CASE_1: Text = Text::new("事例① 居宅介護支援（ケアマネジャー4名）", "case 1: care managers, 4 persons");
const CASE_2: Text = Text::new("事例② 居宅介護支援（ケアマネジャー4名）", "case 2: care managers, 4 persons");
const CASE_3: Text = Text::new("事例③ 訪問看護（看護1名・事務2名）", "case 3: home nursing, 1 nurse and 2 clerks");
/// Sending 提供票, by the care manager.
pub(super) const PLANS_OUT: Text =
    Text::new("提供票の交付（印刷・仕分け・持参・FAX）", "handing out 提供票: printing, sorting, carrying, fax");
/// Getting actuals, by the care manager.
pub(super) const ACTUALS_IN: Text = Text::new(
    "実績票の受領（受け取り・仕分け・確認・入力）",
    "getting actuals: receiving, sorting, checking, typing in",
);
const ACTUALS_OUT: Text = Text::new(
    "実績票の交付（印刷・仕分け・持参・FAX・メール）",
    "handing out actuals: printing, sorting, carrying, fax, mail",
);
const PLANS_IN: Text =
    Text::new("提供票の受領（受け取り・仕分け・収納）", "getting 提供票: receiving, sorting, filing");
/// Whatever else is sent.
pub(super) const OTHER: Text =
    Text::new("そのほかの書類（計画書・報告書など）", "other papers: plans, reports and the like");

macro_rules! measured {
    ($($office:ident $work:ident $partners:literal $paper:literal: $reached:literal $exchange:literal $rest:literal;)*) => {
        /// Office, work, partners, minutes on paper: partners reached, their minutes, minutes of the rest.
        pub(super) static MEASURED: &[Measured] = &[$(Measured {
            office: $office, work: $work, partners: $partners, paper: $paper,
            reached: $reached, exchange: $exchange, rest: $rest,
        }),*];
    };
}

measured! {
    CASE_1 PLANS_OUT   30 730: 19 30 215;
    CASE_1 ACTUALS_IN  30 931: 13 25 400;
    CASE_2 PLANS_OUT   30 205:  5 10 115;
    CASE_2 ACTUALS_IN  30 510:  5 15 255;
    CASE_3 ACTUALS_OUT 13 240:  7  8 132;
    CASE_3 PLANS_IN    13 150:  3 15  65;
}

impl Measured {
    /// Minutes for one partner on paper, in tenths, rounded half up.
    pub(super) const fn paper_each(&self) -> u32 {
        tenths(self.paper, self.partners)
    }

    /// Minutes for one partner through the exchange, in tenths, rounded half up.
    pub(super) const fn exchange_each(&self) -> u32 {
        tenths(self.exchange, self.reached)
    }

    /// Minutes of the month once some were reached.
    pub(super) const fn after(&self) -> u32 {
        self.exchange + self.rest
    }
}

const fn tenths(minutes: u32, of: u32) -> u32 {
    (minutes * 20 + of) / (of * 2)
}
