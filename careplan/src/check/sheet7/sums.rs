//! Sums of the columns of 第7表 that are added up.

use crate::rules::record::sheet7::Numbers;

/// A column that is added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Amount,
    Over,
    Inside,
    Cost,
    Benefit,
    Share,
    Own,
}

impl Column {
    pub(super) const ALL: [Self; 7] =
        [Self::Amount, Self::Over, Self::Inside, Self::Cost, Self::Benefit, Self::Share, Self::Own];

    /// The No. of the layout.
    pub(super) const fn no(self) -> u16 {
        match self {
            Self::Amount => 17,
            Self::Over => 21,
            Self::Inside => 22,
            Self::Cost => 24,
            Self::Benefit => 26,
            Self::Share => 28,
            Self::Own => 29,
        }
    }

    /// Whether nothing in this column means 0: rows outside the limit have no units within it.
    pub(super) const fn empty_is_zero(self) -> bool {
        matches!(self, Self::Over | Self::Inside | Self::Own)
    }

    pub(super) const fn of(self, numbers: &Numbers) -> Option<i64> {
        match self {
            Self::Amount => numbers.amount,
            Self::Over => numbers.over,
            Self::Inside => numbers.inside,
            Self::Cost => numbers.cost,
            Self::Benefit => numbers.benefit,
            Self::Share => numbers.share,
            Self::Own => numbers.own,
        }
    }
}

/// The sums of some rows.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    pub(super) rows: i64,
    pub(super) columns: [(i64, i64); Column::ALL.len()],
}

impl Sums {
    pub(super) fn add(&mut self, numbers: &Numbers) {
        self.rows += 1;
        for (column, (sum, given)) in Column::ALL.iter().zip(&mut self.columns) {
            if let Some(number) = column.of(numbers) {
                *sum = sum.saturating_add(number);
                *given += 1;
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.rows += other.rows;
        for ((sum, given), (more, times)) in self.columns.iter_mut().zip(other.columns) {
            *sum = sum.saturating_add(more);
            *given += times;
        }
    }

    /// The sum of what is given.
    pub(super) fn sum(&self, column: Column) -> i64 {
        self.columns.get(column as usize).map_or(0, |(sum, _)| *sum)
    }

    /// In how many rows something is given.
    pub(super) fn given(&self, column: Column) -> i64 {
        self.columns.get(column as usize).map_or(0, |(_, given)| *given)
    }

    /// Whether every row gives something, or nothing means 0.
    pub(super) fn complete(&self, column: Column) -> bool {
        column.empty_is_zero() || self.given(column) == self.rows
    }
}
