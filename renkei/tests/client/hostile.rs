//! A sender whose file names would lead elsewhere, and files that are what they are named after.

use std::fs;

use mock_server::client::Outgoing;

use super::world::{PLANNER, SERVICE, World, text};

#[test]
fn names_of_the_other_side_never_leave_the_folder() {
    let world = World::new();
    let pc = world.here("pc", PLANNER);
    let names = ["CON.pdf", "aux.txt", ".hidden.pdf", "message.txt", "a:b.pdf", "x\u{202e}fdp.txt", "..pdf", "ok.pdf"];
    let outgoing =
        names.iter().fold(Outgoing::to(PLANNER), |outgoing, name| outgoing.attachment(*name, name.to_string()));
    world.runtime.block_on(world.client(SERVICE).send(outgoing)).expect("sent");
    for layout in ["by-message", "flat"] {
        let pc =
            if layout == "flat" { world.here("second", PLANNER) } else { super::world::Pc { home: pc.home.clone() } };
        let inbox = world.path(&format!("deep/{layout}/in"));
        let told = pc.done(&["receive", &text(&inbox), "--layout", layout]);
        assert!(told.contains("message.json"), "{told}");
        let place = match layout {
            "flat" => inbox.clone(),
            _ => fs::read_dir(&inbox).expect("a folder").next().expect("a message").expect("an entry").path(),
        };
        let mut found: Vec<String> = fs::read_dir(&place)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| !name.ends_with("message.json"))
            .collect();
        found.sort();
        let expected = [
            "file-1.pdf",
            "file-2.txt",
            "file-3.pdf",
            "file-4.txt",
            "file-5.pdf",
            "file-6.txt",
            "file-7.pdf",
            "ok.pdf",
        ];
        assert_eq!(found, expected);
        assert_eq!(fs::read_to_string(place.join("file-3.pdf")).expect("read"), ".hidden.pdf");
        assert_eq!(fs::read_dir(world.path(&format!("deep/{layout}"))).expect("a folder").count(), 1);
        let about = fs::read_dir(&place).expect("a folder").map(|entry| entry.expect("an entry").path());
        let about = about.into_iter().find(|path| text(path).ends_with("message.json")).expect("about it");
        let about: serde_json::Value = serde_json::from_slice(&fs::read(about).expect("read")).expect("JSON");
        assert_eq!(about["files"][0]["name"], "CON.pdf");
        assert_eq!(about["files"][0]["saved_as"], "file-1.pdf");
    }
}
