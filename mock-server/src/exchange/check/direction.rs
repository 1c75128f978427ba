//! Which kinds of files go from whom to whom (the tables in 2.2 and 3.2 of the standard).

use Kind::{
    Dlt1kyo, Dltjsk, Dltkihon, Dltplan, Dltyobo, Up1kyo, Up2kyo, Up3kyo, Uphosoku, Upjsk, Upkihon, UpkihonImage,
    UpkihonSub1, UpkihonSub2, Upplan, Upsikyu, Upyobo, UpyoboSub,
};
use careplan::layout::Kind;

use crate::offices::{Office, Role, roles_of};
use crate::refusals::{Problem, SET_DIRECTION};
use Role::{Planner, Service};

/// One way that kinds of files go.
struct Way {
    kinds: &'static [Kind],
    from: Role,
    to: &'static [Role],
}

const SHEETS: &[Kind] = &[Uphosoku, Up1kyo, Up2kyo, Up3kyo, Dlt1kyo];
const USE: &[Kind] = &[Uphosoku, Upplan, Upsikyu, Dltplan];
const PREVENTION: &[Kind] = &[Upkihon, UpkihonSub1, UpkihonSub2, UpkihonImage, Dltkihon, Upyobo, UpyoboSub, Dltyobo];
const ACTUALS: &[Kind] = &[Upjsk, Dltjsk];

/// What the tables mark or leave blank (C-1): only what they rule out is refused.
const WAYS: &[Way] = &[
    // R70–R74: care plans are taken in by services only.
    Way { kinds: SHEETS, from: Planner, to: &[Service] },
    // R75–R77, R80, R85–R87, R90; R98: entrusted care managers pass plans on.
    Way { kinds: USE, from: Planner, to: &[Service, Planner] },
    // R81–R84, R95–R97.
    Way { kinds: PREVENTION, from: Planner, to: &[Service, Planner] },
    // R78, R79, R88, R89: services send actuals, and nothing else.
    Way { kinds: ACTUALS, from: Service, to: &[Planner] },
    // R98: entrusted care managers pass actuals on.
    Way { kinds: ACTUALS, from: Planner, to: &[Planner] },
];

/// Whether one of the sender's parts may send the kind to one of the receiver's.
pub(super) fn check(kind: Kind, file: &str, sender: &Office, receiver: &Office) -> Result<(), Problem> {
    let (from, to) = (roles_of(&sender.services), roles_of(&receiver.services));
    let open = WAYS.iter().any(|way| {
        way.kinds.contains(&kind) && from.contains(&way.from) && to.iter().any(|role| way.to.contains(role))
    });
    if open { Ok(()) } else { Err(Problem::about_file(&SET_DIRECTION, file)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(kind: Kind, from: &str, to: &str) -> bool {
        let office = |number: &str, service| Office::new(number.parse().unwrap(), "架空事業所", &[service]);
        check(kind, "", &office("9970000001", from), &office("9970000002", to)).is_ok()
    }

    #[test]
    fn every_kind_has_a_way() {
        for kind in Kind::ALL {
            assert!(WAYS.iter().any(|way| way.kinds.contains(kind)), "{kind:?}");
        }
    }

    #[test]
    fn plans_go_to_services_and_actuals_come_back() {
        assert!(open(Upplan, "43", "15") && open(Upjsk, "15", "43"));
        assert!(!open(Upplan, "15", "43") && !open(Upjsk, "43", "15"));
        assert!(open(Upjsk, "43", "46"), "an entrusted care manager passes actuals on (R98)");
        assert!(!open(Up1kyo, "43", "46"), "care plans are for services (R71)");
        assert!(!open(Upkihon, "15", "46"), "services send actuals only (R81)");
    }
}
