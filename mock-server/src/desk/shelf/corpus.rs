//! The sets of the corpus as a shelf: stories from seed 1.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::desk::shelf::{Paper, Shelf, Told, ToldSet};
use crate::offices::Office;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Corpus;

#[derive(Deserialize)]
struct Case {
    sets: Vec<Set>,
    messages: Vec<String>,
}

#[derive(Deserialize)]
struct Set {
    serial: String,
    from: String,
    to: String,
    files: Vec<String>,
}

impl Shelf for Corpus {
    fn told(&self, wanted: &str) -> Option<Told> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../corpus/sets/{wanted}-1"));
        let case: Case = serde_json::from_slice(&fs::read(folder.join("case.json")).ok()?).unwrap();
        let mut told = Told::default();
        for set in &case.sets {
            let [from, to] = [&set.from, &set.to].map(|party| {
                let (number, service) = party.split_once('_').unwrap();
                let number = number.parse().unwrap();
                let known = told.offices.iter_mut().find(|office| office.number == number);
                match known {
                    Some(office) if !office.offers(service) => office.services.push(service.to_owned()),
                    Some(_) => {}
                    None => told.offices.push(Office::new(number, format!("架空事業所 {service}"), &[service])),
                }
                number
            });
            let files = set.files.iter().map(|name| paper(&folder, name)).collect();
            told.sets.push(ToldSet { from, to, serial: set.serial.clone(), files });
        }
        told.messages = case.messages.iter().map(|name| fs::read_to_string(folder.join(name)).unwrap()).collect();
        Some(told)
    }
}

fn paper(folder: &Path, name: &str) -> Paper {
    Paper { name: name.to_owned(), bytes: fs::read(folder.join(name)).unwrap().into() }
}
