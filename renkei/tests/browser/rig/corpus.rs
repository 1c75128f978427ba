//! Sets of the corpus, as a care software would have put them into its folder.

use std::path::{Path, PathBuf};

use careplan::name::{FileName, Party};

/// A case of the corpus.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Its files, in the order of their names.
    pub(crate) files: Vec<PathBuf>,
    /// Who sends them, and who receives them.
    pub(crate) from: Party,
    pub(crate) to: Party,
}

impl Case {
    /// The case in this folder below `corpus`.
    pub(crate) fn of(path: &str) -> Self {
        // Browsers take no path with `..` in it.
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(path);
        let folder = folder.canonicalize().expect("a case");
        let entries = std::fs::read_dir(folder).expect("a case");
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending != "json"));
        files.sort();
        let names = files.iter().filter_map(|file| file.file_name()?.to_str());
        let name = names.filter_map(|name| FileName::parse(name).ok()).next().expect("a name of the standard");
        Self { files, from: name.unit.from, to: name.unit.to }
    }

    /// The arguments of `renkei serve` that register its two offices.
    pub(crate) fn offices(&self) -> Vec<String> {
        let office = |party: &Party, name| {
            format!("{}:{name}:{}", party.office, party.service.as_deref().expect("a service type"))
        };
        let (from, to) = (office(&self.from, "見本居宅介護支援事業所"), office(&self.to, "見本デイサービスセンター"));
        ["--office".to_owned(), from, "--office".to_owned(), to].into()
    }

    /// The path of the first terminal of the sender at a seat.
    pub(crate) fn sender(&self, seat: usize) -> String {
        format!("/desk/{seat}/at/{}-1", self.from.office)
    }

    /// The path of the first terminal of the receiver at a seat.
    pub(crate) fn receiver(&self, seat: usize) -> String {
        format!("/desk/{seat}/at/{}-1", self.to.office)
    }
}
