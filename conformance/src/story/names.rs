//! Names that nobody bears, put together from parts that say so: 見本, 架空, 例示 and the like.
//!
//! Some parts are there for their bytes: 髙 and 﨑 (IBM extensions), ソ 表 能 (a trail byte 5C),
//! ① and ㈱ (NEC row 13), half-width kana.

use super::rng::Rng;

/// A part of a name: as written, in full-width kana, in half-width kana.
type Part = (&'static str, &'static str, &'static str);

const FAMILY: &[Part] = &[
    ("見本", "ミホン", "ﾐﾎﾝ"),
    ("架空", "カクウ", "ｶｸｳ"),
    ("例示", "レイジ", "ﾚｲｼﾞ"),
    ("仮名", "カリナ", "ｶﾘﾅ"),
    ("雛形", "ヒナガタ", "ﾋﾅｶﾞﾀ"),
    ("模擬", "モギ", "ﾓｷﾞ"),
    ("想定", "ソウテイ", "ｿｳﾃｲ"),
    ("試作", "シサク", "ｼｻｸ"),
    ("髙見本", "タカミホン", "ﾀｶﾐﾎﾝ"),
    ("例﨑", "レイザキ", "ﾚｲｻﾞｷ"),
    ("表能", "オモテノ", "ｵﾓﾃﾉ"),
    ("十予", "トヨ", "ﾄﾖ"),
    ("図解", "ズカイ", "ｽﾞｶｲ"),
    ("ソラ野", "ソラノ", "ｿﾗﾉ"),
];

const WOMEN: &[Part] = &[
    ("花例", "ハナレイ", "ﾊﾅﾚｲ"),
    ("例子", "レイコ", "ﾚｲｺ"),
    ("能子", "ノウコ", "ﾉｳｺ"),
    ("見乃", "ミノ", "ﾐﾉ"),
    ("表江", "オモテエ", "ｵﾓﾃｴ"),
    ("ソ乃", "ソノ", "ｿﾉ"),
];

const MEN: &[Part] = &[
    ("例太郎", "レイタロウ", "ﾚｲﾀﾛｳ"),
    ("試三", "タメゾウ", "ﾀﾒｿﾞｳ"),
    ("空太", "ソラタ", "ｿﾗﾀ"),
    ("本作", "ホンサク", "ﾎﾝｻｸ"),
    ("能次", "ノウジ", "ﾉｳｼﾞ"),
    ("表助", "オモスケ", "ｵﾓｽｹ"),
];

const TOWNS: &[&str] = &[
    "そらの市表町",
    "ひなた町見本通",
    "みらい市模擬町",
    "あおば市ソラ野",
    "ゆめみ町雛形",
    "例﨑市能見台",
    "髙見市①番街",
];

const HOUSES: &[&str] = &["表コーポ２０１号", "ひなたハイツ１０２", "ｿﾗﾉ荘③", "見本苑, Ｂ棟", "\"離れ\""];

const OFFICES: &[&str] =
    &["見本の森", "ひなた台", "そらいろ", "ゆめの里", "あさぎり", "にじの丘", "表町", "㈱例示", "①番館", "ｶｸｳ", "髙見"];

/// A name and how it is read.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Family name, a space of full width, given name.
    pub(super) written: String,
    /// In full-width or half-width kana: both are legal.
    pub(super) kana: String,
    /// The family name alone.
    pub(super) family: &'static str,
}

/// The name of a woman or a man.
pub(super) fn person(rng: &mut Rng, woman: bool) -> Name {
    let family = rng.pick(FAMILY);
    let given = rng.pick(if woman { WOMEN } else { MEN });
    let kana = if rng.one_in(4) { format!("{} {}", family.2, given.2) } else { format!("{}　{}", family.1, given.1) };
    Name { written: format!("{}　{}", family.0, given.0), kana, family: family.0 }
}

/// The name of somebody who works.
pub(super) fn worker(rng: &mut Rng) -> String {
    let woman = rng.one_in(2);
    person(rng, woman).written
}

/// The name of somebody of a family.
pub(super) fn relative(rng: &mut Rng, family: &str) -> String {
    format!("{family}　{}", rng.pick(WOMEN).0)
}

/// An address in the prefecture that does not exist.
pub(super) fn address(rng: &mut Rng) -> String {
    let town = rng.pick(TOWNS);
    format!("架空県{town}{}丁目{}番{}号", rng.between(1, 9), rng.between(1, 20), rng.between(1, 30))
}

/// The second line of an address; mostly there is none.
pub(super) fn house(rng: &mut Rng) -> &'static str {
    if rng.one_in(3) { rng.pick(HOUSES) } else { "" }
}

/// 郵便番号: no area is 000.
pub(super) fn postal_code(rng: &mut Rng) -> String {
    format!("000-{}", rng.digits(4))
}

/// A telephone number: no area is 00-0000.
pub(super) fn phone(rng: &mut Rng) -> String {
    format!("00-0000-{}", rng.digits(4))
}

/// The name of an office with what it does.
pub(super) fn office(rng: &mut Rng, what: &str) -> String {
    format!("{}{what}", rng.pick(OFFICES))
}
