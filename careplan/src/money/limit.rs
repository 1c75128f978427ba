//! 区分支給限度基準額 by care level and month.

use crate::value::YearMonth;

/// The limits of one period, in units per month.
#[derive(Debug, PartialEq, Eq)]
pub struct Limits {
    /// The first 提供年月, as a year and a month.
    pub from: (u16, u8),
    /// 要支援1 (12).
    pub support1: i64,
    /// 要支援2 (13).
    pub support2: i64,
    /// 要介護1–5 (21–25).
    pub care: [i64; 5],
}

/// The limits that have been in force, oldest first. 事業対象者 (06) is not here: the municipality
/// sets it.
pub static LIMITS: &[Limits] = &[
    Limits { from: (2006, 4), support1: 4_970, support2: 10_400, care: [16_580, 19_480, 26_750, 30_600, 35_830] },
    Limits { from: (2014, 4), support1: 5_003, support2: 10_473, care: [16_692, 19_616, 26_931, 30_806, 36_065] },
    Limits { from: (2019, 10), support1: 5_032, support2: 10_531, care: [16_765, 19_705, 27_048, 30_938, 36_217] },
];

/// The limit of a care level (`12`, `13`, `21`–`25`) in a 提供年月; `None` for other levels and
/// before the table begins. A municipality may raise it by ordinance.
#[must_use]
pub fn limit(level: &[u8], month: YearMonth) -> Option<i64> {
    let row = LIMITS.iter().rev().find(|row| row.from <= (month.year(), month.month()))?;
    match level {
        b"12" => Some(row.support1),
        b"13" => Some(row.support2),
        [b'2', grade @ b'1'..=b'5'] => row.care.get(usize::from(grade - b'1')).copied(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_goes_by_the_month_of_use() {
        let at = |level: &[u8], month: &[u8]| limit(level, YearMonth::parse(month).unwrap());
        let table: [(&[u8], &[u8], i64); 6] = [
            (b"21", b"202505", 16_765),
            (b"25", b"201910", 36_217),
            (b"25", b"201909", 36_065),
            (b"12", b"201403", 4_970),
            (b"13", b"202604", 10_531),
            (b"24", b"201404", 30_806),
        ];
        for (level, month, units) in table {
            assert_eq!(at(level, month), Some(units));
        }
        for (level, month) in [(b"06", b"202505"), (b"01", b"202505"), (b"26", b"202505"), (b"21", b"200603")] {
            assert_eq!(at(level, month), None);
        }
    }

    #[test]
    fn limits_rise_with_the_level_and_the_periods_follow_each_other() {
        assert!(LIMITS.is_sorted_by_key(|row| row.from));
        for row in LIMITS {
            assert!(row.support1 < row.support2 && row.support2 < row.care[0] && row.care.is_sorted());
        }
    }
}
