//! What is used, as codes and units of 2024. The codes have the form of the ministry's table;
//! whether one stands in it is nothing that a check may ask.

use careplan::layout::codes::{CareLevel, Weekday};
use careplan::value::{Date, YearMonth};

use super::calendar::days_on;
use super::office::Office;
use super::rng::Rng;
use super::usage::{Charge, Line, Use};

/// 単位数単価 in hundredths of a yen, of services with 70, 55 and 45 per cent of personnel cost.
pub(super) const PRICES: &[[i64; 3]] = &[
    [1140, 1110, 1090],
    [1112, 1088, 1072],
    [1105, 1083, 1068],
    [1084, 1066, 1054],
    [1070, 1055, 1045],
    [1042, 1033, 1027],
    [1021, 1017, 1014],
    [1000, 1000, 1000],
];

/// A thing that is lent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Equipment {
    pub(super) name: &'static str,
    /// TAISコード; empty where there is only the other.
    pub(super) tais: &'static str,
    /// 福祉用具届出コード.
    pub(super) notified: &'static str,
    /// 明細判別コード, where two lines have one code and the same units.
    pub(super) detail_no: Option<u8>,
}

/// 単位数単価 of a service type in a region.
fn price(service: &str, region: [i64; 3]) -> i64 {
    let [labour70, labour55, labour45] = region;
    match service {
        "17" | "67" | "31" | "34" => 1000,
        "11" | "12" | "13" | "63" | "A2" | "A4" => labour70,
        "21" => labour55,
        _ => labour45,
    }
}

/// 0 to 4 for 要介護1 to 5; those below are the first.
fn grade(level: CareLevel) -> usize {
    match level {
        CareLevel::Care2 => 1,
        CareLevel::Care3 => 2,
        CareLevel::Care4 => 3,
        CareLevel::Care5 => 4,
        _ => 0,
    }
}

/// The code and units of a level.
fn by_level(table: [(&'static str, i64); 5], level: CareLevel) -> (&'static str, i64) {
    let [first, ..] = table;
    table.get(grade(level)).copied().unwrap_or(first)
}

/// A use without lines.
fn bare(office: &Office, region: [i64; 3], week: &[Weekday], time: Option<(&'static str, &'static str)>) -> Use {
    Use {
        price: price(office.service, region),
        office: office.clone(),
        week: week.to_vec(),
        time,
        lines: Vec::new(),
        improvement: None,
        days_before: None,
        type_limit: None,
        fixed_copay: None,
    }
}

/// What a week of a service of a level is: the table of what there is.
pub(super) fn weekly(
    rng: &mut Rng,
    office: &Office,
    region: [i64; 3],
    level: CareLevel,
    month: YearMonth,
    week: &[Weekday],
) -> Use {
    let days = days_on(month, week);
    let mut used = bare(office, region, week, None);
    match office.service {
        "11" => {
            let (code, units, time) = rng.pick(&[
                ("111111", 244, ("1000", "1030")),
                ("111211", 387, ("1000", "1100")),
                ("117211", 179, ("1330", "1415")),
            ]);
            used.time = Some(time);
            used.lines = vec![Line::each(code, units, &days)];
            used.improvement = Some(("116275", 245));
        }
        "12" => {
            used.time = Some(("1400", "1445"));
            used.lines = vec![Line::each("121111", 1_266, &days)];
        }
        "13" => {
            let (code, units, time) = rng.pick(&[("131111", 471, ("1000", "1030")), ("131211", 823, ("1030", "1130"))]);
            used.time = Some(time);
            used.lines = vec![Line::each(code, units, &days)];
        }
        "63" => {
            used.time = Some(("1030", "1130"));
            used.lines = vec![Line::each("631211", 794, &days)];
        }
        _ => {
            used.time = Some(("0930", "1635"));
            used.lines = day_service(rng, office.service, level, &days);
            used.improvement = Some((if office.service == "78" { "786108" } else { "156108" }, 92));
        }
    }
    used
}

/// 通所介護: the day and what is added to it.
pub(super) fn day_service(rng: &mut Rng, service: &str, level: CareLevel, days: &[Date]) -> Vec<Line> {
    let (base, bath, training) = if service == "78" {
        let table = [("782441", 753), ("782442", 890), ("782443", 1_032), ("782444", 1_172), ("782445", 1_312)];
        (by_level(table, level), "785301", "785051")
    } else {
        let table = [("152441", 658), ("152442", 777), ("152443", 900), ("152444", 1_023), ("152445", 1_148)];
        (by_level(table, level), "155301", "155051")
    };
    let mut lines = vec![Line::each(base.0, base.1, days)];
    if !rng.one_in(4) {
        lines.push(Line::each(bath, 40, days));
    }
    if rng.one_in(2) {
        lines.push(Line::each(training, 56, days));
    }
    // 送迎減算: units may be negative.
    if rng.one_in(5)
        && let Some(first) = days.first()
    {
        let code = if service == "78" { "785612" } else { "155612" };
        lines.push(Line::each(code, -47, &[*first]));
    }
    lines
}

/// 総合事業: charged once a month, whichever days it is used on.
pub(super) fn project(office: &Office, region: [i64; 3], level: CareLevel, month: YearMonth, week: &[Weekday]) -> Use {
    let twice = level == CareLevel::Support2;
    let (code, units, improvement) = match (office.service, twice) {
        ("A2", false) => ("A21111", 1_176, ("A26269", 245)),
        ("A2", true) => ("A21211", 2_349, ("A26269", 245)),
        (_, false) => ("A61111", 1_798, ("A66100", 92)),
        (_, true) => ("A61121", 3_621, ("A66100", 92)),
    };
    let mut used = bare(office, region, week, None);
    let line = Line::each(code, units, &days_on(month, week));
    used.lines = vec![Line { charge: Charge::Month, ..line }];
    used.improvement = Some(improvement);
    used
}

/// 総合事業 that begins within the month: charged by the day (日割).
pub(super) fn project_by_day(office: &Office, region: [i64; 3], from: Date, week: &[Weekday]) -> Use {
    let (code, units) = if office.service == "A2" { ("A22111", 39) } else { ("A61112", 59) };
    let month = from.year_month();
    let mut days = days_on(month, week);
    days.retain(|day| *day >= from);
    let mut used = bare(office, region, week, None);
    let line = Line::each(code, units, &days);
    used.lines = vec![Line { charge: Charge::Prorata(from.day(), month.days()), ..line }];
    used
}

/// 総合事業 (独自・定額): each visit is charged, and the user pays a fixed price for it.
pub(super) fn project_at_fixed_price(office: &Office, region: [i64; 3], days: &[Date], week: &[Weekday]) -> Use {
    let mut used = bare(office, region, week, Some(("1000", "1045")));
    used.lines = vec![Line::each("A41111", 401, days)];
    used.fixed_copay = Some(414);
    used
}

/// 福祉用具貸与: things that are lent, each charged once a month.
pub(super) fn rental(office: &Office, region: [i64; 3], day: Date, things: &[(&'static str, i64, Equipment)]) -> Use {
    let mut used = bare(office, region, &[], None);
    used.lines = things
        .iter()
        .map(|(code, units, thing)| Line {
            charge: Charge::Month,
            equipment: Some(*thing),
            ..Line::each(code, *units, &[day])
        })
        .collect();
    used
}

/// 短期入所生活介護 from the first day of the month on, after some days of the month before; what
/// lies beyond the thirtieth day in a row is not insured (30日超).
pub(super) fn stay(office: &Office, region: [i64; 3], level: CareLevel, before: i64, days: &[Date]) -> Use {
    let table = [("212131", 603), ("212132", 672), ("212133", 745), ("212134", 815), ("212135", 884)];
    let (code, units) = by_level(table, level);
    let insured = usize::try_from(30 - before).unwrap_or(0).min(days.len());
    let (within, beyond) = days.split_at_checked(insured).unwrap_or((days, &[]));
    let mut used = bare(office, region, &[], None);
    used.lines.push(Line::each(code, units, within));
    if !beyond.is_empty() {
        used.lines.push(Line { charge: Charge::Over30, ..Line::each(code, units, beyond) });
    }
    used.days_before = Some(before);
    used
}
