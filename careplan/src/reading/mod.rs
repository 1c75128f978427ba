//! The interpretation ledger: points that the standard leaves open, each with its readings.

use crate::text::Text;

/// One entry of the ledger.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    /// `C-n` (contradiction), `U-n` (unspecified), `L-n` (ambiguous; the No. of the list of readings)
    /// or `D-n` (beyond the text).
    pub id: &'static str,
    /// What is open.
    pub title: Text,
    /// The readings that the text allows.
    pub readings: Text,
    /// Who may be hurt where two sides read it differently.
    pub at_risk: Text,
    /// The reading that this product adopts, and why nobody fails by it.
    pub adopted: Text,
}

macro_rules! entries {
    ($($ident:ident $id:literal $title:expr, $readings:expr, $at_risk:expr, $adopted:expr;)*) => {$(
        #[doc = concat!("Entry ", $id, ".")]
        pub static $ident: Reading =
            Reading { id: $id, title: $title, readings: $readings, at_risk: $at_risk, adopted: $adopted };
    )*};
}

const fn t(ja: &'static str, en: &'static str) -> Text {
    Text::new(ja, en)
}

macro_rules! ledger {
    ($($file:ident: $($entry:ident)*;)*) => {
        $(mod $file; pub use $file::{$($entry),*};)*

        /// Every entry, in the order of the ids.
        pub static LEDGER: &[&Reading] = &[$($(&$file::$entry),*),*];
    };
}

ledger! {
    c: C_1 C_2 C_3 C_4 C_5 C_6 C_7 C_8 C_9 C_10 C_11 C_12 C_13;
    d: D_1 D_2 D_3 D_4 D_5 D_6 D_7 D_8 D_9;
    l: L_1 L_2 L_3 L_4 L_5 L_6 L_7 L_8 L_9 L_10 L_11 L_12 L_13 L_14 L_15 L_16 L_17 L_18 L_19 L_20
       L_21 L_22 L_23 L_24 L_25 L_26 L_27 L_28 L_29 L_30 L_31 L_32 L_33 L_34 L_35 L_36 L_37 L_38
       L_39 L_40 L_41 L_42 L_43 L_44 L_45;
    u: U_1 U_2 U_3 U_4 U_5 U_6 U_7 U_8 U_9 U_10 U_11 U_12;
}

impl Reading {
    /// The entry with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        LEDGER.iter().copied().find(|reading| reading.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_of_the_lists_has_an_entry_of_its_own() {
        let ids = [('C', 13), ('D', 9), ('L', 45), ('U', 12)]
            .map(|(letter, last)| (1..=last).map(move |n| format!("{letter}-{n}")));
        let expected: Vec<String> = ids.into_iter().flatten().collect();
        assert_eq!(LEDGER.iter().map(|reading| reading.id).collect::<Vec<_>>(), expected);
        assert!(LEDGER.iter().all(|reading| Reading::by_id(reading.id) == Some(reading)));
    }

    #[test]
    fn every_entry_speaks_both_languages_throughout() {
        for reading in LEDGER {
            for text in [reading.title, reading.readings, reading.at_risk, reading.adopted] {
                assert!(!text.ja.is_empty() && !text.en.is_empty(), "{}", reading.id);
                assert!(!text.ja.is_ascii() || text.ja.contains(['4', '"', '1', 'N']), "{}: {}", reading.id, text.ja);
            }
        }
    }
}
