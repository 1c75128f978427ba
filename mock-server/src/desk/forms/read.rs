//! From bytes to rows, and what is to be said of bytes that are none.

use careplan::check::{FileChecker, FileClass, Limits};
use careplan::csv::{RawRecord, Scanner, content};
use careplan::diagnostic::{Finding, Severity};
use careplan::encoding::{self, Disguise};
use careplan::layout::{Kind, Layout};
use careplan::name::{self, FileName};
use careplan::text::{Lang, Message, Text};

use super::row::Row;
use super::{Paper, limits};

/// Everything that was read.
#[derive(Debug, Default)]
pub(super) struct Pile {
    pub(super) rows: Vec<Row>,
    /// One for each paper that was opened, in order.
    pub(super) papers: Vec<Read>,
    /// Papers that were not opened any more.
    pub(super) unopened: usize,
    /// Whether a limit was reached: not all rows are here.
    pub(super) cut: bool,
}

/// One paper.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) name: String,
    pub(super) kind: Option<Kind>,
    pub(super) exchange: Option<FileName>,
    /// Rows that were read.
    pub(super) rows: usize,
    /// What is said of it, at most [`limits::NOTES`] sentences.
    pub(super) notes: Vec<Message>,
    /// Whether it is no file of the exchange at all.
    pub(super) foreign: bool,
    /// A family picture.
    pub(super) picture: Option<bytes::Bytes>,
}

impl Read {
    fn note(&mut self, message: impl Into<Message>) {
        if self.notes.len() < limits::NOTES {
            self.notes.push(message.into());
        }
    }
}

const UTF16: Text =
    Text::new("文字コードが UTF-16 のため、読めませんでした。", "It is written in UTF-16 and cannot be read.");
const CUT: Text = Text::new("大きいため、続きは読んでいません。", "It is large; what follows was not read.");
const NO_ROWS: Text = Text::new("データの行がありません。", "It holds no records.");

/// Reads papers in the order given.
pub(super) fn read(papers: &[Paper]) -> Pile {
    let mut pile = Pile { unopened: papers.len().saturating_sub(limits::PAPERS), ..Pile::default() };
    pile.cut = pile.unopened > 0;
    let mut bytes_left = limits::BYTES;
    for paper in papers.iter().take(limits::PAPERS) {
        open(&mut pile, paper, &mut bytes_left);
    }
    pile
}

fn open(pile: &mut Pile, paper: &Paper, bytes_left: &mut usize) {
    let parsed = name::parse(&paper.name);
    let mut read = Read {
        name: paper.name.clone(),
        kind: parsed.kind,
        exchange: parsed.name,
        rows: 0,
        notes: Vec::new(),
        foreign: false,
        picture: None,
    };
    let layout = parsed.kind.and_then(Kind::layout);
    if parsed.kind == Some(Kind::UpkihonImage) {
        read.picture = Some(paper.bytes.clone());
    } else if let Some(layout) = layout
        && !matches!(encoding::disguise_at_start(&paper.bytes), Some(Disguise::Utf16Le | Disguise::Utf16Be))
    {
        let whole = paper.bytes.len().min(*bytes_left);
        let taken = rows(pile, &mut read, layout, paper.bytes.get(..whole).unwrap_or_default());
        *bytes_left -= taken;
        judge(&mut read, paper.bytes.get(..taken).unwrap_or_default(), taken < paper.bytes.len());
        if taken < paper.bytes.len() {
            pile.cut = true;
            // Said even if other sentences have filled the list.
            read.notes.truncate(limits::NOTES - 1);
            read.note(CUT);
        } else if read.rows == 0 && read.notes.is_empty() {
            read.note(NO_ROWS);
        }
    } else if layout.is_some() {
        read.note(UTF16);
    } else {
        judge(&mut read, paper.bytes.get(..paper.bytes.len().min(1 << 10)).unwrap_or_default(), true);
    }
    pile.papers.push(read);
}

/// Splits what fits; gives the bytes that were taken.
fn rows(pile: &mut Pile, read: &mut Read, layout: &'static Layout, data: &[u8]) -> usize {
    let (paper, mut line, mut taken, mut full) = (pile.papers.len(), 1, 0, false);
    let rows = &mut pile.rows;
    let utf8 = encoding::is_utf8_text(data);
    let start = if data.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
    let body = data.get(start..).unwrap_or_default();
    Scanner::default().scan(body, true, |raw| {
        let begins = line;
        line += 1 + raw.inner_lines;
        full |= rows.len() >= limits::ROWS;
        if full {
            return;
        }
        taken = raw.start + raw.bytes.len() + raw.end.bytes().len();
        if raw.bytes.is_empty() || (begins == 1 && is_header(&raw, layout)) {
            return;
        }
        let fields = raw.iter().map(|(_, field)| decode(&content(field), utf8));
        match Row::new(layout, fields, paper, begins) {
            Some(row) if !raw.open => {
                rows.push(row);
                read.rows += 1;
            }
            _ => read.note(unplaced(&raw, layout, begins)),
        }
    });
    start + taken
}

/// A file in another encoding is refused by the exchange (the check says so); it is still shown.
fn decode(bytes: &[u8], utf8: bool) -> String {
    if utf8 { String::from_utf8_lossy(bytes).into_owned() } else { encoding::decode_lossy(bytes) }
}

fn is_header(raw: &RawRecord<'_>, layout: &Layout) -> bool {
    let first = raw.iter().next().map(|(_, field)| encoding::decode_lossy(&content(field)));
    first.as_deref() == layout.fields.first().map(|field| field.name)
}

fn unplaced(raw: &RawRecord<'_>, layout: &Layout, line: u64) -> Message {
    let (found, wanted) = (raw.fields, layout.fields.len());
    if raw.open {
        Message::new(
            format!("{line}行目：引用符が閉じていないため、表に入れられません。"),
            format!("Line {line}: a quote is not closed, so it cannot be put on the form."),
        )
    } else {
        Message::new(
            format!("{line}行目：項目が{found}個あり、この様式の{wanted}個と合わないため、表に入れられません。"),
            format!("Line {line}: {found} fields where the form has {wanted}, so it cannot be put on the form."),
        )
    }
}

/// The errors that the check of the exchange finds, in its own words.
fn judge(read: &mut Read, bytes: &[u8], cut: bool) {
    let mut checker = FileChecker::new(
        &read.name,
        Limits { per_rule: limits::NOTES, per_file: 10 * limits::NOTES, ..Limits::default() },
    );
    checker.feed(bytes);
    let report = checker.finish();
    read.foreign = report.class == FileClass::Other;
    for finding in report.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        // What a file lacks as a whole cannot be said of its beginning.
        if !cut || finding.place.field.is_some() || read.kind.is_none() {
            read.note(sentence(finding));
        }
    }
}

fn sentence(finding: &Finding) -> Message {
    let place = |line: &str, field: &str| {
        let line = finding.place.line.map(|no| line.replace('#', &no.to_string())).unwrap_or_default();
        let field = finding.place.field.map(|row| field.replace('#', &row.no.to_string()).replace('$', row.name));
        format!("{line}{}", field.unwrap_or_default())
    };
    let (ja, en) = (place("#行目 ", "No.# $："), place("Line #: ", "No. # $: "));
    Message::new(format!("{ja}{}", finding.message(Lang::Ja)), format!("{en}{}", finding.message(Lang::En)))
}
