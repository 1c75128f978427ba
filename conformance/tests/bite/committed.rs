//! The committed cases of `corpus/valid` and `corpus/invalid` are what the table makes, byte for byte.

use std::collections::BTreeSet;
use std::fs;

use conformance::mutation::{SHELVES, committed_cases};

#[test]
fn the_committed_cases_are_what_the_table_makes() {
    let root = super::corpus("");
    let cases = committed_cases(&super::samples());
    let made: BTreeSet<String> = cases.iter().map(|case| format!("{}/{}", case.shelf, case.id)).collect();
    let folders = |shelf: &str| fs::read_dir(root.join(shelf)).unwrap().map(|entry| entry.unwrap());
    let there: BTreeSet<String> = SHELVES
        .iter()
        .flat_map(|shelf| folders(shelf).map(move |entry| (shelf, entry)))
        .filter(|(_, entry)| entry.path().is_dir())
        .map(|(shelf, entry)| format!("{shelf}/{}", entry.file_name().to_string_lossy()))
        .collect();
    assert_eq!(made, there, "write them anew: ci/bite --write corpus");
    for case in &cases {
        let folder = root.join(case.shelf).join(&case.id);
        let mut names: BTreeSet<String> = case.files.iter().map(|file| file.name.clone()).collect();
        names.insert("case.json".to_owned());
        let there = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name());
        let there: BTreeSet<String> = there.map(|name| name.to_string_lossy().into_owned()).collect();
        assert_eq!(names, there, "{}", case.id);
        assert!(fs::read(folder.join("case.json")).unwrap() == case.json().unwrap(), "{}: case.json", case.id);
        for file in &case.files {
            assert!(fs::read(folder.join(&file.name)).unwrap() == file.bytes, "{}: {}", case.id, file.name);
        }
    }
}
