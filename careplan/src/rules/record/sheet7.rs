//! A row of 第7表 as its arithmetic sees it, read once and judged by several rules.

use super::{
    RecordBreach, View, over_30_inside, row_amount, row_benefit, row_cost, row_days, row_discount, row_over, row_own,
    row_price, row_rate, row_share,
};
use crate::value::{ServiceCodeOrTotal, Subtotal, UnitPrice};

/// A row of 第7表.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) code: ServiceCodeOrTotal,
    pub(crate) raw_code: [u8; 6],
    /// Ten characters, or zeros where there is no such number.
    pub(crate) office: [u8; 10],
    /// Up to two characters, zeros behind.
    pub(crate) branch: [u8; 2],
    pub(crate) flagged: bool,
    pub(crate) numbers: Numbers,
}

/// The numbers of a row; `None` where nothing stands, or no number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Numbers {
    pub(crate) units: Option<i64>,
    pub(crate) discount: Option<i64>,
    pub(crate) discounted: Option<i64>,
    pub(crate) count: Option<i64>,
    pub(crate) amount: Option<i64>,
    pub(crate) managed: Option<i64>,
    pub(crate) type_over: Option<i64>,
    pub(crate) type_inside: Option<i64>,
    pub(crate) over: Option<i64>,
    pub(crate) inside: Option<i64>,
    pub(crate) price: Option<UnitPrice>,
    pub(crate) cost: Option<i64>,
    pub(crate) rate: Option<i64>,
    pub(crate) benefit: Option<i64>,
    pub(crate) fixed: Option<i64>,
    pub(crate) share: Option<i64>,
    pub(crate) own: Option<i64>,
    /// Days before, planned and in all.
    pub(crate) days: [Option<i64>; 3],
}

impl Row {
    /// `None` where the service code is none.
    pub(crate) fn read(view: &View<'_>) -> Option<Self> {
        let raw_code = view.content(9);
        Some(Self {
            code: ServiceCodeOrTotal::parse(raw_code)?,
            raw_code: raw_code.try_into().ok()?,
            office: view.content(7).try_into().unwrap_or_default(),
            branch: padded(view.content(8)),
            flagged: view.content(33) == b"1",
            numbers: Numbers {
                units: view.number(13),
                discount: view.number(14),
                discounted: view.number(15),
                count: view.number(16),
                amount: view.number(17),
                managed: view.number(18),
                type_over: view.number(19),
                type_inside: view.number(20),
                over: view.number(21),
                inside: view.number(22),
                price: UnitPrice::parse(view.content(23)),
                cost: view.number(24),
                rate: view.number(25),
                benefit: view.number(26),
                fixed: view.number(27),
                share: view.number(28),
                own: view.number(29),
                days: [30, 31, 32].map(|no| view.number(no)),
            },
        })
    }

    /// The first two characters of the code.
    pub(crate) const fn service(&self) -> [u8; 2] {
        let [first, second, ..] = self.raw_code;
        [first, second]
    }

    pub(crate) const fn is_detail(&self) -> bool {
        matches!(self.code, ServiceCodeOrTotal::Detail(_))
    }

    pub(crate) const fn is_total(&self) -> bool {
        matches!(self.code, ServiceCodeOrTotal::GrandTotal)
    }

    /// A subtotal outside the limit.
    pub(crate) const fn is_unlimited(&self) -> bool {
        matches!(self.code, ServiceCodeOrTotal::Subtotal(_, Subtotal::Unlimited))
    }

    /// Charged in full: beyond thirty days.
    pub(crate) const fn is_over_30(&self) -> bool {
        self.flagged || matches!(self.code, ServiceCodeOrTotal::Subtotal(_, Subtotal::Over30Days))
    }

    /// 総合事業: prices are the municipality's.
    pub(crate) const fn is_project(&self) -> bool {
        matches!(self.raw_code, [b'A', ..])
    }

    /// 定率 of 総合事業: rates are the municipality's.
    pub(crate) const fn has_rate_of_its_own(&self) -> bool {
        matches!(self.raw_code, [b'A', b'3' | b'7', ..])
    }

    /// 定額 of 総合事業: the own share is fixed, the benefit is the rest.
    pub(crate) const fn is_fixed_price(&self) -> bool {
        matches!(self.raw_code, [b'A', b'4' | b'8', ..])
    }
}

fn padded(content: &[u8]) -> [u8; 2] {
    match content {
        [one] => [*one, 0],
        [one, two] => [*one, *two],
        _ => [0; 2],
    }
}

type RowCheck = fn(&Row, i64) -> Option<RecordBreach>;

/// The rules of a row. The second argument is by how many yen a sum of rounded details may be lower
/// than the sum rounded once; 0 on details.
const ROW_CHECKS: &[RowCheck] = &[
    row_amount::check,
    row_discount::check,
    row_over::check,
    row_cost::check,
    row_benefit::check,
    row_share::check,
    row_own::check,
    row_rate::check,
    row_price::check,
    row_days::check,
    over_30_inside::check,
];

/// All that is to be said of the arithmetic of a row.
pub(crate) fn judge(row: &Row, spread: i64) -> impl Iterator<Item = RecordBreach> + use<'_> {
    ROW_CHECKS.iter().filter_map(move |check| check(row, spread))
}
