//! The labels of codes in English; the code tables of the standard have them in Japanese.

use std::borrow::Cow;

use careplan::text::Lang;

/// Japanese and English, each once. Labels joined by `＆` or `・` are made of these.
const LABELS: &[(&str, &str)] = &[
    ("男性", "male"),
    ("女性", "female"),
    ("事業対象者", "project target"),
    ("要支援１", "support 1"),
    ("要支援２", "support 2"),
    ("要介護１", "care 1"),
    ("要介護２", "care 2"),
    ("要介護３", "care 3"),
    ("要介護４", "care 4"),
    ("要介護５", "care 5"),
    ("申請中", "applied for"),
    ("認定済", "certified"),
    ("初回", "first"),
    ("紹介", "introduced"),
    ("継続", "continued"),
    ("一人暮らし", "lives alone"),
    ("家族等が障害、疾病等", "family disabled or ill"),
    ("その他", "other"),
    ("対象", "covered"),
    ("対象外", "not covered"),
    ("月曜日", "Monday"),
    ("火曜日", "Tuesday"),
    ("水曜日", "Wednesday"),
    ("木曜日", "Thursday"),
    ("金曜日", "Friday"),
    ("土曜日", "Saturday"),
    ("日曜日", "Sunday"),
    ("該当", "applies"),
    ("非該当", "does not apply"),
    ("介護予防支援", "preventive support"),
    ("介護予防ケアマネジメント", "preventive care management"),
    ("自前", "own"),
    ("委託", "outsourced"),
    ("来所", "visit"),
    ("電話", "telephone"),
    ("再来", "again"),
    ("在宅", "at home"),
    ("入院又は入所中", "in hospital or a facility"),
    ("自立", "independent"),
    ("J1", "J1"),
    ("J2", "J2"),
    ("A1", "A1"),
    ("A2", "A2"),
    ("B1", "B1"),
    ("B2", "B2"),
    ("C1", "C1"),
    ("C2", "C2"),
    ("Ⅰ", "I"),
    ("Ⅱａ", "IIa"),
    ("Ⅱｂ", "IIb"),
    ("Ⅲａ", "IIIa"),
    ("Ⅲｂ", "IIIb"),
    ("Ⅳ", "IV"),
    ("Ｍ", "M"),
    ("事業対象者の該当あり", "project target"),
    ("事業対象者の該当なし", "no project target"),
    ("自宅", "own home"),
    ("借家", "rented"),
    ("一戸建て", "detached"),
    ("集合住宅", "apartment"),
    ("有", "yes"),
    ("無", "no"),
    ("地域支援事業", "regional project"),
    ("要", "needed"),
    ("否", "not needed"),
    ("主治医", "attending"),
    ("それ以外", "other doctor"),
    ("治療中", "under treatment"),
    ("経過観察中", "under observation"),
];

/// What a label is made of: `初回＆紹介` says two things, `自宅・一戸建て` too.
pub(super) fn parts(label: &'static str) -> impl Iterator<Item = &'static str> {
    label.split(['＆', '・'])
}

/// A label of a code table, in a language.
pub(super) fn label(label: &'static str, lang: Lang) -> Cow<'static, str> {
    match lang {
        Lang::Ja => label.into(),
        Lang::En => parts(label).map(part).collect::<Vec<_>>().join(", ").into(),
    }
}

/// The English of one part of a label; the Japanese where there is none.
fn part(label: &'static str) -> &'static str {
    LABELS.iter().find(|(ja, _)| *ja == label).map_or(label, |(_, en)| en)
}

#[cfg(test)]
mod tests {
    use careplan::layout::codes::CODE_TABLES;

    use super::*;

    #[test]
    fn every_label_of_every_code_table_has_its_english() {
        for (_, text) in CODE_TABLES.iter().flat_map(|table| table.entries) {
            for said in parts(text) {
                assert_eq!(LABELS.iter().filter(|(ja, _)| *ja == said).count(), 1, "{said}");
            }
        }
    }
}
