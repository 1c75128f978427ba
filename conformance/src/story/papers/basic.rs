//! 利用者基本情報 with its tables of the day and of illnesses.

use careplan::layout::Kind;
use careplan::layout::codes::{
    Applicable, BasicCareLevel, CareLevel, ChecklistResult, CognitiveIndependence, ConsultationCount,
    ConsultationMethod, CurrentStatus, DoctorRole, HousingType, PhysicalIndependence, Presence, Progress,
};
use careplan::value::Date;

use super::super::person::Person;
use super::super::rng::Rng;
use super::super::row::Row;
use super::super::{StoryError, calendar, names};
use super::preventive::Contract;

/// A consultation with one user.
#[derive(Clone, Debug)]
pub(in super::super) struct Consultation<'a> {
    pub(in super::super) person: &'a Person,
    pub(in super::super) contract: &'a Contract,
    /// 相談日.
    pub(in super::super) on: Date,
    /// 家族構成 画像ファイル名; empty where there is none.
    pub(in super::super) picture: String,
}

const DISABILITIES: &[&str] =
    &["disability_physical", "disability_intellectual", "disability_mental", "disability_intractable"];
const INCOMES: &[&str] = &["national_pension", "employee_pension", "disability_pension", "public_assistance"];

/// 利用者基本情報.
pub(in super::super) fn information(rng: &mut Rng, told: &Consultation<'_>) -> Result<Row, StoryError> {
    let person = told.person;
    let certification = &person.certification;
    let level = basic_level(certification.level);
    let before = rng.pick(&[
        BasicCareLevel::NotCertified,
        BasicCareLevel::Support1,
        BasicCareLevel::Support2,
        BasicCareLevel::Care1,
        BasicCareLevel::Care2,
    ]);
    let result = if certification.level == CareLevel::ProjectTarget {
        ChecklistResult::Target
    } else {
        rng.pick(ChecklistResult::ALL)
    };
    let row = Row::new(Kind::Upkihon)
        .set("insurer_no", &person.insurer_no)
        .set("insured_no", &person.insured_no)
        .set("consulted_on", told.on)
        .set("plan_type", Contract::plan_type(person))
        .set("outsourcing", told.contract.outsourcing)
        .set("author_name", &told.contract.centre_worker)
        .set("name_kana", &person.name.kana)
        .set("name", &person.name.written)
        .set("sex", person.sex)
        .set("birth_date", person.born)
        .set("address", format!("{}{}", person.address1, person.address2))
        .set("phone", &person.phone)
        .set("fax", if rng.one_in(4) { names::phone(rng) } else { String::new() })
        .set("physical_independence", rng.pick(PhysicalIndependence::ALL))
        .set("cognitive_independence", rng.pick(CognitiveIndependence::ALL))
        .set("care_level", level)
        .set("previous_care_level", before)
        .set("checklist_result", result)
        .set("checklist_on", told.on)
        .set("housing_type", rng.pick(HousingType::ALL))
        .set("room_floor", rng.between(1, 12))
        .set("home_modification", rng.pick(Presence::ALL))
        .set("finance_note", "年金で暮らす。")
        .set("family_image", &told.picture)
        .set("consent_on", told.on)
        .set("consent_name", &person.name.written);
    let row = certified(row, person);
    let row = DISABILITIES.iter().chain(INCOMES).fold(row, |row, ident| row.set(ident, rng.pick(Applicable::ALL)));
    let row = row.set("disability_note", rng.pick(&["", "身体障害者手帳 ２種５級（膝）"]));
    let row = consultation(rng, row, told)?;
    let row = life(rng, row);
    Ok(contacts(rng, row, person))
}

fn certified(row: Row, person: &Person) -> Row {
    // 事業対象者 are not certified: no period.
    if person.certification.level == CareLevel::ProjectTarget {
        return row;
    }
    row.set("certification_starts_on", person.certification.starts_on)
        .set_some("certification_ends_on", person.certification.ends_on)
}

const fn basic_level(level: CareLevel) -> BasicCareLevel {
    match level {
        CareLevel::ProjectTarget => BasicCareLevel::NotCertified,
        CareLevel::Support1 => BasicCareLevel::Support1,
        CareLevel::Support2 => BasicCareLevel::Support2,
        CareLevel::Care1 => BasicCareLevel::Care1,
        CareLevel::Care2 => BasicCareLevel::Care2,
        CareLevel::Care3 => BasicCareLevel::Care3,
        CareLevel::Care4 => BasicCareLevel::Care4,
        CareLevel::Care5 => BasicCareLevel::Care5,
    }
}

/// How the consultation took place; some codes ask for words beside them (R129).
fn consultation(rng: &mut Rng, row: Row, told: &Consultation<'_>) -> Result<Row, StoryError> {
    let method = rng.pick(ConsultationMethod::ALL);
    let count = rng.pick(ConsultationCount::ALL);
    let status = rng.pick(CurrentStatus::ALL);
    let earlier = calendar::shift(told.on.year_month(), -i32::from(rng.between(1, 12)))?;
    let last = calendar::day(earlier, rng.day(1, 28))?;
    Ok(row
        .set("consultation_method", method)
        .set("consultation_method_other", if method == ConsultationMethod::Other { "訪問して聞き取り" } else { "" })
        .set("consultation_count", count)
        .set_some("previous_consulted_on", (count == ConsultationCount::Again).then_some(last))
        .set("current_status", status)
        .set(
            "current_status_note",
            if status == CurrentStatus::InFacility { "見本病院に入院中, 月末に退院の予定" } else { "" },
        ))
}

fn life(rng: &mut Rng, row: Row) -> Row {
    row.set(
        "family_relations",
        rng.pick(&["長女が隣町に住み、週末に訪ねてくる。", "妻と二人暮らし。\r\n長男は\"県外\"。"]),
    )
    .set("life_history", "架空県で生まれ、文具店に勤めた。\r\n退職後は町内会の世話役を務めた。")
    .set("daily_life", "朝６時に起き、午前は散歩、午後は読書をする。")
    .set("hobbies", rng.pick(&["囲碁、園芸、\"ひとり将棋\"", "俳句, 合唱", ""]))
    .set("community_relations", rng.pick(&["月１回、老人会に顔を出す。", ""]))
    .set("public_services", rng.pick(&["配食（週２回）", ""]))
    .set("private_services", "近所の友人の見守り")
}

/// Who came, and whom to call: the address may hold more than an address (R130).
fn contacts(rng: &mut Rng, row: Row, person: &Person) -> Row {
    let relative = names::relative(rng, person.name.family);
    let mut row = row
        .set("visitor_name", &relative)
        .set("visitor_address", names::address(rng))
        .set("visitor_phone", names::phone(rng))
        .set("visitor_relation", "長女");
    let contacts = [
        ["contact1_name", "contact1_relation", "contact1_address", "contact1_phone"],
        ["contact2_name", "contact2_relation", "contact2_address", "contact2_phone"],
        ["contact3_name", "contact3_relation", "contact3_address", "contact3_phone"],
        ["contact4_name", "contact4_relation", "contact4_address", "contact4_phone"],
    ];
    let known = usize::from(rng.between(1, 4));
    for [name, relation, address, phone] in contacts.into_iter().take(known) {
        row = row
            .set(name, names::relative(rng, person.name.family))
            .set(relation, rng.pick(&["長女", "長男", "妹", "友人"]))
            .set(address, format!("{}（勤務先）", names::address(rng)))
            .set(phone, names::phone(rng));
    }
    row
}

/// 別表1: the day.
pub(in super::super) fn day(told: &Consultation<'_>) -> Vec<Row> {
    let day = [("6:00", "起床、体操", ""), ("12:00", "昼食", "長女から電話"), ("21:00", "就寝", "")];
    day.into_iter()
        .map(|(time, user, family)| {
            row(Kind::UpkihonSub1, told).set("time", time).set("user_activity", user).set("family_activity", family)
        })
        .collect()
}

/// 別表2: illnesses.
pub(in super::super) fn illnesses(rng: &mut Rng, told: &Consultation<'_>) -> Vec<Row> {
    let list = [("H12年10月", "高血圧症"), ("R2/3", "変形性膝関節症"), ("昭和６０年", "胃潰瘍（治癒）")];
    rng.some(&list, 3)
        .into_iter()
        .map(|(onset, illness)| {
            let progress = rng.pick(Progress::ALL);
            row(Kind::UpkihonSub2, told)
                .set("onset", onset)
                .set("illness", illness)
                .set("doctor", "見本クリニック　例医師")
                .set("doctor_role", rng.pick(DoctorRole::ALL))
                .set("doctor_phone", names::phone(rng))
                .set("progress", progress)
                .set("treatment", if progress == Progress::UnderTreatment { "内服（朝１回）" } else { "" })
        })
        .collect()
}

fn row(kind: Kind, told: &Consultation<'_>) -> Row {
    Row::new(kind)
        .set("insurer_no", &told.person.insurer_no)
        .set("insured_no", &told.person.insured_no)
        .set("consulted_on", told.on)
}
