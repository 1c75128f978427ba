//! A software that is right: it takes what the checker lets pass, holds its meaning, and writes it.
//! With a slip it is wrong in one way.

use std::fs;
use std::time::Duration;

use careplan::diagnostic::Severity;
use careplan::name::UnitKey;
use careplan::text::Message;
use conformance::mutation::{File, judge};
use conformance::story::Role;
use conformance::suite::adapter::{Adapter, Session, Stopped};
use conformance::suite::meaning::{Content, Model, Scenario, Unit, Value, read_files, write_files};
use conformance::suite::protocol::{
    Ask, Export, Exported, Hello, Import, Imported, Receipt, Rejected, Reply, Software,
};

/// What it does wrong, if anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    None,
    NoReceipt,
    Unbalanced,
    ForgetsOne,
    CutsNames,
    CutsNamesAndTells,
    TakesHalf,
    TakesEverything,
    ShowsNothing,
    Crashes,
    AnswersWrongly,
    CannotExport,
    Fails,
    IgnoresDeletions,
    TakesByArrival,
    WritesLessKinds,
    KeepsUnmappable,
}

/// Opens sessions of the software.
pub(crate) struct Reference(pub(crate) Slip);

impl Adapter for Reference {
    fn open(&self) -> Result<Box<dyn Session>, Message> {
        Ok(Box::new(Held { slip: self.0, model: Model::default() }))
    }

    fn stays(&self) -> bool {
        true
    }
}

struct Held {
    slip: Slip,
    model: Model,
}

impl Session for Held {
    fn ask(&mut self, ask: Ask, limit: Duration) -> Result<Reply, Stopped> {
        match ask {
            Ask::Hello { .. } => Ok(Reply::Hello(Hello {
                software: Software { name: "見本".to_owned(), version: "1".to_owned() },
                roles: Role::ALL.to_vec(),
                own_fields: Vec::new(),
            })),
            Ask::Reset => {
                self.model = Model::default();
                Ok(Reply::Reset)
            }
            Ask::Import(_) if self.slip == Slip::Crashes => Err(Stopped::Crashed(Message::new("落ちた", "gone"))),
            Ask::Import(_) if self.slip == Slip::AnswersWrongly => Ok(Reply::Reset),
            Ask::Import(_) if self.slip == Slip::Fails => Ok(Reply::Error { message: "接続できない".to_owned() }),
            Ask::Import(import) => Ok(Reply::Import(self.import(&import))),
            Ask::Export(_) if self.slip == Slip::CannotExport => {
                Ok(Reply::NotImplemented { reason: "書き出しはありません".to_owned() })
            }
            Ask::Export(export) => self.export(&export, limit),
        }
    }
}

impl Held {
    fn import(&mut self, import: &Import) -> Imported {
        let files: Vec<File> = import
            .files
            .iter()
            .map(|name| File { name: name.clone(), bytes: fs::read(import.folder.join(name)).unwrap() })
            .collect();
        let wrong = judge(&files).into_iter().find(|said| said.severity == Severity::Error);
        let meaning = read_files(&files);
        let receipt = match (&meaning, wrong) {
            (Ok(scenario), None) => self.take(scenario),
            (Ok(scenario), Some(_)) if self.slip == Slip::TakesEverything => self.take(scenario),
            (meaning, wrong) => {
                let records = meaning.as_ref().map_or(0, |scenario| scenario.records() as u64);
                let taken = if self.slip == Slip::TakesHalf { 1 } else { 0 };
                let reason = wrong.map_or("読めません", |said| said.rule).to_owned();
                Receipt {
                    records_in: records + taken,
                    imported: taken,
                    rejected: vec![Rejected { file: import.files.concat(), record: None, records, reason }],
                    ..Receipt::default()
                }
            }
        };
        Imported { receipt: self.told(receipt), flagged: Vec::new(), holds: self.shown() }
    }

    fn take(&mut self, scenario: &Scenario) -> Receipt {
        let before = self.model.must.len() as u64;
        let mut scenario = scenario.clone();
        let records = scenario.records() as u64;
        if self.slip == Slip::TakesByArrival {
            scenario.units.reverse();
            for unit in &mut scenario.units {
                unit.key.serial = String::new();
            }
        }
        if self.slip == Slip::IgnoresDeletions {
            let is_deletion = |unit: &Unit| unit.content.kinds().iter().any(|kind| kind.code().starts_with("DLT"));
            scenario.units.retain(|unit| !is_deletion(unit));
        }
        self.model.take(&scenario);
        let replaced = (before + records).saturating_sub(self.model.must.len() as u64).min(records);
        Receipt { records_in: records, imported: records - replaced, replaced, ..Receipt::default() }
    }

    fn told(&self, receipt: Receipt) -> Option<Receipt> {
        match self.slip {
            Slip::NoReceipt => None,
            Slip::Unbalanced => Some(Receipt { records_in: receipt.records_in + 1, ..receipt }),
            Slip::CutsNamesAndTells => Some(Receipt { fields_truncated: 1, ..receipt }),
            _ => Some(receipt),
        }
    }

    fn shown(&self) -> Option<Content> {
        let mut content = self.model.must.clone();
        match self.slip {
            Slip::ShowsNothing => return None,
            Slip::ForgetsOne => _ = content.records.values_mut().next().and_then(Vec::pop),
            Slip::CutsNames | Slip::CutsNamesAndTells => {
                for record in content.records.values_mut().flatten() {
                    let texts: Vec<(u16, String)> = record
                        .iter()
                        .filter(|(field, _)| field.format.is_free_text())
                        .map(|(field, value)| (field.no, value.map(Value::to_string).unwrap_or_default()))
                        .collect();
                    for (no, text) in texts {
                        record.set(no, Value::Text(text.chars().take(5).collect()));
                    }
                }
            }
            _ => {}
        }
        Some(content)
    }

    fn export(&self, export: &Export, _limit: Duration) -> Result<Reply, Stopped> {
        let key = UnitKey::from(&export.unit);
        let mut unit = match &export.scenario {
            Some(scenario) => scenario.units[0].clone(),
            None => Unit { key, content: renamed(&self.model.must.only(&export.kinds), &export.unit) },
        };
        if self.slip == Slip::WritesLessKinds {
            unit.content.records.pop_last();
        }
        if self.slip != Slip::KeepsUnmappable {
            for record in unit.content.records.values_mut().flatten() {
                let texts: Vec<(u16, String)> =
                    record.iter().filter_map(|(field, value)| Some((field.no, value?.to_string()))).collect();
                for (no, text) in texts.into_iter().filter(|(_, text)| careplan::encoding::encode(text).is_err()) {
                    let fit = |c: char| careplan::encoding::encode(c.encode_utf8(&mut [0; 4])).is_ok();
                    record.set(no, Value::Text(text.chars().map(|c| if fit(c) { c } else { '〓' }).collect()));
                }
            }
        }
        let files = write_files(&Scenario { units: vec![unit] }).unwrap_or_default();
        for file in &files {
            fs::write(export.folder.join(&file.name), &file.bytes).unwrap();
        }
        Ok(Reply::Export(Exported { files: files.into_iter().map(|file| file.name).collect() }))
    }
}

/// Pictures carry the unit in their names.
fn renamed(content: &Content, unit: &conformance::suite::protocol::UnitHead) -> Content {
    let mut content = content.clone();
    for (at, picture) in content.pictures.iter_mut().enumerate() {
        let old = picture.name.clone();
        picture.name = format!("UPKIHON_IMAGE_{}_{}_{}_{:04}.jpg", unit.from, unit.to, unit.serial, at + 1);
        for record in content.records.values_mut().flatten().filter(|record| record.text(62) == old) {
            record.set(62, Value::Text(picture.name.clone()));
        }
    }
    content
}
