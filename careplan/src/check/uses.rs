//! What a UPPLAN or UPJSK holds, summed: 回数 per person, office and service code. Only kept where
//! planned and actual use are to be compared (予実突合).

use std::collections::BTreeMap;

use crate::diagnostic::Place;
use crate::rules::record::View;

/// Sums of one file, by 保険者番号, 被保険者番号, サービス事業者コード and サービスコード.
#[derive(Debug, Default)]
pub(super) struct Uses {
    sums: BTreeMap<Vec<u8>, Use>,
    /// The key of the record at hand; kept to save its memory.
    key: Vec<u8>,
    /// Whether there were more keys than are kept.
    pub(super) cut: bool,
}

/// The sum of one key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    /// 回数, all days together.
    pub(super) count: i64,
    /// The first record of the key.
    pub(super) place: Place,
}

/// The parts of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UseKey<'a> {
    pub(super) person: &'a [u8],
    pub(super) office: &'a [u8],
    pub(super) code: &'a [u8],
}

/// Distinct keys that are kept.
const KEYS: usize = 100_000;

impl Uses {
    /// Adds a record; `place` is that of the record.
    pub(super) fn take(&mut self, view: &View<'_>, place: Place) {
        self.key.clear();
        for no in [2, 3, 20, 15] {
            self.key.extend_from_slice(view.content(no));
            self.key.push(b',');
        }
        let count = std::str::from_utf8(view.content(14)).ok().and_then(|text| text.parse::<i32>().ok()).unwrap_or(0);
        if let Some(known) = self.sums.get_mut(&self.key) {
            known.count = known.count.saturating_add(i64::from(count));
        } else if self.sums.len() < KEYS {
            self.sums.insert(self.key.clone(), Use { count: i64::from(count), place });
        } else {
            self.cut = true;
        }
    }

    /// The sum of a key of another file.
    pub(super) fn get(&self, raw: &[u8]) -> Option<&Use> {
        self.sums.get(raw)
    }

    /// All sums in a fixed order: the key as it is kept, its parts, the sum.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[u8], UseKey<'_>, &Use)> {
        self.sums.iter().filter_map(|(raw, sum)| Some((raw.as_slice(), parts(raw)?, sum)))
    }
}

fn parts(raw: &[u8]) -> Option<UseKey<'_>> {
    let rest = raw.strip_suffix(b",")?;
    let (rest, code) = split_last(rest)?;
    let (person, office) = split_last(rest)?;
    Some(UseKey { person, office, code })
}

fn split_last(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let comma = memchr::memrchr(b',', bytes)?;
    let (before, after) = bytes.split_at_checked(comma)?;
    Some((before, after.strip_prefix(b",")?))
}
