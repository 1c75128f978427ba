//! Checking one file: what it is, then its bytes as they come.

use super::records::Records;
use super::report::{FileClass, FileReport, Limits};
use super::skip::{Oversize, Skip};
use crate::csv::{RawRecord, Scanner};
use crate::diagnostic::Place;
use crate::encoding::{Disguise, EucWatch, Utf8Watch, disguise_at_start};
use crate::layout::Kind;
use crate::name::{self, NameIssue, ParsedName};
use crate::rules;

/// How many bytes tell what a file is.
const HEAD: usize = 32;

/// Checks one file; feed it the bytes in order, then finish.
#[derive(Debug)]
pub struct FileChecker {
    limits: Limits,
    parsed: ParsedName,
    /// The first bytes, until there are enough to tell what the file is.
    head: Vec<u8>,
    body: Option<Body>,
    bytes: u64,
}

#[derive(Debug)]
enum Body {
    /// A CSV.
    Csv(Box<Csv>),
    /// UTF-16: nothing behind the diagnosis makes sense.
    Utf16,
    /// A family picture; whether it begins like a JPEG.
    Picture(bool),
    /// Not of the exchange.
    Other,
}

#[derive(Debug)]
struct Csv {
    scanner: Scanner,
    records: Records,
    utf8: Utf8Watch,
    euc: EucWatch,
    bom: bool,
    /// The beginning of a record whose end has not come yet.
    held: Vec<u8>,
    /// Offset in the file of what comes next (of `held`, if there is any).
    at: u64,
    skip: Option<Skip>,
}

impl FileChecker {
    /// `file_name` is the last component of the path, without folders.
    #[must_use]
    pub fn new(file_name: &str, limits: Limits) -> Self {
        Self { limits, parsed: name::parse(file_name), head: Vec::new(), body: None, bytes: 0 }
    }

    /// Takes the next bytes, in pieces of any size.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        let record = self.limits.record;
        match &mut self.body {
            Some(body) => body.feed(bytes, record),
            None => {
                self.head.extend_from_slice(bytes);
                if self.head.len() >= HEAD {
                    self.begin();
                }
            }
        }
    }

    /// Decides what the file is, from its name and first bytes.
    fn begin(&mut self) {
        let head = std::mem::take(&mut self.head);
        let disguise = disguise_at_start(&head);
        let not_exchange = self.parsed.issues.contains(&NameIssue::NotExchange);
        if not_exchange && looks_like_exchange(&head) {
            self.parsed.issues = vec![NameIssue::Broken(name::NamePart::Kind)];
        }
        let mut body = match (self.parsed.kind, disguise) {
            _ if self.parsed.issues.contains(&NameIssue::NotExchange) => Body::Other,
            (Some(Kind::UpkihonImage), _) => Body::Picture(head.starts_with(&[0xFF, 0xD8, 0xFF])),
            (_, Some(Disguise::Utf16Le | Disguise::Utf16Be)) => Body::Utf16,
            (kind, disguise) => Body::Csv(Box::new(Csv::new(kind, &self.parsed, self.limits, disguise.is_some()))),
        };
        body.feed(&head, self.limits.record);
        self.body = Some(body);
    }

    /// Judges what remains and gives the report.
    #[must_use]
    pub fn finish(mut self) -> FileReport {
        if self.body.is_none() {
            self.begin();
        }
        let Self { limits, parsed, body, bytes, .. } = self;
        let kind = parsed.kind;
        let mut report = FileReport {
            class: FileClass::Exchange,
            kind,
            name: None,
            records: 0,
            bytes,
            findings: Vec::new(),
            counts: crate::diagnostic::Counts::default(),
            undecided: false,
            facts: super::SetFacts::default(),
        };
        let mut sink = super::sink::Sink::new(kind, limits);
        for issue in &parsed.issues {
            sink.say(rules::name::breach(issue, kind), Place::default(), None);
        }
        if let Some(name) = &parsed.name {
            rules::name::remarks(name).for_each(|breach| sink.say(breach, Place::default(), None));
            rules::flow::remarks(name).for_each(|breach| sink.say(breach, Place::default(), None));
        }
        match body {
            Some(Body::Csv(mut csv)) => {
                csv.finish(&mut sink, limits.record);
                report.records = csv.records.records;
                report.undecided = csv.records.undecided;
                report.facts = std::mem::take(&mut csv.records.keys.facts);
                sink.absorb(csv.records.sink);
                sink.absorb(csv.records.bytes);
            }
            Some(Body::Utf16) => {
                let place = Place { bytes: Some((0, 2.min(bytes))), ..Place::default() };
                sink.say(rules::bytes::utf16::breach(), place, None);
            }
            Some(Body::Picture(jpeg)) => {
                report.class = FileClass::Picture;
                if !jpeg {
                    sink.say(rules::file::picture::breach(), Place::default(), None);
                }
            }
            Some(Body::Other) | None => report.class = FileClass::Other,
        }
        (report.findings, report.counts) = sink.finish();
        report.name = parsed.name;
        report
    }
}

impl Body {
    fn feed(&mut self, bytes: &[u8], limit: usize) {
        if let Self::Csv(csv) = self {
            csv.feed(bytes, limit);
        }
    }
}

impl Csv {
    fn new(kind: Option<Kind>, parsed: &ParsedName, limits: Limits, bom: bool) -> Self {
        Self {
            scanner: Scanner::default(),
            records: Records::new(kind, parsed.name.clone(), limits),
            utf8: Utf8Watch::default(),
            euc: EucWatch::default(),
            bom,
            held: Vec::new(),
            at: 0,
            skip: None,
        }
    }

    fn feed(&mut self, bytes: &[u8], limit: usize) {
        self.utf8.feed(bytes);
        self.euc.feed(bytes);
        let bytes = match bytes {
            [0xEF, 0xBB, 0xBF, rest @ ..] if self.bom && self.at == 0 => {
                self.at = 3;
                rest
            }
            _ => bytes,
        };
        self.take(bytes, limit);
    }

    fn take(&mut self, mut bytes: &[u8], limit: usize) {
        while !bytes.is_empty() {
            if let Some(skip) = &mut self.skip {
                let (taken, ended) = skip.take(bytes);
                self.at += taken as u64;
                if let Some(record) = ended {
                    self.records.oversize(&record, limit);
                    self.skip = None;
                }
                bytes = bytes.get(taken..).unwrap_or(&[]);
            } else if self.held.is_empty() {
                let taken = self.scan(bytes, false, limit);
                self.held.extend_from_slice(bytes.get(taken..).unwrap_or(&[]));
                bytes = &[];
                self.check_limit(limit);
            } else {
                // A record spans pieces: join just enough of the new one to see its end.
                let more = bytes.len().min(self.held.len().max(1 << 12));
                let (piece, rest) = bytes.split_at_checked(more).unwrap_or((bytes, &[]));
                let before = self.held.len();
                let mut joined = std::mem::take(&mut self.held);
                joined.extend_from_slice(piece);
                let taken = self.scan(&joined, false, limit);
                if taken >= before && taken > 0 {
                    bytes = bytes.get(taken - before..).unwrap_or(&[]);
                } else {
                    joined.drain(..taken);
                    self.held = joined;
                    bytes = rest;
                    self.check_limit(limit);
                }
            }
        }
    }

    /// Judges the complete records of `data`; the first byte of `data` is at `self.at`.
    fn scan(&mut self, data: &[u8], last: bool, limit: usize) -> usize {
        let (base, records) = (self.at, &mut self.records);
        let taken = self.scanner.scan(data, last, |record| {
            if record.bytes.len() > limit {
                let (start, len) = (base + record.start as u64, record.bytes.len() as u64);
                let RawRecord { inner_lines, end, open, .. } = record;
                records.oversize(&Oversize { start, len, inner_lines, end, open }, limit);
            } else {
                records.record(&record, base);
            }
        });
        self.at += taken as u64;
        taken
    }

    /// Gives up on a record that grows beyond the limit; the ones behind it are judged again.
    fn check_limit(&mut self, limit: usize) {
        // One byte more may be a CR that waits for its LF.
        if self.held.len() > limit.saturating_add(1) {
            let held = std::mem::take(&mut self.held);
            let mut skip = Skip::new(self.at);
            self.at += held.len() as u64;
            skip.take(&held);
            self.skip = Some(skip);
        }
    }

    fn finish(&mut self, sink: &mut super::sink::Sink, limit: usize) {
        let held = std::mem::take(&mut self.held);
        self.scan(&held, true, limit);
        if let Some(skip) = self.skip.take() {
            self.records.oversize(&skip.finish(), limit);
        }
        self.records.finish(self.at);
        debug_assert!(held.len() <= limit.saturating_add(1), "held back more than a record");
        self.name_encoding(sink);
    }

    /// A file in another encoding is named as that, once, in place of its hundred odd characters.
    fn name_encoding(&mut self, sink: &mut super::sink::Sink) {
        let defects = self.records.bytes.has_errors();
        let utf8 = self.utf8.verdict(defects);
        let euc = self.euc.verdict(defects).filter(|_| utf8.is_none() && !self.bom);
        let mut say = |at: u64, breach| {
            sink.say(breach, Place { bytes: Some((at, (at + 3).min(self.at))), ..Place::default() }, None);
        };
        match (self.bom, utf8, euc) {
            (true, ..) => say(0, rules::bytes::utf8::breach(true)),
            (_, Some(at), _) => say(at, rules::bytes::utf8::breach(false)),
            (_, _, Some(at)) => say(at, rules::bytes::euc_jp::breach()),
            _ => {}
        }
        if utf8.or(euc).is_some() || (self.bom && self.records.bytes.is_silent()) {
            self.records.bytes = super::sink::Sink::new(None, Limits::default());
        }
    }
}

/// `202407,986208,` or the like at the head: the CSVバージョン and the 保険者番号 of every kind.
fn looks_like_exchange(head: &[u8]) -> bool {
    let head = head.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(head);
    let mut parts = head.split(|&byte| byte == b',').map(crate::csv::inside);
    let digits = |part: Option<&[u8]>| {
        part.filter(|part| part.len() == 6 && part.iter().all(u8::is_ascii_digit)).map(<[u8]>::to_vec)
    };
    let version = digits(parts.next());
    let insurer = digits(parts.next());
    version.is_some_and(|version| version.starts_with(b"20")) && insurer.is_some() && parts.next().is_some()
}
