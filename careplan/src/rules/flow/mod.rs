//! Rules about who sends what to whom (R53–R55, R94–R106).

pub mod deletion_target;
pub mod direction;
pub mod no_actual;
pub mod other_office_actuals;
pub mod own_lines_only;
pub mod planned_actual;
pub mod resend;
pub mod swapped_types;
pub mod unrelated_person;

use super::Breach;
use crate::name::{FileName, Party};
use crate::value::{Scope, scope};

/// Whether the type of an end is care management (43, 46, AF).
fn is_care_manager(party: &Party) -> bool {
    party.service.as_ref().is_some_and(|service| scope(service.as_bytes()) == Scope::CareManagement)
}

/// Whether the type of an end is a service of the exchange.
fn is_service(party: &Party) -> bool {
    party.service.as_ref().is_some_and(|service| matches!(scope(service.as_bytes()), Scope::InScope(_)))
}

/// What is said of the direction that a name tells.
pub(crate) fn remarks(name: &FileName) -> impl Iterator<Item = Breach> {
    [swapped_types::check(name), direction::check(name)].into_iter().flatten()
}
