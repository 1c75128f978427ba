//! The invented people, offices and services of the story. Nobody and nothing here exists.

use careplan::layout::codes::{CareLevel, Sex, Weekday};

/// The insurer of both users.
pub(super) const INSURER: &str = "990002";

/// A care manager's office, or one that provides a service.
#[derive(Debug)]
pub(crate) struct Office {
    /// 事業所番号.
    pub(crate) number: &'static str,
    /// 事業所名.
    pub(crate) name: &'static str,
    /// サービス種類コード.
    pub(crate) service: &'static str,
    /// What the service type is called.
    pub(crate) service_name: &'static str,
}

/// What an office that provides a service charges.
#[derive(Debug)]
pub(crate) struct Provider {
    /// The office.
    pub(crate) office: &'static Office,
    /// 単位数単価, in hundredths of a yen.
    pub(super) price: i64,
    /// 処遇改善加算, outside the benefit limit: its code and per mille of the month's units.
    pub(super) improvement: (&'static str, i64),
}

/// The same visit on the same days of every week.
#[derive(Debug)]
pub(crate) struct WeeklyVisit {
    /// Who comes, or who is visited.
    pub(crate) provider: &'static Provider,
    /// On which days.
    pub(super) weekdays: &'static [Weekday],
    /// `HHMM`.
    pub(super) starts_at: &'static str,
    /// `HHMM`.
    pub(super) ends_at: &'static str,
    /// What is charged for each: サービスコード and 単位数.
    pub(super) items: &'static [(&'static str, i64)],
}

/// A need of sheet 2, its goals, and who helps.
#[derive(Debug)]
pub(super) struct Need {
    pub(super) issue: &'static str,
    pub(super) long_term_goal: &'static str,
    pub(super) short_term_goal: &'static str,
    pub(super) help: &'static [Help],
}

/// One way in which a need is met.
#[derive(Debug)]
pub(super) struct Help {
    pub(super) content: &'static str,
    pub(super) by: Helper,
    pub(super) frequency: &'static str,
}

/// Who helps.
#[derive(Debug)]
pub(super) enum Helper {
    /// An office, covered by the insurance.
    Office(&'static Office),
    /// Somebody of the family.
    Family(&'static str),
}

/// A user.
#[derive(Debug)]
pub(crate) struct Person {
    /// 被保険者番号.
    pub(crate) insured_no: &'static str,
    /// Name.
    pub(crate) name: &'static str,
    pub(super) kana: &'static str,
    pub(super) sex: Sex,
    pub(super) born: &'static str,
    pub(super) postal_code: &'static str,
    pub(super) address: &'static str,
    pub(super) phone: &'static str,
    pub(super) care_level: CareLevel,
    /// 区分支給限度基準額 of the level, since October 2019.
    pub(super) limit: i64,
    /// 給付率, per cent.
    pub(super) benefit_rate: i64,
    pub(super) wishes: &'static str,
    pub(super) policy: &'static str,
    pub(super) needs: &'static [Need],
    /// What is planned for every week.
    pub(crate) visits: &'static [WeeklyVisit],
}

/// The care manager's office, which plans.
pub(crate) static CARE_MANAGER: Office =
    Office {
        number: "9970000001", name: "見本居宅介護支援事業所", service: "43", service_name: "居宅介護支援"
    };

/// The day service, which receives the plan and answers with the actuals.
pub(crate) static DAY_SERVICE: Office =
    Office {
        number: "9970000002", name: "例示デイサービスセンター", service: "15", service_name: "通所介護"
    };

/// A home helper that appears in the plan only: rows of all offices go to each of them (R49).
static HOME_HELP: Office =
    Office {
        number: "9970000003", name: "架空訪問介護ステーション", service: "11", service_name: "訪問介護"
    };

/// Prices of 7級地: 45 per cent of the price is labour for day services, 70 for home help.
static DAY: Provider = Provider { office: &DAY_SERVICE, price: 1014, improvement: ("156108", 92) };
static HELP: Provider = Provider { office: &HOME_HELP, price: 1021, improvement: ("116275", 245) };

/// The care manager.
pub(super) const PLANNER: &str = "例　太郎";
pub(super) const MANAGER_POSTAL_CODE: &str = "000-0001";
pub(super) const MANAGER_ADDRESS: &str = "架空県見本市中央１丁目１番地";

/// What everybody does every day: the activity, from, to.
pub(super) const DAILY_LIFE: &[(&str, &str, &str)] = &[
    ("起床", "0630", "0630"),
    ("朝食", "0730", "0800"),
    ("昼食", "1200", "1230"),
    ("夕食", "1800", "1830"),
    ("就寝", "2100", "2100"),
];

/// The two users.
pub(crate) static PEOPLE: &[Person] = &[
    Person {
        insured_no: "0000000101",
        name: "見本　花子",
        kana: "ミホン　ハナコ",
        sex: Sex::Female,
        born: "19410512",
        postal_code: "000-0101",
        address: "架空県見本市東町２丁目３番４号",
        phone: "00-0000-0101",
        care_level: CareLevel::Care2,
        limit: 19_705,
        benefit_rate: 90,
        wishes: "本人：友人とまた俳句の会に出たい。家族：昼間ひとりになるので、転ばないか心配している。",
        policy: "外出の機会と入浴を確保し、足腰の力を保つ。\r\n緊急のときは長女へ連絡し、主治医の指示を受ける。",
        needs: &[
            Need {
                issue: "人と会い、会話を楽しみたい",
                long_term_goal: "月に１回、俳句の会に出られる",
                short_term_goal: "週２回、通所先で仲間と過ごせる",
                help: &[
                    Help {
                        content: "送迎、趣味の活動、機能訓練",
                        by: Helper::Office(&DAY_SERVICE),
                        frequency: "週２回",
                    },
                    Help {
                        content: "俳句の会への付添い", by: Helper::Family("長女"), frequency: "月１回"
                    },
                ],
            },
            Need {
                issue: "安全に入浴したい",
                long_term_goal: "見守りで入浴できる",
                short_term_goal: "手すりを使って浴槽をまたげる",
                help: &[Help {
                    content: "入浴の介助、立ち座りの練習",
                    by: Helper::Office(&DAY_SERVICE),
                    frequency: "週２回",
                }],
            },
        ],
        visits: &[WeeklyVisit {
            provider: &DAY,
            weekdays: &[Weekday::Tuesday, Weekday::Friday],
            starts_at: "0930",
            ends_at: "1635",
            items: &[("152442", 777), ("155301", 40), ("155051", 56)],
        }],
    },
    Person {
        insured_no: "0000000102",
        name: "架空　次郎",
        kana: "カクウ　ジロウ",
        sex: Sex::Male,
        born: "19380903",
        postal_code: "000-0102",
        address: "架空県見本市西町５丁目６番７号",
        phone: "00-0000-0102",
        care_level: CareLevel::Care1,
        limit: 16_765,
        benefit_rate: 80,
        wishes: "本人：この家で暮らし続けたい。家族：食事と薬を忘れずにとってほしい。",
        policy: "訪問と通所で食事と服薬を確かめ、体調の変化に早く気づく。",
        needs: &[Need {
            issue: "食事と薬を忘れずにとりたい",
            long_term_goal: "自分で薬を飲み、３食をとれる",
            short_term_goal: "声かけで薬を飲める",
            help: &[
                Help {
                    content: "朝の身支度の介助、服薬の確認", by: Helper::Office(&HOME_HELP), frequency: "週２回"
                },
                Help { content: "送迎、昼食、入浴", by: Helper::Office(&DAY_SERVICE), frequency: "週１回" },
            ],
        }],
        visits: &[
            WeeklyVisit {
                provider: &HELP,
                weekdays: &[Weekday::Monday, Weekday::Thursday],
                starts_at: "0900",
                ends_at: "0930",
                items: &[("111111", 244)],
            },
            WeeklyVisit {
                provider: &DAY,
                weekdays: &[Weekday::Wednesday],
                starts_at: "0930",
                ends_at: "1635",
                items: &[("152441", 658), ("155301", 40)],
            },
        ],
    },
];
