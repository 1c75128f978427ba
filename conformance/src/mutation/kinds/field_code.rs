//! Codes outside their tables (R133).

use careplan::layout::{Format, Kind};

use super::mutations;
use crate::mutation::draft::{Draft, Outcome};

mutations! {
    "f_code_sex" Error "R133" "性別が 3" "sex 3" |d| named(d, "性別", "3");
    "f_code_sex_0" Error "R133" "性別が 0" "sex 0" |d| named(d, "性別", "0");
    "f_code_care_level" Error "R133" "要介護状態区分が 11" "care level 11" |d| named(d, "要介護状態区分", "11");
    "f_code_care_level_5" Error "R133" "要介護状態区分が 26" "care level 26" |d| named(d, "要介護状態区分", "26");
    "f_code_care_level_digit" Error "R133" "要介護状態区分が 1桁の 3" "care level 3" |d| named(d, "要介護状態区分", "3");
    "f_code_level_of_other_table" Error "readings 43・R133" "01（非該当）が使えない種別で 01" "level 01 where it is not in the table"
        |d| d.write(|cell| matches!(cell.kind, Kind::Uphosoku | Kind::Up1kyo) && cell.field.name == "要介護状態区分", "01");
    "f_code_06_in_kihon" Error "readings 43・R133" "UPKIHON の要介護状態区分が 06" "level 06 in basic information" |d| d.write(|cell| cell.at(Kind::Upkihon, 23), "06");
    "f_code_support_level" Error "readings 43・R133" "UPYOBO の要支援状態区分が 12" "support level 12" |d| named(d, "要支援状態区分", "12");
    "f_code_support_level_4" Error "R133" "UPYOBO の要支援状態区分が 4" "support level 4" |d| named(d, "要支援状態区分", "4");
    "f_code_plan" Error "R133" "計画書区分が 13" "plan type 13" |d| named(d, "計画書区分", "13");
    "f_code_plan_single" Error "R133" "計画書区分が 1" "plan type 1" |d| named(d, "計画書区分", "1");
    "f_code_certification" Error "R133" "認定状況区分が 3" "certification 3" |d| named(d, "認定状況区分", "3");
    "f_code_reason" Error "R133" "生活援助の算定理由が 4" "reason 4" |d| d.write(|cell| cell.at(Kind::Up1kyo, 25), "4");
    "f_code_insured_scope" Error "R111・R133" "保険対象区分が X" "scope X" |d| d.write(|cell| cell.at(Kind::Up2kyo, 15), "X");
    "f_code_insured_scope_digit" Error "R111・R133" "保険対象区分が 1" "scope 1" |d| d.write(|cell| cell.at(Kind::Up2kyo, 15), "1");
    "f_code_insured_scope_lower" Error "R111・R133" "保険対象区分が y" "scope y" |d| d.write(|cell| cell.at(Kind::Up2kyo, 15), "y");
    "f_code_over_30" Error "R133" "30日超区分が 2" "over-30 flag 2" |d| named(d, "３０日超区分", "2");
    "f_code_plan_kind" Error "定義書 No.5" "計画種類が 3" "plan kind 3" |d| named(d, "計画種類", "3");
    "f_code_commission" Error "R99" "委託の有無が 3" "commission 3" |d| named(d, "委託の有無", "3");
    "f_code_consultation" Error "定義書 No.8" "相談方法が 04" "consultation 04" |d| d.write(|cell| cell.at(Kind::Upkihon, 8), "04");
    "f_code_visits" Error "定義書 No.10" "相談回数が 03" "visits 03" |d| d.write(|cell| cell.at(Kind::Upkihon, 10), "03");
    "f_code_condition" Error "定義書 No.12" "利用者の現況が 03" "condition 03" |d| d.write(|cell| cell.at(Kind::Upkihon, 12), "03");
    "f_code_self_reliance" Error "定義書 No.21・22" "日常生活自立度が 99" "self-reliance 99" |d| named(d, "日常生活自立度", "99");
    "f_code_self_reliance_name" Error "定義書 No.21" "日常生活自立度が J1（名称）" "a label for a code" |d| d.write(|cell| cell.at(Kind::Upkihon, 21), "J1");
    "f_code_home" Error "定義書 No.34" "居住形態が 09" "home 09" |d| d.write(|cell| cell.at(Kind::Upkihon, 34), "09");
    "f_code_disability" Error "定義書 No.29〜32" "障害等認定が 2" "disability 2" |d| named(d, "障害等認定(", "2");
    "f_code_income" Error "定義書 No.37〜40" "経済状況が 2" "income 2" |d| named(d, "経済状況(", "2");
    "f_code_reform" Error "定義書 No.36" "住宅改修の有無が 0" "home reform 0" |d| named(d, "住宅改修の有無", "0");
    "f_code_checklist" Error "定義書 No.27" "基本チェックリスト記入結果が 3" "checklist 3" |d| named(d, "基本チェックリスト記入結果", "3");
    "f_code_programme" Error "定義書 No.49〜54" "事業プログラムの要否が 3" "programme 3" |d| named(d, "事業プログラムの要否", "3");
    "f_code_issue" Error "定義書 UPYOBO" "領域における課題の有無が 3" "issue 3" |d| named(d, "課題の有無", "3");
    "f_code_course" Error "定義書 SUB2 No.10" "経過が 04" "course 04" |d| d.write(|cell| cell.at(Kind::UpkihonSub2, 10), "04");
    "f_code_doctor" Error "定義書 SUB2 No.8" "主治医・意見作成者フラグが 3" "doctor 3" |d| d.write(|cell| cell.at(Kind::UpkihonSub2, 8), "3");
    "f_code_zero_lost" Error "R133・domain 7.3" "コードの前ゼロが落ちる（01→1）" "a code that lost its zero"
        |d| d.edit(|cell| cell.is(&[Format::Code]) && cell.text().len() == 2 && cell.text().starts_with(b"0"), |old, _| old[1..].to_vec());
    "f_code_letters" Error "R133" "コードに文字" "letters for a code" |d| d.write(|cell| cell.is(&[Format::Code]), "Z");
    "f_code_space" Error "R133" "コードが空白1つ" "a blank for a code" |d| d.write(|cell| cell.is(&[Format::Code]), " ");
    "f_code_too_long" Error "R21・R133" "コードが1桁長い" "a code one longer" |d| d.edit(|cell| cell.is(&[Format::Code]), |old, _| [old, b"1"].concat());
    "f_code_label" Error "R133・domain 7.4" "コードの代わりに名称（男性、要介護１）" "the label for the code" |d| {
        let (at, old) = d.find(|cell| cell.is(&[Format::Code]) && cell.field.codes.is_some_and(|codes| codes.label(&cell.text()).is_some()))?;
        let layout = d.table(at.file)?.layout;
        let label = layout.fields.get(at.column)?.codes?.label(&old)?;
        d.set(at, &careplan::encoding::encode(label).ok()?)
    };
    "f_code_full_width" Open "severity 全角数字" "コードが全角数字" "a code in full width"
        |d| d.edit(|cell| cell.is(&[Format::Code]) && cell.kind == Kind::Upkihon && cell.text().iter().all(u8::is_ascii_digit), |old, _| old.iter().flat_map(|digit| [0x82, 0x4F + (digit - b'0')]).collect());
    "f_code_empty_optional" Open "必須の印なし" "任意のコードが空" "an optional code left empty" |d| d.write(
        |cell| cell.is(&[Format::Code]) && cell.field.required == careplan::layout::Required::No && matches!(cell.kind, Kind::Upkihon | Kind::Upyobo | Kind::Up2kyo) && !matches!(cell.field.no, 8 | 12 | 13 | 14),
        "",
    );
    "f_commission_empty" Open "R99・readings 34" "委託の有無が空" "no word on commission" |d| named(d, "委託の有無", "");
}

/// Writes a value into a filled field of this name.
fn named(d: &mut Draft, name: &str, value: &str) -> Outcome {
    d.write(|cell| cell.is(&[Format::Code]) && cell.field.name.contains(name), value)
}
