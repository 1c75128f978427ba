//! The first page of the relay.

use crate::rig::{Door, Page, Rig, walk};

const FRONT: Page<'static> =
    Page { name: "front", door: Door::Exchange, path: "/", says: ["訓練用", "This is for training"] };

#[test]
fn the_first_page_says_in_both_languages_that_it_is_for_training() {
    walk(&Rig::new(), &[FRONT]);
}

#[test]
fn the_control_is_reached_by_a_door_of_its_own() {
    let rig = Rig::new();
    rig.visit(Door::Control, "/control/v1/ready");
    assert!(rig.browser.read("body").contains("profile"));
}

#[test]
fn a_browser_that_stays_does_not_keep_the_relay_from_stopping() {
    let rig = Rig::new();
    rig.visit(Door::Exchange, "/");
    assert!(rig.browser.read("body").contains("訓練用"));
    assert_eq!(rig.stop_relay(), Some(0));
}
