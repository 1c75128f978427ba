//! `renkei.suite-matrix/1`, for programs.

use std::io::{self, Write};
use std::time::{SystemTime, UNIX_EPOCH};

use careplan::text::Message;
use serde::Serialize;

use super::super::outcome::{Cell, Found, MatrixOutcome, Member, Side};
use crate::story::Role;
use crate::suite::verdict::Verdict;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    spec: &'static str,
    suite: &'static str,
    requirements: &'static str,
    digest: &'a str,
    /// `pass`, `fail` or `undecided`.
    verdict: &'static str,
    /// Seconds since 1970.
    started: u64,
    finished: u64,
    software: Vec<Software<'a>>,
    exchanges: Vec<Exchange<'a>>,
    writers: Vec<Writer<'a>>,
    cells: Vec<Square<'a>>,
}

#[derive(Serialize)]
struct Software<'a> {
    name: &'a str,
    version: &'a str,
    adapter: &'static str,
    roles: &'a [Role],
    own_fields: &'a [String],
}

#[derive(Serialize)]
struct Exchange<'a> {
    id: &'a str,
    title: Sentence<'a>,
    source: &'a str,
    from: Role,
    to: Role,
    duty: &'static str,
    scored: bool,
}

/// What a software wrote, whoever reads it.
#[derive(Serialize)]
struct Writer<'a> {
    /// A number of `software`, from 0.
    writer: usize,
    results: Vec<Judged<'a>>,
}

#[derive(Serialize)]
struct Square<'a> {
    /// Numbers of `software`, from 0.
    writer: usize,
    reader: usize,
    verdict: &'static str,
    worst: Option<Verdict>,
    passed: usize,
    run: usize,
    /// Failures that count, by whose they are.
    writer_side: usize,
    reader_side: usize,
    results: Vec<Judged<'a>>,
}

#[derive(Serialize)]
struct Judged<'a> {
    /// A number of `exchanges`, from 0.
    exchange: usize,
    verdict: Verdict,
    /// `writer`, `reader`, or null where it passes.
    side: Option<&'static str>,
    counts: bool,
    /// Those of a writer stand under `writers` only.
    notes: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    ja: &'a str,
    en: &'a str,
}

impl<'a> From<&'a Message> for Sentence<'a> {
    fn from(message: &'a Message) -> Self {
        Self { ja: &message.ja, en: &message.en }
    }
}

/// Writes the document; both languages stand in it.
///
/// # Errors
/// What the writer says.
pub fn write(outcome: &MatrixOutcome, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
        schema: "renkei.suite-matrix/1",
        spec: "4.1",
        suite: env!("CARGO_PKG_VERSION"),
        requirements: outcome.requirements,
        digest: &outcome.digest,
        verdict: outcome.overall().as_str(),
        started: seconds(outcome.started),
        finished: seconds(outcome.finished),
        software: outcome.members.iter().map(software).collect(),
        exchanges: outcome.exchanges.iter().map(exchange).collect(),
        writers: (0..outcome.members.len())
            .map(|writer| Writer { writer, results: outcome.wrote(writer).map(|found| judged(found, true)).collect() })
            .collect(),
        cells: outcome.cells.iter().map(|cell| square(outcome, cell)).collect(),
    };
    serde_json::to_writer(&mut *out, &document).map_err(io::Error::from)?;
    writeln!(out)
}

fn software(member: &Member) -> Software<'_> {
    let hello = &member.hello;
    Software {
        name: &hello.software.name,
        version: &hello.software.version,
        adapter: member.adapter,
        roles: &hello.roles,
        own_fields: &hello.own_fields,
    }
}

fn exchange(exchange: &super::super::Exchange) -> Exchange<'_> {
    Exchange {
        id: &exchange.id,
        title: (&exchange.title).into(),
        source: &exchange.source,
        from: exchange.from,
        to: exchange.to,
        duty: exchange.duty.as_str(),
        scored: exchange.scored,
    }
}

fn square<'a>(outcome: &'a MatrixOutcome, cell: &'a Cell) -> Square<'a> {
    let tally = outcome.tally(cell);
    Square {
        writer: cell.writer,
        reader: cell.reader,
        verdict: outcome.judged(cell).as_str(),
        worst: outcome.worst(cell),
        passed: tally.passed,
        run: tally.exchanges,
        writer_side: tally.writer,
        reader_side: tally.reader,
        results: outcome.found(cell).map(|found| judged(found, found.side == Some(Side::Reader))).collect(),
    }
}

fn judged(found: Found<'_>, with_notes: bool) -> Judged<'_> {
    Judged {
        exchange: found.exchange,
        verdict: found.judged.verdict,
        side: found.side.map(Side::as_str),
        counts: found.counts,
        notes: if with_notes { found.judged.notes.iter().map(Sentence::from).collect() } else { Vec::new() },
    }
}

fn seconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
