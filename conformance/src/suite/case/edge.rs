//! Values at the edge of what is legal: one value altered in a golden set, to be taken and to be written.

use careplan::layout::Kind;
use careplan::text::{Message, Text};

use super::golden::Golden;
use super::reading::taking;
use super::writing::writing;
use super::{Case, Class, Taking};
use crate::suite::meaning::{Unit, value_of};

/// One edge: the fields of the first record of a kind that are set, as a file holds them.
struct Edge {
    id: &'static str,
    title: Text,
    source: &'static str,
    kind: Kind,
    values: &'static [(u16, &'static str)],
}

macro_rules! edges {
    ($($id:literal $kind:ident [$($no:literal $value:literal)*] $source:literal $ja:literal $en:literal;)*) => {
        const EDGES: &[Edge] = &[$(Edge {
            id: $id, title: Text::new($ja, $en), source: $source, kind: Kind::$kind, values: &[$(($no, $value)),*],
        }),*];
    };
}

edges! {
    "negative-units" Upjsk [8 "-47"] "domain 3.2" "負の単位数" "negative units";
    "zero-units" Upjsk [8 "0"] "R115" "単位数 0" "no units";
    "untimed" Upjsk [12 "9999" 13 "9999"] "R113" "時刻の無いサービス" "a service without time";
    "past-midnight" Upjsk [12 "2330" 13 "0030"] "domain 4.2" "日をまたぐ時刻" "past midnight";
    "midnight" Upjsk [12 "0000" 13 "0100"] "domain 4.2" "0時ちょうど" "midnight";
    "letters-in-code" Upjsk [15 "11E001"] "domain 4.1" "英字を含むサービスコード" "letters in a service code";
    "letters-in-item" Upjsk [15 "15B401"] "domain 4.1" "英字で始まる項目コード" "an item code with a letter";
    "count-99" Upjsk [14 "99"] "別紙 第6表 No.14" "回数 99" "99 times";
    "no-name" Upjsk [21 ""] "U-4" "空の自由文" "an empty free text";
    "leap-day" Up1kyo [4 "20240229"] "domain 5" "うるう日" "a leap day";
    "centenarian" Uphosoku [8 "19110101"] "domain 5" "百歳を超える方" "more than a hundred years old";
    "no-address" Uphosoku [9 "" 10 "" 11 "" 12 ""] "別紙 利用者補足情報 No.9〜12" "住所と電話が空" "no address";
    "applying" Uphosoku [13 "" 16 "1"] "domain 5" "認定の申請中" "certification applied for";
    "leading-zero" Up2kyo [17 "0112345674"] "R21" "0 で始まる事業所番号" "an office number with a leading zero";
    "all-week-times" Up3kyo [8 "0000" 9 "2400"] "domain 4.2" "24時までの予定" "until 24:00";
}

/// Every edge on the first golden set that has the kind.
pub(super) fn cases(golden: &[Golden]) -> impl Iterator<Item = Case> {
    EDGES.iter().flat_map(|edge| {
        let found = golden.iter().find_map(|set| Some((set, set.unit_with(edge.kind)?)));
        found.map(|(set, unit)| of_edge(edge, set, unit)).into_iter().flatten()
    })
}

fn of_edge(edge: &Edge, set: &Golden, unit: &Unit) -> [Case; 2] {
    let mut unit = unit.clone();
    let record = unit.content.records.get_mut(&edge.kind).and_then(|records| records.first_mut());
    if let (Some(record), Some(layout)) = (record, edge.kind.layout()) {
        for (no, text) in edge.values {
            if let Some(field) = layout.field(*no) {
                record.set(*no, value_of(field, text));
            }
        }
    }
    let set = set.with(vec![unit.clone()]);
    let read = taking(Class::Edge, format!("edge/read/{}", edge.id), &set, set.files(), Taking::Whole);
    let written = writing(format!("edge/write/{}", edge.id), &set, &unit);
    [read, written].map(|case| Case {
        class: Class::Edge,
        title: Message::new(edge.title.ja, edge.title.en),
        source: edge.source.to_owned(),
        ..case
    })
}
