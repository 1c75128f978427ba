//! Rules about file names (R23–R43).

pub mod broken;
pub mod extension_case;
pub mod fifteen_digit_serial;
pub mod nine_digit_office;
pub mod not_exchange;
pub mod same_office;
pub mod service_scope;
pub mod version3;
pub mod version40;
pub mod zero_month;

use super::{Breach, Rule};
use crate::layout::Kind;
use crate::name::{FileName, NameIssue, NamePart};
use crate::reading;
use crate::text::Message;

/// What an issue of a name is called here.
pub(crate) fn breach(issue: &NameIssue, kind: Option<Kind>) -> Breach {
    let of = |rule: &'static Rule, ja: &str, en: &str| rule.breach(Message::new(ja, en), expected(kind));
    match issue {
        NameIssue::NotExchange => not_exchange::RULE.breach(
            Message::new(
                "交換ファイルの名称ではないため、検査の対象外です",
                "not the name of an exchange file: not judged",
            ),
            Message::new("検査の対象は UP…／DLT… の CSV と画像です", "UP… and DLT… CSV files and pictures are judged"),
        ),
        NameIssue::Broken(part) => {
            let (ja, en) = part_text(*part);
            of(&broken::RULE, ja, en)
        }
        NameIssue::Version3 => of(
            &version3::RULE,
            "サービス種類コードの無い、3版以前の名称です",
            "a name of version 3, without service types",
        ),
        NameIssue::Version40 => {
            of(&version40::RULE, "コードが3桁の、4.0版の名称です", "a name of version 4.0, with codes of three digits")
        }
        NameIssue::ExtensionCase => {
            of(&extension_case::RULE, "拡張子の大文字・小文字が規約と違います", "the extension is in another case")
                .reading(&reading::L_23)
        }
        NameIssue::NineDigitOffice => {
            of(&nine_digit_office::RULE, "事業所番号が9桁です", "an office number has nine digits")
                .reading(&reading::C_3)
        }
        NameIssue::FifteenDigitSerial => {
            of(&fifteen_digit_serial::RULE, "ファイル連番が15桁です", "the serial has fifteen digits")
                .reading(&reading::C_5)
        }
        NameIssue::ZeroMonth => {
            of(&zero_month::RULE, "名称に 000000 が入っています", "the name holds 000000").reading(&reading::C_4)
        }
    }
}

/// What is said of a name whose parts could be read.
pub(crate) fn remarks(name: &FileName) -> impl Iterator<Item = Breach> {
    [service_scope::check(name), same_office::check(name)].into_iter().flatten()
}

const fn part_text(part: NamePart) -> (&'static str, &'static str) {
    match part {
        NamePart::Kind => ("種別の部分が規約にありません", "the head is none of the kinds"),
        NamePart::Extension => ("拡張子が違います", "the extension is wrong"),
        NamePart::Parts => ("区切り「_」の間の部分の数が違います", "the number of parts between underscores is wrong"),
        NamePart::Month => ("年月の部分が YYYYMM ではありません", "the year-month is not YYYYMM"),
        NamePart::Office => ("事業所番号の部分が10桁ではありません", "an office number does not have ten characters"),
        NamePart::ServiceType => {
            ("サービス種類コードの部分が2桁ではありません", "a service type does not have two characters")
        }
        NamePart::Serial => (
            "ファイル連番の部分が実在する日時（14桁）ではありません",
            "the serial is not fourteen digits of a real instant",
        ),
        NamePart::Branch => ("枝番の部分が4桁ではありません", "the branch number does not have four digits"),
    }
}

fn expected(kind: Option<Kind>) -> Message {
    let (head, month, tail) = match kind {
        Some(kind) => (
            kind.code(),
            if kind.month_in_name() { "_YYYYMM" } else { "" },
            if kind.is_csv() { ".CSV" } else { "_9999.jpg" },
        ),
        None => ("種別", "[_YYYYMM]", ".CSV"),
    };
    let en_head = if kind.is_some() { head } else { "KIND" };
    Message::new(
        format!("{head}{month}_送信元番号10桁_種類2桁_送信先番号10桁_種類2桁_日時14桁{tail}"),
        format!("{en_head}{month}_FROM(10)_TYPE(2)_TO(10)_TYPE(2)_SERIAL(14){tail}"),
    )
}
