//! The money of 第7表 in whole numbers: units, hundredths of a yen per unit, yen. No floating
//! point anywhere, for 75 units at 11.12 are 834 yen and not 833.
//!
//! Units are rounded half up at every step, yen are floored (老企第36号; `domain` §3.4 and §3.8 of
//! the notes this crate was made from).

mod limit;
mod price;

pub use limit::{LIMITS, Limits, limit};
pub use price::{PRICES, Region, is_known_price};

use crate::value::UnitPrice;

/// 費用: units at a price, in yen, fractions dropped.
#[must_use]
pub fn cost(units: i64, price: UnitPrice) -> Option<i64> {
    units.checked_mul(i64::from(price.hundredths())).map(|hundredths| hundredths.div_euclid(100))
}

/// 保険／事業費請求額: a cost at a rate of per cent, in yen, fractions dropped.
#[must_use]
pub fn benefit(cost: i64, per_cent: i64) -> Option<i64> {
    cost.checked_mul(per_cent).map(|hundredths| hundredths.div_euclid(100))
}

/// A number of units times `numerator / denominator`, rounded half up to a whole unit.
/// `None` where the denominator is not positive or the product does not fit.
#[must_use]
pub fn round_half_up(units: i64, numerator: i64, denominator: i64) -> Option<i64> {
    if denominator <= 0 {
        return None;
    }
    let twice = units.checked_mul(numerator)?.checked_mul(2)?.checked_add(denominator)?;
    Some(twice.div_euclid(denominator.checked_mul(2)?))
}

/// A number of units through several ratios, rounded at every step: ratios are never chained.
#[must_use]
pub fn round_each_step(units: i64, ratios: &[(i64, i64)]) -> Option<i64> {
    ratios.iter().try_fold(units, |units, &(numerator, denominator)| round_half_up(units, numerator, denominator))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn price(hundredths: u32) -> UnitPrice {
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        UnitPrice::parse(text.as_bytes()).unwrap()
    }

    #[test]
    fn costs_drop_fractions_of_a_yen() {
        for (units, hundredths, yen) in [
            (75, 1112, 834),
            (1375, 1112, 15_290),
            (90, 1070, 963),
            (150, 1054, 1_581),
            (180, 1045, 1_881),
            (3505, 1035, 36_276),
            (505, 1035, 5_226),
            (221, 1112, 2_457),
        ] {
            assert_eq!(cost(units, price(hundredths)), Some(yen), "{units} × {hundredths}");
        }
    }

    #[test]
    fn benefits_drop_fractions_of_a_yen() {
        for (yen, rate, benefit_yen) in [(62_405, 90, 56_164), (15_290, 90, 13_761), (89_790, 90, 80_811), (90, 70, 63)]
        {
            assert_eq!(benefit(yen, rate), Some(benefit_yen), "{yen} at {rate} %");
        }
    }

    #[test]
    fn units_round_half_up() {
        for (units, numerator, denominator, rounded) in [
            (394, 125, 100, 493),
            (163, 150, 100, 245),
            (5612, 245, 1000, 1375),
            (11_952, 245, 1000, 2928),
            (1970, 245, 1000, 483),
        ] {
            assert_eq!(round_half_up(units, numerator, denominator), Some(rounded));
        }
    }

    #[test]
    fn ratios_are_rounded_one_after_another() {
        for (units, ratios, rounded) in [
            (163, [(99, 100), (125, 100)], 201),
            (244, [(99, 100), (125, 100)], 303),
            (163, [(99, 100), (99, 100)], 159),
        ] {
            assert_eq!(round_each_step(units, &ratios), Some(rounded));
        }
    }

    #[test]
    fn the_overrun_is_charged_on_its_own() {
        // Not as the difference of two costs: that gives 5,227.
        assert_eq!(cost(505, price(1035)), Some(5_226));
        assert_eq!(cost(4010, price(1035)).zip(cost(3505, price(1035))).map(|(all, within)| all - within), Some(5_227));
    }

    #[test]
    fn numbers_beyond_the_machine_are_no_answer() {
        assert_eq!(cost(i64::MAX, price(1112)), None);
        assert_eq!(benefit(i64::MAX, 90), None);
        assert_eq!(round_half_up(i64::MAX, 2, 1), None);
        assert_eq!(round_half_up(1, 1, 0), None);
    }
}
