//! Free text that is unusual but legal: put behind every free text of a set, its meaning with it.

use std::collections::BTreeSet;

use careplan::layout::{Format, MaxLen};
use careplan::text::{Message, Text};

use super::golden::Golden;
use super::reading::taking;
use super::{Case, Class, Taking};
use crate::suite::meaning::{Content, Unit, Value};

/// Characters with two codes in MS932.
pub(super) const TWINS: &str = "髙﨑塚Ⅰⅱ㈱№℡≒∵∪￢";

/// One kind of unusual text.
pub(super) struct Oddity {
    /// Part of the ids.
    pub(super) id: &'static str,
    /// What it is.
    pub(super) title: Text,
    /// The clauses.
    pub(super) source: &'static str,
    /// What is put behind every text.
    pub(super) text: &'static str,
}

macro_rules! oddities {
    ($($id:literal $source:literal $ja:literal $en:literal $text:literal;)*) => {
        /// All of them.
        pub(super) const ODDITIES: &[Oddity] = &[$(Oddity {
            id: $id, title: Text::new($ja, $en), source: $source, text: $text,
        }),*];
    };
}

oddities! {
    "5c" "R15・domain 6.1" "2バイト目が 5C や 7C の文字" "trail bytes 5C and 7C" "ソ表能予十ボポ貼―－～∥";
    "marks" "R17〜R19" "引用符・カンマ・改行" "quotes, commas, line breaks" "「\",\"」,\"\r\n二行目,\"";
    "ibm" "R16・domain 6.4" "IBM拡張文字と正規化で変わる字" "IBM extensions, characters that NFC changes" "髙﨑\u{fa10}\u{fa12}\u{f929}\u{fa16}\u{fa17}\u{fa18}\u{fa19}\u{fa1a}\u{fa1b}\u{fa1c}\u{fa1d}\u{fa1e}";
    "row-13" "R16・domain 7.2" "丸数字・ローマ数字・単位" "NEC row 13" "①⑳ⅠⅩ㍉㎜㈱№℡㍻";
    "half-kana" "R15・domain 6.4" "半角カナと濁点" "half-width kana" "ｶﾞｷﾞﾊﾟｰ｡｢｣､･";
    "formula" "R18・domain 7.3" "表計算の式に見える文字" "looks like a formula" "=1+1 @SUM -1 '001 11E001 1-2";
    "spaces" "R18" "前後の空白" "spaces at both ends" "　 末尾　 ";
    "words" "R18" "値の無いことに見える言葉" "words that look like nothing" "NULL null None 0 false NaN";
    "markup" "R18" "タグや制御に見える文字" "looks like markup" "<b>&amp;</b>\\n\\0%s{}$1;--";
    "long" "R21・U-5" "千字を超える文章" "more than a thousand characters" "@long";
}

impl Oddity {
    /// What is put behind every text.
    pub(super) fn tail(&self) -> String {
        if self.text == "@long" {
            "見守りと声かけを毎日行い、様子を記録する。".repeat(60)
        } else {
            self.text.to_owned()
        }
    }

    /// The title of a case with it.
    pub(super) fn titled(&self, title: &Message) -> Message {
        Message::new(format!("{}：{}", self.title.ja, title.ja), format!("{}: {}", self.title.en, title.en))
    }
}

/// The set with a text behind every free text of free length that is not empty.
pub(super) fn with_text(set: &Golden, tail: &str) -> Golden {
    let units = set.scenario.units.iter();
    set.with(units.map(|unit| Unit { content: appended(&unit.content, tail), ..unit.clone() }).collect())
}

/// A content with a text behind every free text.
pub(super) fn appended(content: &Content, tail: &str) -> Content {
    let mut content = content.clone();
    for record in content.records.values_mut().flatten() {
        let filled: Vec<(u16, String)> = record
            .iter()
            .filter(|(field, _)| field.format == Format::Text && field.max_len == MaxLen::Free)
            .filter_map(|(field, value)| Some((field.no, value?.to_string())))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        for (no, text) in filled {
            record.set(no, Value::Text(format!("{text}{tail}")));
        }
    }
    content
}

/// The first golden set of each composition: what is asked of texts does not change with the story.
pub(super) fn first_of_each(golden: &[Golden]) -> Vec<&Golden> {
    let mut seen = BTreeSet::new();
    golden.iter().filter(|set| seen.insert((set.from, set.to, set.kinds()))).collect()
}

/// Golden sets with every kind of unusual text, to be taken.
pub(super) fn cases(golden: &[Golden]) -> impl Iterator<Item = Case> {
    first_of_each(golden).into_iter().flat_map(|set| {
        ODDITIES.iter().map(|odd| {
            let odd_set = with_text(set, &odd.tail());
            let id = format!("variant/text-{}/{}", odd.id, set.id);
            let case = taking(Class::Variant, id, &odd_set, odd_set.files(), Taking::Whole);
            Case { title: odd.titled(&case.title), source: odd.source.to_owned(), ..case }
        })
    })
}
