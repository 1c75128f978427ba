//! The sums, in whole tenths of a minute.

/// One kind of work in one office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Work {
    /// Partners.
    pub(super) partners: u32,
    /// Those of them that are reached through the exchange; the others get paper.
    pub(super) reached: u32,
    /// Minutes a month for one partner on paper, in tenths.
    pub(super) paper: u32,
    /// Minutes a month for one partner through the exchange, in tenths.
    pub(super) exchange: u32,
}

/// Minutes of a month, in tenths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Month {
    /// Were all on paper.
    pub(super) paper: u64,
    /// With those that are reached.
    pub(super) with: u64,
    /// Were all reached.
    pub(super) all: u64,
}

impl Work {
    /// What it takes in a month.
    pub(super) fn month(self) -> Month {
        let Self { partners, paper, exchange, .. } = self;
        let reached = self.reached.min(partners);
        let of = |count: u32, each: u32| u64::from(count) * u64::from(each);
        Month {
            paper: of(partners, paper),
            with: of(partners - reached, paper) + of(reached, exchange),
            all: of(partners, exchange),
        }
    }
}

impl std::iter::Sum for Month {
    fn sum<I: Iterator<Item = Self>>(months: I) -> Self {
        months.fold(Self::default(), |sum, month| Self {
            paper: sum.paper + month.paper,
            with: sum.with + month.with,
            all: sum.all + month.all,
        })
    }
}

impl Month {
    /// What is saved with those that are reached; negative where it takes longer.
    pub(super) fn saved(self) -> i64 {
        signed(self.paper) - signed(self.with)
    }

    /// What would be saved were all reached.
    pub(super) fn saved_by_all(self) -> i64 {
        signed(self.paper) - signed(self.all)
    }

    /// Whole per cent of what paper takes, rounded half away from zero; none where that is nothing.
    pub(super) fn per_cent(self) -> Option<i64> {
        let (saved, paper) = (self.saved(), signed(self.paper));
        (paper > 0).then(|| (saved * 200 + paper * saved.signum()) / (paper * 2))
    }
}

/// Sums of bounded numbers fit many times over.
fn signed(tenths: u64) -> i64 {
    i64::try_from(tenths).unwrap_or(i64::MAX)
}

/// Tenths as whole minutes, rounded half away from zero: `-12`.
pub(super) fn minutes(tenths: i64) -> i64 {
    (tenths + 5 * tenths.signum()) / 10
}

/// Tenths of a minute each month as hours of a year with one digit behind the point.
pub(super) fn hours_a_year(tenths: i64) -> String {
    // 12 months; 600 tenths of a minute are an hour: in tenths of an hour, rounded half away from zero.
    let year = (tenths * 12 + 30 * tenths.signum()) / 60;
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{}.{}", year.abs() / 10, year.abs() % 10)
}

/// Tenths as they are written into a field: `24.3`.
pub(super) fn written(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
