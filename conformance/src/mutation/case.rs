//! The committed cases: one per kind, from the smallest set that can have the defect.

use serde::Serialize;

use super::draft::Spot;
use super::{Base, Class, File, Mutation, mutations};

/// The folders of the corpus that hold committed cases.
pub const SHELVES: [&str; 2] = ["valid", "invalid"];

/// The seed of the committed cases.
const SEED: u64 = 1;

/// One case: its files, and what `case.json` says of it.
#[derive(Clone, Debug, Serialize)]
pub struct Case {
    /// The id of the defect.
    pub id: String,
    /// What was done.
    pub title_ja: &'static str,
    /// The same in English.
    pub title_en: &'static str,
    /// The set that it was made from.
    pub base: String,
    /// The kind of defect.
    pub defect: &'static str,
    /// What must be said of it.
    pub expect: &'static str,
    /// Where; one is enough, none asks for no place.
    #[serde(rename = "where")]
    pub spots: Vec<Spot>,
    /// The clauses.
    pub rule: &'static str,
    /// Where the case comes from.
    pub note_ja: &'static str,
    /// The folder of the corpus it belongs to: `valid` for a point that the standard leaves open.
    #[serde(skip)]
    pub shelf: &'static str,
    /// The files.
    #[serde(skip)]
    pub files: Vec<File>,
}

/// One case per kind of defect, in the order of the table; kinds that no set can have are left out.
#[must_use]
pub fn committed_cases(bases: &[Base]) -> Vec<Case> {
    let mut by_size: Vec<&Base> = bases.iter().collect();
    by_size.sort_by_key(|base| (base.files.iter().map(|file| file.bytes.len()).sum::<usize>(), base.id.clone()));
    mutations().filter_map(|mutation| by_size.iter().find_map(|base| case(mutation, base))).collect()
}

fn case(mutation: &'static Mutation, base: &Base) -> Option<Case> {
    let (files, spots) = mutation.put_into(base, SEED)?;
    Some(Case {
        id: mutation.id.to_owned(),
        title_ja: mutation.title.ja,
        title_en: mutation.title.en,
        base: base.id.clone(),
        defect: mutation.id,
        expect: mutation.class.expect(),
        spots,
        rule: mutation.source,
        note_ja: "欠陥の表から種 1 で作った見本。`ci/bite --write corpus` で作り直せます。",
        shelf: if mutation.class == Class::Open { "valid" } else { "invalid" },
        files,
    })
}

impl Case {
    /// `case.json`, byte for byte.
    ///
    /// # Errors
    /// Never in practice: every part is plain text.
    pub fn json(&self) -> serde_json::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let indent = serde_json::ser::PrettyFormatter::with_indent(b" ");
        self.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, indent))?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
