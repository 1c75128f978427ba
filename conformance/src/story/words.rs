//! What people write into free text: with commas, line breaks and quotes, or nothing at all.

use super::rng::Rng;

/// A need of sheet 2 and its goals.
pub(super) struct Need {
    pub(super) issue: &'static str,
    pub(super) long_term: &'static str,
    pub(super) short_term: &'static str,
}

/// What sheet 2 is about.
pub(super) const NEEDS: &[Need] = &[
    Need {
        issue: "転ばずに近所の商店まで歩きたい",
        long_term: "杖歩行で３００ｍ歩ける",
        short_term: "屋内を見守りなしで移動できる",
    },
    Need {
        issue: "自宅の浴槽で安全に入浴したい",
        long_term: "見守りで入浴できる",
        short_term: "手すりを使って浴槽をまたげる",
    },
    Need {
        issue: "食事を自分で用意したい",
        long_term: "昼食を自分で温められる",
        short_term: "配膳を手伝ってもらい食べきる",
    },
    Need {
        issue: "薬を忘れずに飲みたい", long_term: "一包化した薬を自分で飲める", short_term: "声かけで毎日飲める"
    },
];

/// 課題分析の結果.
pub(super) const ASSESSMENTS: &[&str] = &[
    "本人：もう一度、庭の手入れをしたい。家族：日中独居になるため、昼食と服薬を確かめてほしい。",
    "本人：住み慣れた家で、できることは自分で続けたい。家族：転倒が心配なので見守りをお願いしたい。",
    "本人は\"毎日歩く\"と話す。\r\n表ソ能予貼圭構十申欺暴",
    "意向,希望,不安の順に聞き取った。\r\n\r\n家族は「無理はさせたくない」と話す。",
];

/// 審査会の意見.
pub(super) const OPINIONS: &[&str] = &["サービスの種類の指定なし。", "", "①転倒予防 ②口腔ケア", "\"特になし\""];

/// 援助の方針.
pub(super) const POLICIES: &[&str] = &[
    "服薬と食事を整え、急な悪化を防ぐ。緊急時は家族へ連絡し、かかりつけ医の指示を受ける。",
    "外出の機会と入浴を確保し、足腰の力を保つ。",
    "緊急連絡先：①長女（00-0000-0001）, ②見本クリニック\r\n夜間は\"訪問看護\"へ連絡する。",
];

/// その他理由 of 生活援助中心型.
pub(super) const REASONS: &[&str] = &["家族の就労により日中独居のため", "同居の妻, 高齢のため\r\n家事が難しい"];

/// What a kind of service does, for sheet 2.
pub(super) fn help(service: &str) -> &'static str {
    match service {
        "11" | "A2" | "A4" => "身支度と入浴の介助、安否の確認",
        "12" => "浴槽を持ち込んでの入浴",
        "13" | "63" => "血圧と服薬の確認、療養の相談",
        "15" | "78" | "A6" => "送迎、入浴、食事、機能訓練",
        "17" | "67" => "用具の貸与と調整",
        "21" => "宿泊、食事、見守り",
        _ => "自宅での支援",
    }
}

/// Some free text; now and then it has a comma, a line break or quotes more.
pub(super) fn text(rng: &mut Rng, list: &[&'static str]) -> String {
    let base = rng.pick(list);
    match rng.between(1, 12) {
        1 => format!("{base}（10時～11時, －5％）"),
        2 => format!("{base}\r\n「ｶｸｳ」にて確認。"),
        3 => format!("\"{base}\""),
        4 => format!("{base} \"続く\",\r\n!#$%&'()*+-./:;<=>?@[]^_`{{|}}~\\"),
        _ => base.to_owned(),
    }
}
