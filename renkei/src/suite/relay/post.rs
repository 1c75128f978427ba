//! From the files of a case to messages, by their names.

use careplan::name::{self, Party, UnitKey};
use conformance::mutation::File;
use conformance::suite::protocol::Export;
use mock_server::client::Outgoing;

/// One message.
pub(super) struct Parcel {
    pub(super) from: Party,
    pub(super) to: Party,
    pub(super) outgoing: Outgoing,
    /// How many files it has.
    pub(super) files: u32,
}

/// Sender and receiver of an export.
pub(super) struct Ends {
    pub(super) from: Party,
    pub(super) to: Party,
}

/// The ends of an export.
pub(super) fn ends(export: &Export) -> Ends {
    let UnitKey { from, to, .. } = (&export.unit).into();
    Ends { from, to }
}

/// A message for each serial between the same ends, in the order of arrival. `None` where a file does
/// not say where it goes, or goes to another office than the others.
pub(super) fn parcels(files: &[File]) -> Option<Vec<Parcel>> {
    let mut parcels: Vec<(UnitKey, Parcel)> = Vec::new();
    for file in files {
        let unit = name::parse(&file.name).name?.unit;
        if !parcels.iter().any(|(key, _)| *key == unit) {
            let outgoing = Outgoing::to(unit.to.office.clone());
            let parcel = Parcel { from: unit.from.clone(), to: unit.to.clone(), outgoing, files: 0 };
            parcels.push((unit.clone(), parcel));
        }
        if let Some((_, parcel)) = parcels.iter_mut().find(|(key, _)| *key == unit) {
            parcel.outgoing = std::mem::take(&mut parcel.outgoing).csv(file.name.clone(), file.bytes.clone());
            parcel.files += 1;
        }
    }
    let first = parcels.first()?.0.to.office.clone();
    let is_one = parcels.iter().all(|(key, _)| key.to.office == first);
    is_one.then(|| parcels.into_iter().map(|(_, parcel)| parcel).collect())
}
