//! The kill table: `bite [SETS] [--lang en]` puts every kind of defect into valid sets and prints
//! what is found; `bite --write DIR` writes one case per kind. Exit 0: nothing survived that is
//! not known; 1: something did, or a valid set was blamed; 2: usage or I/O.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use careplan::text::Lang;
use conformance::mutation::{Base, File, Plan, SHELVES, committed_cases, run, unexplained, valid_sets, write_table};
use conformance::story::{StoryFile, generate_all};

/// Each generated set meets every n-th kind. A prime: no story meets the same kinds under every seed.
const EVERY: usize = 7;

fn main() -> ExitCode {
    match work(std::env::args().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            let _ = writeln!(io::stderr(), "bite: {error}");
            ExitCode::from(2)
        }
    }
}

fn work(args: impl Iterator<Item = String>) -> io::Result<bool> {
    let (mut sets, mut lang, mut target) = (0, Lang::Ja, None);
    let mut args = args.peekable();
    while let Some(arg) = args.next() {
        match (arg.as_str(), args.peek()) {
            ("--write", Some(folder)) => target = Some(PathBuf::from(folder)),
            ("--lang", Some(word)) => lang = if word == "en" { Lang::En } else { Lang::Ja },
            _ => {
                sets = arg
                    .parse()
                    .map_err(|_| io::Error::other(format!("usage: bite [SETS] [--lang en] [--write DIR]: {arg}")))?;
                continue;
            }
        }
        args.next();
    }
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus");
    match target {
        Some(folder) => write_cases(&folder, &valid_sets(&corpus.join("samples"))?).map(|()| true),
        None => measure(&valid_sets(&corpus)?, sets, lang),
    }
}

/// The corpus with several seeds; then, where asked for, generated sets as well.
fn measure(corpus: &[Base], sets: usize, lang: Lang) -> io::Result<bool> {
    let mut report = run(corpus, Plan { seeds: 3, every: 1 });
    let mut seed = 1;
    let mut left = sets;
    while left > 0 {
        let mut told = generated(seed)?;
        told.truncate(left);
        left -= told.len();
        report = report.merge(run(&told, Plan { seeds: 1, every: EVERY }));
        seed += 1;
    }
    write_table(&report, lang, &mut io::stdout().lock())?;
    Ok(report.false_alarms.is_empty() && unexplained(&report).is_empty())
}

/// Every story, told from one seed: each set by itself, then all sets of the story together.
fn generated(seed: u64) -> io::Result<Vec<Base>> {
    let mut bases = Vec::new();
    for told in generate_all(seed..seed + 1) {
        let told = told.map_err(io::Error::other)?;
        let file = |file: &StoryFile| File { name: file.name.clone(), bytes: file.bytes.clone() };
        for (number, set) in told.sets.iter().enumerate() {
            let id = format!("{}/{}", told.folder(), number + 1);
            bases.push(Base { id, files: set.files.iter().map(file).collect() });
        }
        if told.sets.len() > 1 {
            let files = told.sets.iter().flat_map(|set| &set.files).map(file).collect();
            bases.push(Base { id: told.folder(), files });
        }
    }
    Ok(bases)
}

/// One folder a case, below `valid` or `invalid`; what was there of an earlier table goes.
fn write_cases(corpus: &Path, samples: &[Base]) -> io::Result<()> {
    for shelf in SHELVES.map(|shelf| corpus.join(shelf)).iter().filter(|shelf| shelf.exists()) {
        for entry in std::fs::read_dir(shelf)? {
            let path = entry?.path();
            if path.is_dir() {
                std::fs::remove_dir_all(path)?;
            }
        }
    }
    for case in committed_cases(samples) {
        let folder = corpus.join(case.shelf).join(&case.id);
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("case.json"), case.json()?)?;
        for file in &case.files {
            std::fs::write(folder.join(&file.name), &file.bytes)?;
        }
    }
    Ok(())
}
