//! What every fuzz target has in common. The properties themselves are in the libraries.

use careplan::oracle::Oracle;
#[doc(hidden)]
pub use libfuzzer_sys::fuzz_target;

/// Makes a target of an [`Oracle`].
#[macro_export]
macro_rules! target {
    ($oracle:expr) => {
        $crate::fuzz_target!(|data: &[u8]| $crate::judge(&$oracle, data));
    };
}

/// Judges one input; an objection is a panic, which the fuzzer keeps with its input.
///
/// # Panics
/// The oracle objects.
pub fn judge(oracle: &Oracle, data: &[u8]) {
    if let Err(why) = (oracle.judge)(data) {
        panic!("{}: {why}", oracle.name);
    }
}
