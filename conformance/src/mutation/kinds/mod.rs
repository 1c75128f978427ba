//! The defects: one file an area, one entry a kind.

mod arithmetic;
mod composition;
mod cross;
mod deletion;
mod dialect;
mod donor;
mod encoding;
mod field;
mod field_code;
mod field_id;
mod field_number;
mod field_size;
mod hazard;
mod link;
mod name;
mod name_form;
mod sequence;
mod sheet7;
mod spreadsheet;
mod time;
mod version;

use careplan::layout::{Confidence, Field, Format, MaxLen};
use careplan::text::Text;

use super::Area;
use super::draft::{Outcome, Spot};
use super::table::Cell;

/// Declares the defects of one area: id, class, source, Japanese, English, and what is done.
macro_rules! mutations {
    ($($id:literal $class:ident $source:literal $ja:literal $en:literal $apply:expr;)*) => {
        pub(super) static MUTATIONS: &[crate::mutation::Mutation] = &[$(crate::mutation::Mutation {
            id: $id,
            class: crate::mutation::Class::$class,
            source: $source,
            title: careplan::text::Text::new($ja, $en),
            apply: $apply,
        }),*];
    };
}
use mutations;

macro_rules! areas {
    ($($module:ident $ja:literal $en:literal;)*) => {
        /// Every area, in the order of reading a file: bytes first, several sets last.
        pub static AREAS: &[Area] = &[$(Area { title: Text::new($ja, $en), mutations: $module::MUTATIONS }),*];
    };
}

areas! {
    encoding "文字コード" "encoding";
    dialect "CSV の書き方" "dialect of CSV";
    name "ファイル名の各部" "parts of the file name";
    name_form "ファイル名の形" "form of the file name";
    version "CSVバージョン" "version";
    field "項目：日付・年月・様式" "fields: dates, months, shapes";
    time "項目：時刻・日割" "fields: times, days";
    field_number "項目：数値" "fields: numbers";
    field_code "項目：コード" "fields: codes";
    field_id "項目：番号" "fields: identifiers";
    field_size "項目：必須と長さ" "fields: required and length";
    spreadsheet "表計算ソフトによる変化" "damage by spreadsheets";
    deletion "削除ファイル" "deletion files";
    cross "項目どうし" "between fields";
    sheet7 "第7表の行" "rows of sheet 7";
    arithmetic "計算" "arithmetic";
    hazard "起こりがちなこと" "hazards";
    composition "組の構成" "composition of sets";
    link "組の中の結び付き" "links within sets";
    sequence "送る順序" "sequence of sets";
}

/// Whether the row of the layout is sure enough for an error.
fn is_sure(field: &Field) -> bool {
    field.confidence != Confidence::Low
}

impl Cell<'_> {
    /// A filled field of one of the formats, of a sure row.
    fn is(&self, formats: &[Format]) -> bool {
        formats.contains(&self.field.format) && is_sure(self.field) && self.is_filled()
    }
}

/// The records of some places: where two fields contradict, either may be named.
fn whole_records(outcome: Outcome) -> Outcome {
    Some(outcome?.into_iter().map(|spot| Spot { field: None, ..spot }).collect())
}

/// A field of free text that says something.
fn is_text(cell: &Cell<'_>) -> bool {
    cell.field.format == Format::Text && cell.field.max_len == MaxLen::Free && cell.is_filled()
}

/// An integer whose length is settled.
fn is_integer(cell: &Cell<'_>) -> bool {
    cell.is(&[Format::Integer]) && matches!(cell.field.max_len, MaxLen::Chars(_))
}
