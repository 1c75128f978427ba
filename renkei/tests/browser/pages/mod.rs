//! Every page of the desk, in both languages and on every screen. What they say and do is the matter of other tests.

mod screens;
mod seat;

use careplan::text::Lang;

use crate::rig::Case;

/// The set whose offices the seats of these tests have.
const CASE: &str = "samples/d2_basic-21";

/// `renkei serve` with the offices of the set; the exchange as it is until January 2027, which has a login.
fn serving(case: &Case) -> Vec<String> {
    let mut args: Vec<String> = ["--seats", "2", "--profile", "client-1.2"].map(str::to_owned).into();
    args.extend(case.offices());
    args
}

const LANGS: [Lang; 2] = [Lang::Ja, Lang::En];
