//! Writes what the corpus makes for the fuzz targets: `seeds CORPUS TO`, a folder for each under TO.
//! Each input has its hash for a name, so that the same is written once.

use std::error::Error;
use std::fs;
use std::path::Path;

use careplan::oracle::Entry;
use conformance::mutation::corpus_cases;
use sha2::{Digest, Sha256};

/// Larger inputs slow a fuzzer down more than they teach it.
const MOST: usize = 16 << 10;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [corpus, to] = arguments.as_slice() else { return Err("usage: seeds CORPUS TO".into()) };
    let cases = corpus_cases(Path::new(corpus))?;
    for oracle in careplan::oracle::ORACLES.iter().chain(conformance::oracle::ORACLES) {
        let folder = Path::new(to).join(oracle.name);
        fs::create_dir_all(&folder)?;
        for case in &cases {
            let files: Vec<_> =
                case.base.files.iter().map(|file| Entry { name: &file.name, bytes: &file.bytes }).collect();
            for input in oracle.feed.inputs(&files).into_iter().filter(|input| input.len() <= MOST) {
                let name: String = Sha256::digest(&input).iter().take(10).map(|byte| format!("{byte:02x}")).collect();
                fs::write(folder.join(name), input)?;
            }
        }
    }
    Ok(())
}
