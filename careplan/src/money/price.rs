//! 単位数単価: yen per unit by region and share of personnel cost.

use crate::value::UnitPrice;

/// The prices of one region, in hundredths of a yen per unit.
#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    /// 級地, as it is called.
    pub name: &'static str,
    /// 上乗せ割合, per cent.
    pub raise: u32,
    /// Services with 70, 55 and 45 per cent of personnel cost.
    pub prices: [u32; 3],
}

/// The regions and their prices: ten yen raised by the share of personnel cost.
pub static PRICES: &[Region] = &[
    Region { name: "1級地", raise: 20, prices: [1140, 1110, 1090] },
    Region { name: "2級地", raise: 16, prices: [1112, 1088, 1072] },
    Region { name: "3級地", raise: 15, prices: [1105, 1083, 1068] },
    Region { name: "4級地", raise: 12, prices: [1084, 1066, 1054] },
    Region { name: "5級地", raise: 10, prices: [1070, 1055, 1045] },
    Region { name: "6級地", raise: 6, prices: [1042, 1033, 1027] },
    Region { name: "7級地", raise: 3, prices: [1021, 1017, 1014] },
    Region { name: "その他", raise: 0, prices: [1000, 1000, 1000] },
];

/// Whether a price stands in the table. 総合事業 may have others.
#[must_use]
pub fn is_known_price(price: UnitPrice) -> bool {
    PRICES.iter().any(|region| region.prices.contains(&price.hundredths()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::round_half_up;

    #[test]
    fn every_price_is_ten_yen_raised_by_the_share_of_personnel_cost() {
        for region in PRICES {
            for (price, share) in region.prices.iter().zip([70, 55, 45]) {
                let raised = 1_000 + round_half_up(i64::from(region.raise) * share, 1_000, 10_000).unwrap();
                assert_eq!(i64::from(*price), raised, "{} {share}", region.name);
            }
        }
    }

    #[test]
    fn a_price_of_a_municipality_alone_is_not_in_the_table() {
        let known = |text: &[u8]| is_known_price(UnitPrice::parse(text).unwrap());
        assert!(known(b"10.00") && known(b"10.54") && known(b"11.40"));
        assert!(!known(b"10.35") && !known(b"0.00"));
    }
}
