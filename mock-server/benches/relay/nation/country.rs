//! The offices of the country: as many as there are, all invented.

/// 事業所件数 of the whole country, November 2024.
pub(crate) const OFFICES: u64 = 181_566;
/// Services that an office may have, by the remainder of its number. The shares are an
/// assumption: a fifth plans, three in a hundred are centres, one in ten holds more than one
/// service under its number.
const SERVICES: &[&[&str]] = &[
    &["43"],
    &["11"],
    &["15"],
    &["78"],
    &["13"],
    &["43"],
    &["11"],
    &["15"],
    &["17"],
    &["11", "15"],
    &["43"],
    &["16"],
    &["15"],
    &["78"],
    &["13"],
    &["43"],
    &["11"],
    &["15"],
    &["78"],
    &["15", "16"],
    &["43"],
    &["11"],
    &["15"],
    &["46"],
    &["13"],
    &["43", "11"],
    &["11"],
    &["15"],
    &["17"],
    &["78"],
];
/// Partners are found among this many neighbours, as they are in life.
const NEIGHBOURS: u64 = 300;
/// One message in so many goes to a large office, so that there are long lists too.
const LARGE_SHARE: u64 = 50;
/// Large offices of each kind.
const LARGE: u64 = 10;

/// The number of an office.
pub(crate) fn number(n: u64) -> String {
    format!("99{n:08}")
}

/// Its services.
pub(crate) fn services(n: u64) -> &'static [&'static str] {
    let at = usize::try_from(n % SERVICES.len() as u64).unwrap_or_default();
    SERVICES.get(at).copied().unwrap_or(&["15"])
}

/// Whether it plans, and under which service.
fn plans(n: u64) -> bool {
    services(n).iter().any(|service| matches!(*service, "43" | "46"))
}

/// The first that plans, or does not, from this one on.
fn from(mut n: u64, planner: bool) -> u64 {
    // Planners with services of their own are left out as services: their direction is not clear.
    while plans(n) != planner {
        n = (n + 1) % OFFICES;
    }
    n
}

/// The planner and the service of a message.
pub(crate) fn pair(n: u64) -> (u64, u64) {
    let dice = mix(n);
    let planner = from(dice % OFFICES, true);
    let near = (planner + mix(dice) % NEIGHBOURS) % OFFICES;
    let service = from(near, false);
    match mix(dice + 1) % LARGE_SHARE {
        // Both directions have their large ones.
        0 => (planner, from(spread(mix(dice + 2) % LARGE), false)),
        1 => (from(spread(mix(dice + 2) % LARGE), true), service),
        _ => (planner, service),
    }
}

/// The large offices, planners and services.
pub(crate) fn large() -> impl Iterator<Item = u64> {
    (0..LARGE).flat_map(|n| [from(spread(n), true), from(spread(n), false)])
}

/// An office drawn.
pub(crate) fn drawn(n: u64) -> u64 {
    mix(n ^ 0x5eed) % OFFICES
}

fn spread(n: u64) -> u64 {
    n * (OFFICES / LARGE)
}

/// SplitMix64: numbers that look drawn, the same in every run.
pub(crate) fn mix(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}
