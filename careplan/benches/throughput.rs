//! Throughput of reading, checking and writing against the `csv` crate and `encoding_rs`, interleaved in
//! one run: only the ratios mean anything. Run it with `ci/bench`, which also measures the command line.
#![expect(clippy::float_arithmetic, clippy::print_stdout, reason = "a benchmark prints ratios; no money is computed")]

use std::hint::black_box;
use std::io::Write as _;
use std::time::Instant;

use careplan::check::{FileChecker, Limits};
use careplan::csv::{Document, Scanner};
use careplan::encoding;
use careplan::layout::Kind;

const NAME: &str = "UPPLAN_202505_9970000001_43_9970000002_15_20250425101500.CSV";
const ROUNDS: usize = 5;
/// What the command line reads at a time.
const PIECE: usize = 256 << 10;

fn main() {
    let rows = std::env::var("RENKEI_BENCH_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(1_000_000);
    let data = sample(rows);
    if let Ok(path) = std::env::var("RENKEI_BENCH_FILE_DIR") {
        std::fs::write(std::path::Path::new(&path).join(NAME), &data).expect("the benchmark file can be written");
    }
    println!("UPPLAN {rows} records, {} bytes, {} rounds, medians", data.len(), ROUNDS);
    reading(&data);
    writing(&data);
    encoding_text();
}

fn reading(data: &[u8]) {
    let half = data[..data.len() / 2].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let mut times: [Vec<f64>; 5] = Default::default();
    for _ in 0..ROUNDS {
        times[0].push(seconds(|| {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(data);
            let mut record = csv::ByteRecord::new();
            let mut fields = 0;
            while reader.read_byte_record(&mut record).expect("the sample is CSV") {
                fields += record.len();
            }
            fields
        }));
        times[1].push(seconds(|| {
            let mut fields = 0;
            Scanner::default().scan(data, true, |record| fields += record.fields);
            fields
        }));
        times[2].push(seconds(|| {
            let (mut fields, mut clean) = (0, true);
            Scanner::default().scan(data, true, |record| {
                fields += record.fields;
                clean &= record.regular && encoding::is_clean(record.bytes);
            });
            assert!(clean);
            fields
        }));
        times[3].push(seconds(|| check(data)));
        times[4].push(seconds(|| {
            std::thread::scope(|scope| {
                let first = scope.spawn(|| check(&data[..half]));
                check(&data[half..]) + first.join().expect("the check does not panic")
            })
        }));
    }
    let control = median(&mut times[0]);
    row("csv ByteRecord, tokenising alone (control C)", data.len(), control, "1.00 C");
    for (name, index) in [
        ("careplan, tokenising with strict grammar", 1),
        ("careplan, tokenising + strict MS932", 2),
        ("careplan, full check, one thread", 3),
    ] {
        let time = median(&mut times[index]);
        row(name, data.len(), time, &format!("{:.2} C", control / time));
    }
    let (one, two) = (median(&mut times[3]), median(&mut times[4]));
    row("careplan, full check, two threads on two files", data.len(), two, &format!("{:.2} x one thread", one / two));
}

fn writing(data: &[u8]) {
    let mut records = Vec::new();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(data);
    for record in reader.byte_records() {
        records.push(record.expect("the sample is CSV"));
    }
    let document = Document::parse(data.to_vec()).expect("the sample is regular");
    let layout = Kind::Upplan.layout().expect("a CSV kind");
    let texts: Vec<Vec<String>> = document
        .rows()
        .take(100_000)
        .map(|row| row.raw_fields().map(|raw| encoding::decode_lossy(&careplan::csv::content(raw))).collect())
        .collect();
    let mut out = Vec::with_capacity(data.len() + 1024);
    let mut times: [Vec<f64>; 3] = Default::default();
    let mut canonical = 0;
    for _ in 0..ROUNDS {
        times[0].push(seconds(|| {
            out.clear();
            let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
            records.iter().for_each(|record| writer.write_byte_record(record).expect("memory"));
            writer.flush().expect("memory");
            drop(writer);
            out.len()
        }));
        times[1].push(seconds(|| {
            out.clear();
            document.preserve(&mut out);
            assert!(out == data, "preserve gives back every byte");
            out.len()
        }));
        times[2].push(seconds(|| {
            out.clear();
            for texts in &texts {
                careplan::csv::write_canonical(layout.fields, texts.iter().map(String::as_str), &mut out)
                    .expect("MS932");
            }
            canonical = out.len();
            out.len()
        }));
    }
    let control = median(&mut times[0]);
    row("csv writer (control)", data.len(), control, "1.00");
    let preserve = median(&mut times[1]);
    row(
        "careplan, preserve writer (and comparing)",
        data.len(),
        preserve,
        &format!("{:.2} x csv writer", control / preserve),
    );
    let time = median(&mut times[2]);
    let rate = canonical as f64 / time / (data.len() as f64 / control);
    row("careplan, canonical writer", canonical, time, &format!("{rate:.2} x csv writer"));
}

fn encoding_text() {
    let text = "架空県みらい市見本通４丁目 ｶﾅ abc 、訪問介護の見守りと更衣の介助。髙﨑①".repeat(40_000);
    let mut times: [Vec<f64>; 2] = Default::default();
    let mut size = 0;
    for _ in 0..ROUNDS {
        times[0].push(seconds(|| encoding_rs::SHIFT_JIS.encode(&text).0.len()));
        times[1].push(seconds(|| {
            size = encoding::encode(&text).expect("MS932").len();
            size
        }));
    }
    let control = median(&mut times[0]);
    row("encoding_rs, encode (no fast feature)", size, control, "1.00");
    let time = median(&mut times[1]);
    row("careplan, encode", size, time, &format!("{:.1} x encoding_rs", control / time));
}

fn check(data: &[u8]) -> u64 {
    let mut checker = FileChecker::new(NAME, Limits::default());
    data.chunks(PIECE).for_each(|piece| checker.feed(piece));
    let report = checker.finish();
    assert_eq!(report.counts.errors + report.counts.warnings, 0, "{:?}", report.findings.first());
    report.records
}

fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn row(name: &str, bytes: usize, seconds: f64, ratio: &str) {
    println!("{name:<52} {:>8.1} MB/s   {ratio}", bytes as f64 / seconds / 1e6);
}

/// A month's planned use of many people, all invented: 25 columns, about 216 bytes a record.
fn sample(rows: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(rows * 220);
    let words = ["見本　一郎", "架空　花子", "例示　次郎"].map(|text| encoding::encode(text).expect("MS932"));
    let office = encoding::encode("あさぎり通所介護センター見本通り西事業所").expect("MS932");
    let planner = encoding::encode("ゆめの里居宅介護支援事業所　架橋 一朗").expect("MS932");
    for row in 0..rows {
        let person = row / 60;
        let (day, hour) = (row % 31 + 1, 9 + row % 3);
        write!(out, "202407,986208,{:010},20250422,202505,9970000001,\"", person % 1_000_000).expect("memory");
        out.extend_from_slice(&planner);
        out.extend_from_slice(&words[person % words.len()]);
        write!(
            out,
            "\",{},,202505{day:02},,{hour:02}00,{:02}30,1,{},,,\"\",,9970000002,\"",
            600 + row % 90,
            hour + 7,
            ["151241", "155011", "155301"][row % 3],
        )
        .expect("memory");
        out.extend_from_slice(&office);
        out.extend_from_slice(b"\",,0,9970000001,\r\n");
    }
    out
}
