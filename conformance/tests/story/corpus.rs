//! `corpus/sets` is what the stories give from seed 1.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use conformance::story::STORIES;

use super::tell;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus/sets")
}

#[test]
fn every_folder_of_the_corpus_is_what_its_story_gives() {
    for story in STORIES {
        let told = tell(story, 1);
        let folder = root().join(told.folder());
        let expected: BTreeMap<_, _> =
            told.folder_files().unwrap().into_iter().map(|file| (file.name, file.bytes)).collect();
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let found: BTreeMap<_, _> = entries
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&found), names(&expected), "run ci/corpus");
        for (name, bytes) in &expected {
            assert!(found.get(name) == Some(bytes), "{}/{name} differs: run ci/corpus", told.folder());
        }
    }
}

#[test]
fn no_folder_of_the_corpus_is_without_its_story() {
    for entry in fs::read_dir(root()).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let known = STORIES.iter().any(|story| name == format!("{}-1", story.id));
        assert!(known || !entry.path().is_dir(), "{name}");
    }
}
