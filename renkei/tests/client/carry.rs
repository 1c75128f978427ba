//! 予防 委託, with a centre whose care software has no internet: files are carried by folder.
//!
//! ```text
//! centre's PC ─▶ USB ─▶ centre's second PC ─▶ relay ─▶ entrusted office ─▶ relay ─▶ service
//! centre's PC ◀─ USB ◀─ centre's second PC ◀─ relay ◀─ entrusted office ◀─ relay ◀─ service
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use careplan::name::{FileName, Party};

use super::world::{World, bodies, said, text};

/// Centre (46), entrusted office (43), service (A6): numbers of the first two stories.
struct Cast {
    centre: String,
    entrusted: String,
    service: String,
}

fn story(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/sets").join(name)
}

fn exchange_files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    bodies(folder).into_iter().filter(|(name, _)| FileName::parse(name).is_ok()).collect()
}

fn ends(story: &Path) -> (Party, Party) {
    let name = exchange_files(story).into_keys().next().expect("a file");
    let unit = FileName::parse(&name).expect("a name").unit;
    (unit.from, unit.to)
}

/// Writes a story with the numbers of the cast: every story has offices of its own.
fn write(from: &Path, to: &Path, numbers: &[(String, &str)]) {
    fs::create_dir_all(to).expect("made");
    for (name, body) in exchange_files(from) {
        let (mut name, mut body) = (name, body);
        for (old, new) in numbers {
            name = name.replace(old.as_str(), new);
            body = replaced(&body, old.as_bytes(), new.as_bytes());
        }
        fs::write(to.join(name), body).expect("written");
    }
}

fn replaced(body: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let (mut out, mut at) = (Vec::with_capacity(body.len()), 0);
    while at < body.len() {
        let found = body[at..].starts_with(old);
        out.extend_from_slice(if found { new } else { &body[at..=at] });
        at += if found { old.len() } else { 1 };
    }
    out
}

fn conformant(folder: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
    let output = command.env_remove("RENKEI_LANG").arg("check").arg(folder).output().expect("the binary runs");
    assert_eq!(output.status.code(), Some(0), "{}: {}", folder.display(), said(&output));
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for (name, body) in bodies(from) {
        fs::write(to.join(name), body).expect("written");
    }
}

#[test]
fn a_centre_without_internet_entrusts_a_plan_and_gets_the_actuals_back() {
    let (handed, passed) = (story("preventive-itaku-in-1"), story("preventive-itaku-out-1"));
    let (used, returned) = (story("preventive-itaku-actual-1"), story("preventive-itaku-return-1"));
    let ((centre, entrusted), (planner, service)) = (ends(&handed), ends(&passed));
    let cast = Cast { centre: centre.office, entrusted: entrusted.office, service: service.office };
    let services = BTreeMap::from([
        (cast.centre.clone(), vec!["46".to_owned()]),
        (cast.entrusted.clone(), vec!["43".to_owned()]),
        (cast.service.clone(), vec!["A2".to_owned(), "A6".to_owned()]),
    ]);
    let world = World::with(&services);
    let entrusted = world.here("entrusted", &cast.entrusted);
    let provider = world.here("provider", &cast.service);
    let second_pc = world.here("second-pc", &cast.centre);

    // The centre's care software exports to a stick; the second PC sends what is on it.
    let export = world.path("centre/export");
    write(&handed, &export, &[]);
    let stick = world.path("stick");
    copied(&export, &stick);
    second_pc.done(&["send", &text(&stick), "--move"]);
    assert_eq!(bodies(&stick.join("sent")), bodies(&export), "kept on the stick as sent");
    let from_centre = world.path("entrusted/in");
    entrusted.done(&["receive", &text(&from_centre), "--layout", "flat"]);
    assert_eq!(exchange_files(&from_centre), bodies(&export));
    conformant(&from_centre);

    // Onward to the service, and what took place comes back.
    let onward = world.path("entrusted/out");
    write(&passed, &onward, &[(planner.office, &cast.entrusted)]);
    entrusted.done(&["send", &text(&onward)]);
    let plan = world.path("provider/in");
    provider.done(&["receive", &text(&plan)]);
    assert_eq!(bodies(&plan), bodies(&onward));
    conformant(&plan);
    let actuals = world.path("provider/out");
    let receiver = ends(&used).1.office;
    let senders: Vec<(String, &str)> = exchange_files(&used)
        .into_keys()
        .map(|name| (FileName::parse(&name).expect("a name").unit.from.office, cast.service.as_str()))
        .collect();
    write(&used, &actuals, &[senders, vec![(receiver, cast.entrusted.as_str())]].concat());
    provider.done(&["send", &text(&actuals)]);
    let came = world.path("entrusted/actuals");
    entrusted.done(&["receive", &text(&came)]);
    assert_eq!(bodies(&came), bodies(&actuals));
    conformant(&came);

    // Back to the centre: the second PC receives onto the stick, the care software reads it there.
    let back = world.path("entrusted/back");
    let (from, to) = ends(&returned);
    write(&returned, &back, &[(from.office, &cast.entrusted), (to.office, &cast.centre)]);
    entrusted.done(&["send", &text(&back)]);
    let returned = world.path("stick/received");
    second_pc.done(&["receive", &text(&returned), "--layout", "flat"]);
    let import = world.path("centre/import");
    copied(&returned, &import);
    assert_eq!(bodies(&import), bodies(&back));
    conformant(&import);
}
