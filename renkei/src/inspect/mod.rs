//! `renkei inspect`: shows the records of one file, as a table or as typed records in JSON.

mod json;
mod rows;
mod table;

use std::io::{self, BufWriter, Write};
use std::path::Path;

use careplan::layout::{Kind, Layout};
use careplan::record::AnyRecord;
use careplan::text::{Lang, Message, Text};
use conformance::shown::{io_reason, visible};

use crate::cli::{InspectArgs, TextOrJson};
use crate::say;
use rows::{Row, Stop};

const NO_KIND: Text = Text::new(
    "ファイル名から種類が分かりません。--kind UPPLAN のように種類を指定してください。",
    "The kind cannot be told from the file name; give it with --kind, such as --kind UPPLAN.",
);
const NOT_CSV: Text =
    Text::new("この種類は CSV ではないため、レコードがありません。", "This kind is no CSV and has no records.");

/// Shows records one after the other.
trait Show {
    /// A record; `problems` are empty where it can be typed.
    fn row(&mut self, row: &Row, problems: &[Message]) -> io::Result<()>;
    /// All records are shown.
    fn end(&mut self) -> io::Result<()>;
}

/// How records are shown.
struct View<'a> {
    layout: &'static Layout,
    path: &'a Path,
    lang: Lang,
    show_values: bool,
}

/// Runs the command: 0 where every record can be typed, 1 where one cannot, 2 where the file
/// cannot be read.
pub(crate) fn run(args: &InspectArgs, lang: Lang) -> u8 {
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let kind = match &args.kind {
        Some(code) => Kind::from_code(&code.to_ascii_uppercase()),
        None => careplan::name::parse(&name).kind,
    };
    let layout = match kind.map(|kind| kind.layout().ok_or(NOT_CSV)).unwrap_or(Err(NO_KIND)) {
        Ok(layout) => layout,
        Err(why) => {
            say::err(&format!("{}：{}", visible(&args.file.to_string_lossy()), why.get(lang)));
            return 2;
        }
    };
    let view = View { layout, path: &args.file, lang, show_values: args.show_values };
    let mut out = BufWriter::new(io::stdout().lock());
    let shown = match args.format {
        TextOrJson::Text => show(&view, table::Table::new(&view, &mut out)),
        TextOrJson::Json => json::Document::new(&view, &mut out).map_err(Stop::Write).and_then(|it| show(&view, it)),
    };
    match shown.and_then(|is_typed| out.flush().map(|()| is_typed).map_err(Stop::Write)) {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(stop) => {
            say::err(&told(&stop, &args.file, lang));
            2
        }
    }
}

/// Shows every record; `true` where all of them can be typed.
fn show(view: &View<'_>, mut shower: impl Show) -> Result<bool, Stop> {
    let mut is_typed = true;
    rows::for_each(view.path, view.layout, |row| {
        let problems = problems(view.layout.kind, row);
        is_typed &= problems.is_empty();
        shower.row(row, &problems)
    })?;
    shower.end().map_err(Stop::Write)?;
    Ok(is_typed)
}

/// Why a row is no record of its kind.
fn problems(kind: Kind, row: &Row) -> Vec<Message> {
    let mut problems = Vec::new();
    if !row.is_regular {
        problems.push(Message::new("引用符の付け方が CSV の決まりに合いません", "quotes are not as CSV has them"));
    }
    if !row.is_ms932 {
        problems.push(Message::new("MS932 ではないバイトがあります", "it holds bytes that are not MS932"));
    }
    let texts: Vec<&str> = row.texts.iter().map(String::as_str).collect();
    if let Some(Err(faults)) = AnyRecord::from_texts(kind, &texts) {
        problems.extend(faults.iter().map(careplan::record::FieldProblem::message));
    }
    problems
}

fn told(stop: &Stop, path: &Path, lang: Lang) -> String {
    let path = visible(&path.to_string_lossy());
    match (stop, lang) {
        (Stop::Read(error), Lang::Ja) => format!("{path}：読めません（{}）。", io_reason(error).ja),
        (Stop::Read(error), Lang::En) => format!("{path}: cannot be read ({}).", io_reason(error).en),
        (Stop::Write(error), Lang::Ja) => format!("結果を書けませんでした（{}）。", io_reason(error).ja),
        (Stop::Write(error), Lang::En) => format!("The result could not be written ({}).", io_reason(error).en),
        (Stop::TooLong, Lang::Ja) => {
            format!("{path}：1レコードが {} MiB を超えるため、表示を止めました。", rows::LONGEST >> 20)
        }
        (Stop::TooLong, Lang::En) => format!("{path}: a record is longer than {} MiB; stopped.", rows::LONGEST >> 20),
    }
}
