//! Days and months of the Gregorian calendar, as the standard writes them.

use std::fmt;

use super::digits;
use super::macros::{ascii_value, field_value};

/// How many days a month has; 0 where there is no such month.
#[must_use]
pub const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

/// A year of four digits from 0001 and a month 01–12, `YYYYMM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    year: u16,
    month: u8,
}

impl YearMonth {
    /// `None` where there is no such month.
    #[must_use]
    pub const fn new(year: u16, month: u8) -> Option<Self> {
        if year >= 1 && year <= 9999 && month >= 1 && month <= 12 { Some(Self { year, month }) } else { None }
    }

    /// Reads `YYYYMM`.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (year, month) = bytes.split_at_checked(4)?;
        if month.len() != 2 {
            return None;
        }
        Self::new(u16::try_from(digits(year)?).ok()?, u8::try_from(digits(month)?).ok()?)
    }

    /// The year, 1–9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1–12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// How many days it has, 28–31.
    #[must_use]
    pub const fn days(self) -> u8 {
        days_in_month(self.year, self.month)
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}{:02}", self.year, self.month)
    }
}

/// A day that exists, `YYYYMMDD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    month: YearMonth,
    day: u8,
}

impl Date {
    /// `None` where there is no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let month = YearMonth::new(year, month)?;
        (1..=month.days()).contains(&day).then_some(Self { month, day })
    }

    /// Reads `YYYYMMDD`.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let (month, day) = bytes.split_at_checked(6)?;
        if day.len() != 2 {
            return None;
        }
        let month = YearMonth::parse(month)?;
        Self::new(month.year, month.month, u8::try_from(digits(day)?).ok()?)
    }

    /// The month it lies in.
    #[must_use]
    pub const fn year_month(self) -> YearMonth {
        self.month
    }

    /// The day of the month, 1–31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", self.month, self.day)
    }
}

/// 居宅サービス計画作成（変更）日 of a supplement: no day where it belongs to a use table (R61).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateOrZero {
    /// `00000000`.
    Zero,
    /// The day of the plan it belongs to.
    Date(Date),
}

impl DateOrZero {
    /// Reads `YYYYMMDD` or `00000000`.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        if bytes == b"00000000" { Some(Self::Zero) } else { Date::parse(bytes).map(Self::Date) }
    }
}

impl fmt::Display for DateOrZero {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zero => f.write_str("00000000"),
            Self::Date(date) => date.fmt(f),
        }
    }
}

/// 対象年月 of a supplement: no month where it belongs to a plan (R61).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MonthOrZero {
    /// `000000`.
    Zero,
    /// The month of the use table it belongs to.
    Month(YearMonth),
}

impl MonthOrZero {
    /// Reads `YYYYMM` or `000000`.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        if bytes == b"000000" { Some(Self::Zero) } else { YearMonth::parse(bytes).map(Self::Month) }
    }
}

impl fmt::Display for MonthOrZero {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zero => f.write_str("000000"),
            Self::Month(month) => month.fmt(f),
        }
    }
}

ascii_value! {
    /// CSVバージョン: six digits, kept as they are. Which version they name is a rule's business (R1).
    CsvVersion [6] |bytes| bytes.iter().all(u8::is_ascii_digit);
}

impl CsvVersion {
    /// The value of V4.1 (R1).
    pub const V41: Self = Self(*b"202407");
}

field_value!(YearMonth, Date, DateOrZero, MonthOrZero);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn february_follows_the_gregorian_rule() {
        let days = [(1900, 28), (2000, 29), (2023, 28), (2024, 29), (2100, 28), (2400, 29)];
        for (year, expected) in days {
            assert_eq!(days_in_month(year, 2), expected, "{year}");
        }
        let year: u32 = (0..=13).map(|month| u32::from(days_in_month(2025, month))).sum();
        assert_eq!(year, 365);
    }

    #[test]
    fn dates_order_as_days_follow_each_other() {
        let order: Vec<_> =
            [&b"20241231"[..], b"20250101", b"20250131", b"20250201"].into_iter().filter_map(Date::parse).collect();
        assert_eq!(order.len(), 4);
        assert!(order.is_sorted());
        assert_eq!(order.first().map(|date| date.year_month().month()), Some(12));
    }
}
