//! サービス種類コード, and which service types are exchanged (R8–R12).

use super::id::all_upper_alphanumeric;
use super::macros::ascii_value;

ascii_value! {
    /// サービス種類コード: two digits or capital letters, known or not.
    ServiceType [2] |bytes| all_upper_alphanumeric(bytes);
}

impl ServiceType {
    /// From characters that have been accepted as part of a longer code.
    pub(super) const fn from_checked(bytes: [u8; 2]) -> Self {
        Self(bytes)
    }

    /// Whether it is exchanged.
    #[must_use]
    pub fn scope(self) -> Scope {
        scope(&self.0)
    }
}

/// The benefit that a service type belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Benefit {
    /// 介護給付 (R8).
    Care,
    /// 予防給付 (R10).
    Preventive,
    /// 総合事業 (R12).
    Project,
}

/// Whether services of a type are exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// 対象.
    InScope(Benefit),
    /// 対象外 (R9, R11): no rows in 第6表 and 第7表 (R13).
    OutOfScope,
    /// Care management itself: stands in names, never in rows.
    CareManagement,
    /// The standard does not list it.
    Unknown,
}

/// One service type of the tables of the standard.
#[derive(Debug, PartialEq, Eq)]
pub struct ServiceTypeName {
    /// サービス種類コード.
    pub code: &'static str,
    /// Its Japanese name.
    pub name: &'static str,
    /// Whether it is exchanged.
    pub scope: Scope,
}

macro_rules! service_types {
    ($($scope:expr => { $($code:literal $name:literal;)* })*) => {
        /// The service types that the standard lists, in its order, then care management.
        pub static SERVICE_TYPES: &[ServiceTypeName] =
            &[$($(ServiceTypeName { code: $code, name: $name, scope: $scope },)*)*];

        /// Whether services of a type are exchanged, from the two bytes of its code.
        #[must_use]
        pub fn scope(code: &[u8]) -> Scope {
            let Ok(code) = std::str::from_utf8(code) else { return Scope::Unknown };
            match code {
                $($($code)|* => $scope,)*
                _ => Scope::Unknown,
            }
        }
    };
}

service_types! {
    Scope::InScope(Benefit::Care) => {
        "11" "訪問介護";
        "12" "訪問入浴介護";
        "13" "訪問看護";
        "14" "訪問リハビリテーション";
        "15" "通所介護";
        "16" "通所リハビリテーション";
        "17" "福祉用具貸与";
        "21" "短期入所生活介護";
        "22" "短期入所療養介護（介護老人保健施設）";
        "23" "短期入所療養介護（病院等）";
        "2A" "短期入所療養介護（介護医療院）";
        "31" "居宅療養管理指導";
        "71" "夜間対応型訪問介護";
        "76" "定期巡回・随時対応型訪問介護看護";
        "72" "認知症対応型通所介護";
        "78" "地域密着型通所介護";
        "73" "小規模多機能型居宅介護";
        "68" "小規模多機能型居宅介護（短期利用）";
        "77" "看護小規模多機能型居宅介護";
        "79" "看護小規模多機能型居宅介護（短期利用）";
        "27" "特定施設入居者生活介護（短期利用）";
        "28" "地域密着型特定施設入居者生活介護（短期利用）";
        "38" "認知症対応型共同生活介護（短期利用）";
    }
    Scope::InScope(Benefit::Preventive) => {
        "62" "介護予防訪問入浴介護";
        "63" "介護予防訪問看護";
        "64" "介護予防訪問リハビリテーション";
        "66" "介護予防通所リハビリテーション";
        "67" "介護予防福祉用具貸与";
        "24" "介護予防短期入所生活介護";
        "25" "介護予防短期入所療養介護（介護老人保健施設）";
        "26" "介護予防短期入所療養介護（病院等）";
        "2B" "介護予防短期入所療養介護（介護医療院）";
        "34" "介護予防居宅療養管理指導";
        "74" "介護予防認知症対応型通所介護";
        "75" "介護予防小規模多機能型居宅介護";
        "69" "介護予防小規模多機能型居宅介護（短期利用）";
        "39" "介護予防認知症対応型共同生活介護（短期利用）";
    }
    Scope::InScope(Benefit::Project) => {
        "A1" "訪問型サービス（みなし）";
        "A2" "訪問型サービス（独自）";
        "A3" "訪問型サービス（独自・定率）";
        "A4" "訪問型サービス（独自・定額）";
        "A5" "通所型サービス（みなし）";
        "A6" "通所型サービス（独自）";
        "A7" "通所型サービス（独自・定率）";
        "A8" "通所型サービス（独自・定額）";
    }
    Scope::OutOfScope => {
        "33" "特定施設入居者生活介護";
        "36" "地域密着型特定施設入居者生活介護";
        "32" "認知症対応型共同生活介護";
        "41" "特定福祉用具販売";
        "42" "住宅改修";
        "51" "介護福祉施設サービス";
        "52" "介護保健施設サービス";
        "53" "介護療養施設サービス";
        "54" "地域密着型介護老人福祉施設入所者生活介護";
        "59" "特定入所者介護サービス等";
        "81" "市町村特別給付";
        "35" "介護予防特定施設入居者生活介護";
        "37" "介護予防認知症対応型共同生活介護";
        "44" "特定介護予防福祉用具販売";
        "45" "介護予防住宅改修";
    }
    Scope::CareManagement => {
        "43" "居宅介護支援";
        "46" "介護予防支援";
        "AF" "介護予防ケアマネジメント";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_type_has_the_scope_of_its_row_and_stands_once() {
        for row in SERVICE_TYPES {
            let parsed = ServiceType::parse(row.code.as_bytes()).map(ServiceType::scope);
            assert_eq!(parsed, Some(row.scope), "{}", row.code);
            assert_eq!(SERVICE_TYPES.iter().filter(|other| other.code == row.code).count(), 1);
        }
    }

    #[test]
    fn as_many_types_are_exchanged_as_the_standard_counts() {
        let count = |scope| SERVICE_TYPES.iter().filter(|row| row.scope == scope).count();
        assert_eq!(count(Scope::InScope(Benefit::Care)), 23);
        assert_eq!(count(Scope::InScope(Benefit::Preventive)), 14);
        assert_eq!(count(Scope::InScope(Benefit::Project)), 8);
        // 59 and 81 stand under both benefits: 11 + 6 - 2.
        assert_eq!(count(Scope::OutOfScope), 15);
    }

    #[test]
    fn anything_else_is_unknown() {
        for code in [&b"A9"[..], b"99", b"", b"1", b"111", b"2a", &[0x82, 0x50]] {
            assert_eq!(scope(code), Scope::Unknown, "{code:?}");
        }
    }
}
