//! How much goes into one message. The real limits are not public; those of the mock are its
//! assumptions, and what is larger is split between sets.

use careplan::text::Message;

use super::{Fault, Issue, Parcel, Set};
use crate::limits::Limits;

/// Splits a parcel so that every part is within the limits; sets are never torn. Text and
/// attachments go with the first part.
#[must_use]
pub fn loads(parcel: Parcel, limits: &Limits) -> Vec<Parcel> {
    let Parcel { to, sets, text, attachments } = parcel;
    let mut loads = vec![Parcel { to: to.clone(), sets: Vec::new(), text, attachments }];
    for set in sets {
        let Some(last) = loads.last_mut() else { break };
        last.sets.push(set);
        if last.files().nth(1).is_some() && !fits(last, limits) && has_more(last) {
            let moved = last.sets.pop();
            loads.push(Parcel { to: to.clone(), sets: moved.into_iter().collect(), ..Parcel::default() });
        }
    }
    loads
}

/// Whether something stays where its last set is taken away.
fn has_more(parcel: &Parcel) -> bool {
    parcel.sets.len() > 1 || !parcel.attachments.is_empty() || !parcel.text.is_empty()
}

fn fits(parcel: &Parcel, limits: &Limits) -> bool {
    parcel.files().count() <= limits.files && parcel.bytes() <= limits.message_bytes as u64
}

/// What is said of a set that no message can carry; `None` for all others.
#[must_use]
pub fn too_large(set: &Set, limits: &Limits) -> Option<Issue> {
    let whole: u64 = set.files.iter().map(|file| file.item.size).sum();
    let single = set.files.iter().any(|file| file.item.size > limits.file_bytes as u64);
    if !single && whole <= limits.message_bytes as u64 && set.files.len() <= limits.files {
        return None;
    }
    let why = Message::new(
        format!("1通で送れる大きさ（{} バイト）を超えています。", limits.message_bytes),
        format!("It is larger than one message may be ({} bytes).", limits.message_bytes),
    );
    Some(Fault::TooLarge.of(set.files.iter().map(|file| file.path.clone()).collect(), why))
}

#[cfg(test)]
mod tests {
    use careplan::name::FileName;

    use super::*;
    use crate::client::home::Item;
    use crate::client::parcels::Source;
    use crate::wire::Slot;

    fn set(serial: &str, size: u64) -> Set {
        let name = format!("UPJSK_202505_9970000002_15_9970000001_43_{serial}.CSV");
        let unit = FileName::parse(&name).unwrap().unit;
        let item = Item { slot: Slot::Csv, name, size, sha256: String::new(), saved_as: None };
        Set { unit, files: vec![Source { path: "x".into(), item }] }
    }

    #[test]
    fn no_load_is_over_the_limits_and_none_is_lost() {
        let limits = Limits { message_bytes: 10, file_bytes: 10, files: 3, ..Limits::default() };
        let sets: Vec<Set> = [4, 4, 4, 10, 1, 1, 1, 1]
            .iter()
            .zip(20_250_317_182_000_u64..)
            .map(|(&size, serial)| set(&serial.to_string(), size))
            .collect();
        let parcel = Parcel { to: "9970000001".to_owned(), sets: sets.clone(), ..Parcel::default() };
        let loads = loads(parcel, &limits);
        assert!(loads.iter().all(|load| fits(load, &limits) && !load.sets.is_empty()));
        assert_eq!(loads.iter().flat_map(|load| load.sets.clone()).collect::<Vec<_>>(), sets);
        assert_eq!(loads.len(), 5);
        assert!(too_large(&set("20250317182000", 11), &limits).is_some_and(|issue| issue.fault == Fault::TooLarge));
        assert!(too_large(&set("20250317182000", 10), &limits).is_none());
    }
}
