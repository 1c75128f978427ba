//! Parsing a file name: total, and each departure named.

use super::{FileName, NameForm, Party, UnitKey};
use crate::layout::Kind;
use crate::value::{Date, YearMonth};

/// What is said of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameIssue {
    /// No file of the exchange: neither `.csv` nor the head of an exchange file.
    NotExchange,
    /// It does not follow the naming rule; the part at fault.
    Broken(NamePart),
    /// The form of V3 and before: no service types (R43).
    Version3,
    /// The form of V4.0: service codes of three digits (R43).
    Version40,
    /// The extension is written in another case (reading L-23).
    ExtensionCase,
    /// An office number of nine digits, as in an official example (C-3).
    NineDigitOffice,
    /// A serial of fifteen digits, as in an official example (C-5).
    FifteenDigitSerial,
    /// `000000` in the name of a kind without year-month, as in an official example (C-4).
    ZeroMonth,
}

/// The part of a name that breaks the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePart {
    /// The head is none of the kinds (or not in capitals).
    Kind,
    /// Not `.CSV`, or not `.jpg` for a family picture.
    Extension,
    /// Too many or too few parts between underscores.
    Parts,
    /// 年月.
    Month,
    /// 送信元・送信先 事業所番号.
    Office,
    /// 送信元・送信先 サービス種類コード.
    ServiceType,
    /// ファイル連番.
    Serial,
    /// 枝番.
    Branch,
}

/// A name and what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsedName {
    /// The kind, as far as the head tells.
    pub kind: Option<Kind>,
    /// The parts, where the name is one of the three forms.
    pub name: Option<FileName>,
    /// What is said of it; empty for a perfect name.
    pub issues: Vec<NameIssue>,
}

/// Parses the last component of a path.
#[must_use]
pub fn parse(file_name: &str) -> ParsedName {
    let (stem, extension) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    let head = kind_at_head(stem);
    let is_csv = extension.eq_ignore_ascii_case("csv");
    let Some((kind, rest)) = head else {
        let lower = kind_at_head(&stem.to_ascii_uppercase()).is_some();
        let issue = if is_csv || lower { NameIssue::Broken(NamePart::Kind) } else { NameIssue::NotExchange };
        return ParsedName { kind: None, name: None, issues: vec![issue] };
    };
    let mut issues = Vec::new();
    let wanted = if kind.is_csv() { "CSV" } else { "jpg" };
    if !extension.eq_ignore_ascii_case(wanted) {
        issues.push(NameIssue::Broken(NamePart::Extension));
    } else if extension != wanted {
        issues.push(NameIssue::ExtensionCase);
    }
    match parts(kind, rest, &mut issues) {
        Ok(name) => ParsedName { kind: Some(kind), name: Some(name), issues },
        Err(part) => {
            issues.insert(0, NameIssue::Broken(part));
            ParsedName { kind: Some(kind), name: None, issues }
        }
    }
}

/// The longest kind code that stands before an underscore at the head.
fn kind_at_head(stem: &str) -> Option<(Kind, &str)> {
    Kind::ALL
        .iter()
        .filter_map(|&kind| Some((kind, stem.strip_prefix(kind.code())?.strip_prefix('_')?)))
        .max_by_key(|(kind, _)| kind.code().len())
}

fn parts(kind: Kind, rest: &str, issues: &mut Vec<NameIssue>) -> Result<FileName, NamePart> {
    let mut parts: Vec<&str> = rest.split('_').collect();
    let branch = match kind {
        Kind::UpkihonImage => {
            let branch = parts.pop().filter(|branch| is_digits(branch, 4)).ok_or(NamePart::Branch)?;
            Some(branch.to_owned())
        }
        _ => None,
    };
    let zero_month = may_bear_zero_month(kind) && parts.len() > 1 && parts.first() == Some(&"000000");
    if zero_month {
        parts.remove(0);
        issues.push(NameIssue::ZeroMonth);
    }
    let month = if kind.month_in_name() {
        let month = parts.first().copied().unwrap_or_default();
        let of_plan = kind == Kind::Uphosoku && month == "000000";
        if !is_month(month) && !of_plan {
            return Err(if matches!(parts.len(), 4 | 6) { NamePart::Month } else { NamePart::Parts });
        }
        Some(parts.remove(0).to_owned())
    } else {
        None
    };
    let (from, to, serial, form) = match *parts.as_slice() {
        [from, from_type, to, to_type, serial] => {
            let form = service_form(from_type, to_type).ok_or(NamePart::ServiceType)?;
            let party =
                |office: &str, service: &str| Party { office: office.to_owned(), service: Some(service.to_owned()) };
            (party(from, from_type), party(to, to_type), serial, form)
        }
        [from, to, serial] => {
            let party = |office: &str| Party { office: office.to_owned(), service: None };
            (party(from), party(to), serial, NameForm::V3)
        }
        _ => return Err(NamePart::Parts),
    };
    for office in [&from.office, &to.office] {
        match office_form(office) {
            OfficeForm::Ten => {}
            OfficeForm::NineDigits => issues.push(NameIssue::NineDigitOffice),
            OfficeForm::Neither => return Err(NamePart::Office),
        }
    }
    if !is_instant(serial.get(..14).unwrap_or_default()) || !serial.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NamePart::Serial);
    }
    match serial.len() {
        14 => {}
        15 => issues.push(NameIssue::FifteenDigitSerial),
        _ => return Err(NamePart::Serial),
    }
    match form {
        NameForm::V41 => {}
        NameForm::V40 => issues.insert(0, NameIssue::Version40),
        NameForm::V3 => issues.insert(0, NameIssue::Version3),
    }
    Ok(FileName { kind, month, unit: UnitKey { serial: serial.to_owned(), from, to }, branch, form })
}

/// The example UPKIHON_000000_… stands in the chapter on prevention (3.4): its kinds alone share the
/// doubt; elsewhere 000000 is a part too many (R24–R27).
const fn may_bear_zero_month(kind: Kind) -> bool {
    use Kind::{Dltkihon, Dltyobo, Upkihon, UpkihonImage, UpkihonSub1, UpkihonSub2, Upyobo, UpyoboSub};
    matches!(kind, Upkihon | UpkihonSub1 | UpkihonSub2 | UpkihonImage | Dltkihon | Upyobo | UpyoboSub | Dltyobo)
}

enum OfficeForm {
    Ten,
    NineDigits,
    Neither,
}

fn office_form(office: &str) -> OfficeForm {
    let ten = office.len() == 10 && office.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    match (ten, is_digits(office, 9)) {
        (true, _) => OfficeForm::Ten,
        (_, true) => OfficeForm::NineDigits,
        _ => OfficeForm::Neither,
    }
}

fn service_form(from: &str, to: &str) -> Option<NameForm> {
    let of = |code: &str, len| code.len() == len && code.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    if of(from, 2) && of(to, 2) {
        Some(NameForm::V41)
    } else if of(from, 3) && of(to, 3) {
        Some(NameForm::V40)
    } else {
        None
    }
}

fn is_digits(text: &str, len: usize) -> bool {
    text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_month(text: &str) -> bool {
    YearMonth::parse(text.as_bytes()).is_some()
}

/// `YYYYMMDDHHMMSS` that a clock can show.
fn is_instant(text: &str) -> bool {
    let (Some(date), Some(time)) = (text.get(..8), text.get(8..)) else { return false };
    let below = |range: std::ops::Range<usize>, limit: u8| {
        time.get(range).and_then(|part| part.parse::<u8>().ok()).is_some_and(|value| value < limit)
    };
    is_digits(text, 14)
        && Date::parse(date.as_bytes()).is_some()
        && below(0..2, 24)
        && below(2..4, 60)
        && below(4..6, 60)
}
